public import Parallelism
import Wording

/// The text of a file, whose encoding has been checked.
///
/// The text stays encoded as it is: a cell is decoded when it is stored.
///
/// Valid only inside the closure of ``withText(_:file:encoding:workers:ignoring:notes:release:_:)``.
public struct SourceText {
  /// The file, as the caller named it.
  public let file: String
  /// Without a byte order mark.
  let bytes: UnsafeRawBufferPointer
  var encoding: TextEncoding
  package let workers: Workers
  /// What is known of the sheet that the text stands for, if it does for one.
  var sheet: SheetText?
  /// Columns that are meant to be ignored, folded.
  var ignoring: Set<String> = []
  /// Where readers say what they did with the file.
  public var notes = ReadingNotes()
  /// Told of bytes that have been read into columns, and are not likely to be looked at again.
  var release: (@Sendable (UnsafeRawBufferPointer) -> Void)?
  /// No piece that the text is cut into is shorter. It never changes a result: a quarter of a megabyte is read in the
  /// time in which a thread starts a few times over.
  var shortestPiece = 1 << 18

  /// Checks `bytes`, and hands the text to `body`.
  ///
  /// UTF-16 with a byte order mark is read as such. Text that is valid UTF-8 and has a character beyond ASCII is read
  /// as UTF-8 whatever `encoding` says, and a note says so. An end-of-file mark (0x1A) at the end is no part of the text.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is, with or without a byte order mark.
  ///   - file: the file's name, for defects.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads that share the work.
  ///   - ignoring: columns to ignore, whatever their names mean to the reader.
  ///   - notes: where readers say what they did with the file.
  ///   - release: called from several threads with parts of `bytes` that have been read, so that memory can be
  ///     given back; they must still be there when they are read again.
  ///   - body: reads the text, which is valid inside of it alone.
  /// - Throws: ``InputDefects`` where the bytes are no text, with the first byte that is not of the encoding; what
  ///   `body` throws; `CancellationError` where the task is cancelled, whatever `body` does.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers.
  public static func withText<R>(
    _ bytes: UnsafeRawBufferPointer, file: String, encoding: TextEncoding = .utf8,
    workers: Workers = Workers(), ignoring: some Sequence<String> = [], notes: ReadingNotes = ReadingNotes(),
    release: (@Sendable (UnsafeRawBufferPointer) -> Void)? = nil, _ body: (SourceText) throws -> R
  ) throws -> R {
    do {
      let result = try withCheckedText(
        bytes, file: file, encoding: encoding, workers: workers, ignoring: ignoring, notes: notes,
        release: release, body)
      try Task.checkCancellation()
      return result
    } catch {
      // Readers throw defects only; those of a reading that stopped midway are not meant to be seen.
      try Task.checkCancellation()
      throw error
    }
  }

