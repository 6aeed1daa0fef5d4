public import Admission

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
  public init(_ list: AdmissibilityList, _ candidates: Candidates) {
    boursiers = gathered(candidates.boursiers, list.rows)
    secteurs =
      candidates.secteurs.map { gathered($0, list.rows) }
      ?? [Bool](repeating: false, count: list.rows.count)
  }

  public var count: Int { boursiers.count }
}

private func gathered(_ column: [Bool], _ rows: [UInt32]) -> [Bool] {
  column.withUnsafeBufferPointer { column in rows.map { column[Int($0)] } }
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
    var queues = CallQueues(ranking)
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

  /// Takes the first of a queue, and says who is first then: the position, and in the two lowest bits the kind.
  @inline(__always)
  private func head(_ place: inout Int, _ kind: UInt64) -> UInt64 {
    let position = members[place]
    place &+= 1
    return UInt64(position) << 2 | kind
  }

  /// Calls everyone.
  mutating func empty(
    into positions: UnsafeMutableBufferPointer<UInt32>, _ boursierMinimum: CallQuota,
    _ secteurMinimum: CallQuota
  ) {
    var next = next
    var plain = head(&next.0, 0)
    var boursier = head(&next.1, 1)
    var secteur = head(&next.2, 2)
    var both = head(&next.3, 3)
    // 100·b − QB·k and 100·s − QS·k.
    var (boursierLead, secteurLead) = (0, 0)
    for call in 0..<count {
      boursierLead &-= boursierMinimum.percent
      secteurLead &-= secteurMinimum.percent
      let boursierBinds = boursierLead < 0 && min(boursier, both) < Self.nobody
      let secteurBinds = secteurLead < 0 && min(secteur, both) < Self.nobody
      let best =
        switch (boursierBinds, secteurBinds) {
        case (false, false): min(min(plain, boursier), min(secteur, both))
        case (true, false): min(boursier, both)
        case (false, true): min(secteur, both)
        case (true, true): both < Self.nobody ? both : boursier
        }
      positions[call] = UInt32(truncatingIfNeeded: best >> 2)
      switch best & 3 {
      case 0: plain = head(&next.0, 0)
      case 1:
        boursier = head(&next.1, 1)
        boursierLead &+= 100
      case 2:
        secteur = head(&next.2, 2)
        secteurLead &+= 100
      default:
        both = head(&next.3, 3)
        boursierLead &+= 100
        secteurLead &+= 100
      }
    }
  }
}
