public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes one table of the report as CSV (RFC 4180), safe to open in a spreadsheet.
public struct CSVExporter: Exporter {
  /// The tables.
  public enum Table: String, Sendable, CaseIterable {
    /// One row a claim.
    case claims
    /// One row an entity.
    case entities
    /// One row a relation.
    case relations
    /// One row an indicator.
    case indicators
    /// One row an event.
    case events
    /// One row a claimant, one column for each party that is blamed.
    case matrix
    /// One row for each dated event, claim and source, in order of time.
    case timeline
  }

  /// What it is.
  public static let manifest = ExporterManifest(
    name: "csv", summary: "One table of the report as CSV, guarded against formulas", mediaType: "text/csv",
    fileName: "{slug}.csv", stability: .stable,
    carries: [.entities, .events, .claims, .denials, .confidence, .evidence, .relations, .indicators])
  /// Its options.
  public static let options: [OptionField<Self>] = [
    .choice("table", \.table, help: "Table to write"),
    .list(
      "columns", \.columns, choices: Columns.allNames,
      help: "Columns to write, in this order; an empty list writes all of the table",
      example: ["claim", "evidence"]),
    .text("delimiter", \.delimiter, help: "Sign between cells, one ASCII character", example: ";") { text in
      let bytes = Array(text.utf8)
      let isFit = bytes.count == 1 && bytes[0] < 0x80 && ![0x22, 0x0A, 0x0D, 0].contains(bytes[0])
      return isFit ? nil : "must be one ASCII character, not a quotation mark or a line break"
    },
    .text("joiner", \.joiner, help: "Sign between several values in one cell", example: ", ") { text in
      text.isEmpty || text.contains("\"") ? "must be one character or more, without quotation marks" : nil
    },
    .bool("bom", \.bom, help: "Start the file with a byte order mark, for old spreadsheets"),
    .bool("guard", \.isGuarded, help: "Put ' before cells that a spreadsheet would run as a formula"),
  ]

  /// The table that is written.
  public var table = Table.claims
  /// The columns that are written, in order; none means all.
  public var columns: [String] = []
  /// The sign between cells.
  public var delimiter = ","
  /// The sign between values within a cell.
  public var joiner = "|"
  /// Whether the file starts with a byte order mark.
  public var bom = false
  /// Whether cells that start a formula are guarded.
  public var isGuarded = true

  private var isStarted = false
  /// The places of the chosen columns among those of the table; looked up with the first report.
  private var chosen: [Int]?
  /// What is lost where the table has rows, and where it has none; made with the first report.
  private var reckonings: (filled: LossReckoning, empty: LossReckoning)?
  private var matrix = Matrix()

  /// The exporter, for claims with all columns.
  public init() {}

  /// Writes one report's rows.
  ///
  /// - Throws: `csv.column` where the table has no such column.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    let index = ReportIndex(report)
    switch table {
    case .claims: try rows(report.claims, Columns.claims, index, &output, source: index.source(ofClaim:))
    case .entities: try rows(report.entities, Columns.entities, index, &output)
    case .relations: try rows(report.relations, Columns.relations, index, &output)
    case .indicators: try rows(report.indicators, Columns.indicators, index, &output)
    case .events: try rows(report.events, Columns.events, index, &output)
    case .timeline: try rows(Timeline.entries(of: report, index), Columns.timeline, index, &output)
    case .matrix:
      try check([])
      matrix.add(report, index)
      reportLosses(of: report, keeping: [], hasRows: false, to: &output)
    }
  }

  private mutating func reportLosses(
    of report: Report, keeping kept: @autoclosure () -> [String], hasRows: Bool, to output: inout OutputSet
  ) {
    if reckonings == nil {
      let why = "table '\(table.rawValue)' has no column for it"
      reckonings = (LossReckoning(keeping: Set(kept()), why: why), LossReckoning(keeping: [], why: why))
    }
    guard let reckonings else { return }
    output.report(losses: (hasRows ? reckonings.filled : reckonings.empty).losses(of: report))
  }

  /// Writes the matrix, which needs all reports.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {
    if table == .matrix {
      var writer = self.writer
      matrix.write(to: &writer)
      output.write(writer.take())
    }
    isStarted = false
    chosen = nil
    reckonings = nil
    matrix = Matrix()
  }

  private var writer: CSVWriter {
    CSVWriter(
      delimiter: delimiter.utf8.first ?? 0x2C, joiner: joiner, isGuarded: isGuarded, bom: bom && !isStarted)
  }

  /// Writes the header, once, and the rows.
  private mutating func rows<Part>(
    _ parts: [Part], _ all: [Column<Part>], _ index: ReportIndex, _ output: inout OutputSet,
    source: (Int) -> Int? = { _ in nil }
  ) throws(Diagnostic) {
    let chosen: [Int]
    if let known = self.chosen { chosen = known } else { chosen = try places(all.map(\.name)) }
    self.chosen = chosen
    var writer = self.writer
    if !isStarted {
      for column in chosen { writer.cell { $0.text(all[column].name) } }
      writer.endRow()
    }
    isStarted = true
    for place in parts.indices {
      let row = Row(parts: parts, place: place, index: index, source: source(place))
      for column in chosen {
        writer.beginCell()
        all[column].write(&writer, row)
        writer.endCell()
      }
      writer.endRow()
    }
    output.write(writer.take())
    reportLosses(
      of: index.report, keeping: chosen.flatMap { all[$0].keeps }, hasRows: !parts.isEmpty, to: &output)
  }

  /// Where the chosen columns stand among those with these names.
  private func places(_ names: [String]) throws(Diagnostic) -> [Int] {
    if columns.isEmpty { return Array(names.indices) }
    try check(names)
    return columns.compactMap(names.firstIndex)
  }

  private func check(_ known: [String]) throws(Diagnostic) {
    for name in columns where !known.contains(name) {
      throw Diagnostic(
        "csv.column", .error, "table '\(table.rawValue)' has no column '\(name)'",
        notes: known.isEmpty
          ? ["its columns are the parties"] : ["its columns: \(known.joined(separator: ", "))"],
        help: NameSuggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
    }
  }
}
