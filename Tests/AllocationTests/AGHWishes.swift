import Foundation
import Palmares
import TestSupport

/// Rankings of all courses by students of the AGH University of Krakow (PrefLib 00009; Skowron, Faliszewski and
/// Slinko, AAMAS 2013), read where they are beside the repository; a clone has none.
struct AGHWishes {
  static let files = ["00009-00000001.soc", "00009-00000002.soc"]
  static var areThere: Bool {
    files.allSatisfy { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/agh")

  private let courses: Int
  /// For each student the courses, the best first.
  private let rankings: [[Int]]

  init(_ file: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    var rankings: [[Int]] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: ":")
      let ranking = parts[1].split(separator: ",").map { Int($0.filter(\.isNumber))! - 1 }
      for _ in 0..<Int(parts[0])! { rankings.append(ranking) }
    }
    courses = rankings[0].count
    self.rankings = rankings
  }

  /// - Parameter placesPercent: places in all, of the students.
  func problem(placesPercent: Int) -> AllocationProblem {
    var generator = SeededGenerator(UInt64(placesPercent))
    let places = (rankings.count * placesPercent + 100 * courses - 1) / (100 * courses)
    return AllocationProblem(
      studentCount: rankings.count, slotCount: 1,
      offers: (0..<courses).map { .init(module: $0, slot: 0, places: places, minimum: 0) },
      meritOrder: (0..<Int32(rankings.count)).shuffled(using: &generator)
    ) { student, add in
      for (position, course) in rankings[student].enumerated() { add(course, position + 1) }
    }
  }
}
