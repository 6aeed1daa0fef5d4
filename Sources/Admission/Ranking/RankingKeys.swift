import ExactValues
import Lottery
import Parallelism

/// One admissible candidate while the list is sorted.
struct RankedItem {
  /// As much of the sorting key as one word holds, most significant criterion first; smaller goes first.
  var word: UInt64
  var row: UInt32
}

/// The five criteria before the draw, packed so that most comparisons are one machine word.
///
/// Each criterion takes as many bits as the candidates' values span. What does not fit in the word is
/// compared only between candidates whose words are equal.
struct RankingKeys {
  private let candidates: Candidates
  private let scores: Scores
  private let workers: Workers
  private let general: Field
  private let scientific: Field
  private let birth: Field
  private let wordBits: Int
  /// Whether equal words mean equal in all five criteria.
  private let isWhole: Bool
  private let ranges: [Range<Int>]
  private let count: Int
  private let generalBarre: Int64
  private let scientificBarre: Int64

  /// A criterion's largest value, the unit all distances to it are multiples of, and how many bits they take
  /// in that unit.
  private struct Field {
    var largest: Int64
    var unit: ExactDivisor
    var bits: Int

    init(_ span: Span) {
      largest = max(span.largest, 0)
      unit = span.unit ?? ExactDivisor(1)
      let distance = UInt64(max(span.largest, span.smallest) - span.smallest)
      bits = UInt64.bitWidth - unit.quotient(ofMultiple: distance).leadingZeroBitCount
    }

    /// How far a value is from the largest, in units.
    @inline(__always)
    func distance(_ value: Int64) -> UInt64 {
      unit.quotient(ofMultiple: UInt64(bitPattern: largest &- value))
    }
  }

  /// What is known of a criterion's values: all ≥ 0.
  private struct Span {
    var smallest = Int64.max
    var largest: Int64 = -1
    /// The greatest common divisor of the values; nil while they are all 0.
    var unit: ExactDivisor?

    @inline(__always)
    mutating func add(_ value: Int64) {
      smallest = min(smallest, value)
      largest = max(largest, value)
      if unit?.exactQuotient(UInt64(value)) == nil { narrow(UInt64(value)) }
    }

    mutating func narrow(_ value: UInt64) {
      let divisor = greatestCommonDivisor(unit?.value ?? 0, value)
      unit = divisor == 0 ? nil : ExactDivisor(divisor)
    }

    mutating func add(_ other: Span) {
      smallest = min(smallest, other.smallest)
      largest = max(largest, other.largest)
      if let unit = other.unit { narrow(unit.value) }
    }
  }

  private struct Survey {
    var count = 0
    var general = Span()
    var scientific = Span()
    var birth = Span()

    mutating func add(_ other: Survey) {
      count += other.count
      general.add(other.general)
      scientific.add(other.scientific)
      birth.add(other.birth)
    }
  }

  init(_ scores: Scores, generalBarre: Int64, scientificBarre: Int64, workers: Workers) {
    let candidates = scores.candidates
    self.candidates = candidates
    self.scores = scores
    self.workers = workers
    self.generalBarre = generalBarre
    self.scientificBarre = scientificBarre
    let ranges = workers.ranges(of: candidates.count, minimum: 1 << 13, perThread: 2)
    self.ranges = ranges
    var surveys = [Survey](repeating: Survey(), count: ranges.count)
    surveys.withUnsafeMutableBufferPointer { surveys in
      // Each range writes a survey of its own.
      nonisolated(unsafe) let surveys = surveys
      workers.perform(parts: ranges.count) { part in
        var survey = Survey()
        scores.general.numerators.withUnsafeBufferPointer { general in
          scores.scientific.numerators.withUnsafeBufferPointer { scientific in
            candidates.birthDates.withUnsafeBufferPointer { births in
              for row in ranges[part] where general[row] >= generalBarre && scientific[row] >= scientificBarre
              {
                survey.count += 1
                survey.general.add(general[row])
                survey.scientific.add(scientific[row])
                survey.birth.add(Int64(births[row].packed))
              }
            }
          }
        }
        surveys[part] = survey
      }
    }
    var whole = Survey()
    for survey in surveys { whole.add(survey) }
    count = whole.count
    general = Field(whole.general)
    scientific = Field(whole.scientific)
    birth = Field(whole.birth)
    let bits = general.bits + scientific.bits + birth.bits + 2
    isWhole = bits <= UInt64.bitWidth
    wordBits = min(bits, UInt64.bitWidth)
  }

