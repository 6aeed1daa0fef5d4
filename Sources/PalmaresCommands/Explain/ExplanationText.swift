import Palmares
import Wording

/// An explanation for the scolarité: the holders of the places, and the moves that a change would need.
struct ExplanationText: CustomStringConvertible {
  let facts: ExplanationFacts
  let subject: WishesFile.Subject
  private var words: ExplanationWording { ExplanationWording(subject: subject) }

  private static let mostHolders = 10

  var description: String {
    let standing = standing(facts.gpa, facts.absences, facts.meritPosition)
    var lines = ["\(facts.student): \(standing) of \(facts.studentCount) students"]
    lines += facts.places.isEmpty ? [nothing] : facts.places.flatMap(lines(of:))
    lines += facts.withoutEffect.map {
      "dropped: rank \($0.rank), \($0.module): \($0.conditions.joined(separator: ", "))"
    }
    if !facts.isOptimal {
      lines.append(
        "exchanges alone would better this allocation by the policy \(facts.policy): what changes cost is not said"
      )
    } else if !facts.isExact, facts.places.contains(where: { $0.wishes.contains { $0.cost != nil } }) {
      lines.append("minimums, créneaux that share modules or quotas that cross: cheaper changes may exist")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var nothing: String { "no \(subject.rawValue), and no wish that holds" }

  /// GPA, absences and place in the merit order.
  private func standing(_ gpa: String, _ absences: Int, _ position: Int) -> String {
    "GPA \(gpa), absences \(absences), merit \(position)"
  }

  private func lines(of place: ExplanationFacts.Place) -> [String] {
    let slot = place.slot.isEmpty ? "" : "créneau \(place.slot): "
    let outcome =
      if let module = place.module {
        "has \(module), " + (place.rank.map { "wish of rank \($0)" } ?? "which was no wish")
      } else {
        place.wishes.isEmpty ? nothing : "no \(subject.rawValue)"
      }
    return ["\(slot)\(outcome)\(words.since(place.since))"]
      + place.wishes.filter { $0.places != nil }.flatMap { lines(of: $0, place) }
  }

  private func lines(of wish: ExplanationFacts.Wish, _ place: ExplanationFacts.Place) -> [String] {
    var head = "  rank \(wish.rank), \(wish.module): \(wish.taken ?? 0) of \(wish.places ?? 0) places taken"
    if wish.outcome == .closed { head += ", does not run (minimum \(wish.minimum ?? 0))" }
    if wish.outcome == .elsewhere { head += "; the student has the module in another créneau" }
    var lines = [head]
    let holders = wish.holders ?? []
    let lower = holders.prefix(wish.lowerCount ?? 0)
    let others = holders.dropFirst(wish.lowerCount ?? 0)
    if !lower.isEmpty {
      lines.append("    of lower merit, and why each keeps the place:")
      lines += shown(lower) { self.lines(of: $0) }
      if !others.isEmpty { lines.append("    of better merit:") }
    }
    lines += shown(others) { ["    " + self.line(of: $0)] }
    lines += wish.quotas.map { "    quota \($0): no departure left" }
    if let cost = wish.cost {
      lines.append("    giving \(facts.student) this place \(price(cost))")
    }
    if let more = wish.oneMore {
      lines.append("    one more place in \(wish.module): \(gain(more, wish, hasPlace: place.module != nil))")
    }
    return lines
  }

  private func shown(
    _ holders: ArraySlice<ExplanationFacts.Holder>, _ lines: (ExplanationFacts.Holder) -> [String]
  ) -> [String] {
    let more = holders.count - Self.mostHolders
    return holders.prefix(Self.mostHolders).flatMap(lines) + (more > 0 ? ["    … and \(more) more"] : [])
  }

  private func line(of holder: ExplanationFacts.Holder) -> String {
    let rank = holder.rank.map { "rank \($0)" } ?? "no wish"
    return "\(holder.student): \(rank), \(standing(holder.gpa, holder.absences, holder.meritPosition))"
  }

  private func lines(of holder: ExplanationFacts.Holder) -> [String] {
    guard let change = holder.handover else { return ["      " + line(of: holder)] }
    let moves = (change.moves ?? []).filter { $0.student != facts.student }.map(text)
    return [
      "      " + line(of: holder),
      "        with the place for \(facts.student), \(moves.joined(separator: ", ")): \(price(change))",
    ]
  }

  private func text(_ move: ExplanationFacts.Move) -> String {
    guard let module = move.to else { return "\(move.student) would have no \(subject.rawValue)" }
    return "\(move.student) would have \(module) (\(move.rank.map { "rank \($0)" } ?? "no wish"))"
  }

  private func price(_ change: ExplanationFacts.Change) -> String {
    let objective = change.objective.isEmpty ? "" : " (in all, \(change.words))"
    let merit = words.merit(change).map { "; in all as good, but \($0)" } ?? ""
    return "would \(words.price(change))\(objective)\(merit)"
  }

  private func gain(
    _ change: ExplanationFacts.Change, _ wish: ExplanationFacts.Wish, hasPlace: Bool
  ) -> String {
    let objective = change.objective.isEmpty ? "" : " (in all, \(change.words))"
    let own =
      wish.isWithinReach ?? false ? "\(facts.student) could have it" : "\(facts.student) would not have it"
    return words.gain(change, own: (change.hasOwnMove, hasPlace)) + objective + "; " + own
  }
}
