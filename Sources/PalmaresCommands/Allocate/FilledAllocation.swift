import ArgumentParser
import Palmares
import Wording

/// Whether students without a place are given a free one.
struct FillOption: ParsableArguments {
  @Flag(
    name: .customLong("fill"),
    help: ArgumentHelp(
      fr: """
        Pour finir, donner aux élèves sans module une place libre, en répartissant également entre les modules les \
        moins remplis dont ils remplissent les conditions (règlement 5.4.3) ; leur motif est alors complement.
        """,
      en: """
        In the end, give students without a module a free place, spread evenly over the emptiest modules that they \
        may take (règlement 5.4.3); motif is then complement.
        """))
  var isWanted = false
}

/// An allocation with what those without a place are given beyond their wishes.
struct FilledAllocation {
  let allocation: Allocation
  /// With the places given among the options.
  let problem: AllocationProblem
  let marks: PlaceMarks
  /// nil where none was asked for.
  private let filling: Filling?

  private static let mostNames = 20

  init(_ decided: Allocation, _ data: CatalogueInput, fills: Bool) throws(CancellationError) {
    guard fills else {
      (allocation, problem, marks, filling) = (decided, data.problem, PlaceMarks(), nil)
      return
    }
    let problem = data.problem
    // A wish that has room although its student has nothing is no place beyond the wishes.
    let filling = try Filling(of: decided, problem) { student, offer in
      let seat = problem.seat(student: student, slot: problem.offers[offer].slot)
      return problem.option(ofSeat: seat, for: offer) == nil && data.shortfall(student, offer: offer) == nil
    }
    let extended = problem.addingUnwished(filling.offers.mapValues { [$0] })
    var filled = decided.translated(from: problem, to: extended)!
    for (seat, offer) in filling.offers { filled.choices[seat] = extended.option(ofSeat: seat, for: offer)! }
    allocation = filled
    self.problem = extended
    marks = PlaceMarks(complements: Set(filling.offers.keys))
    self.filling = filling
  }

  /// The students who were given a place beyond their wishes, with the place.
  func lines(_ data: CatalogueInput) -> [Message] {
    guard let filling else { return [] }
    let given = problem.seatsByMerit.compactMap { seat in
      filling.offers[seat].map { "\(data.seatName(seat)) \(data.electives.offers[$0].module)" }
    }
    return [.complements(given, most: Self.mostNames)]
      + (given.isEmpty || filling.isProven ? [] : [.unevenComplements])
  }
}
