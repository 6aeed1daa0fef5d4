import Foundation
import Palmares
import TestSupport
import Testing

/// The examples of the doc comments about the draw, its seed, and the text of files.
final class LotteryExamples {
  private var lines: [String] = []

  private func print(_ items: Any...) {
    lines.append(items.map { "\($0)" }.joined(separator: " "))
  }

  @Test func `a seed is committed to`() {
    // example: DrawSeed
    let seed = DrawSeed.random()
    let published = seed.commitment
    print(seed.matches(commitment: published))  // true
    // end
    #expect(lines == ["true"])
  }

  @Test func `identifiers are drawn`() {
    // example: Draw
    let draw = Draw(seed: "published after the session")
    let first = ["C0001", "C0002"].min { draw.ticket(for: $0) < draw.ticket(for: $1) }
    // end
    #expect(first == "C0001" || first == "C0002")
  }

  @Test func `a seed is written to a file and read back`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("seed.csv").path
    let secret = DrawSeed.random()
    // example: SeedTable
    try SeedTable(secret).write(to: path)
    let seed = try SeedFile(contentsOf: path).seed
    print(seed == secret)  // true
    // end
    #expect(lines == ["true"])
  }

  @Test func `a table is text in memory`() throws {
    // example: WritableTable
    let text = try SeedTable("a seed").text(.json)
    // end
    #expect(text.hasPrefix("[\n{\"graine\":\"a seed\",\"engagement\":\""))
  }

  @Test func `the defects of a file are listed`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("seed.txt").path
    try folder.write("seed.txt", " a seed")
    // example: InputDefects
    do {
      _ = try SeedFile(contentsOf: path)
    } catch let defects as InputDefects {
      let defect = defects.first[0]
      print(defect.line, defect.column, defect.reason is SeedFileDefect)  // 1 graine true
    }
    // end
    #expect(lines == ["1 graine true"])
  }

  @Test func `threads are counted`() {
    // example: Workers
    let all = Workers()  // one thread for each processor
    let few = Workers(count: 2)  // leaves the others to the rest of the program
    // end
    #expect(all.count >= 1 && few.count == 2)
  }
}
