package import Admission
package import ExactValues

extension PDISData {
  /// The evaluations, in the order of the columns.
  package static let evaluations: [Evaluation] = [
    Evaluation("svt_premiere", isScientific: true), Evaluation("svt_terminale", isScientific: true),
    Evaluation("maths_premiere", isScientific: true), Evaluation("maths_terminale", isScientific: true),
    Evaluation("pc_premiere", isScientific: true), Evaluation("pc_terminale", isScientific: true),
    Evaluation("francais_ecrit", isScientific: false), Evaluation("francais_oral", isScientific: false),
    Evaluation("philosophie", isScientific: false), Evaluation("anglais_premiere", isScientific: false),
    Evaluation("anglais_terminale", isScientific: false), Evaluation("lettre", isScientific: false),
  ]

  /// In the order of ``evaluations``; 0 for the speciality given up before the final year. The doublettes
  /// with SVT are favoured by their coefficients (règlement 5.1).
  package static let coefficients: KeyValuePairs<String, [FixedDecimal]> = [
    "SVT+MATHS": [2, 4, 2, 4, "1.5", 0, 1, 1, 1, 1, 1, 3],
    "SVT+PC": [2, 4, "1.5", 0, 2, 4, 1, 1, 1, 1, 1, 3],
    "MATHS+PC": ["1.5", 0, 2, 3, 2, 3, 1, 1, 1, 1, 1, 3],
  ]

  static func scheme() -> AdmissionScheme {
    do throws(AdmissionSchemeError) {
      return try AdmissionScheme(
        evaluations: evaluations,
        coefficients: coefficients.map { doublette, values in
          (doublette, Dictionary(uniqueKeysWithValues: zip(evaluations.map(\.name), values)))
        })
    } catch {
      preconditionFailure("the scheme of made-up data is wrong: \(error)")
    }
  }
}
