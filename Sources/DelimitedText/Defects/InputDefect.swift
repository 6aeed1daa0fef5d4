public import Wording

/// One thing wrong in one place of an input file.
///
/// A defect never shows more of a row than its identifier, and a word that stands where only words of a list may.
public struct InputDefect: Sendable {
  /// The line of the file, from 1.
  public let line: Int
  /// The name of the column; empty where the whole line is meant.
  public let column: String
  /// The identifier of the row, where it is known.
  public let identifier: String?
  /// What is wrong: a ``CellDefect``, or a defect of the module that reads the file.
  public let reason: any DefectReason

  package init(line: Int, column: String, identifier: String? = nil, reason: any DefectReason) {
    self.line = line
    self.column = column
    self.identifier = identifier
    self.reason = reason
  }
}

extension InputDefect: Worded, CustomStringConvertible {
  /// `line: column: message (identifier)`, to stand after the file's name and a colon.
  public var message: Message { message(tableRow: nil, cell: nil, wording: \.message) }

  /// - Parameters:
  ///   - tableRow: the row as a spreadsheet counts, where that is not the line.
  ///   - cell: the cell of a sheet.
  ///   - wording: the sentence of a reason.
  func message(tableRow: Int?, cell: String?, wording: (any DefectReason) -> Message) -> Message {
    let row = tableRow.map {
      Message(fr: "ligne \(number: $0) du tableau", en: "row \(number: $0) of the table")
    }
    let cell = cell.map { Message(fr: "cellule \($0)", en: "cell \($0)") }
    let whose = [identifier.map { Message(verbatim: printable($0)) }, row, cell].compactMap(\.self)
    let place = whose.joined(separator: ", ")
    let origin = whose.isEmpty ? place : Message(fr: " (\(place))", en: " (\(place))")
    let hint = reason.hint.map { Message(fr: " ; \($0)", en: "; \($0)") } ?? Message(verbatim: "")
    return Message(verbatim: "\(line): \(printable(column)): ") + wording(reason) + origin + hint
  }
}

/// Text of a file as a message may show it: at most 60 characters; controls, line breaks, and what cannot be seen
/// or changes the direction of text as `\u{202E}`.
package func printable(_ text: String) -> String {
  let longest = 60
  var shown = ""
  var count = 0
  for scalar in text.unicodeScalars {
    let part =
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: String(scalar)
      }
    count += part.unicodeScalars.count
    if count > longest { return shown + "…" }
    shown += part
  }
  return shown
}

/// The first of some words as a message may list them, and how many more there are.
func listed(_ words: [String], atMost most: Int = 30) -> Message {
  let empty = Message(fr: "(vide)", en: "(empty)")
  let shown = words.map { $0.isEmpty ? empty : Message(verbatim: printable($0)) }
  return Message(fr: "\(list: shown, atMost: most)", en: "\(list: shown, atMost: most)")
}
