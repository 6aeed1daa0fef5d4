import Allocations

/// At-most-one constraints (special ordered sets of type 1; Beale and Tomlin 1970): one group for each student and
/// module taught in several créneaux, since nobody gets the same module twice.
///
/// Beale and Tomlin branch by splitting a set; here the groups only tighten the relaxation and the propagation, and
/// branching is on seats.
struct AtMostOneGroups {
  /// Groups of two options or more.
  let groups: [[Int]]
  /// By option, or −1.
  private let groupOfOption: [Int32]
  /// By option its seat; empty where there is no group.
  private let seats: [Int32]

  init(_ problem: AllocationProblem) {
    var groups: [[Int]] = []
    var groupOfOption = [Int32](repeating: -1, count: problem.optionOffers.count)
    if problem.sharesModules {
      for student in 0..<problem.studentCount {
        let first = problem.seat(student: student, slot: 0)
        let options = problem.optionStarts[first]..<problem.optionStarts[first + problem.slotCount]
        let byModule = Dictionary(grouping: options) { problem.offer(ofOption: $0).module }
        for (_, group) in byModule.sorted(by: { $0.key < $1.key }) where group.count > 1 {
          for option in group { groupOfOption[option] = Int32(groups.count) }
          groups.append(group)
        }
      }
    }
    self.groups = groups
    self.groupOfOption = groupOfOption
    var seats = [Int32](repeating: 0, count: groups.isEmpty ? 0 : problem.optionOffers.count)
    if !groups.isEmpty {
      for seat in 0..<problem.seatCount {
        for option in problem.options(ofSeat: seat) { seats[option] = Int32(seat) }
      }
    }
    self.seats = seats
  }

  func group(of option: Int) -> Int? {
    groupOfOption[option] < 0 ? nil : Int(groupOfOption[option])
  }

  /// - Parameter option: one of a group.
  func seat(of option: Int) -> Int { Int(seats[option]) }
}
