/// The ECUEs of a scheme, numbered from 0 through all UEs.
package struct ECUENumbers: Sendable {
  private let scheme: UEScheme
  /// The number of each UE's first ECUE, and how many ECUEs there are in all.
  private let starts: [Int]

  package init(_ scheme: UEScheme) {
    self.scheme = scheme
    var starts = [0]
    for ue in scheme.ues { starts.append(starts[starts.count - 1] + ue.ecues.count) }
    self.starts = starts
  }

  /// The numbers of a UE's ECUEs.
  ///
  /// - Parameter ue: by position in the scheme.
  func range(ofUE ue: Int) -> Range<Int> { starts[ue]..<starts[ue + 1] }

  /// The number of a UE's ECUE by its name; nil where the UE has no such ECUE.
  ///
  /// - Parameter ue: by position in the scheme.
  package func number(inUE ue: Int, where isName: (String) -> Bool) -> Int? {
    scheme.ues[ue].ecues.firstIndex { isName($0.name) }.map { starts[ue] + $0 }
  }

  /// The UE that an ECUE is of, by position in the scheme.
  ///
  /// - Complexity: O(log *u*), *u* UEs.
  package func ue(of ecue: Int) -> Int {
    var (low, high) = (0, scheme.ues.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= ecue { low = middle } else { high = middle }
    }
    return low
  }

  /// An ECUE, and the UE it is of.
  func names(of ecue: Int) -> (ue: String, ecue: String) {
    let ue = ue(of: ecue)
    return (scheme.ues[ue].name, scheme.ues[ue].ecues[ecue - starts[ue]].name)
  }
}
