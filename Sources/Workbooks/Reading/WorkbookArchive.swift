import CZip
import DelimitedText

/// The parts of a workbook: the files of a zip archive, found by their names.
final class WorkbookArchive {
  /// One file of the archive.
  struct Part {
    let name: String
    let index: UInt64
    let packedBytes: Int
    let bytes: Int
  }

  private let zip: OpaquePointer
  private var parts: [String: UInt64] = [:]
  /// Whether rows and texts that are written the common way are read without the XML parser. The result is the same.
  var readsPlainElements = true

  /// Opens an archive.
  ///
  /// - Parameter bytes: must stay where they are as long as the archive is used.
  /// - Returns: nil where they are no archive, or a damaged one.
  /// - Throws: ``WorkbookDefect`` where it has too many files.
  init?(_ bytes: UnsafeRawBufferPointer) throws {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
      return nil
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return nil
    }
    zip = opened
    let count = zip_get_num_entries(zip, 0)
    guard count <= WorkbookLimits.entries else { throw WorkbookFailure(.tooLarge(.entries)) }
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(zip, index, 0) else { continue }
      let key = Self.key(String(cString: name))
      // Of two parts of one name programs take this one or that.
      guard parts[key] == nil else { throw WorkbookFailure(.damaged(.archive)) }
      parts[key] = index
    }
  }

  deinit { zip_discard(zip) }

  /// A part's name as names of parts are compared.
  private static func key(_ name: String) -> String {
    let path = name.replacing("\\", with: "/").lowercased()
    return path.hasPrefix("/") ? String(path.dropFirst()) : path
  }

  /// The part of a name, which counts without case.
  ///
  /// - Throws: ``WorkbookDefect`` where it unpacks to more than `limit` bytes, or to far more than it is packed in.
  func part(_ name: String, atMost limit: Int = WorkbookLimits.partBytes) throws -> Part? {
    guard let index = parts[Self.key(name)] ?? decodedPart(name)
    else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    let needed = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
    guard zip_stat_index(zip, index, 0, &status) == 0, status.valid & needed == needed else {
      throw WorkbookFailure(.damaged(.unreadablePart(name)))
    }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      status.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw WorkbookFailure(.passwordProtected)
    }
    guard status.size <= UInt64(limit) else { throw WorkbookFailure(.tooLarge(.size)) }
    let part = Part(
      name: name, index: index, packedBytes: Int(clamping: status.comp_size), bytes: Int(status.size))
    try part.check(unpacked: part.bytes, limit)
    return part
  }

  /// The index of a part whose name is written as in an address.
  private func decodedPart(_ name: String) -> UInt64? {
    guard name.contains("%") else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.count == 2, let decoded = UInt8(digits, radix: 16) {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return parts[Self.key(String(decoding: bytes, as: UTF8.self))]
  }

  /// Unpacks a part, piece by piece.
  ///
  /// - Parameters:
  ///   - limit: in bytes.
  ///   - body: takes a piece.
  /// - Throws: ``WorkbookDefect`` where the part cannot be unpacked, or turns out to be more than it says; what `body`
  ///   throws; `CancellationError` where the task is cancelled.
  func unpack(
    _ part: Part, atMost limit: Int = WorkbookLimits.partBytes,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard let file = zip_fopen_index(zip, part.index, 0) else {
      throw WorkbookFailure(.damaged(.unreadablePart(part.name)))
    }
    defer { zip_fclose(file) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    var total = 0
    while true {
      try Task.checkCancellation()
      let got = zip_fread(file, piece.baseAddress!, UInt64(piece.count))
      guard got >= 0 else { throw WorkbookFailure(.damaged(.unreadablePart(part.name))) }
      if got == 0 { return }
      total += Int(got)
      try part.check(unpacked: total, limit)
      try body(UnsafeRawBufferPointer(rebasing: piece[..<Int(got)]))
    }
  }
}

extension WorkbookArchive.Part {
  /// - Throws: ``WorkbookDefect`` where so many bytes are too many, or too many for what they were packed in.
  func check(unpacked bytes: Int, _ limit: Int) throws {
    guard
      bytes <= limit,
      bytes <= WorkbookLimits.bytesOfAnyRatio || bytes / WorkbookLimits.ratio <= packedBytes
    else { throw WorkbookFailure(.tooLarge(.size)) }
  }
}
