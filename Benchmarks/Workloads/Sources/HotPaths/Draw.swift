import Palmares

extension HotPath {
  /// A ticket for every identifier.
  static let draw = HotPath(
    "draw", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (12_000, 1)
  ) { size, _ in
    let draw = lots
    let identifiers = (0..<size).map { "C\(1_000_000 + $0)" }
    return { _ in identifiers.count { draw.ticket(for: $0).words.0 & 1 == 1 } }
  }
}
