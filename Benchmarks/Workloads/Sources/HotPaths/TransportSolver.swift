import Palmares
import SyntheticData

extension HotPath {
  /// What depends on places alone, in the phases of its solution.
  ///
  /// - Parameter phase: as `--timings` has it.
  static func transport(_ name: String, phase: String) -> HotPath {
    HotPath(name, phase: phase, sizes: [1_000, 10_000, 100_000], guarded: (20_000, 1)) { size, _ in
      let problem = try offered(size: size, withoutMinimum).problem
      return { phase in
        check(try AllocationSolver().solve(problem, policy: .satisfaction) { phase($0.rawValue) })
      }
    }
  }
}

/// Made-up electives, each module offered otherwise.
func offered(size: Int, _ offer: (Elective) -> Elective) throws -> AllocationInput {
  let data = ElectivesData(size: size, seed: seed)
  return try AllocationInput(
    data.students, data.wishes, catalogue: Catalogue(data.electives.map(offer)), seed: drawSeed)
}

func withoutMinimum(_ offer: Elective) -> Elective {
  Elective(
    offer.module, creneau: offer.creneau, places: offer.places, prerequisites: offer.prerequisites)
}

/// - Returns: how many were placed.
func check(_ result: AllocationSolution) -> Int {
  precondition(result.isProven)
  return result.allocation.placed
}
