import DossierHost

/// A bar on a terminal, from the second second of work on.
final class ProgressLine {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isOnScreen = false

  init(isShown: Bool) {
    self.isShown = isShown
  }

  func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard isShown, total > 1, now - start > .seconds(1), now - last > .milliseconds(100) else { return }
    last = now
    isOnScreen = true
    let width = 30
    let full = min(width, done * width / total)
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    StandardError.write("\r[\(bar)] \(done) of \(total)")
  }

  func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    StandardError.write("\r\u{1B}[K")
  }
}
