/// One message to the user: what is wrong, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable, Error {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Something could not be done.
    case error
    /// Something was done, but perhaps not as wished.
    case warning
    /// For information.
    case note
  }

  /// Where in a named text the message points.
  public struct Location: Sendable, Hashable {
    /// Name of the text: a path, or `<stdin>`.
    public let file: String
    /// Line, from 1; 0 where the message is about the file as a whole.
    public let line: Int
    /// Column, from 1, in code points; 0 where the message is about the line or the file.
    public let column: Int
    /// Number of code points to underline; at least 1.
    public let length: Int
    /// The line itself, without its line break.
    public let text: String

    /// A location about a whole file.
    public init(file: String) {
      self.init(file: file, line: 0, column: 0, length: 1, text: "")
    }

    /// A location spelled out.
    public init(file: String, line: Int, column: Int, length: Int = 1, text: String) {
      self.file = file
      self.line = line
      self.column = column
      self.length = max(1, length)
      self.text = text
    }

    /// The location of a range of bytes in a text.
    public init(_ range: TextRange, in source: SourceText) {
      let position = source.position(at: range.start)
      let text = source.line(startingAt: position.lineStart)
      var length = 0
      for index in range.indices where index < source.bytes.count {
        if source.bytes[index] == 0x0A { break }
        if source.bytes[index] & 0xC0 != 0x80 { length += 1 }
      }
      self.init(
        file: source.name, line: position.line, column: position.column, length: length, text: text)
    }
  }

  /// A stable identifier, such as `config.unknown-key`, that `dossier explain` knows.
  public let id: String
  /// How bad it is.
  public let severity: Severity
  /// What is wrong, in one line without a full stop at its end.
  public let summary: String
  /// Where, if the message is about a place.
  public let location: Location?
  /// Further facts, one a line.
  public let notes: [String]
  /// What to do, in one line.
  public let help: String?

  /// A message.
  public init(
    _ id: String, _ severity: Severity, _ summary: String, at location: Location? = nil,
    notes: [String] = [], help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.location = location
    self.notes = notes
    self.help = help
  }
}
