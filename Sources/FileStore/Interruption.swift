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
  ///
  /// A hang-up that the caller has chosen to ignore (`nohup`) stays ignored; signals that the caller left
  /// blocked are let through.
  public static func exitOnSignals() {
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var current = sigaction()
      sigaction(number, nil, &current)
      if number == SIGHUP, current.__sigaction_handler.sa_handler != nil { continue }
      signal(number) { number in
        if let path = Interruption.temporary { unlink(path) }
        _exit(128 + number)
      }
      sigaddset(&ending, number)
    }
    sigprocmask(SIG_UNBLOCK, &ending, nil)
  }
}
