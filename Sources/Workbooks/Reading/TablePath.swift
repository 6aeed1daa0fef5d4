import Glibc

/// The path of a table: a file, or a sheet of a workbook as `FILE.xlsx#Sheet`.
///
/// `notes.xlsx#Promo 2A` is the sheet `Promo 2A` of `notes.xlsx`, where there is such a file.
public struct TablePath: Sendable, Hashable {
  /// The file; `-` is standard input.
  public let file: String
  /// What follows `#`; nil where no sheet is named.
  public let sheet: String?

  /// Takes a path apart; `-#Sheet` is a sheet of standard input. What stands before a `#` is the file where there is such a file; a file whose name holds the `#`
  /// goes first.
  public init(_ path: String) {
    if path.hasPrefix("-#"), !isFile(path) {
      (file, sheet) = ("-", String(path.dropFirst(2)))
      return
    }
    let marks = path.indices.reversed().filter { path[$0] == "#" }
    if !marks.isEmpty, !isFile(path) {
      for mark in marks where isFile(String(path[..<mark])) {
        file = String(path[..<mark])
        sheet = String(path[path.index(after: mark)...])
        return
      }
    }
    (file, sheet) = (path, nil)
  }
}

/// Whether there is something that can be read, and no folder.
private func isFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
}
