import Glibc

/// What a signal that ends the process must still do: remove a temporary file that has a name.
public enum Interruption {
  /// A C string, or nil. Written by the one thread that publishes files, read by the signal handler,
  /// which may only touch plain memory.
  nonisolated(unsafe) private static var temporary: UnsafeMutablePointer<CChar>?

  static func removeOnSignal(_ path: String?) {
    let old = temporary
    temporary = path.map { strdup($0) }
    free(old)
  }

  /// Ends the process at once with 128 + the signal's number (130 for Ctrl-C), leaving no temporary file.
  public static func exitOnSignals() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if let path = Interruption.temporary { unlink(path) }
        _exit(128 + number)
      }
    }
  }
}
