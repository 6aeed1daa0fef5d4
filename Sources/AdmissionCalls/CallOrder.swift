import Admission
import Parallelism

func gathered(_ column: [Bool], _ rows: [UInt32], _ workers: Workers) -> [Bool] {
  [Bool](unsafeUninitializedCapacity: rows.count) { gathered, count in
    count = rows.count
    column.withUnsafeBufferPointer { column in
      rows.withUnsafeBufferPointer { rows in
        // Each range writes places of its own.
        nonisolated(unsafe) let (column, rows, gathered) = (column, rows, gathered)
        let ranges = workers.ranges(of: rows.count, minimum: 1 << 14)
        workers.perform(parts: ranges.count) { part in
          for place in ranges[part] { gathered[place] = column[Int(rows[place])] }
        }
      }
    }
  }
}

/// The order in which the national platform calls the candidates of a final list (règlement 5.2.1: the final
/// list serves the platform's appels).
///
/// For call k, with b boursiers and s candidates of the secteur among the k − 1 called before: the quota of
/// boursiers binds if boursiers remain and 100·b < QB·k; that of the secteur binds if some of the secteur
/// remain and 100·s < QS·k. Called is the best-ranked of those left who meet every quota that binds; if nobody
/// meets both, the best-ranked boursier.
public struct CallOrder: Sendable {
  /// For each call, the position in the final list, from 0.
  public let positions: [UInt32]
  public let boursierMinimum: CallQuota
  public let secteurMinimum: CallQuota

  /// - Parameters:
  ///   - ranking: fewer than 2³² candidates.
  ///   - boursierMinimum: QB.
  ///   - secteurMinimum: QS.
  /// - Complexity: O(*n*), *n* candidates. Memory: 8 bytes a candidate while it works, 4 after.
  public init(
    _ ranking: FinalRanking, boursierMinimum: CallQuota = .none, secteurMinimum: CallQuota = .none
  ) {
    precondition(ranking.count < UInt32.max, "too many candidates")
    self.boursierMinimum = boursierMinimum
    self.secteurMinimum = secteurMinimum
    guard boursierMinimum != .none || secteurMinimum != .none else {
      positions = Array(0..<UInt32(ranking.count))
      return
    }
    let queues = CallQueues(ranking)
    positions = [UInt32](unsafeUninitializedCapacity: ranking.count) { positions, count in
      count = ranking.count
      queues.empty(into: positions, boursierMinimum, secteurMinimum)
    }
  }

  /// An order that was made elsewhere, to be checked by ``violation(in:)``.
  ///
  /// - Parameter positions: for each call, the position in the final list.
  public init(positions: [UInt32], boursierMinimum: CallQuota, secteurMinimum: CallQuota) {
    self.positions = positions
    self.boursierMinimum = boursierMinimum
    self.secteurMinimum = secteurMinimum
  }

  public var count: Int { positions.count }
}

/// The candidates not yet called, in a queue for each kind: boursier + 2 · secteur.
private struct CallQueues: ~Copyable {
  private static let kinds = 4
  /// At and above this a key is the end of its queue.
  private static let nobody = UInt64(UInt32.max) << 2

  /// The positions of each kind, best-ranked first, then twice the largest number. Each kind has room for all:
  /// pages that are never touched cost nothing, and counting first would.
  private let members: UnsafeMutablePointer<UInt32>
  private let room: Int
  private let count: Int
  private let sizes: (plain: Int, boursiers: Int, ofSecteur: Int, both: Int)

  init(_ ranking: FinalRanking) {
    count = ranking.count
    room = count + 2
    members = .allocate(capacity: Self.kinds * room)
    let (members, room) = (members, room)
    sizes = withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.kinds) { ends in
      for kind in 0..<Self.kinds { ends[kind] = kind * room }
      ranking.boursiers.withUnsafeBufferPointer { boursiers in
        ranking.secteurs.withUnsafeBufferPointer { secteurs in
          for position in 0..<boursiers.count {
            let kind = (boursiers[position] ? 1 : 0) | (secteurs[position] ? 2 : 0)
            members[ends[kind]] = UInt32(truncatingIfNeeded: position)
            ends[kind] &+= 1
          }
        }
      }
      for kind in 0..<Self.kinds {
        for place in 0..<2 { members[ends[kind] + place] = .max }
        ends[kind] -= kind * room
      }
      return (ends[0], ends[1], ends[2], ends[3])
    }
  }

  deinit { members.deallocate() }

  /// The key of a queue's candidate: the position, and in the two lowest bits the kind.
  @inline(__always)
  private func key(_ kind: Int, _ place: Int) -> UInt64 {
    UInt64(members[kind &* room &+ place]) << 2 | UInt64(truncatingIfNeeded: kind)
  }

  /// Calls everyone.
  ///
  /// Who is called depends on the data alone, so that branches on it would mostly be guessed wrong: a kind that a
  /// quota rules out gets a key above all others instead. The second of each queue is at hand before it becomes the
  /// first, so that no call waits for memory.
  func empty(
    into positions: UnsafeMutableBufferPointer<UInt32>, _ boursierMinimum: CallQuota,
    _ secteurMinimum: CallQuota
  ) {
    var (plain, boursier, secteur, both) = (key(0, 0), key(1, 0), key(2, 0), key(3, 0))
    var boursiersLeft = sizes.boursiers + sizes.both
    var ofSecteurLeft = sizes.ofSecteur + sizes.both
    var bothLeft = sizes.both
    // 100·b − QB·k and 100·s − QS·k.
    var (boursierLead, secteurLead) = (0, 0)
    withUnsafeTemporaryAllocation(of: (next: UInt64, place: Int).self, capacity: Self.kinds) { queues in
      for kind in 0..<Self.kinds { queues[kind] = (key(kind, 1), 1) }
      for call in 0..<count {
        boursierLead &-= boursierMinimum.percent
        secteurLead &-= secteurMinimum.percent
        let boursierBinds = maskIfNegative(boursierLead) & maskIfNegative(0 &- boursiersLeft)
        let secteurBinds = maskIfNegative(secteurLead) & maskIfNegative(0 &- ofSecteurLeft)
        // Where nobody is both, the quota of the secteur gives way.
        let secteurRules = secteurBinds & ~(boursierBinds & maskIfNegative(bothLeft &- 1))
        let best = min(
          min(plain | boursierBinds | secteurBinds, boursier | secteurRules),
          min(secteur | boursierBinds, both))
        positions[call] = UInt32(truncatingIfNeeded: best >> 2)
        let kind = Int(truncatingIfNeeded: best & 3)
        let (next, place) = queues[kind]
        plain = kind == 0 ? next : plain
        boursier = kind == 1 ? next : boursier
        secteur = kind == 2 ? next : secteur
        both = kind == 3 ? next : both
        queues[kind] = (key(kind, place &+ 1), place &+ 1)
        let (isBoursier, isOfSecteur) = (kind & 1, kind &>> 1)
        boursiersLeft &-= isBoursier
        ofSecteurLeft &-= isOfSecteur
        bothLeft &-= isBoursier & isOfSecteur
        boursierLead &+= isBoursier &* 100
        secteurLead &+= isOfSecteur &* 100
      }
    }
  }

  /// All ones, or none.
  @inline(__always)
  private func maskIfNegative(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number &>> 63)) }
}
