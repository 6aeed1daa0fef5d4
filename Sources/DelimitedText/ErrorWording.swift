import ExactValues
public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension InputDefects: LocalizedError {
  /// A line for each defect shown, as in ``message``, in English.
  public var errorDescription: String? { message.english }
}

extension InputRejection: Worded, LocalizedError, CustomStringConvertible {
  /// A line for each defect shown, as in ``message``, in English.
  public var errorDescription: String? { message.english }

  /// At most ``InputDefects/limit`` lines in all, then `… and N more`.
  public var message: Message { InputDefects.report(files) }
}

extension CellDefect {
  public var message: Message {
    switch self {
    case .emptyFile:
      Message(
        fr: "le fichier est vide : pas même une ligne d'en-tête", en: "the file is empty: not even a header")
    case .notATable(let kind): kind.message
    case .missingColumn:
      Message(fr: "cette colonne n'est pas dans l'en-tête", en: "no such column in the header")
    case .columnNotFound(let header, let delimiter, let nearest):
      describe(header: header, delimiter: delimiter, nearest: nearest)
    case .noHeader:
      Message(
        fr: """
          la première ligne n'est pas un en-tête : elle ne nomme aucune des colonnes attendues, et elle contient \
          des nombres
          """,
        en: "the first line is not a header: it names none of the columns, and has numbers in it")
    case .nearMiss(let name):
      Message(
        fr: "cette colonne n'est pas lue ; est-ce \(name) ? Renommez-la",
        en: "not a column that is read; is it \(name)? Rename it")
    case .repeatedColumn:
      Message(fr: "colonne en double dans l'en-tête", en: "duplicate column in the header")
    case .tooFewFields(let count, let expected):
      Message(
        fr: "il manque des cellules : \(count), et non \(expected)",
        en: "too few fields: \(count), expected \(expected)")
    case .tooManyFields(let count, let expected), .decimalCommas(let count, let expected):
      Message(
        fr: "trop de cellules : \(count), et non \(expected)",
        en: "too many fields: \(count), expected \(expected)")
    case .unterminatedQuote:
      Message(
        fr: "un guillemet s'ouvre ici et ne se referme pas", en: "a quote opens here and never closes")
    case .strayQuote: Message(fr: "guillemet mal placé", en: "stray quote")
    case .strayCarriageReturn: Message(fr: "retour chariot mal placé", en: "stray carriage return")
    case .nulByte: Message(fr: "octet nul", en: "NUL byte")
    case .notUTF8(let byte, let offset):
      Message(
        fr: "l'octet \(octet(byte)), à la position \(number: offset), n'est pas de l'UTF-8",
        en: "byte \(octet(byte)) at offset \(number: offset) is not UTF-8")
    case .notWindows1252(let byte, let offset):
      Message(
        fr: "l'octet \(octet(byte)), à la position \(number: offset), n'est pas du windows-1252",
        en: "byte \(octet(byte)) at offset \(number: offset) is not windows-1252")
    case .notUTF16(let offset):
      Message(
        fr: """
          les octets à la position \(number: offset) ne sont pas de l'UTF-16, et le fichier commence comme tel
          """,
        en: "the bytes at offset \(number: offset) are not UTF-16, which the file begins as")
    case .emptyIdentifier: Message(fr: "identifiant vide", en: "empty identifier")
    case .identifierTooLong:
      Message(
        fr: "identifiant de plus de \(ColumnKind.longestIdentifier) octets",
        en: "identifier of more than \(ColumnKind.longestIdentifier) bytes")
    case .controlCharacterInIdentifier:
      Message(
        fr: "saut de ligne ou caractère de contrôle dans un identifiant : un guillemet de trop ?",
        en: "line break or control character in an identifier; a stray quote?")
    case .invisibleCharacterInIdentifier(let scalar):
      Message(
        fr: "un caractère invisible dans l'identifiant (U+\(scalarNumber(scalar))) : supprimez-le",
        en: "an invisible character in the identifier (U+\(scalarNumber(scalar))): delete it")
    case .formulaInIdentifier:
      Message(
        fr: "une formule à la place d'un identifiant : écrivez l'identifiant seul",
        en: "a formula instead of an identifier: write the identifier alone")
    case .repeatedIdentifier(let line):
      Message(
        fr: "identifiant en double, déjà à la ligne \(number: line)",
        en: "repeated identifier, first on line \(number: line)")
    case .empty: Message(fr: "cellule vide", en: "empty cell")
    case .notADecimal, .statutInMark, .outOfTwenty: DecimalDefect.notADecimal.message
    case .notAMark(let words, _):
      words.isEmpty
        ? DecimalDefect.notADecimal.message
        : Message(
          fr: "ni une note de 0 à 20, ni l'un des mots \(listed(words))",
          en: "neither a mark from 0 to 20 nor one of: \(listed(words))")
    case .spreadsheetDate(let defect): defect.message
    case .tooManyDecimals: DecimalDefect.tooManyDecimals.message
    case .notInRange(let least, let most?):
      Message(
        fr: "hors des bornes : de \(decimal: least) à \(decimal: most)",
        en: "out of range: \(least) to \(most)")
    case .notInRange(let least, nil):
      Message(fr: "hors des bornes : \(decimal: least) ou plus", en: "out of range: \(least) or more")
    case .notABoolean:
      Message(
        fr: "ni oui ni non (oui/non, o/n, vrai/faux, true/false, 1/0)",
        en: "neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0)")
    case .notADate, .dayNumber: DateDefect.notADate.message
    case .noSuchDay: DateDefect.noSuchDay.message
    case .notAnInteger: Message(fr: "ce n'est pas un nombre entier", en: "not a whole number")
    case .notAFraction:
      Message(
        fr: "ce n'est pas une valeur exacte (p/q, ou un nombre décimal)",
        en: "not an exact value (p/q, or a decimal number)")
    case .unknownWord(_, let known):
      Message(fr: "mot inconnu ; sont admis : \(listed(known))", en: "not one of: \(listed(known))")
    case .ambiguousWord(_, let meanings):
      Message(
        fr: "mot ambigu, qui peut vouloir dire : \(listed(meanings))",
        en: "may be any of: \(listed(meanings))")
    case .columnNotInSheet(let header, let nearest, let row):
      describe(header: header, nearest: nearest, row: row)
    case .errorValue(let word):
      Message(
        fr: "la cellule affiche l'erreur \(printable(word))",
        en: "the cell shows the error \(printable(word))")
    case .uncalculatedFormula: Message(fr: "une formule sans valeur", en: "a formula without a value")
    case .longNumber:
      Message(
        fr: "un nombre de plus de 15 chiffres, dont un tableur ne garde que 15",
        en: "a number of more than 15 digits, of which a spreadsheet keeps 15")
    case .mergedCells(let range):
      Message(
        fr: "les cellules \(range) sont fusionnées, et seule la première contient la valeur",
        en: "the cells \(range) are merged, and only the first of them holds the value")
    case .beyondHeader(let cell):
      Message(
        fr: "une cellule remplie à droite de l'en-tête (cellule \(cell))",
        en: "a filled cell to the right of the header (cell \(cell))")
    }
  }

