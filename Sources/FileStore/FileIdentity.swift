import Glibc

/// Which file a path names, whatever the path, link or case: to tell whether two paths name one file.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt
  private let inode: UInt
  /// Of a file that is yet to be made: its name in the folder that the numbers are of.
  private let name: String?

  /// - Parameter path: `-` is standard input.
  /// - Returns: nil for what a write does not destroy (a device, a pipe, a folder) and where the folder does not
  ///   exist.
  package init?(path: String) {
    var status = stat()
    let exists = path == "-" ? fstat(0, &status) == 0 : stat(path, &status) == 0
    if exists {
      self.init(status)
      return
    }
    guard stat(folder(of: path), &status) == 0, let last = path.split(separator: "/").last else { return nil }
    self.init(status, name: String(last))
  }

  /// The file that standard output goes to.
  ///
  /// - Returns: nil where it goes to a terminal, a device or a pipe.
  package static var ofStandardOutput: FileIdentity? {
    var status = stat()
    return fstat(1, &status) == 0 ? FileIdentity(status) : nil
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status, name: nil)
  }

  private init(_ status: stat, name: String?) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    self.name = name
  }
}
