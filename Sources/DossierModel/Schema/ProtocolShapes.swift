/// The shapes of the protocol between the host and programs that export, version 1.
package enum ProtocolShapes {
  /// The name of the JSON form.
  package static let schema = "dossier.protocol/1"

  // MARK: What a program says of itself

  /// What `--describe` prints.
  package static let description = RecordShape(
    "description", "What a program prints with --describe",
    [
      .init("protocol", .record(versions), .always, "The versions of the protocol that it speaks"),
      .init("manifest", .record(manifest), .always, "What it is"),
      .init(
        "keeps", .list(.text), .never, "The keys of a report that its output holds, joined by points"),
      .init("options", .list(.record(option)), .never, "What users can choose"),
    ])

  /// A range of versions.
  package static let versions = RecordShape(
    "versions", "A range of versions",
    [
      .init("min", .integer(from: 1), .always, "The lowest"),
      .init("max", .integer(from: 1), .always, "The highest"),
    ])

  /// What an exporter is.
  package static let manifest = RecordShape(
    "manifest", "What an exporter is",
    [
      .init("name", .pattern("^[a-z][a-z0-9-]*$"), .always, "The name that users write"),
      .init("summary", .text, .always, "What it writes, in one line"),
      .init("media_type", .text, .always, "Media type of its main file"),
      .init(
        "file_name", .text, .always,
        "Name of the main file where the user names a directory; may hold {slug}, {id}, {date}"),
      .init("stability", .choice(["stable", "experimental"]), .never, "How far users may rely on the bytes"),
      .init(
        "carries",
        .list(
          .choice([
            "sources", "entities", "events", "claims", "denials", "confidence", "evidence", "relations",
            "indicators", "techniques",
          ])), .never, "What of a report it can hold"),
      .init("defangs", .flag, .never, "Whether it is a format for people, in which addresses are defanged"),
    ])

  /// An option.
  package static let option = RecordShape(
    "option", "An option of a program",
    [
      .init("name", .text, .always, "Its name"),
      .init("type", .choice(["bool", "integer", "text", "choice", "list"]), .always, "What it takes"),
      .init("default", .anything, .always, "Its value where the user gives none"),
      .init("help", .text, .always, "What it does, in one line"),
      .init("example", .anything, .never, "A value for documentation"),
      .init("minimum", .anyInteger, .never, "The least, of an integer"),
      .init("maximum", .anyInteger, .never, "The most, of an integer"),
      .init("choices", .list(.anyText), .never, "The values, of a choice or a list"),
    ])

  // MARK: Lines that a program gets

  /// The lines that a program gets. It ignores keys that it does not know.
  package static let toProgram = [
    RecordShape(
      "begin", "The first line that a program gets",
      [
        .init("type", .constant("begin"), .always, "Which line it is"),
        .init("protocol", .integer(from: 1), .always, "The version that both speak"),
        .init("options", .object, .always, "Every option with its value"),
        .init("context", .record(context), .always, "What it may know beside the reports"),
      ], isOpen: true),
    RecordShape(
      "report_line", "A line with a report",
      [
        .init("type", .constant("report"), .always, "Which line it is"),
        .init("report", .record(ReportShapes.report), .always, "The report"),
      ], isOpen: true),
    RecordShape(
      "end", "The last line that a program gets",
      [.init("type", .constant("end"), .always, "Which line it is")], isOpen: true),
  ]

  private static let context = RecordShape(
    "context", "What a program may know beside the reports",
    [
      .init("language", .text, .always, "Language of generated words"),
      .init("id_seed", .anyText, .always, "Goes into every generated id"),
      .init("tool_version", .text, .always, "Version of dossier"),
      .init("defang", .flag, .always, "Whether a format for people defangs addresses"),
    ], isOpen: true)

  // MARK: Lines that a program writes

  /// The lines that a program writes.
  package static let fromProgram = [fileOfText, fileOfBytes, loss, diagnostic, done]

  private static let type = "Which line it is"
  private static let name = "Empty for the main file, else a relative path beside it"
  private static let more = "Whether further pieces of the file follow"

  /// A file in text.
  package static let fileOfText = RecordShape(
    "file_of_text", "A file, or a piece of one, in text",
    [
      .init("type", .constant("file"), .always, type), .init("name", .anyText, .always, name),
      .init("text", .anyText, .always, "The text"), .init("more", .flag, .never, more),
    ])

  /// A file in bytes.
  package static let fileOfBytes = RecordShape(
    "file_of_bytes", "A file, or a piece of one, in bytes",
    [
      .init("type", .constant("file"), .always, type), .init("name", .anyText, .always, name),
      .init("base64", .anyText, .always, "The bytes in base64 (RFC 4648)"),
      .init("more", .flag, .never, more),
    ])

  /// A loss.
  package static let loss = RecordShape(
    "loss", "A fact of a report that the format cannot hold",
    [
      .init("type", .constant("loss"), .always, type),
      .init("subject", .nullable(.text), .never, "Id of the part that loses it; none for all parts"),
      .init("what", .text, .always, "Keys of the report joined by points, such as claims.likelihood"),
      .init("why", .text, .always, "The reason, in one line"),
    ])

  /// Something to say.
  package static let diagnostic = RecordShape(
    "diagnostic", "Something to say to the user",
    [
      .init("type", .constant("diagnostic"), .always, type),
      .init(
        "severity", .choice(["error", "warning", "note"]), .always, "An error fails the output, others do not"
      ),
      .init("summary", .anyText, .always, "What, in one line"),
      .init("notes", .list(.anyText), .never, "More of it, a line each"),
      .init("help", .nullable(.anyText), .never, "What to do"),
    ])

  /// The last line.
  package static let done = RecordShape(
    "done", "The last line that a program writes", [.init("type", .constant("done"), .always, type)])
}
