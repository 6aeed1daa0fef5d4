import Admission

extension ExportData {
  /// The scheme of ``PDISData`` as a file; a mark that no report has is dropped with its weight.
  public static var schemeText: String { PDISData.schemeText(missing: .renormalise) }

  /// A mapping of the platform's export of 2026 to the evaluations of PDIS, as a file: yearly means of three
  /// trimesters, the final year's block being the first of each name.
  public static var mappingText: String {
    """
    # The platform's candidate export of 2026. The headers of the reports stand twice: first the final year's, then
    # those of the year before. A header may be given as {column: …, occurrence: …} or {position: …}, counted from 1.
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
    evaluations:                 # missing: renormalise (the mean of the marks there are), empty, zero or reject

    """
      + reports.map { name, subject, occurrence in
        """
          \(name):
            mean:
        \((1...3).map { "      - Moyenne du Candidat - \(subject) - Trimestre \($0)\n" }.joined())\
            occurrence: \(occurrence)
            missing: renormalise

        """
      }.joined()
        + """
          francais_ecrit: Note de l'épreuve - Français écrit
          francais_oral: Note de l'épreuve - Français oral
          lettre: Lettre de motivation   # where the jury has put its mark

        """
  }

  private static let reports: [(name: String, subject: String, occurrence: Int)] = [
    ("svt_premiere", "Sciences de la vie et de la Terre Spécialité", 2),
    ("svt_terminale", "Sciences de la vie et de la Terre Spécialité", 1),
    ("maths_premiere", "Mathématiques Spécialité", 2), ("maths_terminale", "Mathématiques Spécialité", 1),
    ("pc_premiere", "Physique-Chimie Spécialité", 2), ("pc_terminale", "Physique-Chimie Spécialité", 1),
    ("philosophie", "Philosophie", 1), ("anglais_premiere", "Langue vivante A", 2),
    ("anglais_terminale", "Langue vivante A", 1),
  ]
}
