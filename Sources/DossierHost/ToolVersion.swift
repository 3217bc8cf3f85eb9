/// The version of the program.
public enum ToolVersion {
  /// As semantic versioning writes it.
  public static let current = "0.1.0"
}
