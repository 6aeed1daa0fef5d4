extension RandomAccessCollection {
  /// The first index whose element meets a condition that no element before it and every one behind it meets: `endIndex`
  /// where none does. By binary search.
  ///
  /// The operation of the same name in swift-algorithms, without the package.
  ///
  /// - Complexity: O(log *n*), *n* elements.
  @inlinable
  package func partitioningIndex(
    where belongsInSecondPartition: (Element) throws -> Bool
  ) rethrows -> Index {
    var rest = count
    var low = startIndex
    while rest > 0 {
      let half = rest / 2
      let middle = index(low, offsetBy: half)
      if try belongsInSecondPartition(self[middle]) {
        rest = half
      } else {
        low = index(after: middle)
        rest -= half + 1
      }
    }
    return low
  }
}
