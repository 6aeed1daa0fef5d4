import Workers

/// Sorts items by their words: one parallel pass into many buckets, then each bucket on its own.
///
/// A bucket is cut by eight bits at a time until it is short, then sorted by insertion: a radix sort from
/// the most significant bit, whose buckets after the first pass stay in a near cache.
final class BucketSort {
  let items: UnsafeMutableBufferPointer<RankedItem>
  private let spare: UnsafeMutableBufferPointer<RankedItem>
  private let wordBits: Int
  private let workers: Workers

  /// Below this many items insertion is faster than another cut.
  private static let shortLength = 24

  /// - Parameter wordBits: no word has a bit at or above this one.
  init(count: Int, wordBits: Int, workers: Workers) {
    items = .allocate(capacity: count)
    spare = .allocate(capacity: count)
    self.wordBits = wordBits
    self.workers = workers
  }

  deinit {
    items.deallocate()
    spare.deallocate()
  }

  /// Sorts ``items`` by word; `settle` orders each run of two or more items with equal words.
  ///
  /// - Complexity: O(*n* · *b* / 8), *n* items of *b* bits, shared by the workers.
  func sort(_ settle: (UnsafeMutableBufferPointer<RankedItem>) -> Void) {
    let count = items.count
    guard count > 0 else { return }
    let bucketBits = min(wordBits, count < 1 << 14 ? 1 : min(12, 63 - (count >> 7).leadingZeroBitCount))
    let shift = wordBits - bucketBits
    let bounds = distribute(buckets: 1 << bucketBits, shift: shift)
    // Neighbouring buckets are handed out together, about as many items to each part.
    var cuts = [0]
    for bucket in 1..<bounds.count
    where bounds[bucket] - bounds[cuts[cuts.count - 1]] >= count / (workers.count * 16) + 1
      || bucket == bounds.count - 1
    {
      cuts.append(bucket)
    }
    workers.perform(parts: cuts.count - 1) { part in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 9 << 8) { counters in
        for bucket in cuts[part]..<cuts[part + 1] {
          let range = bounds[bucket]..<bounds[bucket + 1]
          sort(range, shift: shift, counters, depth: 0)
        }
      }
      settleRuns(bounds[cuts[part]]..<bounds[cuts[part + 1]], settle)
    }
  }

  /// Moves every item to its bucket, keeping their order.
  ///
  /// - Returns: where each bucket starts, and the end of the last.
  private func distribute(buckets: Int, shift: Int) -> [Int] {
    let shift = UInt64(shift)
    let ranges = workers.ranges(of: items.count, minimum: 1 << 13, perThread: 1)
    let counts = UnsafeMutableBufferPointer<Int>.allocate(capacity: buckets * ranges.count)
    defer { counts.deallocate() }
    counts.initialize(repeating: 0)
    // Each part counts in a row of its own, then writes the places reserved for it.
    nonisolated(unsafe) let (items, spare, table) = (items, spare, counts)
    workers.perform(parts: ranges.count) { part in
      let own = table.baseAddress! + part * buckets
      for index in ranges[part] { own[Int(truncatingIfNeeded: items[index].word &>> shift)] &+= 1 }
    }
    var bounds: [Int] = []
    bounds.reserveCapacity(buckets + 1)
    var start = 0
    for bucket in 0..<buckets {
      bounds.append(start)
      for part in ranges.indices {
        let count = counts[part * buckets + bucket]
        counts[part * buckets + bucket] = start
        start += count
      }
    }
    bounds.append(start)
    workers.perform(parts: ranges.count) { part in
      let own = table.baseAddress! + part * buckets
      for index in ranges[part] {
        let bucket = Int(truncatingIfNeeded: items[index].word &>> shift)
        spare[own[bucket]] = items[index]
        own[bucket] &+= 1
      }
    }
    return bounds
  }

  /// Sorts one bucket. At depth 0 it lies in ``spare``, deeper in ``items``; it ends in ``items``.
  private func sort(
    _ range: Range<Int>, shift: Int, _ counters: UnsafeMutableBufferPointer<Int32>, depth: Int
  ) {
    let length = range.count
    let source = depth == 0 ? spare : items
    guard length > Self.shortLength, shift > 0 else {
      if depth == 0 {
        for index in range { items[index] = spare[index] }
      }
      if shift > 0 { insertionSort(range) }
      return
    }
    let bits = min(8, shift)
    let lower = UInt64(shift - bits)
    let mask = UInt64(1 << bits - 1)
    let own = UnsafeMutableBufferPointer(rebasing: counters[depth << 8..<(depth + 1) << 8])
    own.update(repeating: 0)
    for index in range { own[Int(truncatingIfNeeded: source[index].word &>> lower & mask)] &+= 1 }
    var start: Int32 = 0
    for digit in 0...Int(mask) {
      let count = own[digit]
      own[digit] = start
      start &+= count
    }
    let target = depth == 0 ? items : spare
    for index in range {
      let item = source[index]
      let digit = Int(truncatingIfNeeded: item.word &>> lower & mask)
      target[range.lowerBound &+ Int(own[digit])] = item
      own[digit] &+= 1
    }
    if depth > 0 {
      for index in range { items[index] = spare[index] }
    }
    var begin = 0
    for digit in 0...Int(mask) {
      let end = Int(own[digit])
      if end - begin > 1 {
        sort(
          range.lowerBound + begin..<range.lowerBound + end, shift: Int(lower), counters, depth: depth + 1)
      }
      begin = end
    }
  }

  private func insertionSort(_ range: Range<Int>) {
    for index in range.dropFirst() {
      let item = items[index]
      var place = index
      while place > range.lowerBound, items[place - 1].word > item.word {
        items[place] = items[place - 1]
        place -= 1
      }
      items[place] = item
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
