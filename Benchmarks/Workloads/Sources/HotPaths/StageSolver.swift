extension HotPath {
  /// The prices that prove most wishes dead.
  static let presolve = transport("presolve", phase: "presolve")
}
