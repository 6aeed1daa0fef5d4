import HotPaths

/// Does the fixed work of one hot path, for `Benchmarks/guard` to count its instructions.
///
/// The argument is the name of a hot path; without one, all names are printed. Prints the parts of the work in the
/// order in which they were begun, one a line: what is to be counted by its name, all else as `-`.
@main
enum GuardedWorkloads {
  static func main() throws {
    guard let name = CommandLine.arguments.dropFirst().first else {
      for path in HotPath.all { print(path.name) }
      return
    }
    guard let path = HotPath.all.first(where: { $0.name == name }) else {
      fatalError("no hot path is called \(name)")
    }
    let work = try path.guardedWork()
    var count = Count()
    if path.phase == nil { count.begin(name) }
    for _ in 0..<path.guarded.times {
      let result = try work { phase in
        if path.phase != nil { count.begin(phase == path.phase ? name : "-") }
      }
      precondition(result != 0, "\(name) did nothing")
    }
    count.begin("-")
    for part in count.parts { print(part) }
  }
}

/// Which part of the work is under way.
private struct Count {
  private(set) var parts: [String] = []

  /// Ends the part under way and begins another.
  mutating func begin(_ part: String) {
    parts.append(part)
    cutCountHere()
  }
}

nonisolated(unsafe) private var cuts = 0

/// What callgrind looks for: it writes down its count before each call.
@inline(never)
func cutCountHere() { cuts &+= 1 }
