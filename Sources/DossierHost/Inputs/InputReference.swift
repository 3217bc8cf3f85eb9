/// Something to read: a file or the standard input.
public enum InputReference: Sendable, Hashable {
  /// A file at a path.
  case file(String)
  /// What comes in by the standard input.
  case standardInput

  /// The name that messages show.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "<stdin>"
    }
  }
}
