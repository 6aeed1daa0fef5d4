/// Why a text is not a date of the contract.
public enum DateDefect: Error, Hashable, Sendable {
  case notADate
  case noSuchDay
}
