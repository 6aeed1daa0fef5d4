import FileStore
import Foundation
import Parallelism
import TestSupport
import Testing

struct FileStoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Compares millions of bytes at once: one after the other takes seconds in a debug build.
  private func isSame(_ bytes: UnsafeRawBufferPointer, _ expected: [UInt8]) -> Bool {
    bytes.count == expected.count
      && expected.withUnsafeBytes { $0.isEmpty || memcmp($0.baseAddress!, bytes.baseAddress!, $0.count) == 0 }
  }

  private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  @Test func `a file appears when published, and not before`() throws {
    try folder.write("f", "old")
    let output = try OutputFile(path: path("f"), hashing: true)
    try output.write("new")
    try output.settle()
    #expect(try folder.text("f") == "old")
    #expect(folder.names == ["f"])
    try output.publish()
    #expect(try folder.text("f") == "new")
    #expect(folder.names == ["f"])
    #expect(output.count == 3)
    #expect(output.sha256 == (try InputFile(path: path("f")).sha256))
  }

  @Test func `a file never published leaves nothing`() throws {
    do {
      let output = try OutputFile(path: path("f"))
      try output.write("new")
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `a link stays a link, and the file behind it keeps its permissions`() throws {
    try folder.write("real", "old")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("real"))
    try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "real")
    let output = try OutputFile(path: path("link"))
    try output.write("new")
    try output.publish()
    #expect(try manager.destinationOfSymbolicLink(atPath: path("link")) == "real")
    #expect(try folder.text("real") == "new")
    let permissions = try manager.attributesOfItem(atPath: path("real"))[.posixPermissions] as? Int
    #expect(permissions == 0o640)
  }

  @Test func `a file that is kept is not replaced, also where it appears while the new one is written`()
    throws
  {
    try folder.write("f", "old")
    let error = #expect(throws: FileStoreError.self) { try OutputFile(path: path("f"), placement: .keeping) }
    #expect(error?.code == .exists)
    let late = try OutputFile(path: path("g"), placement: .keeping)
    try late.write("new")
    try folder.write("g", "first")
    #expect(throws: FileStoreError.self) { try late.publish() }
    #expect(try folder.text("g") == "first")
    let free = try OutputFile(path: path("h"), placement: .keeping)
    try free.write("new")
    try free.publish()
    #expect(try folder.text("h") == "new")
    #expect(folder.names == ["f", "g", "h"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path("h"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a file that is not written is hashed like one that is`() throws {
    let unwritten = OutputFile(unwritten: path("f"))
    try unwritten.write("new")
    try unwritten.publish()
    #expect(folder.names.isEmpty)
    try folder.write("g", "new")
    #expect(unwritten.sha256 == (try InputFile(path: path("g")).sha256) && unwritten.count == 3)
  }

  @Test func `a file is itself under any name, and a device is none`() throws {
    let manager = FileManager.default
    try folder.write("f", "")
    try folder.write("other", "")
    try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "f")
    try manager.linkItem(atPath: path("f"), toPath: path("hard"))
    for name in ["f", "./f", "link", "hard"] {
      #expect(FileIdentity(path: path(name)) == FileIdentity(path: path("f")), "\(name)")
    }
    #expect(FileIdentity(path: path("other")) != FileIdentity(path: path("f")))
    #expect(FileIdentity(path: path("new")) == FileIdentity(path: path("./new")))
    #expect(FileIdentity(path: path("new")) != FileIdentity(path: path("newer")))
    for none in ["/dev/null", path("."), path("absent/f")] { #expect(FileIdentity(path: none) == nil) }
  }

  @Test func `a device is written directly, and a full one is an error with its reason`() throws {
    let null = try OutputFile(path: "/dev/null")
    try null.write("x")
    try null.publish()
    let full = try OutputFile(path: "/dev/full")
    let error = #expect(throws: FileStoreError.self) { try full.write("x") }
    #expect(error?.code == .cannotWrite && error?.errorNumber == ENOSPC)
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
  }

  @Test(arguments: [0, 1, 4_095, 3 << 20, (9 << 20) + 1])
  func `a file is read whole, whatever its size and the threads`(size: Int) throws {
    var random = SeededGenerator(UInt64(size))
    let words = (0..<size / 8 + 1).map { _ in random.next() }
    let bytes = words.withUnsafeBytes { Array($0.prefix(size)) }
    try folder.write("f", bytes)
    for (threads, access) in [(1, InputFile.Access.copied), (2, .copied), (5, .copied), (1, .mapped)] {
      let file = try InputFile(path: path("f"), access: access, workers: Workers(count: threads))
      #expect(file.count == size)
      #expect(file.withUnsafeBytes { isSame($0, bytes) })
      // What was given back is there again when it is looked at again.
      file.withUnsafeBytes { file.release(UnsafeRawBufferPointer(rebasing: $0.dropFirst(5))) }
      #expect(file.withUnsafeBytes { isSame($0, bytes) })
      try file.checkUnchanged()
    }
  }

  @Test func `a mapped file tells that it was written meanwhile, and outlives its name`() throws {
    try folder.write("f", "abc")
    let file = try InputFile(path: path("f"), access: .mapped)
    try FileManager.default.removeItem(atPath: path("f"))
    #expect(file.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } == "abc")
    try file.checkUnchanged()
    try folder.write("g", "abc")
    let other = try InputFile(path: path("g"), access: .mapped)
    let handle = try #require(FileHandle(forWritingAtPath: path("g")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("d".utf8))
    let error = #expect(throws: FileStoreError.self) { try other.checkUnchanged() }
    #expect(error?.code == .cannotRead)
  }

  @Test func `a pipe is read to its end`() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    let text = String(repeating: "palmares", count: 400_000)
    let writer = Thread { [path = path("pipe")] in
      FileHandle(forWritingAtPath: path)?.write(Data(text.utf8))
    }
    writer.start()
    let file = try InputFile(path: path("pipe"))
    #expect(file.withUnsafeBytes { $0.elementsEqual(text.utf8) })
  }

  @Test func `what is absent, or a folder, cannot be opened`() {
    for name in ["absent", "."] {
      let error = #expect(throws: FileStoreError.self) { try InputFile(path: path(name)) }
      #expect(error?.code == .cannotOpen)
    }
  }
}
