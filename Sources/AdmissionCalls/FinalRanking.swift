public import Admission
package import ExactValues
public import Parallelism

/// A final list as the order of calls needs it: who is on it, best-ranked first, and who counts for a quota.
///
/// ```swift
/// let ranking = try FinalRanking([
///   FinalRanking.Entry(rank: 1, candidate: "K1", isBoursier: false),
///   FinalRanking.Entry(rank: 2, candidate: "K2", isBoursier: true),
/// ])
/// print(ranking.map(\.candidate))  // ["K1", "K2"]
/// ```
public struct FinalRanking: Sendable {
  /// One candidate of the list.
  public struct Entry: Hashable, Sendable, Codable {
    /// From 1.
    public var rank: Int
    /// The candidate's identifier.
    public var candidate: String
    /// Whether the candidate holds a bourse; nil where that is not known.
    public var isBoursier: Bool?
    /// Whether the candidate is of the secteur; nil where that is not known.
    public var isOfSecteur: Bool?

    /// - Parameters:
    ///   - rank: from 1.
    ///   - candidate: the candidate's identifier.
    ///   - isBoursier: whether the candidate holds a bourse; nil where that is not known.
    ///   - isOfSecteur: whether the candidate is of the secteur; nil where that is not known.
    public init(rank: Int, candidate: String, isBoursier: Bool? = nil, isOfSecteur: Bool? = nil) {
      self.rank = rank
      self.candidate = candidate
      self.isBoursier = isBoursier
      self.isOfSecteur = isOfSecteur
    }
  }

  /// By place on the list, whether the candidate holds a bourse; nil where the list does not say.
  public let boursiers: [Bool]?
  /// By place on the list, whether the candidate is of the secteur; nil where the list does not say.
  public let secteurs: [Bool]?
  /// Those of ``rows``, or of all places.
  package let identifiers: IdentifierColumn
  /// By place, the row of the candidate in ``identifiers``; nil where the rows are the places.
  private let rows: [UInt32]?
  /// By place; nil where ranks are places plus one.
  private let ranks: [Int]?

  /// A final list in memory.
  ///
  /// - Parameter entries: in any order; ranks may have gaps. A candidate of whom one thing is not known, while it is
  ///   known of others, counts as not having it.
  /// - Throws: ``CallError`` for the first candidate without an identifier, with that of another one, with a rank below
  ///   1 or with that of another one.
  /// - Complexity: O(*n* log *n*), *n* candidates.
  public init(_ entries: [Entry]) throws(CallError) {
    // By bytes: Unicode holds identifiers equal that are two candidates.
    let given = IdentifierColumn(entries.lazy.map(\.candidate))
    var seen = Set<ArraySlice<UInt8>>(minimumCapacity: entries.count)
    for (row, entry) in entries.enumerated() {
      guard !entry.candidate.isEmpty else { throw .emptyIdentifier }
      guard seen.insert(given.bytes[given.range(row)]).inserted else {
        throw .repeatedCandidate(entry.candidate)
      }
      guard entry.rank >= 1 else { throw .rankOutOfRange(entry.rank, candidate: entry.candidate) }
    }
    let sorted = entries.sorted { $0.rank < $1.rank }
    for (entry, next) in zip(sorted, sorted.dropFirst()) where entry.rank == next.rank {
      throw .repeatedRank(next.rank, candidate: next.candidate)
    }
    func column(_ value: (Entry) -> Bool?) -> [Bool]? {
      sorted.contains { value($0) != nil } ? sorted.map { value($0) ?? false } : nil
    }
    self.init(
      identifiers: IdentifierColumn(sorted.lazy.map(\.candidate)), ranks: sorted.map(\.rank),
      boursiers: column(\.isBoursier), secteurs: column(\.isOfSecteur))
  }

  /// Columns by place: identifiers all different, ranks ascending.
  package init(identifiers: IdentifierColumn, ranks: [Int], boursiers: [Bool]?, secteurs: [Bool]?) {
    precondition(
      ranks.count == identifiers.count && boursiers?.count ?? ranks.count == ranks.count
        && secteurs?.count ?? ranks.count == ranks.count, "columns of different lengths")
    self.identifiers = identifiers
    self.ranks = ranks
    self.boursiers = boursiers
    self.secteurs = secteurs
    rows = nil
  }

  /// The final list of the second phase.
  ///
  /// - Complexity: O(*n*), *n* candidates.
  public init(_ list: FinalList) {
    func column(_ values: [Bool]?) -> [Bool]? { values.map { values in list.positions.map { values[$0] } } }
    identifiers = list.phase.identifiers
    rows = list.positions.map { UInt32($0) }
    ranks = nil
    boursiers = column(list.phase.boursiers)
    secteurs = column(list.phase.secteurs)
  }

  /// An admissibility list taken as the final one.
  ///
  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public init(_ list: AdmissibilityList, workers: Workers = Workers()) {
    let candidates = list.candidates
    identifiers = candidates.identifiers
    rows = list.rows
    ranks = nil
    boursiers = gathered(candidates.boursiers, list.rows, workers)
    secteurs = candidates.secteurs.map { gathered($0, list.rows, workers) }
  }

  /// How many candidates are on the list.
  public var count: Int { ranks?.count ?? rows?.count ?? identifiers.count }

  /// The row in ``identifiers`` of the candidate at a place.
  package func row(_ place: Int) -> Int { rows.map { Int($0[place]) } ?? place }

  /// The rank of the candidate at a place.
  package func rank(_ place: Int) -> Int { ranks?[place] ?? place + 1 }
}

extension FinalRanking: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  /// The candidate at a place of the list, from 0.
  public subscript(place: Int) -> Entry {
    Entry(
      rank: rank(place), candidate: identifiers[row(place)], isBoursier: boursiers?[place],
      isOfSecteur: secteurs?[place])
  }
}

extension FinalRanking: Encodable {
  /// An array of ``Entry``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for entry in self { try container.encode(entry) }
  }
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
