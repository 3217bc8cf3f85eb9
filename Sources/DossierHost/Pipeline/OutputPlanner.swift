import DossierModel
import DossierPluginKit
import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Checks the outputs of a configuration, one after another.
struct OutputPlanner {
  let configuration: Configuration
  let registry: ExporterRegistry
  let search: ProgramSearch
  private(set) var outputs: [PlannedOutput] = []
  private(set) var mistakes: [Diagnostic] = []
  /// Destinations so far, with the place that asks for each.
  private var taken: [String: Diagnostic.Location?] = [:]

  init(configuration: Configuration, registry: ExporterRegistry) {
    self.configuration = configuration
    self.registry = registry
    search = ProgramSearch(configuration, registry: registry)
    mistakes = search.diagnostics
  }

  /// Checks one output; it is added, or what is wrong with it is.
  mutating func plan(_ section: OutputSection) {
    // What is missing was reported when the configuration was decoded.
    guard let name = section.exporter else { return }
    do throws(Diagnostic) {
      let (engine, manifest) = try engine(of: name, section)
      guard let to = section.to else { return }
      let compression = section.compression?.value ?? .none
      let destination = try destination(to, manifest: manifest, compression)
      try claim(destination, at: to.location)
      outputs.append(
        PlannedOutput(
          exporter: name.value, destination: destination, engine: engine,
          processing: try processing(section, manifest)))
    } catch {
      mistakes.append(error)
    }
  }

  /// What exports, with its options.
  private mutating func engine(
    of name: Located<String>, _ section: OutputSection
  ) throws(Diagnostic) -> (any ExportEngine, ExporterManifest) {
    noteUnusedPrograms(name, section)
    if let exporter = registry[name.value] {
      if let command = section.command {
        throw Diagnostic(
          "plugin.shadows", .error, "'\(name.value)' is built in, and a program cannot take its place",
          at: command.location, help: "give the program another name, or remove 'command'")
      }
      return (ModuleEngine(exporter: try configured(exporter, by: section)), exporter.manifest)
    }
    let path = try program(name, section)
    let description: ProgramDescription
    do throws(Diagnostic) {
      description = try ProgramDescription(asking: path, name: name.value, limits: limits)
    } catch {
      throw error.location == nil
        ? Diagnostic(
          error.id, error.severity, error.summary, at: name.location, notes: error.notes, help: error.help)
        : error
    }
    let given = try section.given(description.exporter.options)
    let values = ProgramOptions.values(given, for: description, mistakes: &mistakes)
    let engine = ProgramEngine(
      program: path, version: description.version, options: values, reckoning: description.reckoning,
      limits: limits)
    return (engine, description.exporter.manifest)
  }

  /// What the host does to the output's reports.
  private func processing(
    _ section: OutputSection, _ manifest: ExporterManifest
  ) throws(Diagnostic) -> OutputProcessing {
    if let defang = section.defang, defang.value, !manifest.defangs {
      let others = registry.exporters.filter { $0.manifest.defangs }.map { $0.manifest.name }
      throw Diagnostic(
        "config.defang", .error,
        "'\(manifest.name)' is a format for machines, in which addresses are never defanged",
        at: defang.location, notes: ["formats for people: \(others.joined(separator: ", "))"],
        help: "remove 'defang'")
    }
    for name in section.redact {
      guard let fault = Redaction.fault(of: name.value) else { continue }
      throw Diagnostic(
        "config.bad-value", .error, "'redact' cannot hide '\(name.value)': it \(fault)", at: name.location,
        help: "name a party as the reports do")
    }
    let language = section.language ?? configuration.report.language
    let compression = section.compression?.value ?? .none
    try compression.check(at: section.compression?.location)
    return OutputProcessing(
      ceiling: section.tlpCeiling ?? .red,
      redaction: section.redact.isEmpty ? nil : Redaction(section.redact, language: language),
      compression: compression,
      context: ExportContext(
        language: language.rawValue,
        idSeed: configuration.report.idSeed ?? "", toolVersion: ToolVersion.current,
        defangs: section.defang?.value ?? true))
  }

  /// The program that exports: the one the output names, or the one found by its name.
  private func program(_ name: Located<String>, _ section: OutputSection) throws(Diagnostic) -> String {
    if let command = section.command {
      let path = configuration.resolved(command)
      if let fault = ProgramSearch.fault(ofProgramAt: path) {
        throw Diagnostic(
          "plugin.unusable", .error, "the program '\(path)' cannot be used: \(fault)", at: command.location,
          help: "name a program that can be run")
      }
      return path.contains("/") ? path : "./" + path
    }
    if let found = search.program(name.value) { return found.path }
    if let found = search.unusable(name.value), let fault = found.fault {
      throw Diagnostic(
        "plugin.unusable", .error, "the program '\(found.path)' cannot be used: \(fault)", at: name.location,
        help: "put a program that can be run there, or name one by 'command'")
    }
    let known = registry.names + search.programs.filter { $0.fault == nil }.map(\.name)
    throw Diagnostic(
      "config.unknown-exporter", .error, "there is no exporter called '\(name.value)'", at: name.location,
      notes: ["known exporters: \(known.joined(separator: ", "))"],
      help: NameSuggestion.nearest(to: name.value, among: known).map { "did you mean '\($0)'?" })
  }

  private var limits: ProgramLimits { configuration.plugins.limits }

  /// Says which programs of the name were found and are not used, as the user may mean one of them.
  private mutating func noteUnusedPrograms(_ name: Located<String>, _ section: OutputSection) {
    let used = search.program(name.value)?.path
    guard section.command == nil, registry[name.value] != nil || used != nil else { return }
    for program in search.programs where program.name == name.value {
      guard let fault = program.fault else { continue }
      mistakes.append(
        Diagnostic(
          "plugin.not-used", .note, "the program '\(program.path)' is not used: \(fault)", at: name.location,
          notes: used.map { ["'\($0)' is used"] } ?? ["the built-in '\(name.value)' is used"],
          help: "give it another name, take it away, or choose one by 'command'"))
    }
  }

  /// The exporter with the configuration's options, then those of flags.
  private mutating func configured(
    _ exporter: any Exporter.Type, by section: OutputSection
  ) throws(Diagnostic) -> any Exporter {
    var configured: any Exporter = exporter.init()
    for options in try section.given(exporter.optionDescriptions) {
      var decoder = DataDecoder(source: options.source, scope: "config")
      configured = configured.configured(further: options.node, decoder: &decoder)
      mistakes += decoder.diagnostics
    }
    return configured
  }

  private func destination(
    _ to: Located<String>, manifest: ExporterManifest, _ compression: OutputCompression
  ) throws(Diagnostic) -> PlannedOutput.Destination {
    if to.value == "-" { return .standardOutput }
    var path = to.value
    if path.hasSuffix("/") || Self.isDirectory(configuration.resolved(to)) {
      path += (path.hasSuffix("/") ? "" : "/") + manifest.fileName
    }
    let pattern = try PathPattern(compression.named(path), in: configuration.base(of: to), at: to.location)
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
