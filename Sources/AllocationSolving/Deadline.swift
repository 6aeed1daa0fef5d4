/// When to stop.
struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant?

  /// - Parameter limit: from now; nil for never.
  init(in limit: Duration?) { instant = limit.map { ContinuousClock.now + $0 } }

  var hasPassed: Bool { instant.map { .now >= $0 } ?? false }

  /// nil for no limit.
  var remaining: Duration? { instant.map { max(.zero, ContinuousClock.now.duration(to: $0)) } }
}
