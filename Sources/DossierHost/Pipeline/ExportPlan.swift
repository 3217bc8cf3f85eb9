public import DossierExtraction
import DossierModel
import DossierPluginKit
public import DossierReading
public import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a run will do, checked whole before the first byte is read.
public struct ExportPlan: Sendable {
  let inputs: [InputReference]
  let pipeline: ReportPipeline
  let outputs: [PlannedOutput]
  let context: ExportContext

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
    pipeline = ReportPipeline(settings: configuration.reportSettings, format: format)
    context = ExportContext(
      language: configuration.report.language.rawValue, idSeed: configuration.report.idSeed ?? "",
      toolVersion: ToolVersion.current)
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
    settings.idSeed = report.idSeed ?? ""
    return settings
  }
}

/// Checks the outputs of a configuration, one after another.
private struct OutputPlanner {
  let configuration: Configuration
  let registry: ExporterRegistry
  private(set) var outputs: [PlannedOutput] = []
  private(set) var mistakes: [Diagnostic] = []
  /// Destinations so far, with the place that asks for each.
  private var taken: [String: Diagnostic.Location?] = [:]

  init(configuration: Configuration, registry: ExporterRegistry) {
    self.configuration = configuration
    self.registry = registry
  }

  mutating func plan(_ section: OutputSection) {
    // What is missing was reported when the configuration was decoded.
    guard let name = section.exporter else { return }
    guard let exporter = registry[name.value] else {
      mistakes.append(
        Diagnostic(
          "config.unknown-exporter", .error, "there is no exporter called '\(name.value)'", at: name.location,
          notes: ["known exporters: \(registry.names.joined(separator: ", "))"],
          help: NameSuggestion.nearest(to: name.value, among: registry.names).map { "did you mean '\($0)'?" })
      )
      return
    }
    let engine = ModuleEngine(exporter: configured(exporter, by: section))
    guard let to = section.to else { return }
    do throws(Diagnostic) {
      let destination = try destination(to, manifest: exporter.manifest)
      try claim(destination, at: to.location)
      outputs.append(
        PlannedOutput(exporter: name.value, destination: destination, engine: engine, location: to.location))
    } catch {
      mistakes.append(error)
    }
  }

  /// The exporter with the configuration's options, then those of flags.
  private mutating func configured(_ exporter: any Exporter.Type, by section: OutputSection) -> any Exporter {
    var configured: any Exporter = exporter.init()
    for options in [section.options].compactMap(\.self) + section.overrides {
      var decoder = DataDecoder(source: options.source, scope: "config")
      configured = configured.configured(further: options.node, decoder: &decoder)
      mistakes += decoder.diagnostics
    }
    return configured
  }

  private func destination(
    _ to: Located<String>, manifest: ExporterManifest
  ) throws(Diagnostic) -> PlannedOutput.Destination {
    if to.value == "-" { return .standardOutput }
    var path = to.value
    if path.hasSuffix("/") || Self.isDirectory(configuration.resolved(to)) {
      path += (path.hasSuffix("/") ? "" : "/") + manifest.fileName
    }
    let pattern = try PathPattern(path, in: configuration.base(of: to), at: to.location)
    return pattern.hasPlaces ? .perReport(pattern) : .gathered(path: pattern.text)
  }

  /// Refuses a destination that an output before has.
  private mutating func claim(
    _ destination: PlannedOutput.Destination, at location: Diagnostic.Location?
  ) throws(Diagnostic) {
    let key =
      switch destination {
      case .standardOutput: "-"
      case .gathered(let path): PlannedOutput.normalized(path)
      case .perReport(let pattern): PlannedOutput.normalized(pattern.text)
      }
    guard let first = taken.updateValue(location, forKey: key) else { return }
    let notes = first.map { $0.line > 0 ? ["the first is on line \($0.line)"] : [] } ?? []
    throw Diagnostic(
      "config.same-path", .error,
      key == "-" ? "two outputs go to the standard output" : "two outputs go to '\(key)'", at: location,
      notes: notes, help: "give each a path of its own")
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
