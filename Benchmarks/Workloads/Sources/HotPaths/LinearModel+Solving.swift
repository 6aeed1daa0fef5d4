extension HotPath {
  /// GLPK on the core that the prices leave.
  static let simplex = transport("GLPK-core", phase: "simplex")
}
