import DelimitedText
import FileStore
public import Parallelism

/// A workbook (`.xlsx`, `.xlsm`, `.xltx`), as Excel, LibreOffice, Google Sheets and libraries write it.
///
/// Valid only inside the closure of ``withContents(of:workers:_:)``.
///
/// ```swift
/// try Workbook.withContents(of: path) { workbook in
///   for sheet in workbook.sheets where !sheet.isHidden { print(sheet.name) }
/// }
/// ```
public struct Workbook {
  /// A sheet of a workbook.
  public struct Sheet: Sendable, Equatable {
    /// The name on its tab.
    public let name: String
    /// Whether it is shown.
    public let isHidden: Bool
    /// Whether it has cells: a chart has none.
    public let hasCells: Bool
    /// The name of its part in the archive; empty where the workbook names none.
    let part: String
  }

  /// The file, as the caller named it.
  public let file: String
  /// The sheets, in the order of their tabs.
  public let sheets: [Sheet]

  let archive: WorkbookArchive
  let dateSystem: DateSystem
  /// Whether the values of formulas are to be worked out when the workbook is opened.
  let isUncalculated: Bool
  let sharedStrings: String?
  let styles: String?

  /// Opens a workbook, and hands it to `body`.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - workers: the threads that share the work.
  ///   - body: looks at the workbook, which is valid inside of it alone.
  /// - Throws: `FileStoreError` where the file cannot be opened or read; `InputDefects` where it is no workbook, a damaged
  ///   or a protected one, or one that unpacks to more than any real one (``WorkbookDefect``); what `body` throws.
  /// - Complexity: O(*s*), *s* = the number of parts in the archive: no cell is read.
  public static func withContents<R>(
    of path: String, workers: Workers = Workers(), _ body: (Workbook) throws -> R
  ) throws -> R {
    try InputFile(path: path, workers: workers).withContents { try body(Workbook($0, file: path)) }
  }

  /// Opens the workbook that `bytes` are; they must stay where they are.
  ///
  /// - Throws: `InputDefects`.
  init(_ bytes: UnsafeRawBufferPointer, file: String) throws {
    do {
      let kind = ForeignFile(bytes)
      switch kind {
      case .excel97? where isEncrypted(bytes): throw WorkbookFailure(.passwordProtected)
      case .workbook?, .zip?: break
      case let kind?:
        throw WorkbookFailure(CellDefect.notATable(kind))
      case nil: throw WorkbookFailure(.notAWorkbook)
      }
      guard let archive = try WorkbookArchive(bytes) else {
        throw kind == .zip
          ? WorkbookFailure(CellDefect.notATable(.zip)) : WorkbookFailure(.damaged(.archive))
      }
      let path = try archive.documentPath()
      let types = try archive.part("[Content_Types].xml", atMost: WorkbookLimits.smallPartBytes)
      if let types { try archive.checkIsWorkbook(path, types) }
      guard let part = try archive.part(path, atMost: WorkbookLimits.smallPartBytes) else {
        throw types == nil
          ? WorkbookFailure(CellDefect.notATable(.zip)) : WorkbookFailure(.damaged(.missingPart(path)))
      }
      let links = try archive.links(of: path)
      let list = try archive.sheetList(part)
      sheets = list.sheets.compactMap { sheet in
        guard let link = links[sheet.link] else {
          // Hidden ones without a part are old macros; another must not make way for the sheet behind it.
          return sheet.isHidden ? nil : Sheet(name: sheet.name, isHidden: false, hasCells: true, part: "")
        }
        return Sheet(
          name: sheet.name, isHidden: sheet.isHidden, hasCells: link.kind == "worksheet", part: link.target)
      }
      (dateSystem, isUncalculated) = (list.dateSystem, list.isUncalculated)
      func target(_ kind: String) -> String? { links.values.first { $0.kind == kind }?.target }
      (sharedStrings, styles) = (target("sharedStrings"), target("styles"))
      self.archive = archive
      self.file = file
    } catch let failure as WorkbookFailure {
      throw InputDefects(file: file, InputDefect(line: 1, column: "", reason: failure.reason))
    }
  }

