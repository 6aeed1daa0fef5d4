/// A header or a cell as it is compared: in lower case, without spaces around it, single spaces inside, one kind of
/// apostrophe.
func comparable(_ text: String) -> String {
  var result = ""
  var isAfterSpace = true
  for scalar in text.unicodeScalars {
    if spaces.contains(scalar) {
      if !isAfterSpace { result.unicodeScalars.append(" ") }
      isAfterSpace = true
    } else {
      result.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
      isAfterSpace = false
    }
  }
  if result.last == " " { result.removeLast() }
  return result.lowercased()
}

/// Those of a spreadsheet: plain, tab, no-break, narrow no-break, line breaks.
private let spaces: [Unicode.Scalar] = [" ", "\t", "\u{A0}", "\u{202F}", "\n", "\r"]

/// Whether a column of this header says who a person is: such a column is never read, whatever a mapping says.
func identifiesAPerson(_ header: String) -> Bool {
  let header = comparable(header)
  let words = header.split { !$0.isLetter }
  if ["candidat - nom", "nom", "nom candidat", "nom du candidat"].contains(header) { return true }
  let telling = [
    "prénom", "prenom", "prénoms", "prenoms", "adresse", "mail", "email", "courriel", "mél", "téléphone",
    "telephone", "portable", "ine", "responsable", "patronyme",
  ]
  if words.contains(where: { telling.contains(String($0)) }) { return true }
  return ["nom de naissance", "nom d'usage", "nom de famille"].contains { header.contains($0) }
}

extension ExportFlag {
  /// What a cell means; nil where it means nothing known.
  func meaning(_ cell: String) -> Bool? {
    let cell = comparable(cell)
    func isOne(_ given: [String]?, _ usual: [String], _ prefix: String) -> Bool {
      if let given { return given.contains { comparable($0) == cell } }
      return usual.contains(cell) || cell.hasPrefix(prefix)
    }
    if isOne(yes, ["oui", "o", "vrai", "true", "1"], "boursier") { return true }
    if isOne(no, ["non", "n", "faux", "false", "0"], "non boursier") { return false }
    return otherwise
  }
}
