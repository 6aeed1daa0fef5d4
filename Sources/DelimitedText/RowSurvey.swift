import Workers

/// What a first, fast look at a piece of text finds out.
struct RowSurvey {
  /// Line feeds outside quotes if the piece starts outside quotes, and if it starts inside.
  var rows = (0, 0)
  var quotes = 0
  var hasNul = false

  var lineFeeds: Int { rows.0 + rows.1 }

  /// - Complexity: O(*n*), *n* = the number of bytes.
  init(_ bytes: UnsafeRawBufferPointer) {
    var counts = SIMD3<Int>(0, 0, 0)
    var index = 0
    let count = bytes.count
    while index < count {
      // At most 255 blocks of 32, so that the byte-wide counters cannot overflow.
      let stop = min(count & ~31, index + 255 * 32)
      guard stop > index else { break }
      var lineFeeds = SIMD32<UInt8>.zero
      var quotes = SIMD32<UInt8>.zero
      var nuls = SIMD32<UInt8>.zero
      while index < stop {
        let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self)
        lineFeeds.replace(with: lineFeeds &+ 1, where: block .== UInt8(ascii: "\n"))
        quotes.replace(with: quotes &+ 1, where: block .== UInt8(ascii: "\""))
        nuls.replace(with: 1, where: block .== 0)
        index += 32
      }
      counts.x += total(lineFeeds)
      counts.y += total(quotes)
      counts.z += total(nuls)
    }
    for byte in bytes[index...] {
      counts.x += byte == UInt8(ascii: "\n") ? 1 : 0
      counts.y += byte == UInt8(ascii: "\"") ? 1 : 0
      counts.z += byte == 0 ? 1 : 0
    }
    rows.0 = counts.x
    quotes = counts.y
    hasNul = counts.z > 0
    if quotes > 0 { countByQuotes(bytes) }
  }

  private mutating func countByQuotes(_ bytes: UnsafeRawBufferPointer) {
    var counts = (0, 0)
    var isOdd = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        isOdd.toggle()
      } else if byte == UInt8(ascii: "\n") {
        if isOdd { counts.1 += 1 } else { counts.0 += 1 }
      }
    }
    rows = counts
  }
}

private func total(_ counters: SIMD32<UInt8>) -> Int {
  var sum = 0
  for lane in 0..<32 { sum += Int(counters[lane]) }
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
  func rowRanges(after header: DelimitedHeader) -> (ranges: [RowRange], hasNul: Bool, isPaired: Bool) {
    let pieces = lineRanges(from: header.end)
    let surveys = Collector<RowSurvey>(pieces.count)
    workers.perform(parts: pieces.count) { part in
      surveys[part] = RowSurvey(UnsafeRawBufferPointer(rebasing: bytes[pieces[part]]))
    }
    var ranges: [RowRange] = []
    var hasNul = false
    var isInside = false
    var row = 0
    var line = header.lines + 1
    for (piece, survey) in zip(pieces, surveys.values.lazy.map(\.unsafelyUnwrapped)) {
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
