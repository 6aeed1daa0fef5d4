/// The names of the columns that more than one file of admission has.
package enum AdmissionColumn {
  /// The identifier of a candidate.
  package static let candidate = "candidat"
  package static let birthDate = "naissance"
  package static let boursier = "boursier"
  package static let genre = "genre"
  package static let doublette = "doublette"
  package static let secteur = "secteur"
  package static let rank = "rang"
  package static let admissibilityRank = "rang_admissibilite"
  package static let generalScore = "note_generale"
  package static let scientificScore = "note_scientifique"
  package static let exactGeneralScore = "generale_exacte"
  package static let exactScientificScore = "scientifique_exacte"
  package static let decidedBy = "departage"
  package static let decision = "decision"
  package static let verdict = "verdict"
  /// Why somebody is left out.
  package static let reason = "motif"
  package static let generalBarre = "barre_generale"
  package static let scientificBarre = "barre_scientifique"
  package static let admissible = "admissibles"
  /// A number of the call order.
  package static let order = "ordre"
  package static let status = "statut"
  package static let appel = "appel"

  /// The column of the exact mark beside an evaluation's rounded one.
  package static func exact(_ evaluation: String) -> String { "\(evaluation)_exacte" }
}
