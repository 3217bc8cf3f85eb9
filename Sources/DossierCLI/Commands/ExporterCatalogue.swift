import DossierHost
import DossierText

/// The exporters that can be used: the built-in ones, and programs that were found.
struct ExporterCatalogue {
  let registry: ExporterRegistry
  let search: ProgramSearch
  private let configuration: Configuration

  /// - Throws: `ExitStatus.usage` after the mistakes were shown.
  init(config: String?, _ messages: MessageWriter) throws {
    let (configuration, isGood) = try ConfigurationOptions.load(config, messages)
    guard isGood else { throw ExitStatus.usage }
    self.configuration = configuration
    registry = try Dossier.registry(messages)
    search = ProgramSearch(configuration, registry: registry)
    messages.write(search.diagnostics)
  }

  /// All that can be used; a program that does not describe itself is reported and left out.
  func descriptions(_ messages: MessageWriter) -> [ExporterDescription] {
    var all = registry.exporters.map { ExporterDescription($0) }
    for program in search.programs where program.fault == nil {
      do throws(Diagnostic) {
        all.append(try program.description(configuration.plugins))
      } catch {
        messages.write(error)
      }
    }
    return all
  }

  /// One by its name.
  ///
  /// - Throws: `ExitStatus` after a message, if there is none or it does not describe itself.
  func description(of name: String, _ messages: MessageWriter) throws -> ExporterDescription {
    if let exporter = registry[name] { return ExporterDescription(exporter) }
    if let program = search.program(name) {
      do throws(Diagnostic) {
        return try program.description(configuration.plugins)
      } catch {
        messages.write(error)
        throw ExitStatus.failed
      }
    }
    let known = registry.names + search.programs.filter { $0.fault == nil }.map(\.name)
    throw messages.usage(
      Diagnostic(
        "usage.unknown-exporter", .error, "there is no exporter called '\(name)'",
        notes: ["known exporters: \(known.joined(separator: ", "))"],
        help: NameSuggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }))
  }
}
