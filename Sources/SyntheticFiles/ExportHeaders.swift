/// The 576 headers of the platform's candidate export of 2026, in its order, stray spaces included.
///
/// 215 names stand twice or more: first the block of the final year, then that of the year before.
enum ExportHeaders {
  static let subjects = [
    "Philosophie", "Langue vivante A", "Français", "Mathématiques Spécialité", "Physique-Chimie Spécialité",
    "Sciences de la vie et de la Terre Spécialité", "Sciences de l'ingénieur et sciences physiques",
    "Numérique et Sciences Informatiques", "Mathématiques Expertes", "Mathématiques Complémentaires",
  ]
  static let trimesters = 3
  /// What is told of a subject in a trimester.
  static let ofSubject = [
    "Matière - Libellé", "Moyenne du Candidat", "Moyenne classe Candidat", "Moyenne Basse Classe du Candidat",
    "Moyenne Haute Classe du Candidat", "Effectif Classe", "Rang Candidat",
  ]
  static let examinations = [
    "Mathématiques", "Physique-Chimie", "Sciences de la Vie et de la Terre", "Sciences de l'ingénieur",
    "Epreuve orale terminale dite Grand Oral", "Français écrit", "Français oral",
    "Numérique et sciences informatiques",
  ]

  static let all: [String] =
    candidate + schooling + report + report + opinions + diploma + examinationHeaders + wish

  private static let candidate = [
    "Groupe candidat - Code", "Classement", "Classement Internat", "Aménagement", "Candidat - Code",
    "Candidat - Nom", "Candidat - Prénom", "Civilité", "Sexe", "Date Naissance", "Profil Candidat - Libellé",
    "Cordées de la réussite", "Candidat boursier - Libellé", "Certification statut de boursier - Libellé",
    "Echelon de bourse", "Revenu brut global",
    "Nombre de frères et sœurs non inscrits dans l'enseignement supérieur",
    "Nombre de frêres et soeurs inscrits dans l'enseignement supérieur", "ACB - futur Echelon",
  ]

  /// Four school years, each told in less detail than the one after it.
  private static let schooling: [String] =
    yearly(thisYear, "2025/2026") + yearly(lastYear, "2024/2025") + yearly(yearBefore, "2023/2024")
    + yearly(Array(thisYear.prefix(2)), "2022/2023")

  private static func yearly(_ names: [String], _ year: String) -> [String] { names.map { "\($0) \(year)" } }

  private static let thisYear = [
    "Type de Scolarité - Libellé", " Niveau Etude - Libellé", "Type Formation - Libellé ",
    "Formation Domaine - Libellé", "Filiere (pour scolarité du supérieur)- Libellé",
    "Formation - Libellé (Saisie manuelle)", "Série de classe - Libellé",
    "Langue vivante A scolarité - Libellé", "Langue vivante B scolarité - Libellé",
    "Option facultative 1 Scolarité - Libellé", "Option facultative 2 Scolarité - Libellé",
    "Section linguistique ou sportive  Scolarité - Libellé", "Classe candidat - Libellé ",
    "Type de contrat établissement d'origine - Libellé", "UAI Etablissement origine",
    "Nom Etablissement origine", "Commune Etablissement origine - Libellé",
    "Commune Etablissement origine - CodePostal", "Département Etablissement origine - Code",
    "Département Etablissement origine - Libellé", "Pays Etablissement origine - Libellé",
    "Scolarisation sur l'année - Libellé", "Eléments liés à la scolarité/activité",
  ]
  private static let lastYear = thisYear.filter {
    !["Formation Domaine - Libellé", "Série de classe - Libellé", "UAI Etablissement origine"].contains($0)
  }
  private static let yearBefore = lastYear.filter {
    ![
      "Filiere (pour scolarité du supérieur)- Libellé", "Langue vivante A scolarité - Libellé",
      "Langue vivante B scolarité - Libellé", "Département Etablissement origine - Code",
    ].contains($0)
  }

  private static let report: [String] =
    [
      "Bulletins - Année Scolaire - Libellé", "Bulletins - Niveau Etude - Libellé", "Série - Libellé",
      "Type de classe - Libellé",
    ]
    + (1...trimesters).flatMap { trimester in
      ["Périodicité du bulletin -Libellé"]
        + subjects.flatMap { subject in
          ofSubject.map { "\($0) - \(subject) - Trimestre \(trimester)" }
        }
    }

  private static let opinions = [
    "Avis Méthode Travail - Libellé", "Avis Autonomie Elève - Libellé", "Avis Capacité Investir - Libelle",
    "Avis Engagement Citoyen - Libellé", "Autres Elements Appréciation",
    "Avis CE sur la capacité à réussir - Libellé", "Avis pour l'orientation - Libellé",
    "Avis CE - Appréciation",
  ]

  private static let diploma = [
    "Niveau Classe - Libellé", "Type Diplôme - Libellé", "Série Diplôme - Libellé",
    "Dominante Diplôme - Libellé", "Spécialité - Libellé", "Mention Obtenue - Libellé",
    "Mois et année d'obtention du bac", "Académie de passage du BAC - Libellé", "Diplôme Etranger - Libellé",
    "Justification du niveau de français - Libellé", "Niveau Test Français - Libellé",
    "Résultat Test Français - Libellé", "Pays d'obtention du diplôme - Libelle",
    "Langue vivante A baccalauréat - Libellé", "Langue vivante B baccalauréat - Libellé",
    "EDS Scolarité Terminale 1 - Libellé", "EDS Scolarité Terminale 2 - Libellé",
    "EDS Scolarité Abandonné - Libellé", "EDS Scolarité Première 1 - Libellé",
    "EDS Scolarité Première 2 - Libellé", "EDS Scolarité Première 3 - Libellé",
  ]

  private static let examinationHeaders = examinations.flatMap { examination in
    ["Epreuve - Libelle", "Note de l'épreuve", "Note remontée par Cyclades"].map { "\($0) - \(examination)" }
  }

  private static let wish = [
    "Vœu confirmé - Libellé", "Demande Internat - Libellé", "Distance domicile-établissement(Km)",
    "Demande Aménagement Handicap - Libellé", "Demande Amenagement Sportif Haut Niveau - Libellé",
    "Demande Aménagement Artiste Haut Niveau - Libellé", "Validation du diplôme - Libellé",
    "Lettre de motivation", "Fiche réorientation - Libellé",
  ]
}
