public import Allocations
public import DelimitedText
import ExactValues

extension StudentsFile {
  /// Refuses a file without a column that the conditions of a module need.
  ///
  /// - Throws: `InputDefects`, at the header.
  public func check(for catalogue: Catalogue) throws(InputDefects) {
    try check([
      (Column.validated, "prerequis of the modules", catalogue.offers.contains { !$0.prerequisites.isEmpty }),
      (Column.absences, "absences_max of the modules", catalogue.offers.contains { $0.mostAbsences != nil }),
    ])
  }

  /// Refuses a file without a column that the conditions of a destination need.
  ///
  /// - Throws: `InputDefects`, at the header.
  public func check(for mobility: Mobility) throws(InputDefects) {
    let destinations = mobility.destinations
    try check([
      (Column.absences, "absences_max of the destinations", destinations.contains { $0.mostAbsences != nil }),
      (
        Column.ects, "ects_min of the destinations, 60 where empty,",
        destinations.contains { $0.leastECTS > 0 }
      ),
      (Column.languages, "langue of the destinations", destinations.contains { $0.language != nil }),
    ])
  }

  private func check(
    _ needs: [(column: String, condition: String, isAsked: Bool)]
  ) throws(InputDefects) {
    var defects = InputDefects(file: file)
    for need in needs where need.isAsked && !columns.contains(need.column) {
      defects.add(
        InputDefect(
          line: 1, column: need.column, reason: AllocationFileDefect.neededColumn(by: need.condition)))
    }
    try defects.throwIfAny()
  }
}
