import Admission
import ExactValues
import Lottery
import SyntheticData

/// A made-up candidate export of the platform: the headers of 2026, and the candidates of `PDISData` with the
/// school reports their marks could come from.
///
/// The third trimester of the final year is empty, as it is when the platform hands files out; some marks are
/// missing; one candidate in twelve has specialities that make no doublette.
public struct ExportData: Sendable {
  /// The most candidates an export may have.
  public static let largestSize = 10_000_000

  /// The headers of an export, in their order; some occur more than once.
  public static var headers: [String] { ExportHeaders.all }

  /// How many candidates the export has.
  public let size: Int
  private let seed: String

  /// Makes the data of a seed.
  ///
  /// - Parameters:
  ///   - size: 0 to ``largestSize``.
  ///   - seed: any text.
  /// - Precondition: the size is in its range.
  public init(size: Int, seed: String) {
    precondition(0...Self.largestSize ~= size, "from 0 to \(Self.largestSize) candidates")
    self.size = size
    self.seed = seed
  }

  /// The cells of a row, in the order of ``headers``; decimals with a comma.
  public func cells(_ row: Int) -> [String] {
    var writer = ExportRow(PDISPerson(row: row, seed: seed), row: row, seed: seed)
    return writer.cells()
  }
}

/// The cells of one made-up candidate.
private struct ExportRow {
  private static let places: [String: [Int]] = {
    var places: [String: [Int]] = [:]
    for (index, name) in ExportHeaders.all.enumerated() { places[name, default: []].append(index) }
    return places
  }()
  private static let firstReport = places["Bulletins - Année Scolaire - Libellé"] ?? []
  private static let specialities = ["Sciences de la vie et de la Terre", "Mathématiques", "Physique-Chimie"]
  /// For each doublette of `PDISData`, the final-year specialities and the one given up.
  private static let byDoublette = [[0, 1, 2], [0, 2, 1], [1, 2, 0]]

  private let person: PDISPerson
  private let row: Int
  private var numbers: SeededNumbers
  private var line = [String](repeating: "", count: ExportHeaders.all.count)

  init(_ person: PDISPerson, row: Int, seed: String) {
    self.person = person
    self.row = row
    numbers = SeededNumbers(seed: seed, subject: "export", row: row)
  }

  mutating func cells() -> [String] {
    writeCandidate()
    writeSchooling()
    let specialities = Self.byDoublette[person.doublette]
    for (year, start) in Self.firstReport.enumerated() { writeReport(start, isFinalYear: year == 0) }
    writeOpinions()
    let hasOthers = numbers.below(12) == 0
    set("EDS Scolarité Terminale 1 - Libellé", Self.specialities[specialities[0]])
    set(
      "EDS Scolarité Terminale 2 - Libellé",
      hasOthers ? "Sciences Economiques et Sociales" : Self.specialities[specialities[1]])
    set("EDS Scolarité Abandonné - Libellé", Self.specialities[specialities[2]])
    for (index, speciality) in specialities.enumerated() {
      set("EDS Scolarité Première \(index + 1) - Libellé", Self.specialities[speciality])
    }
    writeExaminations()
    writeWish()
    return line
  }

  private mutating func set(_ header: String, _ text: String, occurrence: Int = 0) {
    guard let place = Self.places[header]?[occurrence] else { preconditionFailure("no header \(header)") }
    line[place] = text
  }

  private mutating func writeCandidate() {
    let isWoman = person.genre == .female
    set("Groupe candidat - Code", "4242")
    set("Candidat - Code", String(decoding: person.identifier.dropFirst(), as: UTF8.self))
    set("Candidat - Nom", "NOM\(row)")
    set("Candidat - Prénom", "Prénom\(row)")
    set("Civilité", isWoman ? "Mme" : "M.")
    set("Sexe", isWoman ? "F" : person.genre == .male ? "M" : "X")
    let date = person.birthDate.description.split(separator: "-")
    set("Date Naissance", "\(date[2])/\(date[1])/\(date[0])")
    set("Profil Candidat - Libellé", "En terminale")
    set("Cordées de la réussite", numbers.chance(6) ? "Oui" : "Non")
    let isInHigherEducation = person.isBoursier && numbers.chance(5)
    set(
      "Candidat boursier - Libellé",
      !person.isBoursier
        ? "Non boursier"
        : isInHigherEducation ? "Boursier de l'enseignement supérieur" : "Boursier du secondaire")
    if person.isBoursier {
      set("Certification statut de boursier - Libellé", "Certifié")
      set("Echelon de bourse", String(1 + numbers.below(6)))
    }
    set("Nombre de frères et sœurs non inscrits dans l'enseignement supérieur", String(numbers.below(4)))
    set("Nombre de frêres et soeurs inscrits dans l'enseignement supérieur", String(numbers.below(2)))
  }

