import ExactValues
import Parallelism
import Synchronization
import Wording

/// Rows between two looks at whether the task is cancelled: a millisecond's work.
private let rowsBetweenChecks = 1 << 12

/// Two different identifiers that a person might take for one.
extension IdentifierColumn {
  /// The pairs of different identifiers that differ by leading zeros, case, accents or spaces only: of each one that
  /// is like another before it, with the first such.
  ///
  /// - Complexity: O(*n*) expected, *n* = the number of bytes; a fraction of a reading where all identifiers are of
  ///   one length and one case.
  package func similarPairs() -> [(row: Int, first: Int)] {
    guard mayHaveSimilar else { return [] }
    let index = SimilarIndex(self)
    var isCancelled = false
    return (0..<count).compactMap { row in
      if row % rowsBetweenChecks == 0, Task.isCancelled { isCancelled = true }
      guard !isCancelled, !range(row).isEmpty, let first = index.row(similarTo: self, row), first < row,
        bytes[range(first)] != bytes[range(row)]
      else { return nil }
      return (row, first)
    }
  }

  /// Whether two identifiers can be alike at all: without other characters than capital letters or small ones,
  /// digits and signs, and without leading zeros or of one length, different ones never are.
  private var mayHaveSimilar: Bool {
    let letters = bytes.withUnsafeBytes { LetterSurvey($0) }
    if letters.hasOthers || (letters.hasCapitals && letters.hasSmall) { return true }
    return hasLeadingZero && Set(ends.indices.lazy.map { range($0).count }).count > 1
  }

  private var hasLeadingZero: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        var start = 0
        var zeros: UInt8 = 0
        for end in ends {
          if end > start { zeros |= bytes[start] == UInt8(ascii: "0") ? 1 : 0 }
          start = end
        }
        return zeros > 0
      }
    }
  }
}

/// A fast look at which kinds of letters there may be in a text: signs beside the letters count as letters.
private struct LetterSurvey {
  let hasCapitals: Bool
  let hasSmall: Bool
  /// Spaces, and characters beyond ASCII.
  let hasOthers: Bool

  init(_ bytes: UnsafeRawBufferPointer) {
    var marks = Marks()
    var index = 0
    while index + 32 <= bytes.count {
      marks.add(bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self))
      index += 32
    }
    var rest = [UInt8](repeating: UInt8(ascii: "0"), count: 32)
    for (place, byte) in bytes[index...].enumerated() { rest[place] = byte }
    rest.withUnsafeBytes { marks.add($0.loadUnaligned(as: SIMD4<UInt64>.self)) }
    hasCapitals = marks.capitals & eachByte(0x40) != .zero
    hasSmall = marks.small & eachByte(0x40) != .zero
    hasOthers = marks.others & eachByte(0x80) != .zero
  }

  /// Bits 5 and 6 of a byte say which letters it is among, if any.
  private struct Marks {
    var (capitals, small, others) = (SIMD4<UInt64>.zero, SIMD4<UInt64>.zero, SIMD4<UInt64>.zero)

    @inline(__always)
    mutating func add(_ block: SIMD4<UInt64>) {
      let shifted = block &<< 1
      capitals |= block & ~shifted
      small |= block & shifted
      others |= block | zeroBytes(block ^ eachByte(UInt8(ascii: " ")))
    }
  }
}

/// Finds identifiers by what is left of them without leading zeros, case, accents and spaces.
struct SimilarIndex: Sendable {
  private let identifiers: IdentifierColumn
  private let index: IdentifierIndex

  init(_ identifiers: IdentifierColumn) {
    self.identifiers = identifiers
    var bytes: [UInt8] = []
    bytes.reserveCapacity(identifiers.bytes.count)
    var ends: [Int] = []
    ends.reserveCapacity(identifiers.count)
    for row in 0..<identifiers.count {
      // Whoever reads asks again, and does not believe what is short.
      if row % rowsBetweenChecks == 0, Task.isCancelled { break }
      appendLikeness(identifiers, row, to: &bytes)
      ends.append(bytes.count)
    }
    index = IdentifierIndex(IdentifierColumn(bytes: bytes, ends: ends))
  }

  /// The first row whose identifier differs from one by leading zeros, case, accents or spaces at most.
  func row(similarTo column: IdentifierColumn, _ row: Int) -> Int? {
    var bytes: [UInt8] = []
    appendLikeness(column, row, to: &bytes)
    guard !bytes.isEmpty else { return nil }
    let found = index.rows(of: IdentifierColumn(bytes: bytes, ends: [bytes.count]), workers: .one)[0]
    return found < 0 ? nil : Int(found)
  }
}

/// Appends an identifier without leading zeros, case, accents and spaces. Of zeros alone one is left.
private func appendLikeness(_ column: IdentifierColumn, _ row: Int, to bytes: inout [UInt8]) {
  let start = bytes.count
  let range = column.range(row)
  if column.bytes[range].allSatisfy({ $0 < 0x80 }) {
    for byte in column.bytes[range] where byte != UInt8(ascii: " ") {
      bytes.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
  } else {
    bytes.append(contentsOf: withoutCaseAndAccents(column[row]).utf8)
  }
  let zeros = bytes[start...].dropLast().prefix { $0 == UInt8(ascii: "0") }.count
  bytes.removeSubrange(start..<start + zeros)
}

/// Why an identifier is not found, and which one is there that is like it.
struct NearIdentifier: DefectReason {
  let reason: any DefectReason
  let wanted: String
  let found: String

  var message: Message { reason.message }
  var kind: Message { reason.kind }
}

/// A value that is made when it is asked for, once.
final class OnDemand<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    made.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}

/// Two identifiers of one file that a person might take for one.
public struct SimilarIdentifiers: Sendable, Equatable {
  /// The one that stands first in the file.
  public let first: String
  /// The other one.
  public let second: String

  package init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}
