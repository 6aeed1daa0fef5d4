import Glibc

/// The times of one work, and the most memory the process held from the first to the last.
struct Timing {
  private var seconds: [Double] = []
  private var peak = 0

  /// - Parameter work: done once untimed, then `runs` times.
  /// - Returns: what it returned last.
  mutating func time<Result>(runs: Int, _ work: () throws -> Result) rethrows -> Result {
    forgetPeak()
    var result = try work()
    for _ in 0..<runs {
      let elapsed = try ContinuousClock().measure { result = try work() }
      seconds.append(elapsed / .seconds(1))
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    // Linux counts in kibibytes.
    peak = usage.ru_maxrss * 1024
    return result
  }

  /// - Parameter count: what the work was done on, or found.
  func report(_ name: String, _ count: Int) {
    print("{\"\(name)\": \(count), \"peak\": \(peak), \"seconds\": \(seconds)}")
  }

  /// The most memory held is what is held now: what reading took does not count.
  private func forgetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }
}
