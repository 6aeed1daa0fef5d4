/// A decimal is coded as its text, `12.5`: JSON's numbers are not exact in most readers.
extension FixedDecimal: Codable {
  /// Reads a decimal, in text.
  ///
  /// - Throws: `DecodingError` for another text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = try? FixedDecimal(parsing: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no decimal")
    }
    self = value
  }

  /// Writes the decimal without trailing zeros, in text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
