public import ExactValues

/// The evaluations of a session, their coefficients for each doublette, and the rule for missing marks
/// (règlement 5.2.1).
///
/// ```swift
/// let scheme = try AdmissionScheme(
///   evaluations: [Evaluation("maths", isScientific: true), Evaluation("lettre", isScientific: false)],
///   coefficients: ["SVT+MATHS": ["maths": 3, "lettre": 1]], missing: .renormalise)
/// print(scheme.doublettes, scheme.coefficients[0])  // ["SVT+MATHS"] [3, 1]
/// ```
public struct AdmissionScheme: Sendable {
  /// The marks that make a candidate's notes.
  public let evaluations: [Evaluation]
  /// The pairs of final-year specialities that a candidate may have; candidates refer to them by position.
  public let doublettes: [String]
  /// For each doublette a coefficient for each evaluation, both in the order above; 0 where the evaluation does not
  /// count.
  public let coefficients: [[FixedDecimal]]
  /// For each doublette whole numbers in the ratios of its coefficients.
  let wholeCoefficients: [[Int128]]
  /// What happens to a mark that is missing.
  public let missing: MissingMarkRule
  /// Words that mean a missing mark in files, besides the usual ones such as `NC` or an empty cell.
  public var missingWords: [String] = []

  /// No coefficient may be larger, so that a weighted sum always fits 64 bits.
  public static let largestCoefficient: FixedDecimal = 1_000_000
  /// No scheme may have more evaluations.
  public static let mostEvaluations = 500
  /// No scheme may have more doublettes.
  public static let mostDoublettes = 500

  /// - Parameters:
  ///   - evaluations: at least one, at most 500, names all different.
  ///   - coefficients: for each doublette, at most 500, its coefficients by evaluation, 0 to 1 000 000; 0 where one
  ///     is left out.
  ///   - missing: what happens to a mark that is missing.
  /// - Throws: ``AdmissionSchemeError`` for the first thing wrong.
  public init(
    evaluations: [Evaluation], coefficients: KeyValuePairs<String, [String: FixedDecimal]>,
    missing: MissingMarkRule = .reject
  ) throws(AdmissionSchemeError) {
    try self.init(
      evaluations: evaluations, coefficients: coefficients.map { ($0.key, $0.value) }, missing: missing)
  }

  /// The same, from pairs of a doublette and its coefficients.
  ///
  /// - Parameters:
  ///   - evaluations: at least one, at most 500, names all different.
  ///   - coefficients: for each doublette, at most 500, its coefficients by evaluation, 0 to 1 000 000; 0 where one
  ///     is left out.
  ///   - missing: what happens to a mark that is missing.
  /// - Throws: ``AdmissionSchemeError`` for the first thing wrong.
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
