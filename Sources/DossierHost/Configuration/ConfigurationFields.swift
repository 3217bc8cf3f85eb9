import DossierExtraction
import DossierModel
import DossierText

extension Configuration {
  /// The keys of the configuration, in the order that documentation shows.
  static let fields: [ConfigurationField<Configuration>] = [
    .version,
    .list(
      "inputs", \.inputs,
      help: "What is read: files, directories, patterns, or '-' for the standard input",
      example: "[\"articles/*.html\"]"),
    .section("report", \.report, ReportSection.fields, help: "What reports say of themselves"),
    .section("extraction", \.extraction, ExtractionSection.fields, help: "Which claims are taken"),
    .section("limits", \.limits, LimitsSection.fields, help: "How much is read"),
    .sections(
      "outputs", \.outputs, of: OutputSection(), OutputSection.fields,
      help: "What is written, one entry a file"),
    .section("plugins", \.plugins, PluginsSection.fields, help: "Programs that export"),
  ]
}

extension ConfigurationField<Configuration> {
  /// `version: 1`, which every configuration has, so that a later form can be told apart.
  fileprivate static let version = ConfigurationField(
    description: FieldDescription(
      name: "version", type: .integer(1...1), help: "Version of this form; always 1", example: "1",
      isRequired: true)
  ) { root, node, decoder in
    if let value = decoder.integer(node, in: 1...1, what: "'version'") { root.version = value }
  }
}

extension ReportSection {
  fileprivate static let fields: [ConfigurationField<ReportSection>] = [
    .section("producer", \.producer, ProducerSection.fields, help: "Who makes the report"),
    .choice("tlp", \.tlp, initial: .clear, help: "Marking by the Traffic Light Protocol 2.0"),
    .choice(
      "articles", \.articles, initial: .separate,
      help: "One report an article, or one about all of them, with each claim once"),
    .choice(
      "language", \.language, initial: .en, help: "Language of the words that are not the article's own"),
    .text(
      "created", \.created,
      help: "Time of the report, UTC; without it the article's date, SOURCE_DATE_EPOCH or the file's time",
      example: "2021-07-20", convert: ConfiguredTime.check),
    .text(
      "id_seed", \.idSeed, initial: "\"\"",
      help: "Goes into every generated id, to keep the ids of two organisations apart",
      example: "cert.example"),
  ]
}

extension ProducerSection {
  fileprivate static let fields: [ConfigurationField<ProducerSection>] = [
    .text("name", \.name, initial: "Dossier", help: "Name of who makes the report", example: "CERT Example") {
      name in
      name.isEmpty ? .wrong("must not be empty") : .value(name)
    },
    .choice("kind", \.kind, initial: .organization, help: "What the producer is (STIX identity class)"),
  ]
}

extension ExtractionSection {
  fileprivate static let fields: [ConfigurationField<ExtractionSection>] = [
    .choice(
      "scope", \.scope, initial: .threat,
      help: "Claims about malicious activity in cyberspace, or every reported statement"),
    .names,
  ]
}

extension LimitsSection {
  fileprivate static let fields: [ConfigurationField<LimitsSection>] = [
    .integer(
      "input_megabytes", \.inputMegabytes, in: LimitsSection.inputRange, initial: 64,
      help: "Inputs that hold more, packed or unpacked, are refused"),
    .integer(
      "article_megabytes", \.articleMegabytes, in: 1...2048, initial: 4,
      help: "Claims and names are read only so far in one article"),
  ]
}

extension OutputSection {
  static let fields: [ConfigurationField<OutputSection>] =
    [
      .located(
        "exporter", \.exporter, isRequired: true, tried: "format", help: "Name of the exporter",
        example: "stix"),
      .located(
        "to", \.to, isRequired: true,
        help:
          "Path; '{slug}', '{id}' and '{date}' of a report make one file a report, '-' is the standard output",
        example: "\"out/{slug}.stix.json\""),
      .options,
      .located(
        "command", \.command, help: "Path of the program that exports, where its name does not find it",
        example: "./dossier-export-sheet"),
    ] + processing

  /// What the host does to any output, whatever its format.
  static let processing: [ConfigurationField<OutputSection>] = [
    .choice(
      "tlp_ceiling", \.tlpCeiling, initial: "red",
      help: "Reports marked above it (TLP 2.0) are left out of this output", example: "amber"),
    .list(
      "redact", \.redact,
      help: "Names of parties to hide wherever they stand: in names, quotations, titles, addresses and ids",
      example: "[Example Networks, Jane Doe]"),
    .choice(
      "language", \.language, initial: "that of 'report'",
      help: "Language of the words that are not the article's own, in this output", example: "fr"),
    .bool(
      "defang", \.defang,
      help:
        "Whether addresses are written so that nobody follows them by accident; formats for people do so by themselves, formats for machines never",
      example: "true"),
    .choice(
      "compression", \.compression, initial: .none,
      help: "How the output's files are compressed; their names get '.gz' or '.zst'", example: .gzip),
  ]
}

extension ConfigurationField<OutputSection> {
  /// `options`, whose keys depend on the exporter.
  fileprivate static let options = ConfigurationField(
    description: FieldDescription(
      name: "options", type: .options, help: "Options of the exporter", initial: "{}", example: "{}")
  ) { root, node, decoder in
    root.options = OptionsNode(node: node, source: decoder.source)
  }
}

extension PluginsSection {
  fileprivate static let fields: [ConfigurationField<PluginsSection>] = [
    .list(
      "search", \.search, help: "Directories with programs named dossier-export-NAME", example: "[./plugins]"),
    .integer(
      "timeout_seconds", \.timeoutSeconds, in: 1...3600, initial: 30,
      help: "A program that shows no progress for so long has failed"),
    .integer(
      "max_output_megabytes", \.maximumOutputMegabytes, in: 1...65_536, initial: 256,
      help: "A program that writes more has failed"),
    .list(
      "environment", \.environment, help: "Environment variables that programs may see",
      example: "[HTTPS_PROXY]"),
  ]
}

/// `report.created`: a date, or a time in UTC.
enum ConfiguredTime {
  /// The time as RFC 3339 UTC, if the text is a date that exists or such a time.
  static func check(_ text: String) -> TextCheck {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count <= 2, isDate(parts[0]) else {
      return .wrong("must be a date or a time in UTC, not '\(text)'")
    }
    if parts.count == 1 { return .value("\(text)T00:00:00Z") }
    guard isTime(parts[1]) else { return .wrong("must end in a time such as T09:30:00Z, not '\(text)'") }
    return .value(text)
  }

  private static func isDate(_ text: Substring) -> Bool {
    let fields = numbers(text, separator: "-", widths: [4, 2, 2])
    guard fields.count == 3, (1...12).contains(fields[1]), fields[2] >= 1 else { return false }
    let leap = fields[0] % 4 == 0 && (fields[0] % 100 != 0 || fields[0] % 400 == 0)
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return fields[2] <= days[fields[1] - 1]
  }

  private static func isTime(_ text: Substring) -> Bool {
    guard text.hasSuffix("Z") else { return false }
    let fields = numbers(text.dropLast(), separator: ":", widths: [2, 2, 2])
    return fields.count == 3 && fields[0] < 24 && fields[1] < 60 && fields[2] < 60
  }

  private static func numbers(_ text: Substring, separator: Character, widths: [Int]) -> [Int] {
    let fields = text.split(separator: separator, omittingEmptySubsequences: false)
    guard fields.map(\.utf8.count) == widths else { return [] }
    return fields.compactMap { field in
      field.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(field) : nil
    }
  }
}
