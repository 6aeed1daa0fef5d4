/// Why two students do not swap their places.
public enum SwapError: Error, Sendable, Hashable {
  /// No student has this identifier.
  case unknownStudent(String)
  /// There is no such créneau.
  case unknownCreneau(String)
  /// Both students are the same.
  case sameStudent(String)
  /// The student has nothing in the créneau, and so has nothing to give.
  case noPlace(student: String)
  /// Both students have this module.
  case samePlace(module: String)
  /// The student is not eligible for the place of the other.
  case notEligible(student: String, module: String)
  /// The student would get a module that they have in another créneau.
  case moduleTwice(student: String, module: String)
  /// The students have swapped before.
  case alreadyMade(String, String)
}
