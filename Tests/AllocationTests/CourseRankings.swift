import Foundation
import Palmares
import TestSupport
import Testing

/// Rankings of all courses by students, made up or real.
struct CourseRankings {
  /// The rankings of the AGH University of Krakow (PrefLib 00009; Skowron, Faliszewski and Slinko, AAMAS 2013). They
  /// are public and no part of this repository: the environment says where they are.
  static let files = ["00009-00000001.soc", "00009-00000002.soc"]

  /// The folder that has them; nil where there is none.
  static var folder: URL? {
    guard let data = ProcessInfo.processInfo.environment["PALMARES_PUBLIC_DATA"] else { return nil }
    let folder = URL(filePath: data).appending(path: "agh")
    let areThere = files.allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
    return areThere ? folder : nil
  }

  private let courses: Int
  /// For each student the courses, the best first.
  private let rankings: [[Int]]

  /// Made-up rankings in which most students want the same few courses, as real ones do.
  init(students: Int, courses: Int, using generator: inout SeededGenerator) {
    self.courses = courses
    rankings = (0..<students).map { _ in
      let liking = (0..<courses).map { 3 * $0 + Int.random(in: 0..<12, using: &generator) }
      return (0..<courses).sorted { (liking[$0], $0) < (liking[$1], $1) }
    }
  }

  init(_ file: String) throws {
    let folder = try #require(Self.folder)
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
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
