/// How the final-year specialities make a doublette.
public struct ExportDoublettes: Sendable, Equatable {
  /// The columns that hold the specialities.
  public let columns: [ExportColumn]
  /// For each doublette, the sets of specialities that make it, in any order.
  public let specialities: [(name: String, alternatives: [[String]])]
  /// Whether candidates with other specialities are left out; otherwise they are an error.
  public let leavesOutOthers: Bool

  /// - Parameters:
  ///   - columns: those that hold the specialities.
  ///   - specialities: for each doublette, the sets of specialities that make it, in any order.
  ///   - leavesOutOthers: whether candidates with other specialities are left out; otherwise they are an error.
  package init(
    _ columns: [ExportColumn], _ specialities: [(name: String, alternatives: [[String]])],
    leavesOutOthers: Bool = false
  ) {
    self.columns = columns
    self.specialities = specialities
    self.leavesOutOthers = leavesOutOthers
  }

  public static func == (a: ExportDoublettes, b: ExportDoublettes) -> Bool {
    a.columns == b.columns && a.leavesOutOthers == b.leavesOutOthers
      && a.specialities.elementsEqual(b.specialities) { $0 == $1 }
  }
}