  public var kind: Message {
    switch self {
    case .tooFewFields: Message(fr: "il manque des cellules", en: "too few fields")
    case .tooManyFields: Message(fr: "trop de cellules", en: "too many fields")
    case .decimalCommas:
      Message(
        fr: "trop de cellules, avec des virgules décimales entre des séparateurs qui sont des virgules ?",
        en: "too many fields, with decimal commas between delimiters that are commas?")
    case .repeatedIdentifier: Message(fr: "identifiant en double", en: "repeated identifier")
    case .statutInMark:
      Message(fr: "un statut dans la colonne de la note", en: "a statut in the column of the mark")
    case .outOfTwenty: Message(fr: "une note écrite avec /20", en: "a mark with /20")
    case .spreadsheetDate: Message(fr: "un tableur en a fait une date", en: "a spreadsheet made this a date")
    case .dayNumber: Message(fr: "un numéro de jour de tableur", en: "a spreadsheet's number of a day")
    case .mergedCells: Message(fr: "cellules fusionnées", en: "merged cells")
    case .beyondHeader:
      Message(
        fr: "une cellule remplie à droite de l'en-tête", en: "a filled cell to the right of the header")
    default: message
    }
  }

  public var hint: Message? {
    switch self {
    case .decimalCommas:
      Message(
        fr: """
          une virgule décimale dans un fichier dont le séparateur est la virgule ? Enregistrez-le avec le \
          point-virgule comme séparateur, ou mettez les nombres entre guillemets
          """,
        en: """
          a decimal comma in a file whose delimiter is a comma? Save it with ; as the delimiter, or quote the \
          numbers
          """)
    case .notAMark(_, let missing):
      Message(
        fr: "pour une note absente : (vide), \(listed(missing))",
        en: "nor a word for a missing mark: (empty), \(listed(missing))")
    case .statutInMark(let word):
      Message(
        fr: "\(printable(word)) est un statut : écrivez-le dans la colonne statut, et laissez la note vide",
        en: "\(printable(word)) is a statut: write it in the column statut, and leave the mark empty")
    case .outOfTwenty: Message(fr: "écrivez la note sans /20", en: "write the mark without /20")
    case .spreadsheetDate:
      Message(
        fr: """
          un tableur en a fait une date : mettez la colonne au format texte et retapez la valeur, ou relancez la \
          commande qui a écrit le fichier
          """,
        en: """
          a spreadsheet made this a date: format the column as text and write the value again, or run the command \
          that wrote the file again
          """)
    case .dayNumber:
      Message(
        fr: "un numéro de jour de tableur : mettez la colonne au format date",
        en: "a spreadsheet's number of a day: format the column as a date")
    case .errorValue:
      Message(
        fr: "corrigez la formule, ou écrivez la valeur", en: "mend the formula, or write the value")
    case .uncalculatedFormula:
      Message(
        fr: "le classeur n'a pas été calculé : ouvrez-le dans le tableur et enregistrez-le",
        en: "the workbook was not calculated: open it in the spreadsheet and save it")
    case .longNumber:
      Message(
        fr: "mettez la colonne au format texte et retapez la valeur",
        en: "format the column as text and write the value again")
    case .mergedCells:
      Message(
        fr: "défusionnez-les et écrivez la valeur dans chacune",
        en: "unmerge them and write the value into each")
    case .beyondHeader:
      Message(
        fr: "donnez un nom à sa colonne, ou videz-la", en: "give its column a name, or empty the cell")
    case .notABoolean(let word), .unknownWord(let word, _):
      Message(fr: "la cellule contient \(printable(word))", en: "the cell says \(printable(word))")
    case .ambiguousWord(let word, _):
      Message(
        fr: "la cellule contient \(printable(word)) : écrivez-la exactement comme l'un d'eux",
        en: "the cell says \(printable(word)): write it exactly as one of them is written")
    default: nil
    }
  }
}

