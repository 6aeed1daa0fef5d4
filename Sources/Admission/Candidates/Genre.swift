/// The genres a file may state; women go first where all but genre is equal (règlement 5.2.1).
public enum Genre: UInt8, Sendable, CaseIterable {
  case femme, masculin, autre

  /// `F`, `M` or `X`.
  public var letter: StaticString {
    switch self {
    case .femme: "F"
    case .masculin: "M"
    case .autre: "X"
    }
  }
}
