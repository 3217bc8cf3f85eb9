public import DossierExtraction
import DossierModel
public import DossierReading
public import DossierText

/// What a run will do, checked whole before the first byte is read.
public struct ExportPlan: Sendable {
  let inputs: [InputReference]
  let pipeline: ReportPipeline
  let outputs: [PlannedOutput]

  /// Number of inputs.
  public var inputCount: Int { inputs.count }
  /// Number of outputs.
  public var outputCount: Int { outputs.count }
  /// Whether the standard output carries data.
  public var usesStandardOutput: Bool { outputs.contains { $0.destination == .standardOutput } }

  /// Plans a run. What is wrong is added to `mistakes`; the plan is good only if none is an error.
  ///
  /// Inputs that are not there are no mistake of the plan: they come back in `missingInputs`, and the rest can run.
  public init(
    _ configuration: Configuration, registry: ExporterRegistry, format: InputFormat? = nil,
    mistakes: inout [Diagnostic], missingInputs: inout [Diagnostic]
  ) {
    var expansion = InputExpansion()
    for input in configuration.inputs {
      expansion.add(configuration.resolved(input), at: input.location)
    }
    inputs = expansion.inputs
    missingInputs += expansion.diagnostics
    pipeline = ReportPipeline(configuration, format: format)
    var planner = OutputPlanner(configuration: configuration, registry: registry)
    for section in configuration.outputs { planner.plan(section) }
    outputs = planner.outputs
    mistakes += planner.mistakes
  }
}

extension Configuration {
  /// What reports say of themselves.
  public var reportSettings: ReportSettings {
    var settings = ReportSettings()
    if let name = report.producer.name {
      settings.producer.name = name
      settings.producer.kind = report.producer.kind.rawValue
    }
    settings.marking.tlp = report.tlp
    settings.created = report.created
    settings.fallbackTime = ProcessEnvironment.sourceDate
    settings.scope = extraction.scope
    settings.table = extraction.table
    settings.idSeed = report.idSeed ?? ""
    settings.maximumText = limits.articleMegabytes << 20
    return settings
  }
}
