import Palmares
import SyntheticData

extension HotPath {
  /// From the wishes to the departures, with nested quotas.
  static let mobility = HotPath("mobility", sizes: [100, 1_000, 10_000], guarded: (2_000, 1)) { size, _ in
    let data = MobilityData(size: size, seed: seed)
    let owing = data.owingQuitus.map { data.students.identifiers[$0] }
    return { phase in
      let input = try AllocationInput(
        data.students, data.wishes, mobility: data.mobility, owingQuitus: owing, seed: drawSeed)
      return check(try AllocationSolver().solve(input.problem, policy: .satisfaction) { phase($0.rawValue) })
    }
  }
}
