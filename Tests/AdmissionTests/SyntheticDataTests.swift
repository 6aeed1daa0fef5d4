import Palmares
import Testing

struct SyntheticDataTests {
  @Test func `a smaller session is the beginning of a larger one, and has the shape promised`() throws {
    let small = PDISData(size: 500, seed: "s").candidates
    let data = PDISData(size: 20_000, seed: "s")
    let large = data.candidates
    #expect(small.identifiers == large.identifiers.gathered(Array(0..<500)[...]))
    #expect(small.marks[0] == Array(large.marks[0].prefix(500)))
    #expect(Set((0..<large.count).map { large.identifiers[$0] }).count == large.count)
    #expect(abs(large.boursiers.count(where: \.self) - 5_000) < 300)
    #expect(Set(large.doublettes) == [0, 1, 2])
    #expect(Set(large.genres) == Set(Genre.allCases))
    #expect(
      large.birthDates.count { $0.year == 2008 } > 16_000 && large.birthDates.contains { $0.year < 2005 })
    // At 0.01, and many at half points.
    let marks = large.marks.joined().compactMap(\.mark)
    #expect(marks.allSatisfy { $0.units % 100 == 0 })
    let atHalves = marks.count { $0.units % 5_000 == 0 } * 100 / marks.count
    #expect(40...70 ~= atHalves)
    // Ability shows in every mark.
    #expect(correlation(large.marks[0], large.marks[9]) > 0.4)
    #expect(PDISData(size: 500, seed: "t").candidates.marks[0] != small.marks[0])
  }

  private func correlation(_ a: [OptionalMark], _ b: [OptionalMark]) -> Double {
    let pairs = zip(a, b).filter { $0.units >= 0 && $1.units >= 0 }.map {
      (Double($0.units), Double($1.units))
    }
    let n = Double(pairs.count)
    let (meanA, meanB) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in pairs {
      ab += (x - meanA) * (y - meanB)
      aa += (x - meanA) * (x - meanA)
      bb += (y - meanB) * (y - meanB)
    }
    return ab / (aa * bb).squareRoot()
  }
}
