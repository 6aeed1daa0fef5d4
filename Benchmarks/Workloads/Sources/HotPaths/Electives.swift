import Palmares
import SyntheticData

extension HotPath {
  /// From the wishes to the allocation, two créneaux, no minimums.
  static let electives = HotPath("electives", sizes: [1_000, 10_000, 100_000], guarded: (5_000, 1)) {
    size, _ in
    let data = ElectivesData(size: size, seed: seed)
    let electives = Catalogue(data.electives.offers.map(withoutMinimum))
    let draw = lots
    return { phase in
      let (problem, _) = electives.problem(data.students, data.wishes, draw: draw)
      return check(try AllocationSolver().solve(problem, policy: .satisfaction, phase: phase))
    }
  }
}
