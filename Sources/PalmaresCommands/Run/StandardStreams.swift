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
