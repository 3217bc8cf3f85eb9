import DossierModel
public import DossierPluginKit
public import DossierText

/// What happens in a run, in the order of the inputs.
public enum ExportEvent: Sendable {
  /// Something to say.
  case message(Diagnostic)
  /// A file took its place.
  case written(path: String, exporter: String, bytes: Int)
  /// A fact of a report that an output cannot hold.
  case loss(exporter: String, path: String, Loss)
  /// So many of all inputs are done.
  case progress(done: Int, of: Int)
}

/// Carries out a plan: reads and reports on many inputs at once, exports, and puts files in their places in order.
public struct ExportRun {
  /// Whether some input or output failed.
  public private(set) var hasFailed = false
  /// Whether there was a warning.
  public private(set) var hasWarned = false
  /// Number of losses.
  public private(set) var lossCount = 0

  private let plan: ExportPlan
  private let emit: (ExportEvent) -> Void
  private var gathered: [GatheredOutput]
  /// Paths of this run's files, with the input each came from.
  private var taken: [String: String] = [:]
  private var protected: Set<FileIdentity> = []
  /// What redaction came to, by the names of outputs with a file for each report.
  private var redactions: [String: RedactionCount] = [:]
  private var done = 0

  /// A run that tells `emit` what happens.
  public init(_ plan: ExportPlan, emit: @escaping (ExportEvent) -> Void) {
    self.plan = plan
    self.emit = emit
    gathered = plan.outputs.compactMap { GatheredOutput($0) }
    for case .file(let path) in plan.inputs {
      if let identity = AtomicFile.identity(of: path) { protected.insert(identity) }
    }
  }

  /// Carries out the plan.
  public mutating func run() async {
    let plan = plan
    var run = self
    if plan.pipeline.merges {
      await plan.pipeline.forEachOutcome(of: plan.inputs) { run.take(PreparedInput($0, plan: plan)) }
      run.finish()
      self = run
      return
    }
    await OrderedWork.forEach(plan.inputs, inFlight: plan.pipeline.inFlight, work: { plan.portions(of: $0) })
    {
      portions in
      switch portions {
      case .ready(let input): return run.take(input)
      case .several(let several):
        // The reports of one input can be many times its size: they are made and written portion by portion.
        var goesOn = true
        await OrderedWork.forEach(
          Array(several.enumerated()), inFlight: plan.pipeline.inFlight,
          work: { (PreparedInput(plan.pipeline.outcome(of: $0.element), plan: plan), $0.offset) }
        ) { input, number in
          goesOn = run.take(input, isWhole: number == several.count - 1)
          return goesOn
        }
        return goesOn
      }
    }
    run.finish()
    self = run
  }

  /// Puts what was prepared for one input, or for a portion of it, in its place; false when nothing is left to do.
  private mutating func take(_ input: PreparedInput, isWhole: Bool = true) -> Bool {
    say(input.diagnostics)
    for prepared in input.files { place(prepared, of: input.name) }
    for index in gathered.indices {
      for report in input.reports {
        say(gathered[index].add(report, protected: protected), from: gathered[index].output)
        note(gathered[index].takeLosses(), from: gathered[index].output, path: gathered[index].output.name)
      }
    }
    if isWhole {
      done += 1
      emit(.progress(done: done, of: plan.inputs.count))
    }
    let isIdle = plan.outputs.count == gathered.count && gathered.allSatisfy(\.isOver)
    return !isIdle
  }

  private mutating func place(_ prepared: PreparedOutput, of input: String) {
    say(prepared.diagnostics)
    note(prepared.losses, from: prepared.output, path: prepared.path)
    if let hidden = prepared.hidden {
      redactions[prepared.output.name, default: RedactionCount()].add(hidden)
    }
    // One conflict spoils the output as a whole: its files belong together.
    for file in prepared.files {
      if let first = taken[PlannedOutput.normalized(file.path)] {
        say([
          Diagnostic(
            "output.same-path", .error, "two reports go to this file; the second is not written",
            at: Diagnostic.Location(file: file.path),
            notes: ["the first is of \(first)", "the second is of \(input)"],
            help: "put '{id}' into 'to'")
        ])
        return
      }
      if let mistake = Self.overwriting(file.path, protected) {
        say([mistake])
        return
      }
    }
    for file in prepared.files {
      taken[PlannedOutput.normalized(file.path)] = input
      do throws(Diagnostic) {
        try file.file.commit()
        emit(.written(path: file.path, exporter: prepared.output.exporter, bytes: file.bytes))
      } catch {
        say([error])
      }
    }
  }

  private mutating func finish() {
    for index in gathered.indices {
      let output = gathered[index].output
      // An empty file must not take the place of a good one because no input could be read.
      let nothingRead = (hasFailed || plan.inputs.isEmpty) && gathered[index].reports == 0
      let (files, mistakes) = gathered[index].finish(
        isWanted: !nothingRead, protected: protected, taken: taken)
      say(mistakes, from: output)
      note(gathered[index].takeLosses(), from: output, path: output.name)
      for file in files {
        taken[PlannedOutput.normalized(file.path)] = "all inputs"
        emit(.written(path: file.path, exporter: output.exporter, bytes: file.bytes))
      }
      redactions[output.name] = gathered[index].redactions
    }
    for output in plan.outputs { say(redactions[output.name]?.summary(of: output) ?? []) }
  }

  private mutating func say(_ diagnostics: [Diagnostic], from output: PlannedOutput? = nil) {
    for diagnostic in diagnostics {
      if diagnostic.severity == .error { hasFailed = true }
      if diagnostic.severity == .warning { hasWarned = true }
      emit(.message(diagnostic))
    }
  }

  private mutating func note(_ losses: [Loss], from output: PlannedOutput, path: String) {
    lossCount += losses.count
    for loss in losses { emit(.loss(exporter: output.exporter, path: path, loss)) }
  }

  /// Refuses to write over a file that is read in this run.
  static func overwriting(_ path: String, _ protected: Set<FileIdentity>) -> Diagnostic? {
    guard let identity = AtomicFile.identity(of: path), protected.contains(identity) else { return nil }
    return Diagnostic(
      "output.overwrites-input", .error, "this file is an input of the run; it is not written over",
      at: Diagnostic.Location(file: path), help: "choose another path in 'to'")
  }
}
