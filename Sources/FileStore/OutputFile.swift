internal import Crypto
import ExactValues
import Glibc

/// Where a result goes: a file that appears whole or not at all, or standard output.
///
/// The bytes go to a file without a name in the target's folder (a named one where the file system has no
/// such thing), which ``publish()`` puts in the target's place in one step. A process killed before that
/// leaves the old file and nothing else. A target that is a device or a pipe is written directly.
public final class OutputFile {
  private enum Target {
    case unnamed(folder: String, target: String)
    case named(temporary: String, target: String)
    case direct
  }

  /// As the user wrote it; nil for standard output.
  public let path: String?
  private var descriptor: Int32
  private let target: Target
  private var hash: SHA256?
  private var isPublished = false
  /// The bytes written so far.
  public private(set) var count = 0

  /// - Parameters:
  ///   - path: the target; nil for standard output.
  ///   - hashing: whether ``sha256`` is wanted.
  /// - Throws: ``FileStoreError`` with `cannotWrite`.
  public init(path: String?, hashing: Bool = false) throws(FileStoreError) {
    self.path = path
    hash = hashing ? SHA256() : nil
    guard let path else {
      target = .direct
      descriptor = dup(1)
      guard descriptor >= 0 else { throw FileStoreError(.cannotWrite, "standard output") }
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw FileStoreError(.cannotWrite, path, errorNumber: EISDIR)
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      target = .direct
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileStoreError(.cannotWrite, path) }
      return
    }
    let resolved = exists ? resolvedPath(path) : path
    let folder = folder(of: resolved)
    var opened = unnamedFile(in: folder)
    if opened >= 0 {
      target = .unnamed(folder: folder, target: resolved)
    } else {
      let temporary = temporaryName(for: resolved, in: folder)
      Interruption.register(temporary)
      opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard opened >= 0 else {
        let error = FileStoreError(.cannotWrite, path)
        Interruption.forget(temporary)
        throw error
      }
      target = .named(temporary: temporary, target: resolved)
    }
    descriptor = opened
    if exists { fchmod(opened, status.st_mode & 0o7777) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if case .named(let temporary, _) = target, !isPublished {
      unlink(temporary)
      Interruption.forget(temporary)
    }
  }

  /// Appends bytes.
  ///
  /// - Throws: ``FileStoreError`` with `cannotWrite`, for instance on a full disk.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileStoreError) {
    hash?.update(bufferPointer: bytes)
    var offset = 0
    while offset < bytes.count {
      let put = Glibc.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
      if put > 0 {
        offset += put
      } else if put == 0 || errno != EINTR {
        throw failure()
      }
    }
    count += bytes.count
  }

  public func write(_ text: String) throws(FileStoreError) {
    try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(FileStoreError) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  /// SHA-256 of what was written so far, in lowercase hexadecimal; nil unless asked for at the start.
  public var sha256: String? { hash.map { hexadecimal($0.finalize()) } }

  /// Makes the bytes durable, so that all that is left for ``publish()`` is to name the file.
  public func settle() throws(FileStoreError) {
    if case .direct = target { return }
    guard fsync(descriptor) == 0 else { throw failure() }
  }

  /// Puts the file in its place, atomically, and makes that durable.
  ///
  /// - Throws: ``FileStoreError`` with `cannotWrite`; the old file, if any, is then still there.
  public func publish() throws(FileStoreError) {
    try settle()
    switch target {
    case .direct:
      let closed = close(descriptor)
      descriptor = -1
      guard closed == 0 else { throw failure() }
    case .unnamed(let folder, let target):
      let temporary = temporaryName(for: target, in: folder)
      Interruption.register(temporary)
      defer { Interruption.forget(temporary) }
      guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
      else { throw failure() }
      try rename(temporary, to: target)
    case .named(let temporary, let target):
      defer { Interruption.forget(temporary) }
      try rename(temporary, to: target)
    }
    isPublished = true
  }

  private func rename(_ temporary: String, to target: String) throws(FileStoreError) {
    guard Glibc.rename(temporary, target) == 0 else {
      let error = failure()
      unlink(temporary)
      throw error
    }
    let folder = open(folder(of: target), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private func failure() -> FileStoreError {
    FileStoreError(.cannotWrite, path ?? "standard output")
  }
}

/// Whether two paths name one file, also one that does not exist yet.
public func isSameFile(_ a: String, _ b: String) -> Bool {
  func place(_ path: String) -> String {
    if let whole = realpath(path, nil) {
      defer { free(whole) }
      return String(cString: whole)
    }
    return resolvedPath(folder(of: path)) + "/" + (path.split(separator: "/").last ?? "")
  }
  return place(a) == place(b)
}

private func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

private func resolvedPath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// `O_TMPFILE` is a macro Swift does not import; its own bit is the same on every Linux.
private let unnamedFileFlag: Int32 = 0o20_000_000 | O_DIRECTORY

private func unnamedFile(in folder: String) -> Int32 {
  guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
  return open(folder, O_WRONLY | O_CLOEXEC | unnamedFileFlag, 0o666)
}

private func temporaryName(for target: String, in folder: String) -> String {
  let name = target.split(separator: "/").last ?? ""
  return "\(folder)/.\(name.prefix(100)).\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
}
