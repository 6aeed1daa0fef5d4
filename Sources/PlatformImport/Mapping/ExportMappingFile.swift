public import DelimitedText
import FileStore
import YAMLDocuments

extension ExportMapping {
  /// Reads a mapping in YAML.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it.
  public init(contentsOf path: String) throws {
    self = try InputFile.withContents(of: path) { try ExportMapping(yaml: $0, file: path) }
  }

  /// Reads a mapping in YAML.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for defects.
  /// - Throws: `InputDefects`; the column of each is the path of keys, `evaluations.philosophie.mean`.
  public init(yaml bytes: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    var reader = MappingReader(file: file)
    let mapping = reader.read(bytes)
    try reader.yaml.defects.throwIfAny()
    guard let mapping else { preconditionFailure("a mapping that cannot be read has a defect") }
    self = mapping
  }
}
