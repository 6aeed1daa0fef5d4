// Gone when every sentence is worded in both languages.
extension Message: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self.init(verbatim: value) }
  public init(untranslated text: String) { self.init(verbatim: text) }
}
