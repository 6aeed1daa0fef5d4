import ExactValues
import Parallelism

/// Finds marks that are missing against the scheme's rule, and candidates whose weights add to zero.
///
/// Scoring could find them too, and would cost a second look at everything where they are wanted before: this one
/// looks at each mark once, and at no weight where nothing is missing.
struct MarkCheck {
  private let doublettes: [UInt16]
  private let marks: [MarkCells]
  private let scheme: AdmissionScheme
  /// For each doublette, whether an evaluation weighs anything in it.
  private let weighs: [[Bool]]
  private let weighsScientifically: [[Bool]]

  /// Rows are looked at in blocks of so many that a column's stay in the nearest cache.
  private static let blockLength = 1 << 10

  init(doublettes: [UInt16], marks: [MarkCells], scheme: AdmissionScheme) {
    precondition(marks.count == scheme.evaluations.count, "marks of another scheme")
    self.doublettes = doublettes
    self.marks = marks
    self.scheme = scheme
    weighs = scheme.wholeCoefficients.map { $0.map { $0 > 0 } }
    weighsScientifically = weighs.map { row in
      zip(scheme.evaluations, row).map { $0.isScientific && $1 }
    }
  }

  /// Everything found, by row. Rows of an unknown doublette are passed over: nothing is known of what they need.
  func errors(_ workers: Workers) -> AdmissionError {
    let ranges = workers.ranges(of: doublettes.count, minimum: 1 << 13)
    var parts = ranges.map { _ in AdmissionError() }
    parts.withUnsafeMutableBufferPointer { parts in
      // Each range writes a part of its own.
      nonisolated(unsafe) let parts = parts
      workers.perform(parts: ranges.count) { part in check(ranges[part], &parts[part]) }
    }
    var error = AdmissionError()
    for part in parts { error.append(part) }
    return error
  }

  private func check(_ rows: Range<Int>, _ error: inout AdmissionError) {
    let isWeightless = weighsScientifically.contains { !$0.contains(true) }
    let cells = marks.map(\.cells)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockLength) {
      let block = start..<min(rows.upperBound, start + Self.blockLength)
      let isSuspect =
        switch scheme.missing {
        case .reject: lacksMarks(block, cells)
        case .zero: false
        case .renormalise: lacksMarks(block, cells) && lacksScience(block, cells)
        }
      if isWeightless || isSuspect { examine(block, cells, &error) }
    }
  }

  /// Whether a mark that weighs anything is missing in a block.
  private func lacksMarks(_ block: Range<Int>, _ marks: [[OptionalMark]]) -> Bool {
    var missing: Int32 = 0
    doublettes.withUnsafeBufferPointer { doublettes in
      for evaluation in marks.indices {
        // All ones where the evaluation weighs anything; the last place is for an unknown doublette.
        let masks = weighs.map { $0[evaluation] ? Int32(-1) : 0 } + [0]
        guard masks.contains(-1) else { continue }
        let isForAll = !masks.dropLast().contains(0)
        marks[evaluation].withUnsafeBufferPointer { marks in
          if isForAll {
            // An unknown doublette makes at most a block suspect for nothing.
            for row in block { missing |= marks[row].units }
          } else {
            masks.withUnsafeBufferPointer { masks in
              for row in block {
                missing |= marks[row].units & masks[min(Int(doublettes[row]), masks.count &- 1)]
              }
            }
          }
        }
      }
    }
    return missing < 0
  }

  /// Whether a candidate of a block has no scientific mark that weighs anything.
  private func lacksScience(_ block: Range<Int>, _ marks: [[OptionalMark]]) -> Bool {
    block.contains { row in
      let doublette = Int(doublettes[row])
      return doublette < weighsScientifically.count
        && !marks.indices.contains {
          weighsScientifically[doublette][$0] && marks[$0][row].units >= 0
        }
    }
  }

  /// Looks at each row of a block.
  private func examine(_ block: Range<Int>, _ marks: [[OptionalMark]], _ error: inout AdmissionError) {
    for row in block where Int(doublettes[row]) < weighs.count {
      let doublette = Int(doublettes[row])
      var (hasWeight, hasScience) = (false, false)
      for evaluation in scheme.evaluations.indices where weighs[doublette][evaluation] {
        let isMissing = marks[evaluation][row].units < 0
        if isMissing, scheme.missing == .reject { error.add(row, .missingMark(evaluation: evaluation)) }
        if isMissing, scheme.missing == .renormalise { continue }
        hasWeight = true
        hasScience = hasScience || weighsScientifically[doublette][evaluation]
      }
      if !hasWeight {
        error.add(row, .noWeight)
      } else if !hasScience {
        error.add(row, .noScientificWeight)
      }
    }
  }
}
