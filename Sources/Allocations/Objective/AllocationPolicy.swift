/// What an allocation is the best of; each ends with the same arbitration by merit.
public enum AllocationPolicy: String, Sendable, CaseIterable {
  /// Most seats filled, then the least sum of rank costs (règlement 2.4.3, « satisfaction maximale »).
  case satisfaction
  /// Most first wishes, then most second wishes, and so on.
  case rankMaximal = "rank-maximal"
  /// Most seats filled, then fewest at the worst rank, then at the next worst, and so on.
  case generous
  /// Serial dictatorship: no objective but the arbitration.
  case merit
}
