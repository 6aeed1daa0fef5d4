public import Admission
public import DelimitedText
import ExactValues
public import Parallelism

/// The file of an admissibility list.
///
/// ```swift
/// print(try RankingTable(list).text())
/// ```
public struct RankingTable: Sendable, WritableTable {
  private let list: AdmissibilityList

  /// - Parameter list: the list to write.
  public init(_ list: AdmissibilityList) { self.list = list }

  /// Writes the list.
  ///
  /// - Complexity: O(*n*), *n* admissible candidates, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = [
      AdmissionColumn.rank, AdmissionColumn.candidate, AdmissionColumn.generalScore,
      AdmissionColumn.scientificScore, AdmissionColumn.birthDate, AdmissionColumn.boursier,
      AdmissionColumn.genre, AdmissionColumn.decidedBy, AdmissionColumn.exactGeneralScore,
      AdmissionColumn.exactScientificScore,
    ]
    let scores = list.scores
    if scores.candidates.secteurs != nil { columns.append(AdmissionColumn.secteur) }
    let general = ScoreText(scores.general.scale)
    let scientific = ScoreText(scores.scientific.scale)
    try writeTable(format, columns: columns, rows: list.count, workers: workers, to: sink) { text, places in
      for start in stride(from: places.lowerBound, to: places.upperBound, by: RankedBlock.length) {
        let places = start..<min(places.upperBound, start + RankedBlock.length)
        RankedBlock(list, places).write(general, scientific, to: &text)
      }
    }
  }
}

/// What the rows of a stretch of the list say, gathered before it is written.
///
/// Ranking scatters neighbours all over the columns. Gathering one column at a time lets the processor fetch
/// many cells at once, where fetching them while formatting would wait for each.
private struct RankedBlock {
  static let length = 256

  private let places: Range<Int>
  private let decidedBy: ArraySlice<DecidingCriterion>
  private let identifiers: IdentifierColumn
  private let general: [Int64]
  private let scientific: [Int64]
  private let birthDates: [CalendarDate]
  private let boursiers: [Bool]
  private let genres: [Genre]
  private let secteurs: [Bool]?

  init(_ list: AdmissibilityList, _ places: Range<Int>) {
    let (scores, candidates) = (list.scores, list.scores.candidates)
    self.places = places
    let rows = list.rows[places]
    decidedBy = list.decidedBy[places]
    identifiers = candidates.identifiers.gathered(rows)
    general = gather(scores.general.numerators, rows)
    scientific = gather(scores.scientific.numerators, rows)
    birthDates = gather(candidates.birthDates, rows)
    boursiers = gather(candidates.boursiers, rows)
    genres = gather(candidates.genres, rows)
    secteurs = candidates.secteurs.map { gather($0, rows) }
  }

  func write(_ generalText: ScoreText, _ scientificText: ScoreText, to text: inout TableText) {
    for index in 0..<places.count {
      let place = places.lowerBound + index
      text.integer(place + 1)
      text.identifier(index, of: identifiers)
      generalText.writeDecimal(general[index], to: &text)
      scientificText.writeDecimal(scientific[index], to: &text)
      text.date(birthDates[index])
      text.boolean(boursiers[index])
      text.word(genres[index].csvWord)
      text.word(decidedBy[place].csvWord)
      generalText.writeExact(general[index], to: &text)
      scientificText.writeExact(scientific[index], to: &text)
      if let secteurs { text.boolean(secteurs[index]) }
      text.endRow()
    }
  }
}

private func gather<Value>(_ column: [Value], _ rows: ArraySlice<UInt32>) -> [Value] {
  column.withUnsafeBufferPointer { column in rows.map { column[Int($0)] } }
}
