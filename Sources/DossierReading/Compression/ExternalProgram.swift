import DossierText

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// Runs a program of the system on a file and takes what it prints.
enum ExternalProgram {
  /// How long a program may stay silent.
  static let patienceMilliseconds: Int32 = 60_000

  /// What `program` prints when it is given the input as a file; nil if that is more than `bound` bytes.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments; the file's path follows them.
  ///   - after: Arguments that follow the path.
  /// - Throws: `read.missing-program` or `read.program-failed`.
  static func output(
    of program: String, _ arguments: [String], after: [String] = [], input: [UInt8], name: String, bound: Int
  ) throws(Diagnostic) -> [UInt8]? {
    let path = try temporaryFile(input, name: name)
    defer { unlink(path) }
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { throw failed(program, name, "no pipe could be made") }
    let (child, code) = spawn(program, arguments + [path] + after, output: pipes[1], closing: pipes[0])
    close(pipes[1])
    defer { close(pipes[0]) }
    guard code == 0 else {
      throw Diagnostic(
        "read.missing-program", .error,
        "the program '\(program)' is needed to read this input and cannot be run",
        at: Diagnostic.Location(file: name), notes: [String(cString: strerror(code))],
        help: program == "pdftotext" ? "install poppler-utils" : "install \(program)")
    }
    let (bytes, isWhole) = drain(pipes[0], bound: bound)
    if !isWhole { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if !isWhole {
      if bytes.count > bound { return nil }
      throw failed(program, name, "it did not answer in time")
    }
    guard status == 0 else {
      // The shell's and libc's way to say that the program is not there.
      throw failed(program, name, "it ended with status \(status >> 8 & 0xFF)")
    }
    return bytes
  }

  private static func temporaryFile(_ input: [UInt8], name: String) throws(Diagnostic) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/dossier-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw failed("mkstemp", name, "no temporary file could be made in \(folder)") }
    defer { close(file) }
    let written = input.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = write(file, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if count <= 0 { break }
        offset += count
      }
      return offset
    }
    let text = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    guard written == input.count else {
      unlink(text)
      throw failed("write", name, "the temporary file could not be written")
    }
    return text
  }

  private static func spawn(
    _ program: String, _ arguments: [String], output: Int32, closing input: Int32
  ) -> (child: pid_t, code: Int32) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t? = nil
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, input)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, nil, &words, environ)
    return (child, code)
  }

  /// Reads to the end, to one byte past the bound, or until nothing has come for too long.
  private static func drain(_ file: Int32, bound: Int) -> (bytes: [UInt8], isWhole: Bool) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= bound {
      var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, patienceMilliseconds)
      if ready < 0, errno == EINTR { continue }
      if ready <= 0 { return (bytes, false) }
      let count = buffer.withUnsafeMutableBytes { Int(systemRead(file, $0)) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return (bytes, false) }
      if count == 0 { return (bytes, true) }
      bytes.append(contentsOf: buffer[0..<count])
    }
    return (bytes, false)
  }

  private static func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(file, buffer.baseAddress, buffer.count)
  }

  private static func failed(_ program: String, _ name: String, _ why: String) -> Diagnostic {
    Diagnostic(
      "read.program-failed", .error, "'\(program)' could not read the input: \(why)",
      at: Diagnostic.Location(file: name))
  }
}
