import Palmares
import SyntheticData
import Wording

// What generate says of the files it made.
extension Message {
  /// - Parameter orals: candidates who are convoked to an oral at the barres of made-up sessions.
  static func madeUpSession(_ folder: String, candidates: Int, orals: Int) -> Message {
    let general = PDISData.generalBarre.description
    let scientific = PDISData.scientificBarre.description
    let admission = PDISData.admissionBarre.description
    return Message(
      fr: """
        \(folder): \(candidates, "candidat", "candidats"), \(orals, "oral", "oraux") pour une barre générale de \
        \(decimal: general), une barre scientifique de \(decimal: scientific) et une barre d'admission de \
        \(decimal: admission)
        """,
      en: """
        \(folder): \(candidates, "candidate", "candidates"), \(orals, "oral", "orals") for a barre générale of \
        \(general), scientifique \(scientific), d'admission \(admission)
        """)
  }

  static func madeUpElectives(_ folder: String, students: Int, modules: Int, wishes: Int) -> Message {
    Message(
      fr: """
        \(folder): \(students, "élève", "élèves"), \(modules, "module", "modules"), \(wishes, "vœu", "vœux")
        """,
      en: """
        \(folder): \(students, "student", "students"), \(modules, "module", "modules"), \
        \(wishes, "wish", "wishes")
        """)
  }

  static func madeUpMobility(_ folder: String, students: Int, destinations: Int, wishes: Int) -> Message {
    Message(
      fr: """
        \(folder): \(students, "élève", "élèves"), \(destinations, "destination", "destinations"), \
        \(wishes, "vœu", "vœux")
        """,
      en: """
        \(folder): \(students, "student", "students"), \(destinations, "destination", "destinations"), \
        \(wishes, "wish", "wishes")
        """)
  }

  static func madeUpGrades(_ folder: String, students: Int, ues: Int, marks: Int) -> Message {
    Message(
      fr: "\(folder): \(students, "élève", "élèves"), \(ues) UE, \(marks, "note", "notes")",
      en: """
        \(folder): \(students, "student", "students"), \(ues, "UE", "UEs"), \(marks, "mark", "marks")
        """)
  }
}
