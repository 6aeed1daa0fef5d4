/// Why an exchange is not made.
package enum SwapRefusal: Error, Sendable, Equatable {
  /// The student holds nothing in the créneau, and so has nothing to give.
  case noPlace(student: Int)
  /// Both hold the same offer.
  case samePlace(offer: Int)
  /// The student would get an offer that is none of their options.
  case notAnOption(student: Int, offer: Int)
  /// The student would get a module they have in another créneau.
  case moduleTwice(student: Int, module: Int)
  /// The exchange was made before.
  case alreadyMade(student: Int, other: Int)
  /// The exchange to take back was not made, or its students have exchanged again since.
  case notMade(student: Int, other: Int)
}
