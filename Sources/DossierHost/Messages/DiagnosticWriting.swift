public import DossierText

extension Diagnostic {
  /// Writes the message as a tree, for `--log-format json`. Lines and columns count from 1, columns in code points.
  public func write(to sink: inout some TreeSink) {
    sink.beginObject()
    sink.key("severity")
    sink.string(severity.rawValue)
    sink.key("id")
    sink.string(id)
    sink.key("summary")
    sink.string(summary)
    if let location {
      sink.key("file")
      sink.string(location.file)
      if location.line > 0 {
        sink.key("line")
        sink.integer(location.line)
      }
      if location.column > 0 {
        sink.key("column")
        sink.integer(location.column)
        sink.key("length")
        sink.integer(location.length)
      }
    }
    if !notes.isEmpty {
      sink.key("notes")
      sink.strings(notes)
    }
    if let help {
      sink.key("help")
      sink.string(help)
    }
    sink.endObject()
  }
}
