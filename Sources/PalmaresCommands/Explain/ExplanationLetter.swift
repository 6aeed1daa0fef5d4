import Palmares
import Wording

/// An explanation to the student: counts instead of other students.
struct ExplanationLetter: CustomStringConvertible {
  let facts: ExplanationFacts
  let subject: WishesFile.Subject
  /// Whether sentences say « you ».
  var isToStudent = true
  private var you: String { isToStudent ? "you" : "the student" }
  private var words: ExplanationWording { ExplanationWording(subject: subject) }

  var description: String {
    var paragraphs = ["To student \(facts.student),"]
    if facts.places.isEmpty { paragraphs.append("You have no \(subject.rawValue).") }
    paragraphs += facts.places.flatMap(paragraphs(of:))
    if !facts.withoutEffect.isEmpty {
      let wishes = facts.withoutEffect.map {
        "- \($0.module), your wish of rank \($0.rank): \($0.conditions.joined(separator: ", "))."
      }
      paragraphs.append(
        (["You do not meet the conditions of:"] + wishes).joined(separator: "\n"))
    }
    paragraphs.append(order)
    paragraphs.append("Yours sincerely,\nthe scolarité")
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private func paragraphs(of place: ExplanationFacts.Place) -> [String] {
    let slot = place.slot.isEmpty ? "" : "In créneau \(place.slot), "
    let you = slot.isEmpty ? "You" : "you"
    var outcome: String
    if let module = place.module {
      outcome =
        "\(slot)\(you) have \(module), "
        + (place.rank.map { "your wish of rank \($0)." } ?? "which was no wish of yours.")
    } else if place.wishes.isEmpty {
      outcome =
        "\(slot)\(you) have no \(subject.rawValue): you named none there that you meet the conditions of."
    } else {
      outcome = "\(slot)\(you) have no \(subject.rawValue)."
    }
    outcome += since(place.since)
    let better = place.wishes.filter { $0.places != nil }
    guard !better.isEmpty else { return [outcome] }
    let lines = better.map { wish in
      "- \(wish.module), your wish of rank \(wish.rank): \(sentences(wish, place).joined(separator: " "))"
    }
    return [([outcome, "Of your other wishes:"] + lines).joined(separator: "\n")]
  }

  /// What the student has by now instead.
  private func since(_ since: ExplanationFacts.Since?) -> String {
    guard let since else { return "" }
    let module = since.module ?? "no \(subject.rawValue)"
    return switch since.mark {
    case .exchange: " Since then you have \(module), by an exchange."
    case .complement: " You were then given \(module), of what was free."
    case nil: " By now you have \(module)."
    }
  }

  /// Why a wish was not met, to the student.
  func sentences(_ wish: ExplanationFacts.Wish, _ place: ExplanationFacts.Place) -> [String] {
    let (places, taken) = (wish.places ?? 0, wish.taken ?? 0)
    var sentences = [state(wish, places: places, taken: taken)]
    if taken > 0 { sentences.append(holders(wish)) }
    if let cost = wish.cost {
      let reason = words.merit(cost).map { ", and \($0) than \(you)" } ?? ""
      sentences.append("Giving \(you) a place there would \(words.price(cost))\(reason).")
    }
    if let more = wish.oneMore {
      let gain = words.gain(more, own: (more.hasOwnMove, place.module != nil))
      let own = wish.isWithinReach ?? false ? "it could be" : "it would not be"
      sentences.append(
        "With one more place there: \(gain); \(own) \(isToStudent ? "yours" : "the student's").")
    }
    return sentences
  }

  private func state(_ wish: ExplanationFacts.Wish, places: Int, taken: Int) -> String {
    switch wish.outcome {
    case .closed: "it does not run, since fewer than \(wish.minimum ?? 0) students could have it."
    case .elsewhere: "\(you) \(isToStudent ? "have" : "has") it in another créneau."
    case .quota:
      "\(taken) of its \(places) places \(taken == 1 ? "is" : "are") taken, and there is no departure left in "
        + "\(wish.quotas.joined(separator: ", "))."
    case .full:
      places == 1 ? "its only place is taken." : "all its \(places) places are taken."
    default: "\(taken) of its \(places) places \(taken == 1 ? "is" : "are") taken."
    }
  }

  private func holders(_ wish: ExplanationFacts.Wish) -> String {
    let (better, lower) = (wish.betterCount ?? 0, wish.lowerCount ?? 0)
    guard better > 0 || lower > 1 else {
      return "The student who has it comes after \(you) in the order of merit."
    }
    guard lower > 0 || better > 1 else {
      return "The student who has it comes before \(you) in the order of merit."
    }
    if lower == 0 { return "All \(better) who have it come before \(you) in the order of merit." }
    if better == 0 { return "All \(lower) who have it come after \(you) in the order of merit." }
    func counted(_ count: Int) -> String {
      "\(ExplanationWording.number(count)) \(count == 1 ? "comes" : "come")"
    }
    return "Of those who have it, \(counted(better)) before \(you) in the order of merit, and "
      + "\(counted(lower)) after."
  }

  /// By which rule places went.
  private var order: String {
    let rule =
      switch AllocationPolicy(rawValue: facts.policy) {
      case .rankMaximal: "as many students as possible have their first wish, then their second, and so on"
      case .generous:
        "as many students as possible have a place, and then as few as possible one of their last wishes"
      case .merit: "students choose one after the other in the order of merit"
      default:
        "as many students as possible have a place, and their wishes are met as well as possible in all"
      }
    return "Places go so that \(rule). Between results as good as each other the order of merit decides: "
      + "GPA, absences, then a draw. You are number \(facts.meritPosition) of \(facts.studentCount) in it, with a "
      + "GPA of \(facts.gpa) and \(facts.absences == 1 ? "1 absence" : "\(facts.absences) absences")."
  }
}
