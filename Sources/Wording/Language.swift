/// The languages in which Palmares speaks to people.
///
/// Columns, values, keys and flags are the same in both.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"

  /// The language of a process: French where the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty
  /// begins with `fr`.
  ///
  /// - Parameter environment: the process' environment variables.
  public init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale?.hasPrefix("fr") ?? false ? .french : .english
  }
}
