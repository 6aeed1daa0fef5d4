import Palmares
import SyntheticData

extension HotPath {
  /// From the wishes to the departures, with nested quotas.
  static let mobility = HotPath("mobility", sizes: [100, 1_000, 10_000], guarded: (2_000, 1)) { size, _ in
    let data = MobilityData(size: size, seed: seed)
    let draw = lots
    return { phase in
      let (problem, _) = data.mobility.problem(
        data.students, data.wishes, required: data.owingQuitus, draw: draw)
      return check(try AllocationSolver().solve(problem, policy: .satisfaction, phase: phase))
    }
  }
}
