import DelimitedText
import Yams

/// A value of a scheme.
public struct YAMLNode {
  let node: Node

  /// The line of the file it stands on, from 1.
  public var line: Int { node.line }
  /// What a single value says, as it is written; nil for anything else.
  public var text: String? { node.scalar?.string }
  public var isMapping: Bool { node.mapping != nil }
  /// Whether it is a mapping with this name.
  public func has(_ name: String) -> Bool {
    node.mapping?.contains { $0.key.scalar?.string == name } ?? false
  }
  /// The items of a list; nil for anything else.
  public var items: [YAMLNode]? { node.sequence.map { $0.map { YAMLNode(node: $0) } } }
}
