import Palmares
import SyntheticData

extension HotPath {
  /// What depends on places alone, in the phases of its solution.
  ///
  /// - Parameter phase: as `--timings` has it.
  static func transport(_ name: String, phase: String) -> HotPath {
    HotPath(name, phase: phase, sizes: [1_000, 10_000, 100_000], guarded: (20_000, 1)) { size, _ in
      let problem = offered(size: size, withoutMinimum)
      return { phase in check(try AllocationSolver().solve(problem, policy: .satisfaction, phase: phase)) }
    }
  }
}

/// Made-up electives, each module offered otherwise.
func offered(size: Int, _ offer: (Elective) -> Elective) -> AllocationProblem {
  let data = ElectivesData(size: size, seed: seed)
  return Catalogue(data.electives.offers.map(offer)).problem(data.students, data.wishes, draw: lots).problem
}

func withoutMinimum(_ offer: Elective) -> Elective {
  Elective(
    module: offer.module, slot: offer.slot, places: offer.places, prerequisites: offer.prerequisites)
}

/// - Returns: how many were placed.
func check(_ result: AllocationResult) -> Int {
  precondition(result.isProven)
  return result.allocation.placed
}
