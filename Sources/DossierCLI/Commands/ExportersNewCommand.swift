import ArgumentParser
import DossierHost
import DossierText

/// `dossier exporters new`: a working exporter to begin with.
struct ExportersNewCommand: ParsableCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case python, swift
  }

  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a working exporter to begin with: a program in Python, or a Swift package.")

  @Argument(
    help: ArgumentHelp("Name of the exporter: lower-case letters, digits and hyphens.", valueName: "name"))
  var name: String

  @Option(help: "What to write.")
  var kind = Kind.python

  @Option(help: ArgumentHelp("The directory to write into.", valueName: "directory"))
  var into = "."

  @OptionGroup var message: MessageOptions

  func run() throws {
    let messages = message.writer
    do throws(Diagnostic) {
      let skeleton = try ExporterSkeleton(name: name, isSwift: kind == .swift)
      for path in try skeleton.write(into: into) { StandardError.write("wrote \(path)\n") }
      StandardError.write(skeleton.advice)
    } catch {
      throw messages.usage(error)
    }
  }
}
