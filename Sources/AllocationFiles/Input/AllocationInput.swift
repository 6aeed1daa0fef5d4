public import Allocations
public import Lottery

/// What an allocation was made from: what a certificate's file is held against.
public struct AllocationInput: Sendable {
  public let students: Students
  /// Modules, or destinations as modules of a single créneau.
  public let electives: Catalogue
  /// nil for electives.
  public let mobility: Mobility?
  public let wishes: Wishes
  public let seed: DrawSeed

  public init(
    students: Students, electives: Catalogue, mobility: Mobility?, wishes: Wishes, seed: DrawSeed
  ) {
    self.students = students
    self.electives = electives
    self.mobility = mobility
    self.wishes = wishes
    self.seed = seed
  }
}
