import Parallelism

/// What a first, fast look at a piece of text finds out.
struct RowSurvey {
  /// Line feeds outside quotes if the piece starts outside quotes, and if it starts inside.
  var rows = (0, 0)
  var quotes = 0
  var hasNul = false

  var lineFeeds: Int { rows.0 + rows.1 }

  /// Whether an odd number of quotes has been seen.
  private var isInside = false

  /// - Complexity: O(*n*), *n* = the number of bytes.
  init(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    var nuls = SIMD4<UInt64>.zero
    while index + 32 <= bytes.count {
      // At most 255 blocks of 32, so that the byte-wide counters cannot overflow; few, so that a quote costs no
      // more than a closer look at its surroundings.
      let stop = min(bytes.count & ~31, index + 64 * 32)
      let start = index
      var counters = SIMD4<UInt64>.zero
      var quoted = SIMD4<UInt64>.zero
      while index < stop {
        let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
        counters &+= zeroBytes(block ^ eachByte(UInt8(ascii: "\n"))) &>> 7
        quoted |= zeroBytes(block ^ eachByte(UInt8(ascii: "\"")))
        nuls |= zeroBytes(block)
        index += 32
      }
      if quoted == .zero {
        count(lineFeeds: sumOfBytes(counters))
      } else {
        countByQuotes(UnsafeRawBufferPointer(rebasing: bytes[start..<stop]))
      }
    }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
    countByQuotes(rest)
    hasNul = nuls != .zero || rest.contains(0)
  }

  private mutating func count(lineFeeds found: Int) {
    if isInside { rows.1 += found } else { rows.0 += found }
  }

  private mutating func countByQuotes(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    let (quote, lineFeed) = (WordPattern("\""), WordPattern("\n"))
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if quote.matches(word) == 0 {
          count(lineFeeds: lineFeed.matches(word).nonzeroBitCount)
          index += 8
          continue
        }
      }
      for byte in bytes[index..<min(index + 8, bytes.count)] {
        if byte == UInt8(ascii: "\"") {
          isInside.toggle()
          quotes += 1
        } else if byte == UInt8(ascii: "\n") {
          count(lineFeeds: 1)
        }
      }
      index += 8
    }
  }
}

private func sumOfBytes(_ counters: SIMD4<UInt64>) -> Int {
  var sum = 0
  for lane in 0..<4 {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { sum += Int(counters[lane] >> shift & 0xFF) }
  }
  return sum
}

/// A range of whole rows, and how many there are.
struct RowRange {
  var bytes: Range<Int>
  var firstRow: Int
  var rows: Int
  var firstLine: Int
}

extension SourceText {
  /// Cuts what follows the header into ranges of whole rows.
  ///
  /// A piece that starts inside a quoted cell joins the range before it. The last row counts whether or not
  /// a line feed ends it.
  ///
  /// - Returns: the ranges, whether there is a NUL byte, and whether the quotes pair up.
  func rowRanges(
    after header: DelimitedHeader
  ) throws(InputDefects) -> (ranges: [RowRange], hasNul: Bool, isPaired: Bool) {
    let pieces = lineRanges(from: header.end)
    let surveys = try map(parts: pieces.count) { part, _ in
      RowSurvey(UnsafeRawBufferPointer(rebasing: bytes[pieces[part]]))
    }
    var ranges: [RowRange] = []
    var hasNul = false
    var isInside = false
    var row = 0
    var line = header.lines + 1
    for (piece, survey) in zip(pieces, surveys) {
      let rows = isInside ? survey.rows.1 : survey.rows.0
      if isInside, let last = ranges.indices.last {
        ranges[last].bytes = ranges[last].bytes.lowerBound..<piece.upperBound
        ranges[last].rows += rows
      } else {
        ranges.append(RowRange(bytes: piece, firstRow: row, rows: rows, firstLine: line))
      }
      row += rows
      line += survey.lineFeeds
      hasNul = hasNul || survey.hasNul
      if survey.quotes % 2 == 1 { isInside.toggle() }
    }
    if let last = ranges.indices.last, bytes.last != UInt8(ascii: "\n") { ranges[last].rows += 1 }
    return (ranges, hasNul, !isInside)
  }
}
