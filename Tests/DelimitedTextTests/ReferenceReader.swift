/// A slow RFC 4180 reader, a character at a time: rows of trimmed fields but for those without a
/// filled one, or nil where the text is not well-formed.
func referenceRows(_ text: String, delimiter: Character) -> [[String]]? {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var characters = Array(text.unicodeScalars)[...]
  if characters.first == "\u{FEFF}" { characters.removeFirst() }
  var isQuoted = false
  var isClosed = false
  func endField() {
    var trimmed = Substring(field)
    while trimmed.first == " " { trimmed.removeFirst() }
    while trimmed.last == " " { trimmed.removeLast() }
    row.append(String(trimmed))
    field = ""
    isClosed = false
  }
  func endRow() {
    endField()
    if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
    row = []
  }
  while let scalar = characters.popFirst() {
    if isQuoted {
      if scalar == "\"", characters.first == "\"" {
        characters.removeFirst()
        field.unicodeScalars.append("\"")
      } else if scalar == "\"" {
        isQuoted = false
        isClosed = true
      } else {
        field.unicodeScalars.append(scalar)
      }
    } else if scalar == "\n" || (scalar == "\r" && characters.first ?? "\n" == "\n") {
      if scalar == "\r", !characters.isEmpty { characters.removeFirst() }
      endRow()
    } else if Character(scalar) == delimiter {
      endField()
    } else if scalar == "\"" {
      guard field.isEmpty, !isClosed else { return nil }
      isQuoted = true
    } else {
      guard !isClosed, scalar != "\r" else { return nil }
      field.unicodeScalars.append(scalar)
    }
  }
  guard !isQuoted else { return nil }
  if !field.isEmpty || !row.isEmpty || isClosed { endRow() }
  return rows
}