  /// Sorts, draws where all else is equal, and says what decided each place.
  func ranked(draw: Draw) -> ([UInt32], [DecidingCriterion]) {
    var decidedBy: [DecidingCriterion] = []
    let rows = [UInt32](unsafeUninitializedCapacity: count) { rows, initialized in
      decidedBy = [DecidingCriterion](unsafeUninitializedCapacity: count) { decidedBy, initialized in
        let sorter = BucketSort(count: count, wordBits: wordBits, workers: workers)
        sorter.sort(parts: ranges.count) { part, body in
          forEachAdmissible(ranges[part], body)
        } settle: { run in
          settle(run, draw)
        }
        decide(sorter.items, rows, decidedBy)
        initialized = count
      }
      initialized = count
    }
    return (rows, decidedBy)
  }

  /// Hands out the admissible candidates of a range with their packed keys.
  @inline(__always)
  private func forEachAdmissible(_ range: Range<Int>, _ body: (RankedItem) -> Void) {
    scores.general.numerators.withUnsafeBufferPointer { general in
      scores.scientific.numerators.withUnsafeBufferPointer { scientific in
        candidates.birthDates.withUnsafeBufferPointer { births in
          candidates.boursiers.withUnsafeBufferPointer { boursiers in
            candidates.genres.withUnsafeBufferPointer { genres in
              for row in range where general[row] >= generalBarre && scientific[row] >= scientificBarre {
                let word = word(
                  general[row], scientific[row], Int64(births[row].packed), boursiers[row],
                  genres[row].isFemale)
                body(RankedItem(word: word, row: UInt32(truncatingIfNeeded: row)))
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func word(
    _ generalScore: Int64, _ scientificScore: Int64, _ birthDate: Int64, _ isBoursier: Bool, _ isWoman: Bool
  ) -> UInt64 {
    let flags = UInt64(isBoursier ? 0 : 2) | UInt64(isWoman ? 0 : 1)
    let general = self.general.distance(generalScore)
    let scientific = self.scientific.distance(scientificScore)
    let birth = self.birth.distance(birthDate)
    if isWhole {
      // Only what has no bits is shifted by 64, and that is 0.
      let low = birth &<< 2 | flags
      let middle = scientific &<< UInt64(truncatingIfNeeded: self.birth.bits &+ 2)
      let high = general &<< UInt64(truncatingIfNeeded: self.scientific.bits &+ self.birth.bits &+ 2)
      return high | middle | low
    }
    var word: UInt64 = 0
    var room = UInt64.bitWidth
    for (value, bits) in [
      (general, self.general.bits), (scientific, self.scientific.bits), (birth, self.birth.bits), (flags, 2),
    ] {
      let taken = min(bits, room)
      word = word << UInt64(taken) | value >> UInt64(bits - taken)
      room -= taken
    }
    return word
  }

  /// Orders candidates whose words are equal.
  private func settle(_ run: UnsafeMutableBufferPointer<RankedItem>, _ draw: Draw) {
    guard !isWhole else { return drawLots(run, draw) }
    var run = run
    run.sort { compare($0.row, $1.row) < 0 }
    var start = 0
    for index in 1...run.count
    where index == run.count || compare(run[start].row, run[index].row) != 0 {
      if index - start > 1 { drawLots(UnsafeMutableBufferPointer(rebasing: run[start..<index]), draw) }
      start = index
    }
  }

  private func drawLots(_ run: UnsafeMutableBufferPointer<RankedItem>, _ draw: Draw) {
    let lots = candidates.identifiers.bytes.withUnsafeBytes { bytes in
      run.map { item in
        let range = candidates.identifiers.range(Int(item.row))
        return (ticket: draw.ticket(for: UnsafeRawBufferPointer(rebasing: bytes[range])), item: item)
      }
    }
    for (index, lot) in lots.sorted(by: { $0.ticket < $1.ticket }).enumerated() { run[index] = lot.item }
  }

  /// Compares two candidates by the five criteria: negative where `a` goes first.
  private func compare(_ a: UInt32, _ b: UInt32) -> Int {
    switch firstDifference(Int(a), Int(b)) {
    case .draw, .first: return 0
    case .generalScore: return scores.general.numerators[Int(a)] > scores.general.numerators[Int(b)] ? -1 : 1
    case .scientificScore:
      return scores.scientific.numerators[Int(a)] > scores.scientific.numerators[Int(b)] ? -1 : 1
    case .age: return candidates.birthDates[Int(a)] > candidates.birthDates[Int(b)] ? -1 : 1
    case .boursier: return candidates.boursiers[Int(a)] ? -1 : 1
    case .genre: return candidates.genres[Int(a)].isFemale ? -1 : 1
    }
  }

  /// The first criterion in which two candidates differ.
  private func firstDifference(_ a: Int, _ b: Int) -> DecidingCriterion {
    if scores.general.numerators[a] != scores.general.numerators[b] { return .generalScore }
    if scores.scientific.numerators[a] != scores.scientific.numerators[b] { return .scientificScore }
    if candidates.birthDates[a] != candidates.birthDates[b] { return .age }
    if candidates.boursiers[a] != candidates.boursiers[b] { return .boursier }
    if candidates.genres[a].isFemale != candidates.genres[b].isFemale { return .genre }
    return .draw
  }

  /// Copies the order out, and names the criterion between each two neighbours.
  private func decide(
    _ items: UnsafeMutableBufferPointer<RankedItem>, _ rows: UnsafeMutableBufferPointer<UInt32>,
    _ decidedBy: UnsafeMutableBufferPointer<DecidingCriterion>
  ) {
    let criteria = criterionOfBit()
    let parts = workers.ranges(of: items.count, minimum: 1 << 13)
    // Each part writes places of its own.
    nonisolated(unsafe) let (items, rows, decidedBy) = (items, rows, decidedBy)
    workers.perform(parts: parts.count) { part in
      criteria.withUnsafeBufferPointer { criteria in
        for place in parts[part] {
          let item = items[place]
          rows[place] = item.row
          guard place > 0 else {
            decidedBy[place] = .first
            continue
          }
          let difference = item.word ^ items[place - 1].word
          if difference != 0 {
            decidedBy[place] = criteria[63 - difference.leadingZeroBitCount]
          } else {
            decidedBy[place] = isWhole ? .draw : firstDifference(Int(items[place - 1].row), Int(item.row))
          }
        }
      }
    }
  }

  /// For each bit of the word, from the lowest, the criterion it belongs to.
  private func criterionOfBit() -> [DecidingCriterion] {
    var criteria: [DecidingCriterion] = []
    let fields: [(DecidingCriterion, Int)] = [
      (.generalScore, general.bits), (.scientificScore, scientific.bits), (.age, birth.bits), (.boursier, 1),
      (.genre, 1),
    ]
    for (criterion, bits) in fields { criteria += Array(repeating: criterion, count: bits) }
    criteria = Array(criteria.prefix(wordBits).reversed())
    return criteria + Array(repeating: .generalScore, count: UInt64.bitWidth - criteria.count)
  }
}
