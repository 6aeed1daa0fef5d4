/// Does the fixed work of one hot path, for `Benchmarks/guard` to count its instructions.
///
/// The argument is the name of a workload; without one, all names are printed. Prints the parts of the work in the
/// order in which they were begun, one a line: what is to be counted by its name, all else as `-`.
@main
enum GuardedWorkloads {
  static func main() throws {
    guard let name = CommandLine.arguments.dropFirst().first else {
      for workload in workloads { print(workload.key) }
      return
    }
    guard let workload = workloads.first(where: { $0.key == name }) else {
      fatalError("no workload is called \(name)")
    }
    var count = Count()
    try workload.value(&count)
    for part in count.parts { print(part) }
  }

  private static let workloads: KeyValuePairs<String, @Sendable (inout Count) throws -> Void> = [
    "reading": countReading, "scoring": countScoring, "ranking": countRanking, "draw": countDraw,
    "call-order": countCallOrder, "mentions": countMentions, "gpa": countGPA, "transport": countTransport,
    "minimums": countMinimums, "mobility": countMobility, "repair": countRepair,
  ]
}

/// Which part of the work is under way.
struct Count {
  private(set) var parts: [String] = []

  /// Ends the part under way and begins another.
  mutating func begin(_ part: String) {
    parts.append(part)
    cutCountHere()
  }

  /// Counts what `body` does, `times` over.
  mutating func part(_ name: String, times: Int = 1, _ body: () throws -> Int) rethrows {
    var sum = 0
    begin(name)
    for _ in 0..<times { sum &+= try body() }
    begin("-")
    precondition(sum != 0, "\(name) did nothing")
  }
}

nonisolated(unsafe) private var cuts = 0

/// What callgrind looks for: it writes down its count before each call.
@inline(never)
func cutCountHere() { cuts &+= 1 }
