import Palmares

/// The work of one hot path on made-up data of any size: what `Benchmarks/guard` counts the instructions of, and
/// `swift package benchmark` times.
public struct HotPath: Sendable {
  /// Does the work once; says which phase begins where the work has phases. What it returns is never 0.
  public typealias Work = (_ phase: (String) -> Void) throws -> Int

  public let name: String
  /// Which phase of the work it is; nil for all.
  public let phase: String?
  /// How large the data is when it is timed.
  public let sizes: [Int]
  /// How large the data is when instructions are counted, and how often the work is done then.
  public let guarded: (size: Int, times: Int)
  private let prepare: @Sendable (_ size: Int, Workers) throws -> Work

  /// - Parameter prepare: makes the data.
  init(
    _ name: String, phase: String? = nil, sizes: [Int], guarded: (size: Int, times: Int),
    prepare: @escaping @Sendable (_ size: Int, Workers) throws -> Work
  ) {
    self.name = name
    self.phase = phase
    self.sizes = sizes
    self.guarded = guarded
    self.prepare = prepare
  }

  /// The work on data of a size, made here, shared by all processors.
  public func work(size: Int) throws -> Work { try prepare(size, Workers()) }

  /// The work as it is counted, on one thread.
  public func guardedWork() throws -> Work { try prepare(guarded.size, .one) }

  public static let all = [
    reading, scoring, ranking, writing, bars, draw, callOrder, mentions, gpa, presolve, simplex, arbitration,
    electives, minimums, mobility, repair,
  ]
}

/// The same data every time.
let seed = "guard"

/// The seed of the same lots every time.
let drawSeed: DrawSeed = "guard"

/// The same lots every time.
var lots: Draw { Draw(seed: drawSeed) }