  /// The sheet of a name, compared without case, accents and spaces unless it is written as it is; without a name the
  /// first one that is shown.
  ///
  /// - Throws: ``WorkbookDefect``.
  func sheet(named name: String?) throws(WorkbookFailure) -> Sheet {
    guard let name else {
      if let first = sheets.first(where: { $0.hasCells && !$0.isHidden }) { return first }
      throw WorkbookFailure(.noVisibleSheet(hidden: sheets.filter(\.hasCells).map(\.name)))
    }
    guard !name.isEmpty else { throw WorkbookFailure(.emptySheetName) }
    let folded = foldedName(name)
    var found = sheets.filter { $0.name == name }
    if found.isEmpty, !folded.isEmpty { found = sheets.filter { foldedName($0.name) == folded } }
    guard let sheet = found.first else {
      throw WorkbookFailure(.noSuchSheet(name, sheets: sheets.map(\.name)))
    }
    guard found.count == 1 else { throw WorkbookFailure(.ambiguousSheet(name, sheets: found.map(\.name))) }
    guard sheet.hasCells else { throw WorkbookFailure(.notATableSheet(sheet.name)) }
    return sheet
  }
}

/// Whether an OLE container holds an encrypted workbook: a stream of its directory has that name.
private func isEncrypted(_ bytes: UnsafeRawBufferPointer) -> Bool {
  // In UTF-16.
  let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
  guard bytes.count >= name.count else { return false }
  // Names stand at multiples of 128 bytes.
  return stride(from: 0, through: bytes.count - name.count, by: 128).contains { start in
    bytes[start..<start + name.count].elementsEqual(name)
  }
}

/// What the main part of a workbook says.
private struct SheetList {
  var sheets: [(name: String, isHidden: Bool, link: String)] = []
  var dateSystem = DateSystem.from1900
  var isUncalculated = false
}

extension WorkbookArchive {
  /// A relationship of a part to another.
  struct Link {
    /// The last word of its type: `worksheet`.
    let kind: String
    /// The name of the other part.
    let target: String
  }

  /// The relationships of a part by their identifiers; of the whole package where the name is empty.
  func links(of name: String) throws -> [String: Link] {
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    let last = slash.map { String(name[name.index(after: $0)...]) } ?? name
    var links: [String: Link] = [:]
    guard let part = try part("\(folder)_rels/\(last).rels", atMost: WorkbookLimits.smallPartBytes) else {
      return [:]
    }
    try visitElements(part) { element in
      guard element.path == ["Relationships", "Relationship"], let id = element["Id"],
        let type = element["Type"], let target = element["Target"], element["TargetMode"] != "External"
      else { return nil }
      guard links.count < 2 * WorkbookLimits.sheets else { return .tooLarge(.parts) }
      let kind = type.split(separator: "/").last.map(String.init) ?? ""
      links[id] = Link(kind: kind, target: resolved(target, in: folder))
      return nil
    }
    return links
  }

  /// The part that is the document.
  fileprivate func documentPath() throws -> String {
    try links(of: "").values.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
  }

  /// - Throws: ``WorkbookDefect`` where the document is none that is read here.
  fileprivate func checkIsWorkbook(_ path: String, _ types: Part) throws {
    var type: String?
    try visitElements(types) { element in
      if element["PartName"]?.lowercased() == "/\(path.lowercased())" {
        type = element["ContentType"]?.lowercased()
      }
      return nil
    }
    if path.lowercased().hasSuffix(".bin") || type?.contains("sheet.binary") ?? false {
      throw WorkbookFailure(.binaryWorkbook)
    }
    if let type, !type.contains("spreadsheetml"), !type.contains("ms-excel") {
      throw WorkbookFailure(.otherDocument)
    }
  }

  /// What the main part says of its sheets.
  fileprivate func sheetList(
    _ part: Part
  ) throws -> SheetList {
    var list = SheetList()
    try visitElements(part) { element in
      switch element.path {
      case ["workbook", "workbookPr"]: if element.isTrue("date1904") { list.dateSystem = .from1904 }
      case ["workbook", "calcPr"]: list.isUncalculated = element.isTrue("fullCalcOnLoad")
      case ["workbook", "sheets", "sheet"]:
        guard list.sheets.count < WorkbookLimits.sheets else { return .tooLarge(.parts) }
        let state = element["state"] ?? "visible"
        // The identifier of its relationship has a prefix; `id` alone is another one.
        let link = element.attributes.first { $0.key.hasSuffix(":id") }?.value
        list.sheets.append((element["name"] ?? "", state != "visible", link ?? ""))
      default: break
      }
      return nil
    }
    return list
  }
}

/// The name of the part that a relationship leads to.
///
/// - Parameter folder: of the part that has the relationship, with a slash at its end.
private func resolved(_ target: String, in folder: String) -> String {
  var names: [Substring] = []
  for name in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
    switch name {
    case ".": break
    case "..": _ = names.popLast()
    default: names.append(name)
    }
  }
  return names.joined(separator: "/")
}
