import AdmissionCalls
import Palmares
import TestSupport

/// The call order by the letter of its definition: at every call everyone left is looked at.
func referenceOrder(_ kinds: [Character], _ boursierMinimum: Int, _ secteurMinimum: Int) -> [Int] {
  var left = Array(1..<kinds.count + 1)
  var order: [Int] = []
  func isBoursier(_ rank: Int) -> Bool { "BT".contains(kinds[rank - 1]) }
  func isOfSecteur(_ rank: Int) -> Bool { "ST".contains(kinds[rank - 1]) }
  while !left.isEmpty {
    let call = order.count + 1
    let boursierBinds =
      left.contains(where: isBoursier) && 100 * order.count(where: isBoursier) < boursierMinimum * call
    let secteurBinds =
      left.contains(where: isOfSecteur) && 100 * order.count(where: isOfSecteur) < secteurMinimum * call
    let best =
      left.first { (!boursierBinds || isBoursier($0)) && (!secteurBinds || isOfSecteur($0)) }
      ?? left.first(where: isBoursier)!
    order.append(best)
    left.removeAll { $0 == best }
  }
  return order
}

extension FinalRanking {
  /// One letter a candidate: C plain, B boursier, S of the secteur, T both.
  init(_ kinds: [Character]) {
    self.init(
      identifiers: IdentifierColumn(kinds.indices.map { "K\($0)" }), ranks: kinds.indices.map { $0 + 1 },
      boursiers: kinds.map { "BT".contains($0) }, secteurs: kinds.map { "ST".contains($0) })
  }
}

extension CallOrder {
  /// Ranks, from 1.
  init(_ kinds: [Character], _ boursierMinimum: Int, _ secteurMinimum: Int) throws {
    try self.init(
      FinalRanking(kinds), boursierMinimum: CallQuota(percent: boursierMinimum),
      secteurMinimum: CallQuota(percent: secteurMinimum))
  }

  var ranks: [Int] { positions.map { Int($0) + 1 } }
}

extension CallSeason {
  /// Before the first appel, of candidates who are named after their numbers.
  init(orders: [Int]) {
    self.init(identifiers: IdentifierColumn(orders.map { "K\($0)" }), orders: orders)
  }
}

/// A season day by day, each candidate's answer drawn anew each day.
struct ReferenceSeason {
  var statuses: [CallStatus]
  var offered: [Int]
  private(set) var depth = 0

  init(count: Int) {
    statuses = Array(repeating: .waiting, count: count)
    offered = Array(repeating: 0, count: count)
  }

  mutating func run(
    days: Int, places: Int, blockRank: Int, chances: (accept: Int, refuse: Int, withdraw: Int, leave: Int),
    deadline: Int?, _ random: inout SeededGenerator
  ) throws {
    for day in 0..<days {
      for position in statuses.indices {
        let number = Int.random(in: 0..<100, using: &random)
        switch statuses[position] {
        case .open:
          if number < chances.accept {
            statuses[position] = .accepted
          } else if number < chances.accept + chances.refuse || day - offered[position] == deadline {
            statuses[position] = .refused
          }
        case .accepted where number < chances.withdraw: statuses[position] = .refused
        case .waiting where day > 0 && number < chances.leave: statuses[position] = .resigned
        default: break
        }
      }
      var season = CallSeason(orders: Array(1...statuses.count))
      season.replaceStatuses(statuses)
      for position in try season.call(places: places, blockRank: blockRank).positions {
        statuses[position] = .open
        offered[position] = day
        depth = position + 1
      }
    }
  }
}
