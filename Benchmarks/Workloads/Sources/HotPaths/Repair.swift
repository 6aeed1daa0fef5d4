import Palmares

extension HotPath {
  /// One seat in twenty is given up.
  static let repair = HotPath("repair", sizes: [1_000, 10_000, 100_000], guarded: (5_000, 1)) { size, _ in
    let input = try offered(size: size, withoutMinimum)
    let published = try PublishedAllocation(try AllocationSolver().solve(input).allocation, of: input)
    let creneaux = input.catalogue.creneaux
    let withdrawn = stride(from: 0, to: input.students.count * creneaux.count, by: 20).map { seat in
      Repair.Holding(
        input.students.identifiers[seat / creneaux.count], creneau: creneaux[seat % creneaux.count])
    }
    return { phase in
      let repair = try Repair(of: published, withdrawn: withdrawn)
      let result = try AllocationSolver().repair(repair) { phase($0.rawValue) }
      precondition(result.isProven)
      return result.assignments.count
    }
  }
}
