public import ExactValues

/// The students of an allocation, a column for each thing that is known of them; a collection of ``Student``s.
///
/// ```swift
/// let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1", absences: 2)])
/// print(students[1].absences)  // 2
/// ```
public struct Students: Sendable {
  /// The pseudonyms, each once.
  public let identifiers: IdentifierColumn
  /// From 0 to 5.
  public let gpas: [Fraction]
  /// Absences of the year, 0 or more.
  public let absences: [Int]
  /// The UEs each student has validated, as UTF-8; nil where that is not known: nobody then meets a prerequisite.
  public let validated: [Set<[UInt8]>]?
  /// What mobility asks about; nil where that is not known.
  public package(set) var mobility: MobilityRecord?

  /// Makes the columns of some students.
  ///
  /// - Throws: ``AllocationInputError`` for the first student with an empty or repeated identifier, or with a number
  ///   out of its range.
  /// - Complexity: O(*n*) expected, students.
  public init(_ students: some Sequence<Student>) throws(AllocationInputError) {
    let students = Array(students)
    try self.init(
      identifiers: IdentifierColumn(students.lazy.map(\.identifier)), gpas: students.map(\.gpa),
      absences: students.map(\.absences),
      validated: students.map { Set($0.validated.map { Array($0.utf8) }) },
      mobility: MobilityRecord(
        ects: students.map(\.ects), semestersAway: students.map(\.semestersAway),
        languages: students.map { student in
          Dictionary(student.languages.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: Swift.max)
        }))
  }

  /// Makes students of columns, which hold the students in one order.
  ///
  /// - Parameters:
  ///   - identifiers: The pseudonyms, not empty and each once.
  ///   - gpas: From 0 to 5.
  ///   - absences: Absences of the year, 0 or more.
  ///   - validated: The UEs each has validated, as UTF-8; nil where that is not known.
  ///   - mobility: What mobility asks about; nil where that is not known.
  /// - Throws: ``AllocationInputError`` for the first student with an empty or repeated identifier, or with a number
  ///   out of its range, and where columns have different lengths.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  public init(
    identifiers: IdentifierColumn, gpas: [Fraction], absences: [Int], validated: [Set<[UInt8]>]? = nil,
    mobility: MobilityRecord? = nil
  ) throws(AllocationInputError) {
    let count = identifiers.count
    guard gpas.count == count, absences.count == count, validated?.count ?? count == count,
      mobility?.holds(count) ?? true
    else { throw .columnsOfDifferentLengths }
    var seen: Set<ArraySlice<UInt8>> = []
    seen.reserveCapacity(count)
    for row in 0..<count {
      guard !identifiers.range(row).isEmpty else { throw .emptyIdentifier(row: row) }
      guard seen.insert(identifiers.bytes[identifiers.range(row)]).inserted else {
        throw .repeatedStudent(identifiers[row])
      }
      guard gpas[row] <= Student.largestGPA.fraction else {
        throw .gpaOutOfRange(student: identifiers[row], gpas[row])
      }
      guard absences[row] >= 0 else { throw .absencesOutOfRange(student: identifiers[row], absences[row]) }
      if let ects = mobility?.ects?[row], ects > Student.largestECTS.fraction {
        throw .ectsOutOfRange(student: identifiers[row], ects)
      }
      if let away = mobility?.semestersAway[row], !(0...MobilityRecord.mostSemestersAway ~= away) {
        throw .semestersAwayOutOfRange(student: identifiers[row], away)
      }
    }
    self.init(
      checked: identifiers, gpas: gpas, absences: absences, validated: validated, mobility: mobility)
  }

  /// Students whose columns have been checked, as a reader does with line numbers.
  package init(
    checked identifiers: IdentifierColumn, gpas: [Fraction], absences: [Int],
    validated: [Set<[UInt8]>]? = nil, mobility: MobilityRecord? = nil
  ) {
    precondition(identifiers.count == gpas.count && gpas.count == absences.count)
    precondition(validated.map { $0.count == gpas.count } ?? true)
    self.identifiers = identifiers
    self.gpas = gpas
    self.absences = absences
    self.validated = validated
    self.mobility = mobility
  }

  /// The absences of a student, where they are more than a place admits.
  func excessOfAbsences(_ student: Int, most: Int?) -> Shortfall? {
    guard let most, absences[student] > most else { return nil }
    return .absences(absences[student], most: most)
  }
}

extension Students: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of students.
  public var endIndex: Int { gpas.count }
  /// The number of students.
  public var count: Int { gpas.count }

  /// A student, with 0 ECTS, no semester away and no language where that is not known.
  public subscript(row: Int) -> Student {
    var student = Student(
      identifiers[row], exactGPA: gpas[row], absences: absences[row],
      validated: Set((validated?[row] ?? []).map { String(decoding: $0, as: UTF8.self) }),
      semestersAway: mobility?.semestersAway[row] ?? 0, languages: mobility?.languages[row] ?? [:])
    student.ects = mobility?.ects?[row] ?? 0
    return student
  }
}
