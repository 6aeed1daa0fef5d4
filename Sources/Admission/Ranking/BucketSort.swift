import Parallelism

/// Sorts items by their words: one parallel pass into many buckets, then each bucket on its own.
///
/// A radix sort from the most significant bit, whose short buckets are sorted by insertion (P. M. McIlroy, K. Bostic and
/// M. D. McIlroy, "Engineering Radix Sort", Computing Systems 6(1), 1993). Theirs permutes strings in place, byte by
/// byte. Ours cuts words: first into as many buckets as keep each in a near cache, all workers at once, then each by
/// eight bits at a time through a spare buffer of the largest bucket's length, which keeps equal items in their order.
///
/// Three items of the words 5, 2 and 3 in four buckets of the two highest of three bits: bucket 1 gets 2 and 3, bucket 2
/// gets 5; bucket 1 is short, and insertion sorts it.
final class BucketSort {
  let items: UnsafeMutableBufferPointer<RankedItem>
  private let wordBits: Int
  private let workers: Workers

  /// Up to this many items are sorted by insertion: as many comparisons, about 24² / 4, as a cut has counters to clear
  /// and add up, 2⁸.
  private static let shortLength = 24
  /// A cut is by at most this many bits: its counters take 1 KB.
  private static let cutBits = 8
  /// The first pass aims at buckets of 2⁶ to 2⁷ items, which take 1 to 2 KB.
  private static let bucketLengthBits = 7
  /// The first pass has at most 2¹² buckets: more counters than the 32 KB of a nearest cache hold would make each
  /// item's a miss.
  private static let mostBucketBits = 12

  /// - Parameter wordBits: no word has a bit at or above this one.
  init(count: Int, wordBits: Int, workers: Workers) {
    items = .allocate(capacity: count)
    self.wordBits = wordBits
    self.workers = workers
  }

  deinit { items.deallocate() }

  /// Fills ``items`` with what `forEach` gives, in the order of the words.
  ///
  /// - Parameters:
  ///   - parts: how many parts the items come in.
  ///   - forEach: hands the items of a part to its second argument, the same in the same order each time;
  ///     called twice a part.
  ///   - settle: orders each run of two or more items with equal words.
  /// - Complexity: O(*n* · *b* / 8), *n* items of *b* bits, shared by the workers.
  @inline(__always)
  func sort(
    parts: Int, _ forEach: (_ part: Int, _ body: (RankedItem) -> Void) -> Void,
    settle: (UnsafeMutableBufferPointer<RankedItem>) -> Void
  ) {
    guard !items.isEmpty else { return }
    let countBits = Int.bitWidth - items.count.leadingZeroBitCount
    let bucketBits = min(wordBits, max(1, min(Self.mostBucketBits, countBits - Self.bucketLengthBits)))
    let shift = wordBits - bucketBits
    let bounds = distribute(buckets: 1 << bucketBits, shift: UInt64(shift), parts: parts, forEach)
    assert(checkInvariants(bounds, shift: shift))
    sortBuckets(bounds, shift: shift, settle)
    assert(isSorted)
  }

  /// Whether the buckets follow each other without gaps and each item lies in the bucket of its highest bits.
  private func checkInvariants(_ bounds: [Int], shift: Int) -> Bool {
    guard bounds.first == 0, bounds.last == items.count,
      zip(bounds, bounds.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return false }
    return bounds.indices.dropLast().allSatisfy { bucket in
      items[bounds[bucket]..<bounds[bucket + 1]].allSatisfy {
        Int(truncatingIfNeeded: $0.word &>> UInt64(shift)) == bucket
      }
    }
  }

  /// Whether no item has a larger word than the next.
  private var isSorted: Bool {
    zip(items, items.dropFirst()).allSatisfy { $0.word <= $1.word }
  }

