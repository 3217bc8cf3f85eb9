import DossierText
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that runs in a process group of its own, with pipes to its standard streams.
///
/// The host's ends of the pipes do not block.
struct ChildProcess {
  let identifier: pid_t
  private(set) var input: Int32
  private(set) var output: Int32
  private(set) var messages: Int32

  /// Starts a program.
  ///
  /// - Parameter environment: All of its environment, as `NAME=value`.
  init(path: String, arguments: [String], environment: [String]) throws(SystemError) {
    let input = try Pipe()
    let output = try Pipe()
    let messages = try Pipe()
    do throws(SystemError) {
      identifier = try Self.spawn(
        path, [path] + arguments, environment,
        streams: [(input.reading, 0), (output.writing, 1), (messages.writing, 2)])
    } catch {
      for pipe in [input, output, messages] { pipe.close() }
      throw error
    }
    for end in [input.reading, output.writing, messages.writing] { close(end) }
    self.input = input.writing
    self.output = output.reading
    self.messages = messages.reading
    for end in [self.input, self.output, self.messages] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    RunningPrograms.remember(identifier)
  }

  /// How a process ended.
  enum End: Hashable {
    case exit(Int32)
    case signal(Int32)
  }

  /// How the process ended, if it has.
  func end() -> End? {
    var status: Int32 = 0
    guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  /// Ends the whole group: politely, then not. The process itself must not have been waited for yet.
  func kill() {
    _ = systemKill(-identifier, SIGTERM)
    for _ in 0..<40 {
      if end() != nil { return killRest() }
      usleep(5_000)
    }
    _ = systemKill(-identifier, SIGKILL)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    RunningPrograms.forget(identifier)
  }

  /// Ends what the process left running in its group.
  func killRest() {
    _ = systemKill(-identifier, SIGKILL)
    RunningPrograms.forget(identifier)
  }

  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  mutating func closeOutput() {
    if output >= 0 { close(output) }
    output = -1
  }

  mutating func closeMessages() {
    if messages >= 0 { close(messages) }
    messages = -1
  }

  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws(SystemError) {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw SystemError.last }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }

    func close() {
      systemClose(reading)
      systemClose(writing)
    }
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], streams: [(from: Int32, to: Int32)]
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for stream in streams { posix_spawn_file_actions_adddup2(&actions, stream.from, stream.to) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var identifier: pid_t = 0
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer {
      for pointer in words { free(pointer) }
      for pointer in variables { free(pointer) }
    }
    let code = posix_spawn(&identifier, path, &actions, &attributes, &words, &variables)
    if code != 0 { throw SystemError(code: code) }
    return identifier
  }
}

/// The programs that run now, so that an interrupted run can end them.
enum RunningPrograms {
  private static let groups = Mutex<Set<pid_t>>([])

  static func remember(_ group: pid_t) {
    groups.withLock { _ = $0.insert(group) }
  }

  static func forget(_ group: pid_t) {
    groups.withLock { _ = $0.remove(group) }
  }

  /// Ends them all.
  static func killAll() {
    groups.withLock { groups in
      for group in groups { _ = systemKill(-group, SIGKILL) }
      groups = []
    }
  }
}

/// The system's `kill` and `close`, whose names are used here for other things.
private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 {
  kill(process, signal)
}

private func systemClose(_ descriptor: Int32) {
  close(descriptor)
}
