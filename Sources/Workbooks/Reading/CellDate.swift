/// Which day a workbook counts from.
enum DateSystem {
  /// Day 1 is 1 January 1900, and there is a 29 February 1900.
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904
}

/// Dates and times of a workbook, as text.
enum CellDate {
  /// The last day of the year 9999, in days from 1900.
  private static let lastDay = 2_958_465
  private static let secondsOfDay = 86_400

  /// Appends what a cell with a date or time shows: `yyyy-mm-dd`, `yyyy-mm-dd hh:mm:ss`, or `hh:mm:ss`.
  ///
  /// - Returns: whether it shows one; a negative number does not, nor one beyond the year 9999.
  static func append(
    _ number: ShownNumber, _ format: CellFormat, _ system: DateSystem, to buffer: inout ByteBuffer
  ) -> Bool {
    var day: Int
    var second = 0
    if let whole = number.whole {
      guard whole <= lastDay else { return false }
      day = whole
    } else {
      let value = number.value
      guard value >= 0, value <= Double(lastDay) + 1 else { return false }
      let seconds = Int((value * Double(secondsOfDay)).rounded())
      (day, second) = seconds.quotientAndRemainder(dividingBy: secondsOfDay)
    }
    if system == .from1904 { day += 1462 }
    guard day <= lastDay else { return false }
    let isBare = system == .from1900 ? day == 0 : day == 1462
    if format == .time, isBare {
      appendTime(second, to: &buffer)
      return true
    }
    if day == 0, format == .dateAndTime, second > 0 {
      appendTime(second, to: &buffer)
      return true
    }
    appendDay(day, to: &buffer)
    if second > 0 || format == .time {
      buffer.append(UInt8(ascii: " "))
      appendTime(second, to: &buffer)
    }
    return true
  }

  /// The day of a number from 1900, with the 29 February and the day 0 that only spreadsheets have.
  private static func appendDay(_ day: Int, to buffer: inout ByteBuffer) {
    switch day {
    case 0: append(1900, 1, 0, to: &buffer)
    case 60: append(1900, 2, 29, to: &buffer)
    default:
      // Days from 1 March of the year 0; H. Hinnant, "chrono-compatible low-level date algorithms".
      let days = (day < 60 ? day + 1 : day) + 693_899
      let era = days / 146_097
      let dayOfEra = days - era * 146_097
      let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let shifted = (5 * dayOfYear + 2) / 153
      let month = shifted < 10 ? shifted + 3 : shifted - 9
      append(
        yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1,
        to: &buffer)
    }
  }

  private static func append(_ year: Int, _ month: Int, _ day: Int, to buffer: inout ByteBuffer) {
    appendDigits(UInt64(year), atLeast: 4, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    appendDigits(UInt64(month), atLeast: 2, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    appendDigits(UInt64(day), atLeast: 2, to: &buffer)
  }

  private static func appendTime(_ second: Int, to buffer: inout ByteBuffer) {
    appendDigits(UInt64(second / 3600), atLeast: 2, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    appendDigits(UInt64(second / 60 % 60), atLeast: 2, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    appendDigits(UInt64(second % 60), atLeast: 2, to: &buffer)
  }

  /// A date as ISO 8601 writes it: a day alone where its time of day is midnight, else with a space in place of the T.
  static func shown(iso text: String) -> String {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    var time = parts[1]
    if time.hasSuffix("Z") { time = time.dropLast() }
    let isMidnight = !time.isEmpty && time.allSatisfy { "0:.".contains($0) }
    return isMidnight ? String(parts[0]) : "\(parts[0]) \(time)"
  }
}
