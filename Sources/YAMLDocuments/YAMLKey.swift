import DelimitedText
import Yams

/// A name that a scheme gives a value.
package struct YAMLKey {
  package let name: String
  package let line: Int
}
