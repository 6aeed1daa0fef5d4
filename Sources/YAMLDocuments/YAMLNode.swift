import DelimitedText
import Yams

/// A value of a scheme.
package struct YAMLNode {
  let node: Node

  /// The line of the file it stands on, from 1.
  package var line: Int { node.line }
  /// What a single value says, as it is written; nil for anything else.
  package var text: String? { node.scalar?.string }
  package var isMapping: Bool { node.mapping != nil }
  /// Whether it is a mapping with this name.
  package func has(_ name: String) -> Bool {
    node.mapping?.contains { $0.key.scalar?.string == name } ?? false
  }
  /// The items of a list; nil for anything else.
  package var items: [YAMLNode]? { node.sequence.map { $0.map { YAMLNode(node: $0) } } }
}
