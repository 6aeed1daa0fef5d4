internal import CZip
import FileStore
import Glibc

/// Makes sure that a package is whole: what libxlsxwriter lost on a full disk would show as a damaged workbook.
///
/// - Parameters:
///   - descriptor: of the package; it is closed.
///   - sheetSize: the bytes of the sheet.
///   - folder: where the library's temporary files were.
func checkPackage(_ descriptor: Int32, sheetSize: Int, folder: String) throws(FileStoreError) {
  let damage = FileStoreError(cannotWrite: folder, errorNumber: ENOSPC)
  guard let archive = zip_fdopen(descriptor, 0, nil) else {
    close(descriptor)
    throw damage
  }
  defer { zip_discard(archive) }
  for index in 0..<zip_get_num_entries(archive, 0) {
    var status = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else { throw damage }
    if String(cString: status.name).hasPrefix("xl/worksheets/sheet") {
      guard status.size == sheetSize else { throw damage }
    } else {
      guard isWhole(archive, index, size: Int(status.size)) else { throw damage }
    }
  }
}

/// Whether a part of the package is an XML document to its last tag.
private func isWhole(_ archive: OpaquePointer, _ index: zip_int64_t, size: Int) -> Bool {
  guard let part = zip_fopen_index(archive, zip_uint64_t(index), 0) else { return false }
  defer { zip_fclose(part) }
  var bytes = [UInt8](repeating: 0, count: size)
  let got = bytes.withUnsafeMutableBytes { zip_fread(part, $0.baseAddress, zip_uint64_t($0.count)) }
  guard got == size else { return false }
  // `<root …` opens behind the declaration, and its end is the end of the text.
  if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  let text = String(decoding: bytes, as: UTF8.self)
  guard let root = text.split(separator: "<").dropFirst().first?.prefix(while: { $0 != " " && $0 != ">" })
  else { return false }
  return text.hasSuffix("</\(root)>")
}
