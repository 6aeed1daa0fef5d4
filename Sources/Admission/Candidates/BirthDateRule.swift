import ExactValues

/// Which birth dates are likely to be placeholders or mistakes: the younger goes first where notes are equal
/// (règlement 5.2.1), so one of them would decide ties.
public enum BirthDateRule {
  /// The years before the median birth date in which a candidate may be born.
  public static let yearsBefore = 60
  /// The years after it.
  public static let yearsAfter = 12
}

extension CandidateColumns {
  /// Finds birth dates more than 60 years before or 12 years after the median one. Of an even number of dates, the
  /// median is midway between the two in the middle, by the day.
  ///
  /// Dates that could not be read (``CalendarDate/packed`` 0) are passed over.
  ///
  /// - Complexity: O(*n*), *n* candidates.
  package func birthDateErrors() -> AdmissionError {
    // Whatever the median is, it lies between the first and the last.
    guard let (first, last) = birthDateSpan, isSuspect(last, median: 2 * first.dayNumber) else {
      return AdmissionError()
    }
    let median = doubledMedian(from: first, to: last)
    var error = AdmissionError()
    for (row, date) in birthDates.enumerated() where date.packed > 0 && isSuspect(date, median: median) {
      error.add(row, 2 * date.dayNumber < median ? .bornTooEarly : .bornTooLate)
    }
    return error
  }

  /// - Parameter median: twice its day number.
  private func isSuspect(_ date: CalendarDate, median: Int) -> Bool {
    // A year before 1 or after 9999 is on the far side of any median.
    let isEarly = date.adding(years: BirthDateRule.yearsBefore).map { 2 * $0.dayNumber < median } ?? false
    let isLate = date.adding(years: -BirthDateRule.yearsAfter).map { 2 * $0.dayNumber > median } ?? false
    return isEarly || isLate
  }

  /// The first and the last birth date; nil where none could be read.
  private var birthDateSpan: (first: CalendarDate, last: CalendarDate)? {
    var (least, most) = (UInt32.max, UInt32(0))
    for date in birthDates {
      // What could not be read becomes the largest number there is.
      least = min(least, date.packed &- 1)
      most = max(most, date.packed)
    }
    return most == 0 ? nil : (CalendarDate(packed: least + 1), CalendarDate(packed: most))
  }

  /// The sum of the day numbers of the two dates in the middle, or twice that of the one.
  private func doubledMedian(from first: CalendarDate, to last: CalendarDate) -> Int {
    var counts = [Int](repeating: 0, count: Int(last.packed - first.packed) + 1)
    var count = 0
    for date in birthDates where date.packed > 0 {
      counts[Int(date.packed - first.packed)] += 1
      count += 1
    }
    func day(_ place: Int) -> Int {
      var left = place
      let offset = counts.firstIndex { number in
        left -= number
        return left < 0
      }
      return CalendarDate(packed: first.packed + UInt32(offset ?? 0)).dayNumber
    }
    return day((count - 1) / 2) + day(count / 2)
  }
}
