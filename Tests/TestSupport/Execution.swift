public import Foundation
import Synchronization

/// One run of the built `palmares` command.
public struct Execution {
  public let status: Int32
  /// Whether a signal ended it; ``status`` is then the signal's number.
  public let wasSignalled: Bool
  public let output: String
  public let errors: String

  /// Where the build put the command: beside the tests.
  public static let command: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("palmares").path),
      folder.pathComponents.count > 1
    {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("palmares")
  }()

  /// Runs the command in `folder`, with `input` on its standard input, in English unless `locale` is another one.
  ///
  /// - Parameter environment: variables beside those of the tests.
  public init(
    _ arguments: [String], in folder: URL, input: String = "", locale: String = "C",
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      Self.command, arguments, in: folder, input: input, locale: locale, environment: environment)
  }

  /// Runs another program.
  public init(
    _ program: URL, _ arguments: [String], in folder: URL, input: String = "", locale: String = "C",
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": locale]) { $1 }
      .merging(environment) { $1 }
    process.currentDirectoryURL = folder
    // Whatever the language and the terminal of the machine are.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["LC_ALL": "C.UTF-8", "COLUMNS": "80"]) { $1 }
    let scratch = folder.appendingPathComponent(".run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
    try input.write(to: files[0], atomically: false, encoding: .utf8)
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    wasSignalled = process.terminationReason == .uncaughtSignal
    output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
  }
}

/// A folder of its own for a test, removed with it.
public final class TemporaryFolder {
  public let url: URL

  private static let leftToExit = Mutex<[URL]>([])

  /// - Parameter removedAtExit: for a folder that a static property holds, which nothing else would remove.
  public init(removedAtExit: Bool = false) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("palmares-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    guard removedAtExit else { return }
    let isFirst = Self.leftToExit.withLock { folders in
      folders.append(url)
      return folders.count == 1
    }
    guard isFirst else { return }
    atexit {
      for url in TemporaryFolder.leftToExit.withLock(\.self) { try? FileManager.default.removeItem(at: url) }
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  public func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: url.appendingPathComponent(name))
  }

  public func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The names of all files, hidden ones too.
  public var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path))?.sorted() ?? []
  }
}
