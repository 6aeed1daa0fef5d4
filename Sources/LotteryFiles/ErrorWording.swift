public import Wording

extension SeedFileDefect {
  public var message: Message {
    switch self {
    case .empty: "the file has no seed: its first line is empty"
    case .notUTF8: "not UTF-8 text"
    case .spaceAround: "the seed begins or ends with a space, which cannot be seen: remove it"
    case .controlCharacter: "a control character in the seed"
    case .notJSON: "neither a line of text nor a JSON array of objects with a graine"
    case .noSeed: "the table has no seed: no row under its header"
    case .severalSeeds: "the table has several seeds: leave one"
    case .otherCommitment: "the engagement beside the seed is not its SHA-256"
    }
  }
}
