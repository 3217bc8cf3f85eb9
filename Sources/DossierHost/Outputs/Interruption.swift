import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens when a run is ended from outside: programs are ended and temporary files taken away, then the signal does its work.
public enum Interruption {
  private static let isArmed = Atomic(false)

  /// From now on, `INT`, `TERM` and `HUP` clean up before they end the process.
  public static func cleanUp() {
    guard !isArmed.exchange(true, ordering: .relaxed) else { return }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    // Blocked in this thread and in those it starts, the signals wait for the thread below.
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
    pthread_detach(thread)
  }

  private static func wait() -> UnsafeMutableRawPointer? {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    RunningPrograms.killAll()
    TemporaryFiles.removeAll()
    signal(number, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    kill(getpid(), number)
    return nil
  }
}
