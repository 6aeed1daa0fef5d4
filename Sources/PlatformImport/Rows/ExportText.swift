import DelimitedText

/// Whether a column of this header says who a person is: such a column is never read, whatever a mapping says.
func identifiesAPerson(_ header: String) -> Bool {
  let header = String(
    String.UnicodeScalarView(
      header.unicodeScalars.filter {
        $0.properties.generalCategory != .format
      }))
  let words = header.split { !$0.isLetter }.map { foldedName(String($0)) }
  let telling = [
    "prenom", "prenoms", "adresse", "mail", "email", "courriel", "mel", "telephone", "portable", "ine",
    "responsable", "patronyme",
  ]
  if words.contains(where: telling.contains) { return true }
  let folded = foldedName(header)
  if ["candidatnom", "nom", "nomcandidat", "nomducandidat"].contains(folded) { return true }
  return ["nomdenaissance", "nomdusage", "nomdefamille", "nomdejeunefille"].contains { folded.contains($0) }
}

/// The words of a list as they are compared.
func folded(_ words: [String]) -> Set<String> { Set(words.map(foldedName)) }

extension ExportFlag {
  /// What a cell means, given as it is compared; nil where it means nothing known.
  func meaning(folded cell: String) -> Bool? {
    if folded(yes ?? Self.usualYes).contains(cell) { return true }
    if folded(no ?? Self.usualNo).contains(cell) { return false }
    return otherwise
  }
}
