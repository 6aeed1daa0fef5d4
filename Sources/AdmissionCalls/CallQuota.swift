/// The least share that the platform's call order reserves, in whole percent: 0 to 100.
public struct CallQuota: Hashable, Sendable {
  /// 0 to 100.
  public let percent: Int

  /// No share is reserved.
  public static let none = CallQuota(0)

  /// - Parameter percent: 0 to 100.
  /// - Throws: ``CallError/quotaOutOfRange(_:)``.
  public init(percent: Int) throws(CallError) {
    guard 0...100 ~= percent else { throw .quotaOutOfRange(percent) }
    self.percent = percent
  }

  private init(_ percent: Int) { self.percent = percent }
}

extension CallQuota: ExpressibleByIntegerLiteral {
  /// A literal outside 0 to 100 is the caller's bug and traps.
  public init(integerLiteral value: Int) {
    guard let quota = try? CallQuota(percent: value) else { preconditionFailure("\(value) is not 0 to 100") }
    self = quota
  }
}
