import ArgumentParser
import Palmares

/// The formats that `--format` names.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case csvFr = "csv-fr"
  case json
  case xlsx

  /// What the rows are written in.
  var table: TableFormat {
    switch self {
    case .csv: .csv
    case .csvFr: .csvFr
    case .json: .json
    case .xlsx: .cells
    }
  }

  /// The format that the name of a file asks for.
  ///
  /// - Returns: nil where the name says nothing.
  init?(nameOf path: String?) {
    guard let path, let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    self.init(rawValue: path[dot...].dropFirst().lowercased())
  }

  /// Of a table beside the command's own: a workbook where its name says so; beside a workbook, what its name says.
  func ofTable(beside path: String) -> OutputFormat {
    let named = OutputFormat(nameOf: path)
    return named == .xlsx || self == .xlsx ? named ?? .xlsx : self
  }
}
