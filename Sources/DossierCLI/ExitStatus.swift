/// How a run ends. Thrown by a command that ends otherwise than well, after its messages were shown.
enum ExitStatus: Int32, Error {
  /// Everything was done; also when the reader of the output went away.
  case done = 0
  /// Some input could not be read or some output not be written; the rest was done.
  case failed = 1
  /// The command line or the configuration is wrong; nothing was done.
  case usage = 2
  /// Losses or warnings that a flag refuses.
  case refused = 3

  /// Of `dossier diff`, as of diff(1): the claims differ.
  static let differs = failed
  /// Of `dossier diff`: a side cannot be read, so that nothing is known.
  static let trouble = usage
}
