import DelimitedText
import Yams

/// A name that a scheme gives a value.
public struct YAMLKey {
  public let name: String
  public let line: Int
}