  private mutating func writeSchooling() {
    let level = ["Terminale", "Première", "Seconde"]
    let department =
      person.isOfSecteur ? ("42", "Loire") : numbers.chance(50) ? ("69", "Rhône") : ("75", "Paris")
    for (index, year) in ["2025/2026", "2024/2025", "2023/2024"].enumerated() {
      set("Type de Scolarité - Libellé \(year)", "Scolarité en lycée")
      set(" Niveau Etude - Libellé \(year)", level[index])
      set("Type Formation - Libellé  \(year)", index < 2 ? "Série générale" : "Seconde générale")
      set("Option facultative 1 Scolarité - Libellé \(year)", numbers.chance(20) ? "Latin" : "")
      set("Type de contrat établissement d'origine - Libellé \(year)", "Public")
      set("Nom Etablissement origine \(year)", "Lycée \(numbers.below(900))")
      set("Commune Etablissement origine - Libellé \(year)", "Commune \(numbers.below(400))")
      set("Commune Etablissement origine - CodePostal \(year)", "\(department.0)000")
      set("Département Etablissement origine - Libellé \(year)", department.1)
      set("Pays Etablissement origine - Libellé \(year)", "France")
      set("Scolarisation sur l'année - Libellé \(year)", "Année complète")
    }
    set("Série de classe - Libellé 2025/2026", "Générale")
    set("UAI Etablissement origine 2025/2026", "0\(department.0)0\(100 + numbers.below(900))A")
    for year in ["2025/2026", "2024/2025"] {
      set("Langue vivante A scolarité - Libellé \(year)", "Anglais")
      set("Langue vivante B scolarité - Libellé \(year)", numbers.chance(60) ? "Espagnol" : "Allemand")
      set("Département Etablissement origine - Code \(year)", department.0)
    }
  }

  /// For a subject of the reports, the evaluation of `PDISData` its marks go round, in the final year and in the
  /// year before.
  private static let evaluations: [String: (final: Int?, before: Int?)] = [
    "Philosophie": (8, nil), "Langue vivante A": (10, 9), "Français": (nil, 6),
    "Mathématiques Spécialité": (3, 2), "Physique-Chimie Spécialité": (5, 4),
    "Sciences de la vie et de la Terre Spécialité": (1, 0),
  ]

  private mutating func writeReport(_ start: Int, isFinalYear: Bool) {
    line[start] = isFinalYear ? "2025/2026" : "2024/2025"
    line[start + 1] = isFinalYear ? "Terminale" : "Première"
    line[start + 2] = "Série générale"
    line[start + 3] = "Générale"
    let classSize = 18 + numbers.below(18)
    var place = start + 4
    for trimester in 1...ExportHeaders.trimesters {
      let isOver = !isFinalYear || trimester < 3
      line[place] = isOver ? "Trimestrielle" : ""
      place += 1
      for subject in ExportHeaders.subjects {
        let evaluation = Self.evaluations[subject].flatMap { isFinalYear ? $0.final : $0.before }
        if isOver, let evaluation, let mark = person.hundredths(evaluation) {
          writeSubject(subject, mark, classSize, at: place)
        }
        place += ExportHeaders.ofSubject.count
      }
    }
  }

  private mutating func writeSubject(_ subject: String, _ mark: Int, _ classSize: Int, at place: Int) {
    line[place] = subject == "Langue vivante A" ? "Anglais" : subject
    let word = numbers.below(100)
    let hundredths = min(max(mark + numbers.bell(deviation: 80), 0), 2_000)
    line[place + 1] =
      switch word {
      case 0: "N"
      case 1: "Aucune note"
      case ..<40: decimal((hundredths + 25) / 50 * 50)
      default: decimal(hundredths)
      }
    let mean = 1_150 + numbers.bell(deviation: 120)
    line[place + 2] = decimal(mean)
    line[place + 3] = decimal(max(mean - 300 - numbers.below(500), 0))
    line[place + 4] = decimal(min(mean + 300 + numbers.below(500), 2_000))
    line[place + 5] = String(classSize)
    line[place + 6] = String(1 + numbers.below(classSize))
  }

  private func decimal(_ hundredths: Int) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100)
    if part == 0 { return String(whole) }
    return part % 10 == 0 ? "\(whole),\(part / 10)" : "\(whole),\(part < 10 ? "0" : "")\(part)"
  }

  private mutating func writeOpinions() {
    let words = ["Très satisfaisant", "Satisfaisant", "Assez satisfaisant", "Peu démontré"]
    for header in [
      "Avis Méthode Travail - Libellé", "Avis Autonomie Elève - Libellé",
      "Avis Capacité Investir - Libelle", "Avis Engagement Citoyen - Libellé",
      "Avis CE sur la capacité à réussir - Libellé",
    ] {
      set(header, words[min(numbers.below(6), 3)])
    }
    set(
      "Avis CE - Appréciation",
      numbers.below(8) == 0
        ? "Élève sérieux ; \"à encourager\", en progrès" : "Travail régulier, résultats solides.")
  }

  private mutating func writeExaminations() {
    for (examination, evaluation) in [("Français écrit", 6), ("Français oral", 7)] {
      set("Epreuve - Libelle - \(examination)", examination)
      guard let mark = person.hundredths(evaluation) else { continue }
      set("Note de l'épreuve - \(examination)", decimal(mark))
      set("Note remontée par Cyclades - \(examination)", "Oui")
    }
  }

  private mutating func writeWish() {
    set("Vœu confirmé - Libellé", "Oui")
    set("Demande Internat - Libellé", numbers.chance(30) ? "Oui" : "Non")
    set("Distance domicile-établissement(Km)", String(numbers.below(700)))
    for kind in ["Demande Aménagement Handicap", "Demande Amenagement Sportif Haut Niveau"] {
      set("\(kind) - Libellé", numbers.chance(3) ? "Oui" : "Non")
    }
    if let letter = person.hundredths(11) { set("Lettre de motivation", decimal(letter)) }
    set("Fiche réorientation - Libellé", "Non")
  }
}
