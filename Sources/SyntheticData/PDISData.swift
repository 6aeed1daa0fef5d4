public import Admission
public import ExactValues
import Lottery

/// A made-up session of admission to PDIS: candidates, scheme, and orals for plausible barres.
///
/// The same size and seed give the same data on every machine, and a smaller session is the beginning of a
/// larger one. About a third of the candidates come from schools that mark at half points, and one in forty
/// has the very marks of another, so that every tie-break has something to decide.
public struct PDISData: Sendable {
  /// The most candidates a session may have.
  public static let largestSize = 100_000_000

  /// A barre générale that suits the data.
  public static let generalBarre: Mark = 12
  /// A barre scientifique that suits the data.
  public static let scientificBarre: Mark = "11.5"
  /// A barre d'admission that suits the data: who reaches it is admitted without an oral.
  public static let admissionBarre: Mark = "13.5"

  /// Twelve evaluations and three doublettes.
  public let scheme: AdmissionScheme
  /// The candidates, checked against the scheme.
  public let candidates: Candidates
  private let seed: String

  /// Makes the data of a seed.
  ///
  /// - Parameters:
  ///   - size: 0 to ``largestSize``.
  ///   - seed: any text.
  /// - Precondition: the size is in its range.
  public init(size: Int, seed: String) {
    precondition(0...Self.largestSize ~= size, "from 0 to \(Self.largestSize) candidates")
    self.seed = seed
    let scheme = PDISData.scheme()
    self.scheme = scheme
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size * 9)
    var ends: [Int] = []
    ends.reserveCapacity(size)
    var people: [PDISPerson] = []
    people.reserveCapacity(size)
    var marks = scheme.evaluations.map { _ in [OptionalMark]() }
    for index in marks.indices { marks[index].reserveCapacity(size) }
    for row in 0..<size {
      let person = PDISPerson(row: row, seed: seed)
      people.append(person)
      bytes.append(contentsOf: person.identifier)
      ends.append(bytes.count)
      for (index, mark) in person.marks.enumerated() { marks[index].append(mark) }
    }
    candidates = Candidates(
      unchecked: CandidateColumns(
        identifiers: IdentifierColumn(bytes: bytes, ends: ends), birthDates: people.map(\.birthDate),
        boursiers: people.map(\.isBoursier), genres: people.map(\.genre),
        doublettes: people.map { UInt16($0.doublette) }, secteurs: people.map(\.isOfSecteur),
        marks: marks.map { MarkCells($0) }), scheme: scheme)
  }

  /// The candidates convoked at the barres above, in file order, and what the jury says of them.
  public func orals() -> [Oral] { Self.orals(Scores(of: candidates), seed: seed) }

  /// The orals of candidates whose scores are known.
  ///
  /// - Parameters:
  ///   - scores: of the candidates of this seed.
  ///   - seed: the seed of the candidates.
  public static func orals(_ scores: Scores, seed: String) -> [Oral] {
    let general = scores.general.threshold(generalBarre)
    let scientific = scores.scientific.threshold(scientificBarre)
    let admission = scores.general.threshold(admissionBarre)
    return scores.indices.compactMap { row in
      let score = scores.general.numerators[row]
      guard score >= general, score < admission, scores.scientific.numerators[row] >= scientific else {
        return nil
      }
      var numbers = SeededNumbers(seed: seed, subject: "oral", row: row)
      let verdict: OralVerdict =
        switch numbers.below(100) {
        case ..<60: .satisfactory
        case ..<92: .insufficient
        default: .absent
        }
      return Oral(scores.candidates.identifiers[row], verdict)
    }
  }
}
