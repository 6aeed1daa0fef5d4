import Admission
import ExactValues
import Grading
import GradingFiles
public import SyntheticData

extension PDISData {
  /// The scheme as a file.
  public static var schemeText: String { schemeText(missing: .reject) }

  static func schemeText(missing: MissingMarkRule) -> String {
    var lines = ["evaluations:"]
    for evaluation in evaluations {
      lines.append("  \(evaluation.name): {scientific: \(evaluation.isScientific)}")
    }
    lines.append("coefficients:")
    for (doublette, values) in coefficients {
      let pairs = zip(evaluations, values).filter { $1 > 0 }.map { "\($0.name): \($1)" }
      lines.append("  \(doublette): {\(pairs.joined(separator: ", "))}")
    }
    lines.append("missing: \(missing.rawValue)")
    return lines.joined(separator: "\n") + "\n"
  }
}

extension GradesData {
  /// The scheme as a file, for both uses.
  public static var schemeText: String {
    var lines = ["ues:"]
    for ue in scheme().ues {
      lines.append("  \(ue.name):")
      lines.append("    ects: \(ue.ects)")
      lines.append("    threshold: \(ue.threshold)")
      let ecues = ue.ecues.map { "\($0.name): {weight: \($0.weight), minimum: \($0.minimum)}" }
      lines.append("    ecues: {\(ecues.joined(separator: ", "))}")
    }
    lines.append("final: {first: 1, second: 2}")
    lines.append("values: {\(values.map { "\($0.csvWord): \($1)" }.joined(separator: ", "))}")
    return lines.joined(separator: "\n") + "\n"
  }
}
