import Palmares
import SyntheticData

extension HotPath {
  /// From the wishes to the allocation, two créneaux, no minimums.
  static let electives = HotPath("electives", sizes: [1_000, 10_000, 100_000], guarded: (5_000, 1)) {
    size, _ in
    let data = ElectivesData(size: size, seed: seed)
    let electives = try Catalogue(data.electives.map(withoutMinimum))
    return { phase in
      let input = try AllocationInput(data.students, data.wishes, catalogue: electives, seed: drawSeed)
      return check(try AllocationSolver().solve(input.problem, policy: .satisfaction) { phase($0.rawValue) })
    }
  }
}
