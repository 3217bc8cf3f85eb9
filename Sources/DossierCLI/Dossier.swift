import ArgumentParser
import DossierHost
public import DossierPluginKit
import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program, for any set of exporters.
///
/// A package with an exporter of its own has this as its `main.swift`:
///
/// ```swift
/// import DossierCLI
/// import StandardExporters
///
/// await Dossier.main(exporters: StandardExporters.all + [MyExporter.self])
/// ```
///
/// Called `dossier-export-NAME`, as by a link of that name, the same program is the exporter `NAME` for any other dossier.
public enum Dossier {
  /// The exporters that this run offers.
  @TaskLocal static var exporters: [any Exporter.Type] = []

  /// Runs the command line and ends the process with its exit code.
  public static func main(exporters: [any Exporter.Type]) async -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let exporter = exporter(among: exporters) { exit(serve(exporter, arguments)) }
    let status = await $exporters.withValue(exporters) { await run(arguments) }
    exit(status.rawValue)
  }

  /// The exporter that the program was called as.
  private static func exporter(among exporters: [any Exporter.Type]) -> (any Exporter.Type)? {
    let name = CommandLine.arguments.first?.split(separator: "/").last ?? ""
    return exporters.first { name == "dossier-export-\($0.manifest.name)" }
  }

  /// Speaks the protocol of exporting programs.
  private static func serve(_ exporter: any Exporter.Type, _ arguments: [String]) -> Int32 {
    var output = StandardOutput()
    if arguments == ["--describe"] {
      output.write(ExporterProgram.description(of: exporter))
      return 0
    }
    var program = ExporterProgram(exporter)
    do throws(ExporterProgram.Refusal) {
      while !program.isDone, let line = readLine() { output.write(try program.take(line)) }
    } catch {
      StandardError.write("\(error.reason)\n")
      return 1
    }
    return program.isDone ? 0 : 1
  }

  /// The exporters by name.
  ///
  /// - Throws: `ExitStatus.usage`, if two have one name.
  static func registry(_ messages: MessageWriter) throws -> ExporterRegistry {
    do throws(Diagnostic) { return try ExporterRegistry(exporters) } catch { throw messages.usage(error) }
  }

  private static func run(_ arguments: [String]) async -> ExitStatus {
    ProcessEnvironment.ignoreBrokenPipes()
    Interruption.cleanUp()
    do {
      var command = try RootCommand.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .done
    } catch let status as ExitStatus {
      return status
    } catch {
      return finish(error, arguments)
    }
  }

  /// Shows help and versions on the standard output, and mistakes of usage as messages.
  private static func finish(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    let text = RootCommand.fullMessage(for: error)
    if RootCommand.exitCode(for: error).isSuccess {
      var output = StandardOutput()
      output.write(Array((text + "\n").utf8))
      return output.failure == nil ? .done : .failed
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    var summary = lines.isEmpty ? "the command line cannot be understood" : lines.removeFirst()
    if summary.hasPrefix("Error: ") { summary.removeFirst("Error: ".count) }
    let messages = MessageOptions.guess(from: arguments).writer
    messages.write(
      Diagnostic(
        "usage", .error, summary, notes: lines.map { $0.trimmedOfSpaces },
        help: "see 'dossier --help' or 'dossier COMMAND --help'"))
    return .usage
  }
}

extension String {
  fileprivate var trimmedOfSpaces: String {
    String(drop { $0 == " " })
  }
}
