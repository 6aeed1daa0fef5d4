public import DelimitedText
import Foundation

/// What can be wrong with the file of a seed. Nothing of the seed is ever part of one.
public enum SeedFileDefect: DefectReason, Equatable {
  /// The first line is empty.
  case empty
  /// The file is not UTF-8.
  case notUTF8
  /// The seed begins or ends with a space, which nobody sees.
  case spaceAround
  /// The seed holds a control character.
  case controlCharacter
  /// The file begins as JSON does, but is no array of objects with a `graine`.
  case notJSON
  /// The table has no row.
  case noSeed
  /// The table has several rows.
  case severalSeeds
  /// The commitment beside the seed is that of another seed.
  case otherCommitment
}
