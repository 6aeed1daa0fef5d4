public import Admission
public import Workers

/// What counts for the order of calls in a final list, best-ranked first.
public struct FinalRanking: Sendable {
  public let boursiers: [Bool]
  /// Whether each candidate is of the secteur.
  public let secteurs: [Bool]

  /// - Precondition: as many of one as of the other.
  public init(boursiers: [Bool], secteurs: [Bool]) {
    precondition(boursiers.count == secteurs.count, "columns of different lengths")
    self.boursiers = boursiers
    self.secteurs = secteurs
  }

  /// An admissibility list taken as the final one; where the files do not say, nobody is of the secteur.
  ///
  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public init(_ list: AdmissibilityList, _ candidates: Candidates, workers: Workers = Workers()) {
    boursiers = gathered(candidates.boursiers, list.rows, workers)
    secteurs =
      candidates.secteurs.map { gathered($0, list.rows, workers) }
      ?? [Bool](repeating: false, count: list.rows.count)
  }

  public var count: Int { boursiers.count }
}

private func gathered(_ column: [Bool], _ rows: [UInt32], _ workers: Workers) -> [Bool] {
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
  /// At and above this a head is the end of its queue.
  private static let nobody = UInt64(UInt32.max) << 2

  /// The positions of each kind, best-ranked first, each kind's ended by the largest number.
  private let members: UnsafeMutablePointer<UInt32>
  private let count: Int
  private var next: (Int, Int, Int, Int)

  init(_ ranking: FinalRanking) {
    count = ranking.count
    members = .allocate(capacity: count + 4)
    let boursiers = ranking.boursiers.count { $0 }
    let ofSecteur = ranking.secteurs.count { $0 }
    var both = 0
    for position in 0..<count where ranking.boursiers[position] && ranking.secteurs[position] { both += 1 }
    let plain = count - boursiers - ofSecteur + both
    next.0 = 0
    next.1 = plain + 1
    next.2 = next.1 + boursiers - both + 1
    next.3 = next.2 + ofSecteur - both + 1
    for end in [next.1, next.2, next.3, count + 4] { members[end - 1] = .max }
    fill(ranking)
  }

  private func fill(_ ranking: FinalRanking) {
    let members = members
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 4) { places in
      (places[0], places[1], places[2], places[3]) = next
      ranking.boursiers.withUnsafeBufferPointer { boursiers in
        ranking.secteurs.withUnsafeBufferPointer { secteurs in
          for position in 0..<boursiers.count {
            let kind = (boursiers[position] ? 1 : 0) | (secteurs[position] ? 2 : 0)
            members[places[kind]] = UInt32(truncatingIfNeeded: position)
            places[kind] &+= 1
          }
        }
      }
    }
  }

  deinit { members.deallocate() }

  /// Calls everyone.
  ///
  /// Who is called depends on the data alone, so that branches on it would mostly be guessed wrong: kinds that a
  /// quota rules out get a key above all others instead.
  func empty(
    into positions: UnsafeMutableBufferPointer<UInt32>, _ boursierMinimum: CallQuota,
    _ secteurMinimum: CallQuota
  ) {
    withUnsafeTemporaryAllocation(of: UnsafePointer<UInt32>.self, capacity: 4) { places in
      for (kind, place) in [next.0, next.1, next.2, next.3].enumerated() {
        (places.baseAddress! + kind).initialize(to: UnsafePointer(members) + place)
      }
      var plain = UInt64(places[0].pointee) << 2
      var boursier = UInt64(places[1].pointee) << 2 | 1
      var secteur = UInt64(places[2].pointee) << 2 | 2
      var both = UInt64(places[3].pointee) << 2 | 3
      // 100·b − QB·k and 100·s − QS·k.
      var (boursierLead, secteurLead) = (0, 0)
      for call in 0..<count {
        boursierLead &-= boursierMinimum.percent
        secteurLead &-= secteurMinimum.percent
        let boursierBinds = mask(boursierLead < 0) & mask(min(boursier, both) < Self.nobody)
        let secteurBinds = mask(secteurLead < 0) & mask(min(secteur, both) < Self.nobody)
        let nobodyMeetsBoth = boursierBinds & mask(both >= Self.nobody)
        let best = min(
          min(plain | boursierBinds | secteurBinds, boursier | (secteurBinds & ~nobodyMeetsBoth)),
          min(secteur | boursierBinds, both))
        positions[call] = UInt32(truncatingIfNeeded: best >> 2)
        let kind = Int(truncatingIfNeeded: best & 3)
        places[kind] += 1
        let head = UInt64(places[kind].pointee) << 2 | UInt64(truncatingIfNeeded: kind)
        plain = kind == 0 ? head : plain
        boursier = kind == 1 ? head : boursier
        secteur = kind == 2 ? head : secteur
        both = kind == 3 ? head : both
        boursierLead &+= (kind & 1) &* 100
        secteurLead &+= (kind &>> 1) &* 100
      }
    }
  }

  /// All ones, or none.
  @inline(__always)
  private func mask(_ condition: Bool) -> UInt64 { condition ? .max : 0 }
}
