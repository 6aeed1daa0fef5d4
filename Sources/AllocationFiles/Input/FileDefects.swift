import Allocations
import DelimitedText
import ExactValues

/// Reads codes joined by `+`.
///
/// - Returns: nil where one is empty beside a `+`; an empty text has no codes.
func codes(_ text: ArraySlice<UInt8>) -> [[UInt8]]? {
  guard !text.isEmpty else { return [] }
  let space = UInt8(ascii: " ")
  let parts = text.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false).map { part in
    Array(part.drop { $0 == space }.reversed().drop { $0 == space }.reversed())
  }
  return parts.contains { $0.isEmpty } ? nil : parts
}
