import Palmares

extension HotPath {
  /// One student in twenty withdraws.
  static let repair = HotPath("repair", sizes: [1_000, 10_000, 100_000], guarded: (5_000, 1)) { size, _ in
    let input = try offered(size: size, withoutMinimum)
    let published = try AllocationSolver().solve(input.problem, policy: .satisfaction).allocation
    let seats = Int32(input.students.count * input.catalogue.creneaux.count)
    let withdrawn = Set(stride(from: 0, to: seats, by: 20).map { Position<Seat>(rawValue: $0) })
    return { phase in
      let repair = Repair(of: published, in: input, withdrawn: withdrawn)
      let objective = repair.objective(.satisfaction, costs: .linear)
      return check(
        try AllocationSolver().solve(repair.problem, policy: .satisfaction, objective, phase: phase))
    }
  }
}
