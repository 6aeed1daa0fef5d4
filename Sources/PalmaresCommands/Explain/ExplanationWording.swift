import Palmares
import Wording

/// The sentences that the text of an explanation and its letter share.
struct ExplanationWording {
  let subject: WishesFile.Subject

  /// Two as a word, 12 as digits.
  static func number(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return count < words.count ? words[count] : String(count)
  }

  private static func joined(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What a change that gives the student a place does to others: « would leave one student without a module ».
  func price(_ change: ExplanationFacts.Change) -> String {
    var parts: [String] = []
    func add(_ count: Int, _ text: (String) -> String) {
      if count > 0 { parts.append(text(students(count))) }
    }
    add(change.left) { "leave \($0) without a \(subject.rawValue)" }
    add(change.worse) { "give \($0) a worse wish" }
    add(change.placed) { "give \($0) a place" }
    add(change.better) { "give \($0) a better wish" }
    return parts.isEmpty ? "change nothing for others" : Self.joined(parts)
  }

  /// Why a change that costs the objective nothing is not made.
  func merit(_ change: ExplanationFacts.Change) -> String? {
    guard change.objective.allSatisfy({ $0.gain >= 0 }), change.betterMeritLosers > 0 else { return nil }
    let losers = Self.number(change.betterMeritLosers)
    return change.betterMeritLosers == 1
      ? "\(losers) of those who lose by it has a better merit"
      : "\(losers) of those who lose by it have a better merit"
  }

  /// « one student more gets a place, two get a better wish ».
  ///
  /// - Parameter own: whether the student gains as well, counted among the others, and from having no place.
  func gain(_ change: ExplanationFacts.Change, own: (isAmong: Bool, hadPlace: Bool)) -> String {
    let placed = change.placed + (own.isAmong && !own.hadPlace ? 1 : 0)
    let better = change.better + (own.isAmong && own.hadPlace ? 1 : 0)
    var parts: [String] = []
    if placed > 0 {
      parts.append(
        placed == 1 ? "one student more gets a place" : "\(Self.number(placed)) students more get a place")
    }
    if better > 0 {
      parts.append(
        "\(parts.isEmpty ? students(better) : Self.number(better)) \(better == 1 ? "gets" : "get") a better wish"
      )
    }
    if change.worse > 0 {
      parts.append(
        "\(parts.isEmpty ? students(change.worse) : Self.number(change.worse)) "
          + "\(change.worse == 1 ? "gets" : "get") a worse one")
    }
    if change.left > 0 {
      parts.append(
        "\(Self.number(change.left)) \(change.left == 1 ? "has" : "have") none any more")
    }
    return parts.isEmpty ? "nothing changes" : parts.joined(separator: ", ")
  }

  /// What the student has now instead; it follows what was decided.
  func since(_ since: ExplanationFacts.Since?) -> String {
    guard let since else { return "" }
    let module = since.module ?? "no \(subject.rawValue)"
    return switch since.mark {
    case .exchange: "; since then, by an exchange, \(module)"
    case .complement: "; then, of what was free, \(module)"
    case nil: "; by now \(module)"
    }
  }

  private func students(_ count: Int) -> String {
    count == 1 ? "one student" : "\(Self.number(count)) students"
  }
}
