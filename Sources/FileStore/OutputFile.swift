internal import Crypto
import ExactValues
// This module calls Linux by glibc: files without a name, and links that put them in place, are known there alone.
import Glibc

/// Where a result goes: a file that appears whole or not at all, or standard output.
///
/// The bytes go to a file without a name in the target's folder (a named one where the file system has no
/// such thing), which ``publish()`` puts in the target's place in one step. A process killed before that
/// leaves the old file and nothing else. A target that is a device or a pipe is written directly.
package final class OutputFile {
  /// What becomes of a file that is there already.
  package enum Placement: Sendable {
    /// The new one takes its place, with its permissions.
    case replacing
    /// It is kept, whatever it is: a new file is made, which its owner alone can read.
    case keeping
  }

  private enum Target {
    case unnamed(folder: String, target: String)
    case named(temporary: String, target: String)
    case direct
    case nowhere
  }

  /// As the user wrote it; nil for standard output.
  package let path: String?
  private var descriptor: Int32
  private let target: Target
  private let placement: Placement
  private var hash: SHA256?
  private var isPublished = false
  /// The bytes written so far.
  package private(set) var count = 0

  /// - Parameters:
  ///   - path: the target; nil for standard output.
  ///   - hashing: whether ``sha256`` is wanted.
  ///   - placement: what becomes of a file that is there already.
  /// - Throws: ``FileStoreError`` with `cannotWrite`, or `exists` where a file is kept.
  package init(
    path: String?, hashing: Bool = false, placement: Placement = .replacing
  ) throws(FileStoreError) {
    self.path = path
    self.placement = placement
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
    // A link that leads nowhere is a file to keep too.
    if placement == .keeping, lstat(path, &status) == 0 {
      throw FileStoreError(.exists, path, errorNumber: EEXIST)
    }
    let permissions: mode_t = placement == .keeping ? 0o600 : 0o666
    let resolved = exists ? resolvedPath(path) : path
    let folder = folder(of: resolved)
    var opened = unnamedFile(in: folder, permissions)
    if opened >= 0 {
      target = .unnamed(folder: folder, target: resolved)
    } else {
      let temporary = temporaryName(for: resolved, in: folder)
      Interruption.register(temporary)
      opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
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

  /// A file that is not written: its bytes are only counted and hashed.
  package init(unwritten path: String?) {
    self.path = path
    (target, placement, descriptor, hash) = (.nowhere, .replacing, -1, SHA256())
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
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileStoreError) {
    hash?.update(bufferPointer: bytes)
    var offset = if case .nowhere = target { bytes.count } else { 0 }
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

  package func write(_ text: String) throws(FileStoreError) {
    try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(FileStoreError) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  /// SHA-256 of what was written so far, in lowercase hexadecimal; nil unless asked for at the start.
  package var sha256: String? { hash.map { hexadecimal($0.finalize()) } }

  /// Makes the bytes durable, so that all that is left for ``publish()`` is to name the file.
  package func settle() throws(FileStoreError) {
    switch target {
    case .direct, .nowhere: break
    case .unnamed, .named: guard fsync(descriptor) == 0 else { throw failure() }
    }
  }

  /// Puts the file in its place, atomically, and makes that durable.
  ///
  /// - Throws: ``FileStoreError`` with `cannotWrite`; the old file, if any, is then still there.
  package func publish() throws(FileStoreError) {
    try settle()
    switch target {
    case .nowhere: break
    case .direct:
      let closed = close(descriptor)
      descriptor = -1
      guard closed == 0 else { throw failure() }
    case .unnamed(_, let target) where placement == .keeping:
      guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0
      else { throw failure() }
      syncFolder(of: target)
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
    guard isFree(target), Glibc.rename(temporary, target) == 0 else {
      let error = failure()
      unlink(temporary)
      throw error
    }
    syncFolder(of: target)
  }

  /// Whether the target may be replaced; where a file there is kept, an empty one of our own reserves the name.
  private func isFree(_ target: String) -> Bool {
    guard placement == .keeping else { return true }
    let reserved = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if reserved >= 0 { close(reserved) }
    return reserved >= 0
  }

  private func syncFolder(of target: String) {
    let folder = open(folder(of: target), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private func failure() -> FileStoreError {
    let isKept = placement == .keeping && errno == EEXIST
    return FileStoreError(isKept ? .exists : .cannotWrite, path ?? "standard output")
  }
}

/// The folder that a path's file is in; `.` where the path names none.
package func folder(of path: String) -> String {
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

private func unnamedFile(in folder: String, _ permissions: mode_t) -> Int32 {
  guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
  return open(folder, O_WRONLY | O_CLOEXEC | unnamedFileFlag, permissions)
}

private func temporaryName(for target: String, in folder: String) -> String {
  let name = target.split(separator: "/").last ?? ""
  return "\(folder)/.\(name.prefix(100)).\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
}
