import Foundation
import Wording

enum StandardStreams {
  /// Puts something on descriptors the caller left closed, so that no file opened later gets their number.
  ///
  /// Writing to a standard output that was closed still fails, as it should.
  static func prepare() {
    for (descriptor, mode) in [(Int32(0), O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", mode)
    }
  }

  /// The columns of the terminal: what `COLUMNS` says, else the terminal, else 80.
  static var outputWidth: Int {
    let said = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    if let said, said > 0 { return said }
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}

/// Writes a message. A message that cannot be written is lost, and the command goes on.
func writeToStandardError(_ text: String) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    if written > 0 {
      bytes = bytes.dropFirst(written)
    } else if written == 0 || errno != EINTR {
      return
    }
  }
}
