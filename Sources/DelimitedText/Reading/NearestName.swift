/// The least number of letters to insert, delete, replace, or swap with their neighbour that makes one text
/// of the other.
///
/// Damerau, "A technique for computer detection and correction of spelling errors", doi:10.1145/363958.363994,
/// in the form in which no letter is changed twice.
///
/// - Returns: nil where it is more than `limit`.
/// - Complexity: O(*a* · *b*), the numbers of scalars.
package func editDistance(_ a: String, _ b: String, atMost limit: Int) -> Int? {
  let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
  guard abs(a.count - b.count) <= limit else { return nil }
  var before: [Int] = []
  var above = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var least = min(row[j] + 1, above[j + 1] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
      row.append(least)
    }
    (before, above) = (above, row)
  }
  return above[b.count] <= limit ? above[b.count] : nil
}

/// The distance up to which one name may be another one misspelt: 1, or 2 from six letters on.
///
/// - Parameter name: the name as it should be, folded.
package func misspellingDistance(of name: String) -> Int { name.unicodeScalars.count >= 6 ? 2 : 1 }

/// The name that is most like another one, if any is like it: first those that contain it or are contained in
/// it, then by edit distance up to a third of the letters.
///
/// - Parameters:
///   - name: compared as ``foldedName(_:)`` does.
///   - names: the first of equals is taken.
/// - Complexity: O(*n* · *l*²), *n* names of *l* letters.
package func nearestName(to name: String, in names: some Sequence<String>) -> String? {
  let wanted = foldedName(name)
  let letters = wanted.unicodeScalars.count
  let limit = min(max(misspellingDistance(of: wanted), letters / 3), letters - 1)
  var best: (distance: Int, name: String)?
  for candidate in names {
    let folded = foldedName(candidate)
    guard !folded.isEmpty else { continue }
    var distance = editDistance(wanted, folded, atMost: limit)
    if distance == nil, min(wanted.count, folded.count) >= 3,
      folded.contains(wanted) || wanted.contains(folded)
    {
      distance = limit
    }
    if let distance, best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
  }
  return best?.name
}