extension ForeignFile: Worded, CustomStringConvertible {
  /// What the file is, and what to do with it.
  public var message: Message {
    switch self {
    case .workbook:
      Message(
        fr: "c'est un classeur Excel, et c'est du CSV qui est lu ici : enregistrez-le au format CSV UTF-8",
        en: "this is an Excel workbook, and CSV is read here: save it as CSV UTF-8")
    case .openDocument:
      Message(
        fr: "c'est un document OpenDocument : enregistrez-le au format .xlsx",
        en: "this is an OpenDocument file: save it as .xlsx")
    case .zip:
      Message(
        fr: "c'est une archive zip : décompressez-la, et donnez le fichier qu'elle contient",
        en: "this is a zip archive: unpack it, and give the file inside")
    case .pdf:
      Message(
        fr: "c'est un PDF, pas un tableau : exportez les données en CSV",
        en: "this is a PDF, not a table: export the data as CSV")
    case .html:
      Message(
        fr: "c'est une page HTML ou XML, pas un tableau : exportez les données en CSV",
        en: "this is an HTML or XML page, not a table: export the data as CSV")
    case .json:
      Message(
        fr: "c'est du JSON, pas un tableau : exportez les données en CSV",
        en: "this is JSON, not a table: export the data as CSV")
    case .excel97:
      Message(
        fr: "c'est un classeur Excel 97 : enregistrez-le au format .xlsx",
        en: "this is an Excel 97 workbook: save it as .xlsx")
    case .apogee:
      Message(
        fr: """
          c'est une maquette Apogée, pas un tableau : copiez les lignes de notes dans un tableau qui a une seule \
          ligne d'en-tête
          """,
        en:
          "this is an Apogée maquette, not a table: copy the rows of marks into a table with one header line")
    }
  }
}

extension NearIdentifier {
  var hint: Message? {
    let found = printable(found)
    return withoutCaseAndAccents(wanted) == withoutCaseAndAccents(self.found)
      ? Message(
        fr: "\(found) y est : la casse, les accents et les espaces comptent",
        en: "\(found) is there: case, accents and spaces count")
      : Message(
        fr: "\(found) y est : un tableur supprime les zéros de tête",
        en: "\(found) is there: a spreadsheet drops leading zeros")
  }
}

