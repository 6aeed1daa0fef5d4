/// A day of the Gregorian calendar, year 1 to 9999.
///
/// ```swift
/// let birth = try CalendarDate(text)  // text: "15/03/2008"
/// print(birth, birth < "2008-04-01")  // 2008-03-15 true
/// ```
///
/// Packed as year, month, day from the high bits down, so that comparing the integers compares the days.
public struct CalendarDate: Hashable, Sendable {
  /// `year << 9 | month << 5 | day`.
  public let packed: UInt32

  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to 31.
  /// - Returns: nil where no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= CalendarDate.days(inMonth: month, year: year)
    else { return nil }
    packed = UInt32(year) << 9 | UInt32(month) << 5 | UInt32(day)
  }

  /// - Parameter packed: the ``packed`` value of another date.
  package init(packed: UInt32) { self.packed = packed }

  /// 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// 1 to 12.
  public var month: Int { Int(packed >> 5 & 15) }
  /// 1 to 31.
  public var day: Int { Int(packed & 31) }

  /// The number of days of a month, 28 to 31.
  package static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from the day before 0001-01-01 to this one: 1 for 0001-01-01.
  public var dayNumber: Int {
    let before = year - 1
    var days = before * 365 + before / 4 - before / 100 + before / 400 + day
    for month in 1..<month { days += CalendarDate.days(inMonth: month, year: year) }
    return days
  }

  /// The same day of another year; of February 29th, where that year has none, the 28th.
  ///
  /// - Returns: nil outside the years 1 to 9999.
  public func adding(years: Int) -> CalendarDate? {
    let other = year + years
    return CalendarDate(
      year: other, month: month, day: min(day, CalendarDate.days(inMonth: month, year: other)))
  }

  /// Reads `yyyy-mm-dd` or `dd/mm/yyyy`.
  ///
  /// - Throws: ``DateDefect``.
  public init(_ text: some StringProtocol) throws(DateDefect) {
    self = try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(DateDefect) in
      try CalendarDate(parsing: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Reads bytes as ``init(_:)`` reads text.
  package init(parsing text: UnsafeRawBufferPointer) throws(DateDefect) {
    guard text.count == 10 else { throw .notADate }
    let yearFirst: Bool
    switch (text[2], text[5], text[4], text[7]) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/"), _, _): yearFirst = false
    case (_, _, UInt8(ascii: "-"), UInt8(ascii: "-")): yearFirst = true
    default: throw .notADate
    }
    var bad: UInt8 = 0
    func number(_ start: Int, _ length: Int) -> Int {
      var value = 0
      for index in start..<start + length {
        let digit = text[index] &- UInt8(ascii: "0")
        bad |= digit > 9 ? 1 : 0
        value = value &* 10 &+ Int(digit)
      }
      return value
    }
    let year = yearFirst ? number(0, 4) : number(6, 4)
    let month = yearFirst ? number(5, 2) : number(3, 2)
    let day = yearFirst ? number(8, 2) : number(0, 2)
    guard bad == 0 else { throw .notADate }
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay }
    self = date
  }

  /// Writes `yyyy-mm-dd`: ten bytes.
  ///
  /// Public so that other modules inline it; no program needs it.
  @_documentation(visibility: internal)
  @inlinable
  public func write(to out: UnsafeMutablePointer<UInt8>) {
    func digits(_ value: UInt32, _ start: Int, _ count: Int) {
      var value = value
      for index in stride(from: start + count - 1, through: start, by: -1) {
        out[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10)
        value /= 10
      }
    }
    digits(packed >> 9, 0, 4)
    out[4] = UInt8(ascii: "-")
    digits(packed >> 5 & 15, 5, 2)
    out[7] = UInt8(ascii: "-")
    digits(packed & 31, 8, 2)
  }
}

extension CalendarDate: Comparable {
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.packed < b.packed }
}

extension CalendarDate: ExpressibleByStringLiteral {
  /// `"2008-03-15"`. A literal that is no date is the caller's bug and traps.
  public init(stringLiteral value: String) {
    guard let date = try? CalendarDate(value) else {
      preconditionFailure("\(value) is not a date")
    }
    self = date
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `yyyy-mm-dd`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) {
      write(to: $0.baseAddress!)
      return 10
    }
  }
}
