import Admission
import SyntheticData

extension ExportData {
  /// The scheme of `PDISData` as a file; a mark that no report has is dropped with its weight.
  public static var schemeText: String { PDISData.schemeText(missing: .renormalise) }

  /// A mapping of the platform's export of 2026 to the evaluations of PDIS, as a file: yearly means of three
  /// trimesters, each from the last report of its level.
  public static var mappingText: String {
    """
    # The platform's candidate export of 2026. The headers of the reports stand twice: the last school year's, then
    # those of the year before. Of a candidate who repeated or changed a year these are others than Terminale and
    # Première, so a mark is read from the first block whose level is the one wanted, and is missing without one.
    # A header may be given as {column: …, occurrence: …} or {position: …}, counted from 1.
    candidat: Candidat - Code
    naissance: Date Naissance
    genre: Sexe
    boursier: Candidat boursier - Libellé
    doublette:
      columns: [EDS Scolarité Terminale 1 - Libellé, EDS Scolarité Terminale 2 - Libellé]
      values:
        SVT+MATHS: [Sciences de la vie et de la Terre, Mathématiques]
        SVT+PC: [Sciences de la vie et de la Terre, Physique-Chimie]
        MATHS+PC: [Mathématiques, Physique-Chimie]
      others: leave_out          # or reject: other specialities are an error
    rows: {where: {column: Vœu confirmé - Libellé, equals: [Oui, Validée]}}   # the others are left out
    out_of_range: reject         # a mark such as 85 or A: reject, missing (as if empty) or leave_out (the candidate)
    evaluations:                 # missing: renormalise (the mean of the marks there are), empty, zero or reject

    """
      + reports.map { name, subject, level in
        """
          \(name):
            mean:
        \((1...3).map { "      - Moyenne du Candidat - \(subject) - Trimestre \($0)\n" }.joined())\
            occurrence: [1, 2]
            where: {column: Bulletins - Niveau Etude - Libellé, equals: \(level)}
            missing: renormalise

        """
      }.joined()
        + """
          francais_ecrit: Note de l'épreuve - Français écrit
          francais_oral: Note de l'épreuve - Français oral
          lettre: Lettre de motivation   # where the jury has put its mark

        """
  }

  private static let reports: [(name: String, subject: String, level: String)] = [
    ("svt_premiere", "Sciences de la vie et de la Terre Spécialité", "Première"),
    ("svt_terminale", "Sciences de la vie et de la Terre Spécialité", "Terminale"),
    ("maths_premiere", "Mathématiques Spécialité", "Première"),
    ("maths_terminale", "Mathématiques Spécialité", "Terminale"),
    ("pc_premiere", "Physique-Chimie Spécialité", "Première"),
    ("pc_terminale", "Physique-Chimie Spécialité", "Terminale"),
    ("philosophie", "Philosophie", "Terminale"), ("anglais_premiere", "Langue vivante A", "Première"),
    ("anglais_terminale", "Langue vivante A", "Terminale"),
  ]
}