  private static func withCheckedText<R>(
    _ bytes: UnsafeRawBufferPointer, file: String, encoding: TextEncoding, workers: Workers,
    ignoring: some Sequence<String>, notes: ReadingNotes,
    release: (@Sendable (UnsafeRawBufferPointer) -> Void)?, _ body: (SourceText) throws -> R
  ) throws -> R {
    func text(_ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> SourceText {
      SourceText(
        file: file, bytes: withoutEndOfFileMark(bytes), encoding: encoding, workers: workers,
        ignoring: Set(ignoring.map(foldedName)), notes: notes)
    }
    if let foreign = ForeignFile(bytes) {
      throw InputDefects(
        file: file, InputDefect(line: 1, column: "", reason: CellDefect.notATable(foreign)))
    }
    if let isBigEndian = utf16ByteOrder(bytes) {
      switch utf8(fromUTF16: bytes.dropFirst(2), isBigEndian: isBigEndian) {
      case .success(let decoded): return try decoded.withUnsafeBytes { try body(text($0, .utf8)) }
      case .failure(let failure):
        let reason = CellDefect.notUTF16(offset: failure.offset)
        throw InputDefects(file: file, InputDefect(line: failure.line, column: "", reason: reason))
      }
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(isMarked ? 3 : 0))
    var source = text(content, isMarked ? .utf8 : encoding)
    source.release = release
    if source.encoding != .utf8, !isASCII(content), try text(content, .utf8).firstInvalidByte() == nil {
      notes.add(.readAsUTF8(insteadOf: encoding))
      source.encoding = .utf8
    }
    if let offset = try source.firstInvalidByte() {
      let byte = source.bytes[offset]
      let reason: CellDefect =
        switch source.encoding {
        case .utf8: .notUTF8(byte: byte, offset: offset + (isMarked ? 3 : 0))
        case .windows1252: .notWindows1252(byte: byte, offset: offset)
        }
      throw InputDefects(file: file, source.defect(at: offset, reason))
    }
    return try body(source)
  }

  private func firstInvalidByte() throws(InputDefects) -> Int? {
    let parts = lineRanges(from: 0)
    let found: [Int?] = try map(parts: parts.count) { part, _ in
      let range = parts[part]
      let slice = UnsafeRawBufferPointer(rebasing: bytes[range])
      guard !isASCII(slice) else { return nil }
      let offset = encoding == .utf8 ? firstInvalidUTF8(slice) : firstUndefinedWindows1252(slice)
      return offset.map { range.lowerBound + $0 }
    }
    return found.lazy.compactMap(\.self).first
  }

  /// What `body` returns for each part.
  ///
  /// - Throws: where the task is cancelled, defects that nobody sees.
  func map<Value>(
    parts: Int, _ body: (_ part: Int, _ task: CallingTask) -> Value
  ) throws(InputDefects) -> [Value] {
    do {
      return try workers.mapUnlessCancelled(parts: parts, body)
    } catch {
      throw cancellation
    }
  }

  /// - Throws: where the task is cancelled, defects that nobody sees.
  func checkCancellation() throws(InputDefects) {
    if Task.isCancelled { throw cancellation }
  }

  private var cancellation: InputDefects {
    InputDefects(file: file, InputDefect(line: 1, column: "", reason: ReadingCancelled()))
  }

  /// A defect with the line and the column in which a byte lies.
  private func defect(at offset: Int, _ reason: CellDefect) -> InputDefect {
    let before = bytes[..<offset]
    let line = 1 + before.count(where: { $0 == UInt8(ascii: "\n") })
    var column = ""
    if line > 1, let header = try? DelimitedHeader(self, wanted: []) {
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      var isQuoted = false
      var index = 0
      for byte in bytes[start..<offset] {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == header.delimiter, !isQuoted { index += 1 }
      }
      column = index < header.names.count ? header.names[index] : ""
    }
    return InputDefect(line: line, column: column, reason: reason)
  }

  /// Cuts the text from `start` into ranges that end after a line feed (the last one may not).
  func lineRanges(from start: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var lower = start
    for nominal in workers.ranges(of: bytes.count - start, minimum: shortestPiece, perThread: 8) {
      var upper = start + nominal.upperBound
      if upper < bytes.count {
        guard upper > lower else { continue }
        let rest = bytes[(upper - 1)...]
        upper = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      }
      if upper > lower { ranges.append(lower..<upper) }
      lower = max(lower, upper)
    }
    return ranges
  }
}

/// Ends the reading of a cancelled task, in place of the `CancellationError` that the closures of a text's users throw
/// no errors for. ``SourceText/withText(_:file:encoding:workers:ignoring:notes:release:_:)`` throws that instead.
private struct ReadingCancelled: DefectReason {
  var message: Message {
    Message(fr: "la lecture a été interrompue", en: "the reading was cancelled")
  }
}

private func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
  var index = 0
  while index + 64 <= bytes.count {
    let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt64>.self)
    let high = block & 0x8080_8080_8080_8080
    guard high == SIMD8<UInt64>.zero else { return false }
    index += 64
  }
  return bytes[index...].allSatisfy { $0 < 0x80 }
}

/// The text without the end-of-file marks that old programs put behind it.
private func withoutEndOfFileMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
  var count = bytes.count
  while count > 0, bytes[count - 1] == 0x1A { count -= 1 }
  return UnsafeRawBufferPointer(rebasing: bytes[..<count])
}
