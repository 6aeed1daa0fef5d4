import Dispatch
import Foundation
import Synchronization
import Wording

/// A line on the terminal that says what takes more than a second; nothing where standard error is redirected.
final class ProgressLine: @unchecked Sendable {  // The timer is set once, and only cancelled after.
  private struct State {
    var phase: String?
    var isShown = false
    let started = ContinuousClock.now
  }

  private let state = Mutex(State())
  private let timer: (any DispatchSourceTimer)?

  init() {
    guard isatty(2) == 1 else {
      timer = nil
      return
    }
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "palmares.progress"))
    self.timer = timer
    timer.schedule(deadline: .now() + 1, repeating: .milliseconds(200))
    timer.setEventHandler { [weak self] in self?.show() }
    timer.resume()
  }

  deinit { timer?.cancel() }

  func begin(_ phase: String) {
    state.withLock { $0.phase = phase }
  }

  /// Clears the line; the next phase may show one again.
  func end() {
    state.withLock { state in
      state.phase = nil
      if state.isShown { writeToStandardError("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func show() {
    state.withLock { state in
      guard let phase = state.phase else { return }
      let elapsed = (ContinuousClock.now - state.started).components.seconds
      writeToStandardError("\r\u{1B}[K\(phase)… \(elapsed) s")
      state.isShown = true
    }
  }
}
