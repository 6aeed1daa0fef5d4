public import ExactValues

/// What is wrong with the students, places or wishes of an allocation: the first defect, with the identifiers.
public enum AllocationInputError: Error, Sendable, Equatable {
  /// Columns that should hold one value for each student have different lengths.
  case columnsOfDifferentLengths
  /// A student, module or destination has an empty identifier; `row` counts from 0.
  case emptyIdentifier(row: Int)
  /// Two students have this identifier.
  case repeatedStudent(String)
  /// The student's GPA is above 5.
  case gpaOutOfRange(student: String, Fraction)
  /// The student has fewer than 0 absences.
  case absencesOutOfRange(student: String, Int)
  /// The student has more than 1000 ECTS.
  case ectsOutOfRange(student: String, Fraction)
  /// The student has been away for fewer than 0 or more than 100 semesters.
  case semestersAwayOutOfRange(student: String, Int)
  /// The same module twice in one créneau, which is empty where there is one only.
  case repeatedModule(String, creneau: String)
  /// A module without a créneau, and other modules have one, or the module is in several.
  case missingCreneau(module: String)
  /// The places, the minimum or the limit of absences of a module or destination are below 0 or above 1 000 000.
  case placesOutOfRange(module: String, Int)
  /// Two destinations have this name.
  case repeatedDestination(String)
  /// The GPA, the ECTS, the duration or the priority that a destination has is out of range.
  case destinationOutOfRange(String)
  /// A quota, named as ``DepartureQuota/name`` has it, for a semester that no destination has.
  case quotaOfUnknownSemester(String)
  /// Two quotas for the same semester and type.
  case repeatedQuota(String)
  /// A quota of fewer than 0 or more than 1 000 000 departures.
  case quotaOutOfRange(String, Int)
  /// No student has this identifier.
  case unknownStudent(String)
  /// The student wishes for a module that there is not.
  case unknownModule(String, student: String)
  /// The student wishes for a destination that there is not.
  case unknownDestination(String, student: String)
  /// There is no such module or destination, or none in this créneau, where it is not nil.
  case noSuchModule(String, creneau: String?)
  /// There is no such créneau.
  case unknownCreneau(String)
  /// The student names the module, or the destination, twice.
  case repeatedWish(student: String, module: String)
  /// A rank below 1 or above 1 000 000.
  case rankOutOfRange(student: String, module: String, rank: Int)
  /// The rank costs say nothing of this wish's rank; `largest` is the last one that has a cost.
  case rankWithoutCost(Wish, largest: Int)
  /// The wishes were made for other students.
  case wishesOfOtherStudents
  /// The wishes were made for other modules or destinations.
  case wishesForOtherModules
  /// The merit order has this student twice.
  case repeatedInMeritOrder(String)
  /// The merit order lacks this student.
  case missingInMeritOrder(String)
  /// The merit order was made for other students, or for the same in other rows; this is the first who differs.
  case meritOrderOfOtherStudents(String)
  /// An allocation was made from other students, modules or wishes.
  case allocationOfAnotherInput
  /// There are no rank costs, or that of this rank, from 1, is below 0, above ``RankCosts/largestCost``, or below the
  /// one before.
  case rankCostOutOfRange(rank: Int)
  /// A student has no such place: the module is not in this créneau, or was no wish that holds.
  case noSuchPlace(student: String, module: String, creneau: String)
}
