public import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program `dossier-export-NAME` that was found.
public struct FoundProgram: Sendable, Hashable {
  /// The name of its exporter.
  public let name: String
  /// Where it is.
  public let path: String
  /// Why it is not used; nil if it is.
  public let fault: String?
}

/// Finds programs that export: in the directories of the configuration, then in those of `DOSSIER_PLUGIN_PATH`. Never
/// in the working directory by itself, and never in place of a built-in exporter.
public struct ProgramSearch: Sendable {
  /// How programs are called.
  static let prefix = "dossier-export-"

  /// What was found, in the order of the directories and of the names in each.
  public private(set) var programs: [FoundProgram] = []
  /// Directories that cannot be searched.
  public private(set) var diagnostics: [Diagnostic] = []
  private let builtIn: Set<String>
  private var taken: [String: String] = [:]

  /// Searches the configuration's directories and the environment's.
  public init(_ configuration: Configuration, registry: ExporterRegistry) {
    builtIn = Set(registry.names)
    for directory in configuration.plugins.search {
      search(configuration.resolved(directory), at: directory.location)
    }
    for directory in (ProcessEnvironment["DOSSIER_PLUGIN_PATH"] ?? "").split(separator: ":") {
      search(String(directory), at: nil)
    }
  }

  /// The program to use for a name.
  public func program(_ name: String) -> FoundProgram? {
    programs.first { $0.name == name && $0.fault == nil }
  }

  /// A program of that name that was found, but is not used.
  func unusable(_ name: String) -> FoundProgram? {
    programs.first { $0.name == name }
  }

  private mutating func search(_ directory: String, at location: Diagnostic.Location?) {
    let names: [String]
    do throws(SystemError) {
      names = try DirectoryListing.names(in: directory)
    } catch {
      diagnostics.append(
        Diagnostic(
          "plugin.search", .warning, "cannot search '\(directory)' for programs: \(error.words)", at: location
        ))
      return
    }
    for file in names where file.hasPrefix(Self.prefix) {
      let name = String(file.dropFirst(Self.prefix.count))
      let path = directory.hasSuffix("/") ? directory + file : "\(directory)/\(file)"
      let fault = fault(of: name, at: path)
      if fault == nil { taken[name] = path }
      programs.append(FoundProgram(name: name, path: path, fault: fault))
    }
  }

  private func fault(of name: String, at path: String) -> String? {
    if !ExporterRegistry.isLegal(name) {
      return "its name must be lower-case letters, digits and hyphens, beginning with a letter"
    }
    if builtIn.contains(name) { return "'\(name)' is built in, and a program cannot take its place" }
    if let first = taken[name] { return "'\(first)' comes before it" }
    return Self.fault(ofProgramAt: path)
  }

  /// Why a file cannot be run.
  static func fault(ofProgramAt path: String) -> String? {
    var status = stat()
    if stat(path, &status) != 0 { return SystemError.last.words }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return "it is a directory"
    case S_IFREG: return access(path, X_OK) == 0 ? nil : "it is not executable (chmod +x makes it so)"
    default: return "it is not a file"
    }
  }
}

extension FoundProgram {
  /// What the program says of itself.
  ///
  /// - Throws: A diagnostic `plugin.…`, if it says nothing sensible.
  public func description(_ section: PluginsSection) throws(Diagnostic) -> ExporterDescription {
    try ProgramDescription(asking: path, name: name, limits: section.limits).exporter
  }
}

extension PluginsSection {
  /// What programs may take and see.
  var limits: ProgramLimits {
    ProgramLimits(
      timeoutSeconds: timeoutSeconds, outputBytes: maximumOutputMegabytes << 20,
      environment: environment.map(\.value))
  }
}
