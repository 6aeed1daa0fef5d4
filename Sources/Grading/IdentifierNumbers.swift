package import ExactValues

/// Identifiers as numbers: the different ones, in the order in which they first occur, and which each row has.
package struct IdentifierNumbers: Sendable {
  package let numbers: [Int32]
  package let names: IdentifierColumn

  package init(_ numbers: [Int32], of names: IdentifierColumn) {
    self.numbers = numbers
    self.names = names
  }

  /// Identifiers are compared as Unicode does: after normalisation.
  ///
  /// - Complexity: O(*n*) expected, *n* rows.
  init(_ identifiers: some Sequence<String>) {
    var known: [String: Int32] = [:]
    var different: [String] = []
    numbers = identifiers.map { identifier in
      if let number = known[identifier] { return number }
      let number = Int32(different.count)
      known[identifier] = number
      different.append(identifier)
      return number
    }
    names = IdentifierColumn(different)
  }
}

extension IdentifierColumn {
  /// The rows in the order of their bytes.
  ///
  /// - Complexity: O(*n* log *n*), *n* rows.
  var rowsInOrder: [Int] {
    (0..<count).sorted { bytes[range($0)].lexicographicallyPrecedes(bytes[range($1)]) }
  }
}
