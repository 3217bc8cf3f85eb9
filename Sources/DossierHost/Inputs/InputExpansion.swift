public import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns what the user names (files, directories, patterns, `-`) into the inputs to read.
public struct InputExpansion: Sendable {
  /// The inputs in the order named; files of a directory or a pattern in the order of their names' bytes.
  public private(set) var inputs: [InputReference] = []
  /// Names that lead to nothing, as errors `input.…`.
  public private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<InputReference> = []

  /// Name endings that a directory's files must have to be taken; a file named by itself may have any.
  static let readableExtensions: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "xml", "rss", "atom", "json", "jsonl", "yaml",
    "yml",
    "eml", "mbox", "pdf",
  ]

  /// Nothing yet.
  public init() {}

  /// Adds what `name` stands for. A relative path is taken from the working directory.
  ///
  /// - Parameter location: Where the name is written, if in a configuration.
  public mutating func add(_ name: String, at location: Diagnostic.Location? = nil) {
    if name == "-" {
      take(.standardInput)
      return
    }
    var status = stat()
    if stat(name, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR {
        addDirectory(name, at: location)
      } else {
        take(.file(name))
      }
      return
    }
    let error = SystemError.last
    if name.contains(where: { "*?[".contains($0) }) {
      addMatches(of: name, at: location)
    } else {
      fail("not-found", "cannot read '\(name)': \(error.words)", name, location)
    }
  }

  private mutating func take(_ input: InputReference) {
    if seen.insert(input).inserted { inputs.append(input) }
  }

  private mutating func fail(
    _ id: String, _ summary: String, _ name: String, _ location: Diagnostic.Location?, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic("input.\(id)", .error, summary, at: location ?? Diagnostic.Location(file: name), help: help))
  }

  private mutating func addMatches(of pattern: String, at location: Diagnostic.Location?) {
    var found = glob_t()
    defer { globfree(&found) }
    let result = glob(pattern, GLOB_MARK, nil, &found)
    guard result == 0 else {
      fail("no-match", "no file matches '\(pattern)'", pattern, location)
      return
    }
    var paths: [String] = []
    for index in 0..<Int(found.gl_pathc) {
      if let path = found.gl_pathv[index] { paths.append(String(cString: path)) }
    }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in paths {
      if path.hasSuffix("/") {
        addDirectory(String(path.dropLast()), at: location)
      } else {
        take(.file(path))
      }
    }
  }

  private mutating func addDirectory(_ path: String, at location: Diagnostic.Location?) {
    var listing = DirectoryListing()
    listing.walk(path)
    for (directory, error) in listing.failures {
      fail("unreadable", "cannot list '\(directory)': \(error.words)", directory, location)
    }
    let files = listing.files.filter { file in
      Self.readableExtensions.contains(Self.pathExtension(of: file))
    }
    if files.isEmpty, listing.failures.isEmpty {
      fail(
        "empty-directory", "'\(path)' holds no file that looks like an article", path, location,
        help: "name the files themselves; their endings do not matter then")
    }
    for file in files { take(.file(file)) }
  }

  private static func pathExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
