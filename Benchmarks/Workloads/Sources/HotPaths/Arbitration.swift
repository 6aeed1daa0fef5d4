extension HotPath {
  /// The best for each student in merit order, on the optimal face.
  static let arbitration = transport("arbitration", phase: "arbitration")
}
