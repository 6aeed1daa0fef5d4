import Glibc

/// The decimal that a spreadsheet shows of a number it keeps as a double: at most 15 significant digits.
struct ShownNumber {
  /// Without its sign; below 10¹⁵.
  private(set) var digits: UInt64
  /// The power of ten that the digits are multiplied with.
  private(set) var exponent: Int
  let isNegative: Bool

  /// Reads a number as a workbook writes it.
  ///
  /// What a double keeps of up to 17 digits lies so near to them that the 15 shown are those that the text rounds to,
  /// except near the middle between two: there, and for anything longer or with an exponent, the double decides.
  ///
  /// - Returns: nil where it is none.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var isNegative = false
    if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      index = 1
    }
    var digits: UInt64 = 0
    var count = 0
    var decimals = 0
    var hasPoint = false
    let first = index
    while index < text.count {
      let byte = text[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        guard count < 17 else { break }
        digits = digits &* 10 &+ UInt64(digit)
        if digits > 0 { count &+= 1 }
        if hasPoint { decimals &+= 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index &+= 1
    }
    guard index == text.count, index > first + (hasPoint ? 1 : 0) else {
      self.init(slowly: text)
      return
    }
    if count > 15 {
      let unit: UInt64 = count == 16 ? 10 : 100
      let rest = digits % unit
      // A double lies within 2⁻⁵³ of its text.
      let isNearMiddle = (rest > unit / 2 ? rest - unit / 2 : unit / 2 - rest) <= digits >> 53
      guard !isNearMiddle, decimals >= count - 15, decimals < 100 else {
        self.init(slowly: text)
        return
      }
      digits = digits / unit + (rest * 2 > unit ? 1 : 0)
      decimals -= count - 15
    }
    self.init(digits: digits, exponent: -decimals, isNegative: isNegative)
  }

  private init(digits: UInt64, exponent: Int, isNegative: Bool) {
    var (digits, exponent) = (digits, exponent)
    while exponent < 0, digits % 10 == 0, digits > 0 {
      digits /= 10
      exponent += 1
    }
    (self.digits, self.exponent) = (digits, digits == 0 ? 0 : exponent)
    self.isNegative = isNegative && digits > 0
  }

  /// By way of the double.
  private init?(slowly text: UnsafeBufferPointer<UInt8>) {
    // What Double takes beyond decimal numbers: hexadecimal, infinity.
    let allowed = "0123456789+-.eE".utf8
    guard !text.isEmpty, text.count <= 400, text.allSatisfy(allowed.contains),
      let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    self.init(value)
  }

  /// The 15 digits of a double.
  init(_ value: Double) {
    var shown = [CChar](repeating: 0, count: 32)
    _ = withVaList([value.magnitude]) { vsnprintf(&shown, shown.count, "%.14e", $0) }
    var digits: UInt64 = 0
    var index = 0
    // The decimal mark may be another one than a point.
    while shown[index] != CChar(bitPattern: UInt8(ascii: "e")) {
      let digit = UInt8(bitPattern: shown[index]) &- UInt8(ascii: "0")
      if digit <= 9 { digits = digits * 10 + UInt64(digit) }
      index += 1
    }
    let exponent = Int(
      String(decoding: shown[(index + 1)...].prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        .replacing("+", with: ""))
    self.init(digits: digits, exponent: (exponent ?? 0) - 14, isNegative: value < 0)
  }

  /// The number itself, as near as a double comes to it.
  var value: Double {
    if exponent == 0 { return isNegative ? -Double(digits) : Double(digits) }
    return Double("\(isNegative ? "-" : "")\(digits)e\(exponent)") ?? 0
  }

  /// A hundred times the number.
  var hundredfold: ShownNumber {
    var result = self
    if digits > 0 { result.exponent += 2 }
    return ShownNumber(digits: result.digits, exponent: result.exponent, isNegative: isNegative)
  }

  /// Whether a spreadsheet has lost digits of it, or may have: 10¹⁵ and more.
  var isCutShort: Bool { exponent > 0 }

  /// The number, where it is a whole one, not negative, and not long.
  var whole: Int? { exponent == 0 && !isNegative ? Int(digits) : nil }
}

extension ShownNumber {
  /// The most bytes that a number takes.
  static let longest = 400

  /// Appends the number without an exponent.
  ///
  /// - Parameter width: of whole numbers, filled up with zeros.
  @inline(__always)
  func append(to buffer: inout ByteBuffer, width: Int = 0) {
    buffer.reserve(Self.longest + width)
    if isNegative { buffer.append(UInt8(ascii: "-")) }
    if exponent >= 0 {
      appendDigits(digits, atLeast: exponent == 0 && !isNegative ? max(1, width) : 1, to: &buffer)
      buffer.append(UInt8(ascii: "0"), times: exponent)
    } else if exponent > -16 {
      let scale = powersOfTen[-exponent]
      appendDigits(digits / scale, atLeast: 1, to: &buffer)
      buffer.append(UInt8(ascii: "."))
      appendDigits(digits % scale, atLeast: -exponent, to: &buffer)
    } else {
      buffer.append(UInt8(ascii: "0"))
      buffer.append(UInt8(ascii: "."))
      appendDigits(digits, atLeast: -exponent, to: &buffer)
    }
  }
}

/// Appends digits, with zeros before them where they are fewer than asked for.
@inline(__always)
func appendDigits(_ number: UInt64, atLeast width: Int, to buffer: inout ByteBuffer) {
  var count = 1
  while count < 20, number >= powersOfTen[count] { count &+= 1 }
  let length = max(count, width)
  buffer.reserve(length)
  var rest = number
  var place = length
  let start = buffer.start + buffer.count
  while place > length &- count {
    place &-= 1
    let next = rest / 10
    start[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- next &* 10)
    rest = next
  }
  while place > 0 {
    place &-= 1
    start[place] = UInt8(ascii: "0")
  }
  buffer.count &+= length
}

/// 10⁰ to 10¹⁹.
nonisolated(unsafe) private let powersOfTen: UnsafePointer<UInt64> = {
  // Never freed: a table that lasts as long as the program.
  let powers = UnsafeMutablePointer<UInt64>.allocate(capacity: 20)
  var power: UInt64 = 1
  for index in 0..<20 {
    powers[index] = power
    power = power.multipliedReportingOverflow(by: 10).partialValue
  }
  return UnsafePointer(powers)
}()
