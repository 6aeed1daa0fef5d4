import Palmares
import Wording

/// Which condition fails, and by how much.
func describe(_ shortfall: Shortfall) -> String {
  switch shortfall {
  case .prerequisite(let code): "lacks \(code)"
  case .gpa(let gpa, let least): "GPA \(gpa.decimalText(under: least)) < \(least.decimalText(digits: 15))"
  case .absences(let absences, let most): "absences \(absences) > \(most)"
  case .ects(let ects, let least): "ECTS \(ects.decimalText(under: least)) < \(least.decimalText(digits: 15))"
  case .language(let language, let level, let least):
    "\(language) \(level?.rawValue ?? "none") < \(least.rawValue)"
  case .semestersAway(let away, let duration):
    "\(away) semesters away + \(duration) > \(Mobility.lastSemesters - Mobility.semestersAtSchool)"
  }
}

/// What a gain in weighted cost means, level by level, without the levels that stay the same.
func describe(_ stage: ObjectiveStage, gain: Int64) -> String {
  describe(stage.levels, gains: stage.digits(gain))
}

/// - Parameter gains: of each level, by how much its value falls.
func describe(_ levels: [ObjectiveLevel], gains: [Int64]) -> String {
  let parts = zip(levels, gains).filter { $0.1 != 0 }.map { level, gain in
    let size = abs(gain)
    return switch level.subject {
    case .unplaced: "\(size) \(gain > 0 ? "more" : "fewer") placed"
    case .rankCost: "\(size) \(gain > 0 ? "less" : "more") in rank cost"
    case .most(let rank): "\(size) \(gain > 0 ? "more" : "fewer") at rank \(rank)"
    case .fewest(let rank): "\(size) \(gain > 0 ? "fewer" : "more") at rank \(rank)"
    case .required: "\(size) \(gain > 0 ? "more" : "fewer") of the required placed"
    case .priority: "\(size) \(gain > 0 ? "more" : "less") of priority"
    case .moves: "\(size) \(gain > 0 ? "fewer" : "more") moves"
    }
  }
  return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
}
