public import DelimitedText
import ExactValues
public import Grading
public import Workers

/// The results of UEs: `eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage`, by student and UE.
///
/// Where marks are of two sessions, `session` says whether marks of the second made a difference, and
/// `premiere_exacte` is the mean of who had validated before: `grades mentions` reads both.
public struct UEResultsTable: Sendable {
  private let marks: MarksFile
  private let scheme: UEScheme

  public init(_ marks: MarksFile, scheme: UEScheme) {
    self.marks = marks
    self.scheme = scheme
  }

  private func outcome(_ entry: StudentMarks) -> UEOutcome {
    scheme.ues[entry.ue].outcome(first: entry.first, second: entry.second, finalMark: scheme.finalMark)
  }

  /// How many there are of each result, in the order of `UEResult.allCases`.
  ///
  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func counts(workers: Workers = Workers()) -> [Int] {
    let all = UEResult.allCases
    let results = [UInt8](unsafeUninitializedCapacity: marks.count) { buffer, count in
      // Each part fills rows of its own.
      nonisolated(unsafe) let buffer = buffer
      let ranges = workers.ranges(of: marks.count, minimum: 1 << 10)
      workers.perform(parts: ranges.count) { part in
        for row in ranges[part] {
          let result = outcome(marks.entry(row)).result
          buffer[row] = UInt8(all.firstIndex(of: result) ?? 0)
        }
      }
      count = marks.count
    }
    return results.reduce(into: all.map { _ in 0 }) { $0[Int($1)] += 1 }
  }

  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = ["eleve", "ue", "moyenne", "moyenne_exacte", "resultat", "rattrapage"]
    if marks.hasSessions { columns += ["session", "premiere_exacte"] }
    try writeTable(format, columns: columns, rows: marks.count, workers: workers, to: sink) { text, rows in
      for row in rows {
        let entry = marks.entry(row)
        let outcome = outcome(entry)
        let ue = scheme.ues[entry.ue]
        text.identifier(entry.student, of: marks.students)
        text.text(ue.name)
        text.decimal(outcome.mean?.decimalText(under: ue.threshold.decimal.fraction) ?? "")
        text.text(outcome.mean?.description ?? "")
        text.text(outcome.result.rawValue)
        text.text(outcome.resits.map { ue.ecues[$0].name }.joined(separator: "+"))
        if marks.hasSessions {
          text.integer(outcome.session)
          text.text(outcome.firstMean?.description ?? "")
        }
        text.endRow()
      }
    }
  }
}
