import DossierModel
import DossierPluginKit
import DossierText

/// Runs an exporter that is a program of its own, by JSON lines (see `docs/plugin-protocol.md`).
struct ProgramEngine: ExportEngine {
  let program: String
  let version: Int
  let options: [String: DataNode]
  /// Tells what the program loses, where it only says what it keeps.
  var reckoning: LossReckoning?
  let limits: ProgramLimits

  func start(context: ExportContext) throws(Diagnostic) -> any ExportSession {
    try ProgramSession(self, context: context)
  }

  /// The first line that a program gets.
  func beginning(_ context: ExportContext) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("type")
    writer.string("begin")
    writer.key("protocol")
    writer.integer(version)
    writer.key("options")
    writer.beginObject()
    for (name, node) in options.sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      node.write(to: &writer)
    }
    writer.endObject()
    writer.key("context")
    writer.beginObject()
    writer.key("language")
    writer.string(context.language)
    writer.key("id_seed")
    writer.string(context.idSeed)
    writer.key("tool_version")
    writer.string(context.toolVersion)
    writer.key("defang")
    writer.bool(context.defangs)
    writer.endObject()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// The line of a report.
  static func line(_ report: Report) -> [UInt8] {
    var writer = JSONWriter(reserving: 1 << 16)
    writer.beginObject()
    writer.key("type")
    writer.string("report")
    writer.key("report")
    report.write(to: &writer)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// The last line that a program gets.
  static let end = Array("{\"type\":\"end\"}\n".utf8)
}

/// One output that a program makes.
private struct ProgramSession: ExportSession {
  private let run: ProgramRun
  private let answers: ProgramAnswers
  private let reckoning: LossReckoning?

  init(_ engine: ProgramEngine, context: ExportContext) throws(Diagnostic) {
    let answers = ProgramAnswers(program: engine.program)
    self.answers = answers
    reckoning = engine.reckoning
    run = try ProgramRun(program: engine.program, arguments: [], limits: engine.limits) {
      line throws(Diagnostic) in
      try answers.take(line)
    }
    try guarded { run throws(Diagnostic) in try run.send(engine.beginning(context)) }
  }

  mutating func export(_ report: Report, into output: inout OutputSet) throws(Diagnostic) {
    try guarded { run throws(Diagnostic) in try run.send(ProgramEngine.line(report)) }
    answers.move(into: &output)
    if let reckoning { output.report(losses: reckoning.losses(of: report)) }
  }

  mutating func finish(into output: inout OutputSet) throws(Diagnostic) {
    try guarded { run throws(Diagnostic) in
      try run.send(ProgramEngine.end)
      try run.finish()
    }
    guard answers.isDone else {
      throw run.mistake(
        "plugin.no-done", "the program '\(run.program)' ended without saying that it was done",
        help: "its last line must be {\"type\":\"done\"}")
    }
    if let name = answers.unfinished {
      throw run.mistake(
        "plugin.malformed", "the program '\(run.program)' did not send the last piece of its file '\(name)'",
        help: "the last piece of a file has no \"more\": true")
    }
    answers.move(into: &output)
  }

  /// Ends the program when something goes wrong.
  private func guarded(_ work: (ProgramRun) throws(Diagnostic) -> Void) throws(Diagnostic) {
    do throws(Diagnostic) {
      try work(run)
    } catch {
      run.abandon()
      throw error
    }
  }
}

/// What a program has answered so far.
final class ProgramAnswers {
  private let program: String
  private(set) var isDone = false
  private var output = OutputSet()
  /// Names of files that are complete, and of those whose next piece may come.
  private var complete: Set<String> = []
  private var open: Set<String> = []

  init(program: String) {
    self.program = program
  }

  /// A file whose last piece has not come.
  var unfinished: String? { open.min() }

  func take(_ line: ArraySlice<UInt8>) throws(Diagnostic) {
    if isDone {
      throw Diagnostic(
        "plugin.malformed", .error, "the program '\(program)' wrote more after it said that it was done",
        notes: ["the line begins: \(String(decoding: line.prefix(120), as: UTF8.self))"],
        help: "{\"type\":\"done\"} must be its last line")
    }
    switch try ProgramAnswer(line, program: program) {
    case .done: isDone = true
    case .loss(let loss): output.report(loss: loss)
    case .diagnostic(let diagnostic): output.report(diagnostic)
    case .file(let name, let bytes, let hasMore):
      guard !complete.contains(name) else {
        throw Diagnostic(
          "plugin.duplicate-file", .error, "the program '\(program)' wrote the file '\(name)' twice",
          help: "pieces of one file carry \"more\": true, all but the last")
      }
      if !name.isEmpty, let fault = OutputName.fault(of: name) {
        throw Diagnostic(
          "output.name", .error,
          "the program '\(program)' names a file '\(name)', which is refused: \(fault)",
          help: "a file lies beside the main one: name it by a relative path of plain parts")
      }
      if hasMore {
        open.insert(name)
      } else {
        open.remove(name)
        complete.insert(name)
      }
      output.write(bytes, to: name)
    }
  }

  /// Hands over what has come.
  func move(into output: inout OutputSet) {
    let taken = self.output.drain()
    for file in taken.files { output.write(file.bytes, to: file.name) }
    for loss in taken.losses { output.report(loss: loss) }
    for diagnostic in taken.diagnostics { output.report(diagnostic) }
  }
}
