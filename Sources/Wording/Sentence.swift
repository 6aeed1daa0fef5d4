/// What a language does to numbers and to the text around them.
public protocol LanguageRules: Sendable {
  /// Which language it is.
  static var language: Language { get }
  /// The text of a literal as the language sets it.
  static func typeset(_ literal: String) -> String
  /// A count in figures.
  static func figures(_ number: Int) -> String
  /// Whether a noun behind a count is in the singular.
  static func isSingular(_ count: Int) -> Bool
  /// What stands between the whole part of a decimal number and its decimals.
  static var decimalMark: String { get }
  /// What stands before the last word of a list: and.
  static var conjunction: String { get }
  /// What stands before the last of several possibilities: or.
  static var disjunction: String { get }
  /// `… and 3 more`, behind the first words of a list.
  static func more(_ count: Int) -> String
}

/// English: numbers in plain figures, a decimal point.
public enum English: LanguageRules {
  /// English.
  public static var language: Language { .english }
  /// The text as it is.
  public static func typeset(_ literal: String) -> String { literal }
  /// `1160`.
  public static func figures(_ number: Int) -> String { String(number) }
  /// For 1 alone.
  public static func isSingular(_ count: Int) -> Bool { count == 1 || count == -1 }
  /// A point.
  public static var decimalMark: String { "." }
  /// and.
  public static var conjunction: String { "and" }
  /// or.
  public static var disjunction: String { "or" }
  /// `… and 3 more`.
  public static func more(_ count: Int) -> String { "… and \(count) more" }
}

/// French: a no-break space before a colon, inside quotes and behind n°, a narrow one before `;`, `?`, `!` and `%` and
/// between thousands, a decimal comma (Lexique des règles typographiques en usage à l'Imprimerie nationale).
public enum French: LanguageRules {
  private static let space = "\u{A0}"
  private static let narrowSpace = "\u{202F}"

  /// French.
  public static var language: Language { .french }

  /// The text, with the no-break spaces of French typography for ordinary ones.
  public static func typeset(_ literal: String) -> String {
    var literal = literal
    // Where ordinary spaces give way, and to what.
    let breaks = literal.withUTF8 { text in
      var found: [(offset: Int, space: String)] = []
      var offset = 0
      while offset < text.count {
        if text[offset] == 0x20, let space = space(at: offset, of: text) { found.append((offset, space)) }
        offset += 1
      }
      return found
    }
    guard !breaks.isEmpty else { return literal }
    var set = ""
    var rest = literal.utf8[...]
    var start = 0
    for (offset, space) in breaks {
      set += Substring(rest.prefix(offset - start)) + space
      rest = rest.dropFirst(offset - start + 1)
      start = offset + 1
    }
    return set + Substring(rest)
  }

  /// What stands for the ordinary space at an offset; nil where it stays.
  private static func space(at offset: Int, of text: UnsafeBufferPointer<UInt8>) -> String? {
    let next = offset + 1 < text.count ? text[offset + 1] : 0
    switch next {
    case UInt8(ascii: ":"): return space
    case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "%"): return narrowSpace
    default: break
    }
    // « is C2 AB, » is C2 BB, ° is C2 B0.
    if next == 0xC2, offset + 2 < text.count, text[offset + 2] == 0xBB { return space }
    if offset >= 2, text[offset - 2] == 0xC2, text[offset - 1] == 0xAB || text[offset - 1] == 0xB0 {
      return space
    }
    return nil
  }

  /// `1 160`.
  public static func figures(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 3 else { return String(number) }
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += narrowSpace }
      text.append(digit)
    }
    return text
  }

  /// For 0 and 1.
  public static func isSingular(_ count: Int) -> Bool { -1...1 ~= count }
  /// A comma.
  public static var decimalMark: String { "," }
  /// et.
  public static var conjunction: String { "et" }
  /// ou.
  public static var disjunction: String { "ou" }
  /// `… et 3 autres`.
  public static func more(_ count: Int) -> String {
    "… et \(figures(count)) \(isSingular(count) ? "autre" : "autres")"
  }
}

/// A sentence in one language: a literal, whose parts in `\(…)` are worded by the rules of that language.
///
/// Counts are written as the language groups them (`\(count)`), with their noun in the right number
/// (`\(count, "ligne", "lignes")`); strings, such as an identifier, stay as they are.
public struct Sentence<Rules: LanguageRules>: Sendable, ExpressibleByStringInterpolation {
  /// The sentence.
  public let text: String

