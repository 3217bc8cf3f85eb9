public import DossierText

/// A file written at the user's wish, such as a first configuration.
public enum NewFile {
  /// Writes bytes to a path, or to the standard output for `-`.
  ///
  /// - Throws: A diagnostic `output.…`, if the file is there already and is not to be overwritten, or cannot be
  ///   written.
  public static func write(
    _ bytes: [UInt8], to path: String, overwriting: Bool, isProgram: Bool = false
  ) throws(Diagnostic) {
    if path == "-" {
      var output = StandardOutput()
      output.write(bytes)
      if let failure = output.failure { throw failure }
      return
    }
    if !overwriting, AtomicFile.identity(of: path) != nil {
      throw Diagnostic(
        "output.exists", .error, "the file is there already", at: Diagnostic.Location(file: path),
        help: "name another, or write over it with --force")
    }
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.flush()
    if isProgram { file.makeExecutable() }
    try file.commit()
  }
}
