/// What a workbook may hold at most: far more than real ones do, and little enough that none takes all memory or
/// never ends.
enum WorkbookLimits {
  /// Files in the archive. A workbook has a few for each sheet, and one for each picture.
  static let entries = 20_000
  /// Bytes of one part, unpacked: 2 GiB. A sheet of 100 000 rows and 12 columns has 45 MB.
  static let partBytes = 1 << 31
  /// How many times its packed size a part may have. Sheets are packed 10 to 60 times.
  static let ratio = 250
  /// Parts up to so many bytes may be packed as well as they like: 32 MiB.
  static let bytesOfAnyRatio = 1 << 25
  /// Bytes of the parts that say how the workbook is made up (its list of sheets, its styles): 64 MiB each.
  static let smallPartBytes = 1 << 26
  /// Elements inside each other.
  static let depth = 200
  /// Bytes of one tag with its attributes: 1 MiB.
  static let tagBytes = 1 << 20
  /// Bytes of the text of one cell. Excel keeps 32 767 characters.
  static let cellBytes = 1 << 20
  /// Rows of a sheet, as in Excel.
  static let rows = 1 << 20
  /// Columns of a sheet, as in Excel.
  static let columns = 1 << 14
  /// Different texts of a workbook.
  static let sharedStrings = 1 << 24
  /// Bytes of all different texts of a workbook: 1 GiB.
  static let sharedStringBytes = 1 << 30
  /// Bytes of the text of a sheet: 1 GiB.
  static let textBytes = 1 << 30
  /// Bytes of text for each byte of the sheet's part, beyond ``textOfAnySheet``.
  static let textPerByte = 8
  /// Bytes of text that any sheet may have: 64 MiB.
  static let textOfAnySheet = 1 << 26
  /// Merged areas of a sheet.
  static let merges = 100_000
  /// Codes of number formats of a workbook. Excel has some hundreds.
  static let numberFormats = 1 << 14
  /// Bytes of the code of a number format. Excel takes 255 characters.
  static let formatCodeBytes = 1 << 10
  /// Styles of a workbook. Excel has 64 000.
  static let styles = 1 << 18
  /// Sheets of a workbook.
  static let sheets = 10_000
}
