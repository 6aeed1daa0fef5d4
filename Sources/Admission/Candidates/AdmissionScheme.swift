public import ExactValues

/// The evaluations, their coefficients for each doublette, and the rule for missing marks (règlement 5.2.1).
public struct AdmissionScheme: Sendable {
  public let evaluations: [Evaluation]
  /// The pairs of final-year specialities; candidates refer to them by position.
  public let doublettes: [String]
  /// For each doublette a coefficient for each evaluation, both in their order above.
  public let coefficients: [[FixedDecimal]]
  /// For each doublette whole numbers in the ratios of its coefficients.
  let wholeCoefficients: [[Int128]]
  public let missing: MissingMarkRule
  /// Words for a missing mark in the files this is the scheme of, beside the usual ones.
  public var missingWords: [String] = []

  /// No coefficient may be larger, so that a weighted sum always fits 64 bits.
  public static let largestCoefficient: FixedDecimal = 1_000_000
  /// No scheme may have more evaluations, or more doublettes.
  public static let mostEvaluations = 500
  public static let mostDoublettes = 500

  /// - Parameters:
  ///   - evaluations: at least one, at most 500, names all different.
  ///   - coefficients: for each doublette, at most 500, by evaluation; 0 where one is left out. None over
  ///     1 000 000.
  /// - Throws: ``AdmissionSchemeError`` for the first thing wrong.
  public init(
    evaluations: [Evaluation], coefficients: KeyValuePairs<String, [String: FixedDecimal]>,
    missing: MissingMarkRule = .reject
  ) throws(AdmissionSchemeError) {
    try self.init(
      evaluations: evaluations, coefficients: coefficients.map { ($0.key, $0.value) }, missing: missing)
  }

  /// The same, from pairs of a doublette and its coefficients.
  public init(
    evaluations: [Evaluation], coefficients: [(String, [String: FixedDecimal])],
    missing: MissingMarkRule = .reject
  ) throws(AdmissionSchemeError) {
    guard !evaluations.isEmpty else { throw .noEvaluation }
    guard evaluations.count <= Self.mostEvaluations else { throw .tooManyEvaluations }
    guard !coefficients.isEmpty else { throw .noDoublette }
    guard coefficients.count <= Self.mostDoublettes else { throw .tooManyDoublettes }
    var names: Set<String> = []
    for evaluation in evaluations where !names.insert(evaluation.name).inserted {
      throw .repeatedEvaluation(evaluation.name)
    }
    var doublettes: Set<String> = []
    for (doublette, byName) in coefficients {
      guard doublettes.insert(doublette).inserted else { throw .repeatedDoublette(doublette) }
      for (name, coefficient) in byName.sorted(by: { $0.key < $1.key }) {
        guard names.contains(name) else { throw .unknownEvaluation(name, doublette: doublette) }
        guard coefficient <= Self.largestCoefficient else {
          throw .coefficientTooLarge(name, doublette: doublette)
        }
      }
    }
    self.evaluations = evaluations
    self.doublettes = coefficients.map(\.0)
    self.coefficients = coefficients.map { byName in evaluations.map { byName.1[$0.name] ?? 0 } }
    wholeCoefficients = self.coefficients.map(wholeRatios)
    self.missing = missing
  }
}
