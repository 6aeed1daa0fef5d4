/// The candidates not yet called, in a queue for each kind: boursier + 2 · secteur.
struct CallQueues: ~Copyable {
  private static let kinds = 4
  /// The positions of each kind, best-ranked first, then twice the largest number. Each kind has room for all:
  /// pages that are never touched cost nothing, and counting first would.
  private let members: UnsafeMutablePointer<UInt32>
  private let room: Int
  private let count: Int
  private let sizes: (plain: Int, boursiers: Int, ofSecteur: Int, both: Int)

  /// - Parameters:
  ///   - boursiers: by place on the final list.
  ///   - secteurs: the same, as many.
  init(boursiers: [Bool], secteurs: [Bool]) {
    count = boursiers.count
    room = count + 2
    members = .allocate(capacity: Self.kinds * room)
    let (members, room) = (members, room)
    sizes = withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.kinds) { ends in
      for kind in 0..<Self.kinds { ends[kind] = kind * room }
      boursiers.withUnsafeBufferPointer { boursiers in
        secteurs.withUnsafeBufferPointer { secteurs in
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

  /// Whether each queue ascends and ends with two keys above all others, and the queues hold every candidate once.
  func checkInvariants() -> Bool {
    let lengths = [sizes.plain, sizes.boursiers, sizes.ofSecteur, sizes.both]
    guard lengths.reduce(0, +) == count else { return false }
    var isQueued = [Bool](repeating: false, count: count)
    for (kind, length) in lengths.enumerated() {
      let queue = UnsafeBufferPointer(start: members + kind * room, count: length + 2)
      guard queue[length] == .max, queue[length + 1] == .max else { return false }
      for place in 0..<length {
        let position = Int(queue[place])
        guard position < count, !isQueued[position], queue[place] < queue[place + 1] else { return false }
        isQueued[position] = true
      }
    }
    return true
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