  /// A sentence without anything in `\(…)`.
  public init(stringLiteral value: String) { text = Rules.typeset(value) }

  /// A sentence of a literal's parts.
  public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Text that is left as it is.
  public init(verbatim text: String) { self.text = text }

  /// One sentence behind the other.
  public static func + (first: Sentence, second: Sentence) -> Sentence {
    Sentence(verbatim: first.text + second.text)
  }

  /// The parts of a sentence, put together.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Makes room for a sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    /// Adds a part of the literal.
    public mutating func appendLiteral(_ literal: String) { text += Rules.typeset(literal) }

    /// Adds text as it is: an identifier, a name, a flag.
    public mutating func appendInterpolation(_ text: String) { self.text += text }

    /// Adds a count in figures, grouped as the language does.
    public mutating func appendInterpolation(_ count: Int) { text += Rules.figures(count) }

    /// Adds a number in plain figures: a line, an offset, a year.
    public mutating func appendInterpolation(number: some BinaryInteger) { text += String(number) }

    /// Adds a count and its noun.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - one: the noun in the singular.
    ///   - many: the noun in the plural.
    public mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
      text += "\(Rules.figures(count)) \(Rules.isSingular(count) ? one : many)"
    }

    /// Adds a word that agrees with a count, without the count.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - one: the word in the singular.
    ///   - many: the word in the plural.
    public mutating func appendInterpolation(for count: Int, _ one: String, _ many: String) {
      text += Rules.isSingular(count) ? one : many
    }

    /// Adds a decimal number that is written with a point, with the decimal mark of the language and its whole part as
    /// counts are.
    public mutating func appendInterpolation(decimal: some CustomStringConvertible) {
      let decimal = decimal.description
      let whole = decimal.prefix { $0 != "." }
      text += Int(whole).flatMap { $0.magnitude < 1000 ? nil : Rules.figures($0) } ?? String(whole)
      text += decimal.dropFirst(whole.count).replacing(".", with: Rules.decimalMark)
    }

    /// Adds what can be said in both languages.
    public mutating func appendInterpolation(_ worded: some Worded) {
      text += worded.message.text(in: Rules.language)
    }

    /// Adds words in a row: `a, b, c`.
    ///
    /// - Parameters:
    ///   - list: the words, as they are.
    ///   - most: of longer lists only so many words are shown, then how many more there are.
    public mutating func appendInterpolation(list: [String], atMost most: Int = .max) {
      text += list.prefix(most).joined(separator: ", ")
      if list.count > most { text += ", " + Rules.more(list.count - most) }
    }

    /// Adds words of both languages in a row.
    ///
    /// - Parameters:
    ///   - list: the words.
    ///   - most: of longer lists only so many words are shown, then how many more there are.
    public mutating func appendInterpolation(list: [Message], atMost most: Int = .max) {
      appendInterpolation(list: list.map { $0.text(in: Rules.language) }, atMost: most)
    }

    /// Adds a list that ends with and: `a, b and c`.
    public mutating func appendInterpolation(all list: [String]) { join(list, Rules.conjunction) }

    /// Adds a list that ends with or: `a, b or c`.
    public mutating func appendInterpolation(any list: [String]) { join(list, Rules.disjunction) }

    private mutating func join(_ list: [String], _ word: String) {
      guard let last = list.last, list.count > 1 else {
        text += list.first ?? ""
        return
      }
      text += "\(list.dropLast().joined(separator: ", ")) \(word) \(last)"
    }
  }
}

extension Sentence.StringInterpolation where Rules == French {
  /// Adds `de` and a name, elided before a vowel: `de SANTE`, `d'ECO`.
  public mutating func appendInterpolation(de name: String) {
    appendInterpolation(isElided(before: name) ? "d'\(name)" : "de \(name)")
  }

  /// Adds a rank: `1er`, `2e`.
  public mutating func appendInterpolation(ordinal rank: Int) {
    appendInterpolation(rank == 1 ? "1er" : "\(French.figures(rank))e")
  }
}

/// Whether `de` loses its vowel before a name; names that begin with an h keep it.
private func isElided(before name: String) -> Bool {
  guard let first = name.unicodeScalars.first else { return false }
  return "aeiouyàâäéèêëîïôöùûüœæ".unicodeScalars.contains(
    first.properties.lowercaseMapping.unicodeScalars.first ?? first)
}
