import Palmares

extension HotPath {
  /// Places for twice the students, so that not every module can run.
  static let minimums = HotPath("minimum-search", sizes: [100, 1_000], guarded: (200, 1)) { size, _ in
    let problem = try offered(size: size) {
      Elective(
        $0.module, creneau: $0.creneau, places: 2 * $0.places, minimum: $0.places * 9 / 10,
        prerequisites: $0.prerequisites)
    }.problem
    return { phase in
      var isSearched = false
      let result = try AllocationSolver().solve(problem, policy: .satisfaction) {
        if $0 == .simplex { isSearched = true }
        phase($0.rawValue)
      }
      precondition(isSearched, "the minimums hold by themselves")
      return check(result)
    }
  }
}
