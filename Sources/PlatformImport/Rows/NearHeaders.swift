import DelimitedText

/// The names of a header that are most like one it lacks: what a year is named counts only between names that are else
/// the same, since the platform renames columns from one year to the next. A part of a name is like it too.
///
/// - Returns: at most ``mostNearHeaders``, the nearest first.
/// - Complexity: O(*n* · *l*²), *n* names of *l* letters.
func nearHeaders(to name: String, in header: DelimitedHeader) -> [String] {
  let wanted = withoutYears(foldedName(name))
  let limit = max(misspellingDistance(of: wanted), wanted.unicodeScalars.count / 3)
  var seen: Set<String> = []
  var near: [(distance: Int, years: Int, name: String)] = []
  for (candidate, folded) in zip(header.names, header.foldedNames)
  where !folded.isEmpty && seen.insert(candidate).inserted {
    let bare = withoutYears(folded)
    let isPart = min(wanted.count, bare.count) >= 4 && (bare.contains(wanted) || wanted.contains(bare))
    guard let distance = editDistance(wanted, bare, atMost: limit) ?? (isPart ? limit : nil) else { continue }
    let years = editDistance(foldedName(name), folded, atMost: .max) ?? .max
    near.append((distance, years, candidate))
  }
  let nearest = near.map(\.distance).min() ?? 0
  return near.filter { $0.distance <= nearest + 1 }
    .sorted { ($0.distance, $0.years) < ($1.distance, $1.years) }
    .prefix(mostNearHeaders).map(\.name)
}

let mostNearHeaders = 3

/// A folded name without its years: `2025`, `2025/2026`, `20252026`.
private func withoutYears(_ folded: String) -> String {
  var kept = ""
  var digits = ""
  func isYears(_ digits: String) -> Bool {
    (digits.count == 4 || digits.count == 8) && digits.hasPrefix("20")
  }
  for character in folded + " " {
    if character.isASCII, character.isNumber {
      digits.append(character)
      continue
    }
    if !isYears(digits) { kept += digits } else if kept.last == "/" { kept.removeLast() }
    digits = ""
    kept.append(character)
  }
  kept.removeLast()
  return kept
}
