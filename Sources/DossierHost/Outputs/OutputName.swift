import DossierText

/// Names that exporters give to files beside their main one.
enum OutputName {
  /// What is wrong with a name: it must be a relative path of plain parts that stays below its directory.
  static func fault(of name: String) -> String? {
    if name.hasPrefix("/") { return "it is an absolute path" }
    if name.utf8.count > 512 { return "it is too long" }
    if name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
      return "it holds a backslash or a control character"
    }
    for part in name.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty || part == "." || part == ".." { return "it holds an empty part, '.' or '..'" }
      if part.hasPrefix(".dossier-") { return "names beginning with '.dossier-' are the host's own" }
    }
    return nil
  }

  /// The path of the file `name` beside `main`; of `main` itself where the name is empty.
  ///
  /// - Throws: A diagnostic `output.name`, if the name would leave the directory of `main`.
  static func checkedPath(of name: String, beside main: String, exporter: String) throws(Diagnostic) -> String
  {
    guard !name.isEmpty else { return main }
    if let fault = fault(of: name) {
      throw Diagnostic(
        "output.name", .error, "'\(exporter)' names a file '\(name)', which is refused: \(fault)",
        at: Diagnostic.Location(file: main))
    }
    guard let slash = main.lastIndex(of: "/") else { return name }
    return main[...slash] + name
  }
}
