import Palmares
import Wording

/// A small histogram for the terminal, a line for each class, the barre drawn across where it lies.
struct Histogram: CustomStringConvertible {
  private let statistics: ScoreStatistics
  private let barre: Mark?
  private let width = 50

  init(_ statistics: ScoreStatistics, barre: Mark?) {
    self.statistics = statistics
    self.barre = barre
  }

  var description: String {
    let counts = statistics.histogram
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 }), let largest = counts.max()
    else { return "" }
    let step = ScoreStatistics.classWidth.units
    var lines: [String] = []
    for index in first...last {
      let lower = Int64(index) * step
      if let barre, barre.units > lower - step, barre.units <= lower { lines.append(line(barre)) }
      let label = Message.decimal(FixedDecimal(units: Int128(lower))).text
      let blocks = String(repeating: "█", count: (counts[index] * width + largest - 1) / largest)
      lines.append("\(pad(label, 5)) │\(blocks) \(Message.count(counts[index]).text)")
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ barre: Mark) -> String {
    "\(pad(Message.decimal(barre).text, 5)) ┝\(String(repeating: "╌", count: width)) barre"
  }

  private func pad(_ text: String, _ length: Int) -> String {
    String(repeating: " ", count: max(0, length - text.count)) + text
  }
}
