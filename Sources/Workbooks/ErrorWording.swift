import DelimitedText
public import Wording

extension WorkbookDefect {
  /// What is wrong, and what to do about it.
  public var message: Message {
    switch self {
    case .damaged(let damage):
      Message(
        fr:
          "ce classeur Excel est endommagé (\(damage.message)) : ouvrez-le dans le tableur et enregistrez-le",
        en:
          "this is an Excel workbook, and it is damaged (\(damage.message)): open it in the spreadsheet and save it"
      )
    case .tooLarge(let excess):
      Message(
        fr: "ce classeur n'est pas lu : \(excess.message)", en: "this workbook is not read: \(excess.message)"
      )
    case .documentType:
      Message(
        fr:
          "ce classeur n'est pas lu : il déclare un type de document (DOCTYPE), ce que ne fait aucun tableur",
        en: "this workbook is not read: it declares a document type (DOCTYPE), which no spreadsheet does")
    case .passwordProtected:
      Message(
        fr: "ce classeur est protégé par un mot de passe : enregistrez-le sans mot de passe",
        en: "this workbook is protected by a password: save it without one")
    case .binaryWorkbook:
      Message(
        fr: "c'est un classeur binaire (.xlsb) : enregistrez-le au format .xlsx",
        en: "this is a binary workbook (.xlsb): save it as .xlsx")
    case .otherDocument:
      Message(
        fr: "c'est un document bureautique, pas un classeur : mettez le tableau dans un classeur .xlsx",
        en: "this is an office document, not a workbook: put the table into a workbook (.xlsx)")
    case .emptySheetName:
      Message(
        fr: "aucun nom de feuille après # : donnez-en un, ou enlevez le #",
        en: "no name of a sheet behind #: give one, or leave out the #")
    case .noSuchSheet(let name, let sheets):
      Message(
        fr:
          "aucune feuille ne s'appelle \(printable(name)) ; les feuilles sont : \(list: shown(sheets), atMost: 30)",
        en: "no sheet is called \(printable(name)); the sheets are: \(list: shown(sheets), atMost: 30)")
    case .ambiguousSheet(let name, let sheets):
      Message(
        fr:
          "plusieurs feuilles s'appellent \(printable(name)) ; écrivez le nom exact : \(any: shown(sheets))",
        en: "several sheets are called \(printable(name)): write the exact name: \(any: shown(sheets))")
    case .notATableSheet(let name):
      Message(
        fr: "la feuille \(printable(name)) est un graphique ou une boîte de dialogue, pas un tableau",
        en: "the sheet \(printable(name)) is a chart or a dialogue, not a table")
    case .noVisibleSheet(let hidden):
      hidden.isEmpty
        ? Message(fr: "ce classeur n'a aucune feuille de calcul", en: "this workbook has no sheet with cells")
        : Message(
          fr:
            "toutes les feuilles sont masquées : nommez-en une après # : \(list: shown(hidden), atMost: 30)",
          en: "every sheet is hidden: name one behind #: \(list: shown(hidden), atMost: 30)")
    case .emptySheet:
      Message(
        fr: "la feuille est vide : pas même un en-tête", en: "the sheet is empty: not even a header")
    case .emptyHeaderRow(let row):
      Message(
        fr: "la ligne \(number: row), qui doit être l'en-tête, est vide",
        en: "row \(number: row), which should be the header, is empty")
    case .notAWorkbook:
      Message(
        fr: "ce fichier n'est pas un classeur et n'a pas de feuilles : enlevez ce qui suit le #",
        en: "this file is no workbook and has no sheets: leave out what follows the #")
    }
  }
}

extension WorkbookDefect.Damage {
  fileprivate var message: Message {
    switch self {
    case .archive: Message(fr: "archive illisible", en: "its archive cannot be read")
    case .missingPart(let part):
      Message(fr: "\(printable(part)) manque", en: "it lacks \(printable(part))")
    case .unreadablePart(let part):
      Message(fr: "\(printable(part)) est illisible", en: "\(printable(part)) cannot be unpacked")
    case .xml(let part, let line):
      Message(
        fr: "\(printable(part)), ligne \(number: line) : XML incorrect",
        en: "\(printable(part)), line \(number: line): not well-formed XML")
    case .sharedString(let cell):
      Message(
        fr: "la cellule \(printable(cell)) renvoie à un texte absent",
        en: "cell \(printable(cell)) refers to a text that is not there")
    case .cell(let cell):
      Message(
        fr: "contenu incorrect : \(place(cell, row: "ligne"))", en: "\(place(cell, row: "row")) is malformed")
    case .order(let cell):
      Message(
        fr: "\(place(cell, row: "la ligne")) n'est pas à sa place",
        en: "\(place(cell, row: "row")) is out of its place")
    }
  }
}

extension WorkbookDefect.Excess {
  fileprivate var message: Message {
    switch self {
    case .entries:
      Message(
        fr: "son archive compte plus de \(WorkbookLimits.entries) fichiers",
        en: "its archive has more than \(WorkbookLimits.entries) files")
    case .size:
      Message(
        fr: "il se décompresse en bien plus de données qu'aucun vrai classeur",
        en: "it unpacks to far more data than any real workbook")
    case .nesting:
      Message(
        fr: "son XML est imbriqué trop profondément, ou ses balises sont trop longues",
        en: "its XML is nested too deeply, or its tags are too long")
    case .rows:
      Message(
        fr: "une feuille a plus de \(WorkbookLimits.rows) lignes",
        en: "a sheet has more than \(WorkbookLimits.rows) rows")
    case .columns:
      Message(
        fr: "une feuille a plus de \(WorkbookLimits.columns) colonnes",
        en: "a sheet has more than \(WorkbookLimits.columns) columns")
    case .cell:
      Message(
        fr: "une cellule contient plus d'un million de caractères",
        en: "a cell has more than a million characters")
    case .parts:
      Message(
        fr: "il a trop de feuilles, de styles ou de cellules fusionnées",
        en: "it has too many sheets, styles or merged cells")
    }
  }
}

/// A cell, or a row by its number.
private func place(_ name: String, row: String) -> String {
  name.allSatisfy(\.isNumber) ? "\(row) \(name)" : printable(name)
}

private func shown(_ sheets: [String]) -> [String] { sheets.map(printable) }
