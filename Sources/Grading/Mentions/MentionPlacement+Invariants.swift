extension MentionPlacement {
  /// Traps in debug builds unless the lowest marks of the mentions fall from the best mention on, and each is the lowest
  /// whose position does not exceed the cut.
  ///
  /// - Complexity: O(log *m*) for each mention, *m* different marks.
  package func checkInvariants() {
    #if DEBUG
      precondition(lowest.count == mentions.count - 1, "a lowest mark for each mention but the last")
      precondition(zip(lowest, lowest.dropFirst()).allSatisfy(>=), "lowest marks that never rise")
      for (code, cut) in zip(lowest, cuts.positions) {
        precondition(code == .max || position(code) <= cut, "a lowest mark beyond the cut")
        let below = code == .max ? Int32(scale.codeCount - 1) : code - 1
        precondition(below < 0 || position(below) > cut, "a mark below the lowest before the cut")
      }
    #endif
  }
}
