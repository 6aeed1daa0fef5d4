import Admission
import Palmares
import SyntheticData
import Testing

struct SyntheticDataTests {
  @Test func `a smaller session is the beginning of a larger one, and has the shape promised`() throws {
    let small = PDISData(size: 500, seed: "s").candidates
    let data = PDISData(size: 20_000, seed: "s")
    let large = data.candidates
    #expect(small.identifiers == large.identifiers.gathered(Array(0..<500)[...]))
    #expect(small.marks[0].cells == Array(large.marks[0].cells.prefix(500)))
    #expect(Set((0..<large.count).map { large.identifiers[$0] }).count == large.count)
    #expect(abs(large.boursiers.count(where: \.self) - 5_000) < 300)
    #expect(Set(large.doublettes) == [0, 1, 2])
    #expect(Set(large.genres) == Set(Genre.allCases))
    #expect(
      large.birthDates.count { $0.year == 2008 } > 16_000 && large.birthDates.contains { $0.year < 2005 })
    // At 0.01, and many at half points.
    let marks = large.marks.flatMap(\.cells).filter { $0.units >= 0 }
    #expect(marks.allSatisfy { $0.units % 100 == 0 })
    let atHalves = marks.count { $0.units % 5_000 == 0 } * 100 / marks.count
    #expect(40...70 ~= atHalves)
    // Ability shows in every mark.
    #expect(correlation(large.marks[0], large.marks[9]) > 0.4)
    #expect(PDISData(size: 500, seed: "t").candidates.marks[0].cells != small.marks[0].cells)
  }

  @Test func `electives have skewed demand, and a twentieth more places than students`() throws {
    for (size, modules) in [(0, 24), (300, 24), (5_000, 50), (120_000, 1_000)] {
      let data = ElectivesData(size: size, seed: "s")
      let offers = data.electives.offers
      #expect(offers.count == modules && data.electives.modules.count == modules)
      #expect(data.electives.creneaux == ["jeudi", "mardi"])
      guard size > 0 else { continue }
      let places = offers.reduce(0) { $0 + $1.places }
      #expect(size * 2 * 98 / 100...size * 2 * 105 / 100 ~= places)
      #expect(offers.contains { $0.minimum > 1 } && offers.count { !$0.prerequisites.isEmpty } == 3)
      #expect(data.students.gpas.allSatisfy { $0 <= 5 })
      #expect(6 * size...8 * size ~= data.wishes.count + size / 5)
      var demand = [Int](repeating: 0, count: modules)
      for module in data.wishes.modules { demand[Int(module)] += 1 }
      #expect(demand.max()! > 3 * demand.sorted()[modules / 2] / 2)
    }
  }

  private func correlation(_ a: MarkCells, _ b: MarkCells) -> Double {
    let pairs = zip(a.cells, b.cells).filter { $0.units >= 0 && $1.units >= 0 }.map {
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