  /// Writes every item to its bucket.
  ///
  /// - Returns: where each bucket starts, and the end of the last.
  @inline(__always)
  private func distribute(
    buckets: Int, shift: UInt64, parts: Int,
    _ forEach: (_ part: Int, _ body: (RankedItem) -> Void) -> Void
  ) -> [Int] {
    let table = UnsafeMutableBufferPointer<Int>.allocate(capacity: buckets * parts)
    defer { table.deallocate() }
    table.initialize(repeating: 0)
    let items = items
    workers.perform(parts: parts) { part in
      // Each part counts in a row of its own, then writes the places reserved for it.
      let own = table.baseAddress! + part * buckets
      forEach(part) { item in own[Int(truncatingIfNeeded: item.word &>> shift)] &+= 1 }
    }
    var bounds: [Int] = []
    bounds.reserveCapacity(buckets + 1)
    var start = 0
    for bucket in 0..<buckets {
      bounds.append(start)
      for part in 0..<parts {
        let count = table[part * buckets + bucket]
        table[part * buckets + bucket] = start
        start += count
      }
    }
    bounds.append(start)
    workers.perform(parts: parts) { part in
      let own = table.baseAddress! + part * buckets
      forEach(part) { item in
        let bucket = Int(truncatingIfNeeded: item.word &>> shift)
        items[own[bucket]] = item
        own[bucket] &+= 1
      }
    }
    return bounds
  }

  private func sortBuckets(
    _ bounds: [Int], shift: Int, _ settle: (UnsafeMutableBufferPointer<RankedItem>) -> Void
  ) {
    // Neighbouring buckets are handed out together, about as many items to each part.
    var cuts = [0]
    for bucket in 1..<bounds.count
    where bounds[bucket] - bounds[cuts[cuts.count - 1]] >= items.count / (workers.count * 16) + 1
      || bucket == bounds.count - 1
    {
      cuts.append(bucket)
    }
    let largest = zip(bounds, bounds.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) }
    workers.perform(parts: cuts.count - 1) { part in
      let levels = (UInt64.bitWidth + Self.cutBits - 1) / Self.cutBits
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: levels << Self.cutBits) { counters in
        withUnsafeTemporaryAllocation(of: RankedItem.self, capacity: largest) { spare in
          for bucket in cuts[part]..<cuts[part + 1] {
            sort(bounds[bucket]..<bounds[bucket + 1], shift: shift, counters, spare, level: 0)
          }
        }
      }
      settleRuns(bounds[cuts[part]]..<bounds[cuts[part + 1]], settle)
    }
  }

  /// Sorts a range of ``items`` by the bits below `shift`; those above are equal.
  private func sort(
    _ range: Range<Int>, shift: Int, _ counters: UnsafeMutableBufferPointer<Int32>,
    _ spare: UnsafeMutableBufferPointer<RankedItem>, level: Int
  ) {
    let length = range.count
    guard shift > 0, length > 1 else { return }
    guard length > Self.shortLength else { return insertionSort(range) }
    let own = UnsafeMutableBufferPointer(rebasing: items[range])
    let bits = min(Self.cutBits, shift)
    let lower = UInt64(shift - bits)
    let mask = UInt64(1 << bits - 1)
    let counts = counters.baseAddress! + level << Self.cutBits
    for digit in 0...Int(mask) { counts[digit] = 0 }
    for index in 0..<length { counts[Int(truncatingIfNeeded: own[index].word &>> lower & mask)] &+= 1 }
    var start: Int32 = 0
    for digit in 0...Int(mask) {
      let count = counts[digit]
      counts[digit] = start
      start &+= count
    }
    for index in 0..<length {
      let item = own[index]
      let digit = Int(truncatingIfNeeded: item.word &>> lower & mask)
      spare[Int(counts[digit])] = item
      counts[digit] &+= 1
    }
    own.baseAddress!.update(from: spare.baseAddress!, count: length)
    var begin = 0
    for digit in 0...Int(mask) {
      let end = Int(counts[digit])
      if end - begin > 1 {
        sort(
          range.lowerBound + begin..<range.lowerBound + end, shift: Int(lower), counters, spare,
          level: level + 1)
      }
      begin = end
    }
  }

  private func insertionSort(_ range: Range<Int>) {
    let own = items.baseAddress! + range.lowerBound
    for index in 1..<range.count {
      let item = own[index]
      var place = index
      while place > 0, own[place - 1].word > item.word {
        own[place] = own[place - 1]
        place -= 1
      }
      own[place] = item
    }
  }

  private func settleRuns(
    _ range: Range<Int>, _ settle: (UnsafeMutableBufferPointer<RankedItem>) -> Void
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, items[end].word == items[start].word { end += 1 }
      if end - start > 1 { settle(UnsafeMutableBufferPointer(rebasing: items[start..<end])) }
      start = end
    }
  }
}
