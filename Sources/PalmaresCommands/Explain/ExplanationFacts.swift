import Palmares
public import Wording

/// An explanation as facts with names, for all its forms: text, letter, JSON, CSV.
///
/// The keys of its JSON are the institution's words, as in the columns of tables. Two of its values are for people, in
/// the language of the run: `mots`, which puts `objectif` in words, and `conditions`.
struct ExplanationFacts: Encodable {
  struct Move: Encodable {
    let student: String
    let from: String?
    let to: String?
    let rank: Int?

    private enum CodingKeys: String, CodingKey {
      case student = "eleve"
      case from = "de"
      case to = "vers"
      case rank = "rang"
    }
  }

  /// What some moves change; the counts leave out the student's own move.
  struct Change: Encodable {
    struct Level: Encodable {
      let level: String
      let gain: Int64

      private enum CodingKeys: String, CodingKey {
        case level = "niveau"
        case gain
      }
    }

    let objective: [Level]
    /// Other students who would get a place, lose theirs, get a better wish, or get a worse one.
    var placed = 0
    var left = 0
    var better = 0
    var worse = 0
    /// How many of the students who would lose have a better merit than the student.
    var betterMeritLosers = 0
    /// Whether the student's own move is one of them.
    var hasOwnMove = false
    /// nil in a letter.
    let moves: [Move]?
    /// By how much each level of the objective changes, in the language of the run.
    let words: Message

    private enum CodingKeys: String, CodingKey {
      case objective = "objectif"
      case placed = "places"
      case left = "sans_place"
      case better = "mieux"
      case worse = "moins_bien"
      case betterMeritLosers = "perdants_mieux_classes"
      case hasOwnMove = "avec_l_eleve"
      case moves = "mouvements"
      case words = "mots"
    }
  }

  struct Holder: Encodable {
    let student: String
    let rank: Int?
    let gpa: String
    let absences: Int
    let meritPosition: Int
    /// What would change if this place went to the student.
    let handover: Change?

    private enum CodingKeys: String, CodingKey {
      case student = "eleve"
      case rank = "rang"
      case gpa, absences
      case meritPosition = "position_merite"
      case handover = "si_cede"
    }
  }

  enum Outcome: String, Encodable {
    case obtained = "obtenu"
    case full = "complet"
    case quota
    case closed = "ferme"
    case elsewhere = "deja_obtenu"
    case ineligible
    case free = "libre"
    case lower = "moins_bon"
  }

  struct Wish: Encodable {
    let rank: Int
    let module: String
    let outcome: Outcome
    /// Those that the student does not meet, in the language of the run.
    var conditions: [Message] = []
    var quotas: [String] = []
    var places: Int?
    var taken: Int?
    var minimum: Int?
    /// Holders with a better and with a lower merit than the student.
    var betterCount: Int?
    var lowerCount: Int?
    var holders: [Holder]?
    /// What giving the student a place would take at least.
    var cost: Change?
    var oneMore: Change?
    /// Whether one more place could be the student's own.
    var isWithinReach: Bool?

    private enum CodingKeys: String, CodingKey {
      case rank = "rang"
      case module
      case outcome = "resultat"
      case conditions, quotas, places
      case taken = "prises"
      case minimum
      case betterCount = "mieux_classes"
      case lowerCount = "moins_bien_classes"
      case holders = "titulaires"
      case cost = "cout"
      case oneMore = "une_place_de_plus"
      case isWithinReach = "a_sa_portee"
    }
  }

  struct Place: Encodable {
    let slot: String
    let module: String?
    let rank: Int?
    /// What the student has instead by now.
    let since: Since?
    let wishes: [Wish]

    private enum CodingKeys: String, CodingKey {
      case slot = "creneau"
      case module
      case rank = "rang"
      case since = "depuis"
      case wishes = "voeux"
    }
  }

  struct Since: Encodable {
    let module: String?
    /// nil where the file does not say.
    let mark: PlaceMarks.Mark?

    private enum CodingKeys: String, CodingKey {
      case module
      case mark = "motif"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(module, forKey: .module)
      try container.encodeIfPresent(mark?.csvWord, forKey: .mark)
    }
  }

  let student: String
  let gpa: String
  let absences: Int
  let meritPosition: Int
  let studentCount: Int
  let policy: String
  let places: [Place]
  /// Wishes that hold nowhere.
  let withoutEffect: [Wish]
  /// Whether the costs are known: the allocation is the best one by the policy, as far as exchanges show.
  let isOptimal: Bool
  /// Whether no cheaper change than those here can exist.
  let isExact: Bool

  private enum CodingKeys: String, CodingKey {
    case student = "eleve"
    case gpa, absences
    case meritPosition = "position_merite"
    case studentCount = "eleves"
    case policy = "politique"
    case places
    case withoutEffect = "sans_effet"
    case isOptimal = "est_optimale"
    case isExact = "est_exacte"
  }
}

extension Message: Encodable {
  /// Encodes the wording in the language of the run.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
