/// A date is coded as its text, `2008-03-15`.
extension CalendarDate: Codable {
  /// Reads `yyyy-mm-dd` or `dd/mm/yyyy`, in text.
  ///
  /// - Throws: `DecodingError` for another text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = try? CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no date")
    }
    self = value
  }

  /// Writes `yyyy-mm-dd`, in text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
