/// A fraction is coded as its text, `7/2`: JSON's numbers are not exact in most readers.
extension Fraction: Codable {
  /// Reads a whole number or a fraction, in text.
  ///
  /// - Throws: `DecodingError` for another text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Fraction(parsing: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no fraction")
    }
    self = value
  }

  /// Writes the fraction in lowest terms, in text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
