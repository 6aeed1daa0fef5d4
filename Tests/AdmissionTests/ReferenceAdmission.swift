import Palmares

/// The règlement's rules with fractions and one comparator, a candidate at a time: slow, and nothing shared
/// with the library's ranking but the exact types and the draw.
enum ReferenceAdmission {
  struct Ranked: Equatable {
    var row: Int
    var tieBreak: DecidingCriterion
  }

  /// Both notes, or nil for a candidate who is an error.
  static func notes(_ candidate: Candidate, _ scheme: AdmissionScheme) -> (Fraction, Fraction)? {
    guard let doublette = scheme.doublettes.firstIndex(of: candidate.doublette) else { return nil }
    let coefficients = scheme.coefficients[doublette]
    func mean(_ counts: (Evaluation) -> Bool) -> Fraction? {
      var sum: Int128 = 0
      var weight: Int128 = 0
      for (evaluation, coefficient) in zip(scheme.evaluations, coefficients)
      where counts(evaluation) && coefficient.units > 0 {
        let mark = candidate.marks[evaluation.name]
        if mark == nil, scheme.missing == .reject { return nil }
        if mark == nil, scheme.missing == .renormalise { continue }
        sum += coefficient.units * Int128(mark?.units ?? 0)
        weight += coefficient.units
      }
      return weight == 0 ? nil : Fraction(sum, weight * FixedDecimal.unitsPerOne)
    }
    guard let general = mean({ _ in true }), let scientific = mean(\.isScientific) else { return nil }
    return (general, scientific)
  }

  static func ranked(
    _ candidates: [Candidate], _ notes: [(Fraction, Fraction)], _ generalBarre: Mark, _ scientificBarre: Mark,
    _ draw: Draw
  ) -> [Ranked] {
    func criterion(_ a: Int, _ b: Int) -> (DecidingCriterion, isBefore: Bool) {
      if notes[a].0 != notes[b].0 { return (.generalScore, notes[a].0 > notes[b].0) }
      if notes[a].1 != notes[b].1 { return (.scientificScore, notes[a].1 > notes[b].1) }
      let (one, other) = (candidates[a], candidates[b])
      if one.birthDate != other.birthDate { return (.age, one.birthDate > other.birthDate) }
      if one.isBoursier != other.isBoursier { return (.boursier, one.isBoursier) }
      if (one.genre == .female) != (other.genre == .female) { return (.genre, one.genre == .female) }
      return (.draw, draw.ticket(for: one.identifier) < draw.ticket(for: other.identifier))
    }
    let admissible = candidates.indices.filter {
      notes[$0].0 >= generalBarre.decimal.fraction && notes[$0].1 >= scientificBarre.decimal.fraction
    }
    let sorted = admissible.sorted { criterion($0, $1).isBefore }
    return sorted.enumerated().map { place, row in
      Ranked(row: row, tieBreak: place == 0 ? .first : criterion(sorted[place - 1], row).0)
    }
  }
}
