import Glibc
import Synchronization

/// What a signal that ends the process must still do: remove temporary files that have a name.
package enum Interruption {
  /// More are never open at once.
  private static let slots = 16
  /// The names, as C strings that are never freed, so that the signal handler may read them at any moment;
  /// it may touch only plain memory.
  nonisolated(unsafe) private static let names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: slots)
    names.initialize(repeating: nil, count: slots)
    return names
  }()
  private static let lock = Mutex(())

  /// Has a file removed when a signal ends the process.
  package static func register(_ path: String) {
    lock.withLock { _ in
      if let free = (0..<slots).first(where: { names[$0] == nil }) { names[free] = strdup(path) }
    }
  }

  /// Forgets a file that has been removed, or is no longer temporary.
  package static func forget(_ path: String) {
    lock.withLock { _ in
      for slot in 0..<slots {
        if let name = names[slot], strcmp(name, path) == 0 { names[slot] = nil }
      }
    }
  }

  /// Ends the process at once with 128 + the signal's number (130 for Ctrl-C), leaving no temporary file.
  ///
  /// A hang-up that the caller has chosen to ignore (`nohup`) stays ignored; signals that the caller left
  /// blocked are let through. A mapped input that is cut short ends it with 66.
  package static func exitOnSignals() {
    // Made now, so that the handler finds it made.
    _ = names
    // Writing more than the file size limit then fails, instead of ending the process.
    signal(SIGXFSZ, SIG_IGN)
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var current = sigaction()
      sigaction(number, nil, &current)
      if number == SIGHUP, current.__sigaction_handler.sa_handler != nil { continue }
      signal(number) { number in
        for slot in 0..<Interruption.slots {
          if let path = Interruption.names[slot] { unlink(path) }
        }
        _exit(128 + number)
      }
      sigaddset(&ending, number)
    }
    signal(SIGBUS) { _ in
      let message: StaticString = "an input file was cut short while it was read\n"
      write(2, message.utf8Start, message.utf8CodeUnitCount)
      for slot in 0..<Interruption.slots {
        if let path = Interruption.names[slot] { unlink(path) }
      }
      _exit(66)
    }
    sigprocmask(SIG_UNBLOCK, &ending, nil)
  }
}