/// A delimiter as a message names it.
package func name(ofDelimiter delimiter: UInt8) -> Message {
  switch delimiter {
  case UInt8(ascii: "\t"): Message(fr: "la tabulation", en: "tab")
  case UInt8(ascii: ","): Message(fr: "la virgule", en: ",")
  case UInt8(ascii: ";"): Message(fr: "le point-virgule", en: ";")
  default: Message(verbatim: String(UnicodeScalar(delimiter)))
  }
}

private func octet(_ byte: UInt8) -> String { "0x\(hexadecimal([byte]).uppercased())" }

private func scalarNumber(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// The header of a sheet as it was read, for someone who looks for a column in it.
private func describe(header: [String], nearest: String?, row: Int?) -> Message {
  var parts = [CellDefect.missingColumn.message]
  if !header.isEmpty {
    parts.append(Message(fr: ", que voici : \(listed(header))", en: ", which reads: \(listed(header))"))
  }
  if let row {
    parts.append(
      Message(
        fr: " ; les noms sont à la ligne \(number: row) : supprimez les lignes au-dessus",
        en: "; the names stand in row \(number: row): delete the rows above it"))
  } else if let nearest {
    parts.append(
      Message(
        fr: " ; la plus proche est \(printable(nearest))", en: "; the nearest is \(printable(nearest))"))
  }
  return parts.joined()
}

/// The header as it was read, for someone who looks for a column in it.
private func describe(header: [String], delimiter: UInt8, nearest: String?) -> Message {
  let noName = Message(fr: "(sans nom)", en: "(no name)")
  let names = header.map { $0.isEmpty ? noName : Message(verbatim: printable($0)) }
  let mark = name(ofDelimiter: delimiter)
  var parts = [CellDefect.missingColumn.message]
  if !header.isEmpty {
    parts.append(
      Message(
        fr: ", que voici, avec \(mark) comme séparateur : \(list: names, atMost: 30)",
        en: ", which reads, cut at \(mark): \(list: names, atMost: 30)"))
  }
  if let nearest {
    parts.append(
      Message(
        fr: " ; la plus proche est \(printable(nearest))", en: "; the nearest is \(printable(nearest))"))
  }
  if header.count == 1, header[0].contains("|") {
    parts.append(
      Message(
        fr:
          " ; si les colonnes sont séparées par |, enregistrez le fichier avec le point-virgule comme séparateur",
        en: "; the file may be cut by |: save it with ; instead"))
  }
  return parts.joined()
}

extension ReadingNote: Worded, CustomStringConvertible {
  /// What a reader did with a file; it follows the file's name.
  public var message: Message {
    switch self {
    case .ignoredColumns(let names, let unnamed):
      ignored(
        names.map { Message(verbatim: $0) }
          + unnamed.map { Message(fr: "(colonne \(number: $0))", en: "(column \(number: $0))") })
    case .blankRows(let count):
      Message(
        fr: "\(count, "ligne vide ignorée", "lignes vides ignorées")",
        en: "\(count, "blank row skipped", "blank rows skipped")")
    case .hiddenRows(let count):
      Message(
        fr: """
          \(count, "ligne masquée ou filtrée, lue", "lignes masquées ou filtrées, lues") comme les autres
          """,
        en: "\(count, "hidden or filtered row", "hidden or filtered rows"), read like the others")
    case .uncalculatedFormulas(let count):
      Message(
        fr: """
          \(count, "formule", "formules") dans un classeur que son programme n'a pas calculé : si les valeurs sont \
          fausses, ouvrez-le dans le tableur et enregistrez-le
          """,
        en: """
          \(count, "formula", "formulas") in a workbook whose program did not calculate it: if the values are wrong, \
          open it in the spreadsheet and save it
          """)
    case .readAsUTF8(let encoding):
      Message(
        fr: "ce fichier est en UTF-8, et il a été lu comme tel, non en \(encoding.rawValue)",
        en: "this file is UTF-8, and was read as UTF-8, not as \(encoding.rawValue)")
    case .similarIdentifiers(let pairs):
      Message(
        fr: """
          des identifiants différents qui se ressemblent : \
          \(list: pairs.map { "\($0.first) et \($0.second)" }, atMost: 5)
          """,
        en: """
          different identifiers that look alike: \
          \(list: pairs.map { "\($0.first) and \($0.second)" }, atMost: 5)
          """)
    }
  }

  private func ignored(_ columns: [Message]) -> Message {
    Message(
      fr: """
        \(for: columns.count, "colonne non utilisée", "colonnes non utilisées") : \(list: columns, atMost: 30)
        """,
      en: "ignored: \(list: columns, atMost: 30)")
  }
}
