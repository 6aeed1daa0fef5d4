import Palmares

extension HotPath {
  /// One student in twenty withdraws.
  static let repair = HotPath("repair", sizes: [1_000, 10_000, 100_000], guarded: (5_000, 1)) { size, _ in
    let problem = offered(size: size, withoutMinimum)
    let published = try AllocationSolver().solve(problem, policy: .satisfaction).allocation
    let withdrawn = Set(stride(from: 0, to: problem.seatCount, by: 20))
    return { phase in
      let repair = Repair(of: published, problem, withdrawn: withdrawn)
      let objective = repair.objective(.satisfaction, costs: .linear)
      return check(
        try AllocationSolver().solve(repair.problem, policy: .satisfaction, objective, phase: phase))
    }
  }
}
