/// Where a mark belongs in a scheme: an ECUE, numbered through all UEs, and a session.
///
/// Places are ordered by ECUE, then by session.
package struct MarkPlace: Hashable, Sendable {
  private let code: Int32

  /// - Parameter ecue: as ``ECUENumbers`` numbers it.
  package init(ecue: Int, isSecondSession: Bool) {
    code = Int32(2 * ecue) + (isSecondSession ? 1 : 0)
  }

  package var ecue: Int { Int(code >> 1) }

  package var isSecondSession: Bool { code & 1 == 1 }

  /// The same ECUE in the first session.
  var ofFirstSession: MarkPlace { MarkPlace(ecue: ecue, isSecondSession: false) }
}

extension MarkPlace: Comparable {
  package static func < (a: MarkPlace, b: MarkPlace) -> Bool { a.code < b.code }
}
