public import DelimitedText
import Foundation

/// What can be wrong with the file of a seed. Nothing of the seed is ever part of one.
public enum SeedFileDefect: DefectReason, Equatable {
  case empty
  case notUTF8
  case spaceAround
  case controlCharacter
  case notJSON
  case noSeed
  case severalSeeds
  case otherCommitment
}
