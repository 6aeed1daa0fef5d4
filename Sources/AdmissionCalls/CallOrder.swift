/// The order in which the national platform calls the candidates of a final list (règlement 5.2.1: the final
/// list serves the platform's appels).
///
/// For call k, with b boursiers and s candidates of the secteur among the k − 1 called before: the quota of
/// boursiers binds if boursiers remain and 100·b < QB·k; that of the secteur binds if some of the secteur
/// remain and 100·s < QS·k. Called is the best-ranked of those left who meet every quota that binds; if nobody
/// meets both, the best-ranked boursier.
///
/// This is the order that the ministry publishes, with its properties: "Document de présentation des algorithmes de
/// Parcoursup", <https://framagit.org/parcoursup/algorithmes-de-parcoursup>. The platform keeps four queues of
/// candidates sorted by rank and asks each for its head; ours keeps the same four in arrays and takes the smallest of
/// four keys, without a branch on the data. ``violation()`` checks the published properties of any such order.
///
/// ```swift
/// let ranking = try FinalRanking([
///   FinalRanking.Entry(rank: 1, candidate: "K1", isBoursier: false),
///   FinalRanking.Entry(rank: 2, candidate: "K2", isBoursier: true),
/// ])
/// let order = try CallOrder(ranking, boursierMinimum: 20)
/// print(order.map(\.candidate))  // ["K2", "K1"]
/// ```
public struct CallOrder: Sendable {
  /// One call.
  public struct Entry: Hashable, Sendable, Codable {
    /// The number of the call, from 1.
    public let order: Int
    /// The candidate's identifier.
    public let candidate: String
    /// The candidate's rank on the final list.
    public let rank: Int
    /// Whether the candidate holds a bourse; nil where the final list does not say.
    public let isBoursier: Bool?
    /// Whether the candidate is of the secteur; nil where the final list does not say.
    public let isOfSecteur: Bool?
  }

  /// The final list that is called.
  public let ranking: FinalRanking
  /// For each call, the place on the final list, from 0.
  public let positions: [UInt32]
  /// The least share of boursiers.
  public let boursierMinimum: CallQuota
  /// The least share of the secteur.
  public let secteurMinimum: CallQuota

  /// - Parameters:
  ///   - ranking: the final list, fewer than 2³² candidates.
  ///   - boursierMinimum: QB, the least share of boursiers.
  ///   - secteurMinimum: QS, the least share of the secteur.
  /// - Throws: ``CallError`` with ``CallError/boursiersNotKnown`` or ``CallError/secteursNotKnown`` where a quota is
  ///   asked of what the list does not say.
  /// - Complexity: O(*n*), *n* candidates. Memory: 8 bytes a candidate while it works, 4 after.
  public init(
    _ ranking: FinalRanking, boursierMinimum: CallQuota = .none, secteurMinimum: CallQuota = .none
  ) throws(CallError) {
    precondition(ranking.count < UInt32.max, "too many candidates")
    if boursierMinimum != .none, ranking.boursiers == nil { throw .boursiersNotKnown }
    if secteurMinimum != .none, ranking.secteurs == nil { throw .secteursNotKnown }
    self.ranking = ranking
    self.boursierMinimum = boursierMinimum
    self.secteurMinimum = secteurMinimum
    guard boursierMinimum != .none || secteurMinimum != .none else {
      positions = Array(0..<UInt32(ranking.count))
      return
    }
    let queues = CallQueues(
      boursiers: ranking.flags(ranking.boursiers), secteurs: ranking.flags(ranking.secteurs))
    assert(queues.checkInvariants())
    positions = [UInt32](unsafeUninitializedCapacity: ranking.count) { positions, count in
      count = ranking.count
      queues.empty(into: positions, boursierMinimum, secteurMinimum)
    }
  }

  /// An order that was made elsewhere, to be checked by ``violation()``.
  ///
  /// - Parameter positions: for each call, the place on the final list.
  package init(
    unchecked positions: [UInt32], of ranking: FinalRanking, boursierMinimum: CallQuota,
    secteurMinimum: CallQuota
  ) {
    self.ranking = ranking
    self.positions = positions
    self.boursierMinimum = boursierMinimum
    self.secteurMinimum = secteurMinimum
  }
}

extension CallOrder: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { positions.count }

  /// A call.
  ///
  /// - Parameter call: its number less one.
  public subscript(call: Int) -> Entry {
    let entry = ranking[Int(positions[call])]
    return Entry(
      order: call + 1, candidate: entry.candidate, rank: entry.rank, isBoursier: entry.isBoursier,
      isOfSecteur: entry.isOfSecteur)
  }
}

extension CallOrder: Encodable {
  /// An array of ``Entry``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for entry in self { try container.encode(entry) }
  }
}

extension FinalRanking {
  /// What the list does not say is taken as no.
  func flags(_ column: [Bool]?) -> [Bool] { column ?? [Bool](repeating: false, count: count) }
}
