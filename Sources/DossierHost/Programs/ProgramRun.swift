import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A conversation with a program: what is sent goes in as the program reads, and its lines are taken as they come, so that neither waits for the other for ever.
final class ProgramRun {
  let program: String
  private let limits: ProgramLimits
  private var child: ChildProcess
  private var outgoing: [UInt8] = []
  private var sent = 0
  /// Bytes of the line that has not ended yet.
  private var line: [UInt8] = []
  private var received = 0
  private var messageTail: [UInt8] = []
  private var lastProgress = ContinuousClock.now
  private var isOver = false
  private var end: ChildProcess.End?
  private let answers: Answers
  private let take: (ArraySlice<UInt8>) throws(Diagnostic) -> Void

  /// How what a program writes is handed on.
  enum Answers {
    /// Line by line, without the line breaks.
    case lines
    /// As it comes.
    case bytes
  }

  /// Starts a program, whose lines or bytes go to `take`.
  init(
    program: String, arguments: [String], limits: ProgramLimits, answers: Answers = .lines,
    take: @escaping (ArraySlice<UInt8>) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    self.program = program
    self.limits = limits
    self.answers = answers
    self.take = take
    do throws(SystemError) {
      child = try ChildProcess(path: program, arguments: arguments, environment: limits.childEnvironment)
    } catch {
      throw Diagnostic(
        "plugin.not-started", .error, "the program '\(program)' cannot be started: \(error.words)",
        help: error.code == ENOEXEC || error.code == ENOENT
          ? "begin a script with a line such as #!/bin/sh, whose program is there"
          : "see that it can be run by hand")
    }
  }

  deinit { abandon() }

  /// Sends bytes; returns when the program has taken them.
  func send(_ bytes: [UInt8]) throws(Diagnostic) {
    outgoing = bytes
    sent = 0
    lastProgress = .now
    while sent < outgoing.count {
      if child.input < 0 { throw brokenOff() }
      try move()
    }
  }

  /// Closes the program's input, takes its last lines and waits for its end.
  func finish() throws(Diagnostic) {
    child.closeInput()
    lastProgress = .now
    while child.output >= 0 || child.messages >= 0 {
      try move()
      // A child of the program may keep the pipes open after its end.
      if hasEnded() {
        try drain()
        break
      }
    }
    while !hasEnded() {
      try checkTime()
      usleep(500)
    }
    abandon()
    if let failure { throw failure }
    if !line.isEmpty {
      throw mistake(
        "plugin.malformed", "the last line of the program '\(program)' has no end",
        help: "end every line with a line break, the last one too")
    }
  }

  /// Ends the program and its children, if they still run.
  func abandon() {
    guard !isOver else { return }
    isOver = true
    child.closeInput()
    if end == nil { child.kill() } else { child.killRest() }
    child.closeOutput()
    child.closeMessages()
  }

  /// Whether the process has ended by itself.
  private func hasEnded() -> Bool {
    if end == nil { end = child.end() }
    return end != nil
  }

  /// The mistake in how the process ended.
  private var failure: Diagnostic? {
    switch end {
    case .signal(let number):
      mistake(
        "plugin.signal", "the program '\(program)' was ended by signal \(number)",
        help:
          "it broke down or was killed, perhaps for want of memory; 'dossier exporters test' tries it alone")
    case .exit(let code) where code != 0:
      mistake(
        "plugin.exit", "the program '\(program)' failed with exit code \(code)",
        help: "its standard error says why, if it says anything; 'dossier exporters test' tries it alone")
    case .exit, nil: nil
    }
  }

  /// A mistake of the program, with the end of what it said on its standard error.
  func mistake(_ id: String, _ summary: String, help: String? = nil) -> Diagnostic {
    let words = String(decoding: messageTail.suffix(2000), as: UTF8.self)
    let lines = words.split(whereSeparator: \.isNewline).suffix(8)
    return Diagnostic(id, .error, summary, notes: lines.map { "it said: \($0)" }, help: help)
  }

  /// The mistake of a program that stopped reading; waits a moment for its end, whose reason says more.
  private func brokenOff() -> Diagnostic {
    for _ in 0..<100 where !hasEnded() {
      do throws(Diagnostic) { try drain() } catch { return error }
      usleep(2_000)
    }
    abandon()
    return failure
      ?? mistake(
        "plugin.closed-input", "the program '\(program)' stopped reading before it had everything",
        help: "it must read all lines up to {\"type\":\"end\"}")
  }

  private func checkTime() throws(Diagnostic) {
    guard ContinuousClock.now - lastProgress > .seconds(limits.timeoutSeconds) else { return }
    abandon()
    throw mistake(
      "plugin.timeout", "the program '\(program)' showed no progress for \(limits.timeoutSeconds) seconds",
      help: "raise 'timeout_seconds' under 'plugins', if it needs longer")
  }

  /// Waits until a pipe is ready and moves what can be moved.
  private func move() throws(Diagnostic) {
    var waits: [pollfd] = []
    if sent < outgoing.count, child.input >= 0 {
      waits.append(pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0))
    }
    for descriptor in [child.output, child.messages] where descriptor >= 0 {
      waits.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    _ = poll(&waits, nfds_t(waits.count), 20)
    for wait in waits where wait.revents != 0 {
      if wait.fd == child.input { writeSome() }
    }
    try drain()
    try checkTime()
  }

  private func writeSome() {
    let start = sent
    let count = outgoing.withUnsafeBytes { buffer in
      write(child.input, buffer.baseAddress?.advanced(by: start), outgoing.count - start)
    }
    if count > 0 {
      sent += count
      lastProgress = .now
    } else if count < 0, errno != EAGAIN, errno != EINTR {
      child.closeInput()
    }
  }

  /// Takes all that lies in the pipes.
  private func drain() throws(Diagnostic) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while child.output >= 0 {
      let count = read(child.output, &chunk, chunk.count)
      if count < 0 { break }
      if count == 0 {
        child.closeOutput()
        break
      }
      lastProgress = .now
      received += count
      if received > limits.outputBytes {
        abandon()
        throw mistake(
          "plugin.too-much-output",
          "the program '\(program)' wrote more than \(limits.outputBytes >> 20) MiB",
          help: "raise 'max_output_megabytes' under 'plugins', if it needs more")
      }
      switch answers {
      case .lines: try takeLines(chunk[..<count])
      case .bytes: try take(chunk[..<count])
      }
    }
    while child.messages >= 0 {
      let count = read(child.messages, &chunk, chunk.count)
      if count < 0 { break }
      if count == 0 {
        child.closeMessages()
        break
      }
      messageTail.append(contentsOf: chunk[..<count])
      if messageTail.count > 8192 { messageTail.removeFirst(messageTail.count - 4096) }
      // What floods this pipe must not keep the host from looking at the clock.
      if count == chunk.count { break }
    }
  }

  private func takeLines(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) {
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      if line.isEmpty {
        try take(rest[..<end])
      } else {
        line.append(contentsOf: rest[..<end])
        try take(line[...])
        line = []
      }
      rest = rest[(end + 1)...]
    }
    line.append(contentsOf: rest)
  }
}

/// What a program may take and see.
struct ProgramLimits: Sendable, Hashable {
  var timeoutSeconds = 30
  var outputBytes = 256 << 20
  /// Names of further environment variables that programs may see.
  var environment: [String] = []

  /// The whole environment of a program: `PATH`, `HOME`, `LANG` and what the configuration names.
  var childEnvironment: [String] {
    (["PATH", "HOME", "LANG"] + environment).compactMap { name in
      ProcessEnvironment[name].map { "\(name)=\($0)" }
    }
  }
}
