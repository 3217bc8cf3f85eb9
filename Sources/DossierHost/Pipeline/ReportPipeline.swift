public import DossierExtraction
public import DossierModel
public import DossierReading
public import DossierText

/// From an input's bytes to reports. Pure but for reading the input; one value serves many inputs at once.
public struct ReportPipeline: Sendable {
  /// What reports say of themselves and which claims they take.
  public var settings: ReportSettings
  /// Forces the inputs' format; nil lets the content decide.
  public var format: InputFormat?
  /// Whether all articles of a run make one report.
  public var merges = false
  /// Larger inputs are refused.
  public var maximumBytes = 64 << 20

  /// A pipeline.
  public init(settings: ReportSettings = ReportSettings(), format: InputFormat? = nil) {
    self.settings = settings
    self.format = format
  }

  /// The pipeline that a configuration asks for.
  public init(_ configuration: Configuration, format: InputFormat? = nil) {
    self.init(settings: configuration.reportSettings, format: format)
    merges = configuration.report.articles == .merged
    maximumBytes = configuration.limits.inputBytes
  }

  /// What came of one input.
  public struct Outcome: Sendable {
    /// The input.
    public let input: InputReference
    /// Its articles with their reports.
    public var reports: [BuiltReport] = []
    /// What is to be said about it.
    public var diagnostics: [Diagnostic] = []

    /// Whether the input, or a part of it, could not be read.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// A report with the articles it is about; none where parsed claims came in.
  public struct BuiltReport: Sendable {
    /// The report.
    public var report: Report
    /// The articles.
    public var documents: [Document]
    /// Where it was merged from reports of several markings: the merges without the more strictly marked ones, the
    /// strictest first.
    var milder: [Report] = []
  }

  /// What came of reading one input, without extraction.
  public struct Articles: Sendable {
    /// The input.
    public let input: InputReference
    /// The articles as they were read.
    public var documents: [Document] = []
    /// Parsed claims or whole reports, where the input holds these.
    var claims: (roots: [DataNode], source: SourceText)?
    /// Last modification of the input, if it is a file.
    var modified: String?
    /// What is to be said about it, the articles' own diagnostics included.
    public var diagnostics: [Diagnostic] = []

    /// Whether the input, or a part of it, could not be read.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The same in portions of at most `size` articles or reports, one after another, so that what is made of them
    /// need not all be there at once.
    func portions(of size: Int) -> [Articles] {
      let count = documents.count + (claims?.roots.count ?? 0)
      if count <= size { return [self] }
      var portions: [Articles] = []
      for start in stride(from: 0, to: documents.count, by: size) {
        var portion = Articles(input: input, modified: modified)
        portion.documents = Array(documents[start..<min(start + size, documents.count)])
        portions.append(portion)
      }
      if let claims {
        for start in stride(from: 0, to: claims.roots.count, by: size) {
          var portion = Articles(input: input, modified: modified)
          portion.claims = (Array(claims.roots[start..<min(start + size, claims.roots.count)]), claims.source)
          portions.append(portion)
        }
      }
      portions[0].diagnostics = diagnostics
      return portions
    }
  }

  /// Reads one input.
  public func articles(in input: InputReference) -> Articles {
    var articles = Articles(input: input)
    do throws(Diagnostic) {
      let bytes = try FileContents.read(input, maximumBytes: maximumBytes)
      let result = try ArticleReader.read(bytes, as: format, maximumBytes: maximumBytes)
      articles.modified = bytes.modified
      articles.documents = result.documents
      articles.claims = result.claims
      articles.diagnostics = result.diagnostics + result.documents.flatMap(\.diagnostics)
    } catch {
      articles.diagnostics.append(error)
    }
    return articles
  }

  /// Reads one input and reports on every article in it.
  public func outcome(for input: InputReference) -> Outcome { outcome(of: articles(in: input)) }

  /// Reports on every article that was read.
  func outcome(of articles: Articles) -> Outcome {
    var outcome = Outcome(input: articles.input, diagnostics: articles.diagnostics)
    for document in articles.documents {
      if let unread = ReportBuilder.unreadLanguage(of: document) { outcome.diagnostics.append(unread) }
      if let rest = ReportBuilder.unreadRest(of: document, settings: settings) {
        outcome.diagnostics.append(rest)
      }
      let report = ReportBuilder.report(about: [document], settings: settings)
      outcome.diagnostics += ReportBuilder.headlineDifferences(in: report, about: document)
      if let unrelated = ReportBuilder.unrelated(document, to: report, settings: settings) {
        outcome.diagnostics.append(unrelated)
      }
      outcome.reports.append(BuiltReport(report: report, documents: [document]))
    }
    if let claims = articles.claims {
      for root in claims.roots {
        let read = report(
          from: root, claims.source, modified: articles.modified, saying: &outcome.diagnostics)
        if let read { outcome.reports.append(BuiltReport(report: read, documents: [])) }
      }
    }
    return outcome
  }

  /// A report from parsed claims, or the whole report that was read; nil if it is wrong.
  private func report(
    from root: DataNode, _ source: SourceText, modified: String?, saying diagnostics: inout [Diagnostic]
  ) -> Report? {
    var decoder = DataDecoder(source: source, scope: "report")
    let input = ReportReader.read(root, decoder: &decoder)
    diagnostics += decoder.diagnostics
    if decoder.hasErrors { return nil }
    let report = input.form == .report ? input.report : completed(input.report, modified: modified)
    let faults = ReportValidator.check(report, texts: input.texts).map { $0.about(source.name) }
    diagnostics += faults
    return faults.contains { $0.severity == .error } ? nil : report
  }

  /// Parsed claims with what they leave out filled in from the settings.
  private func completed(_ partial: Report, modified: String?) -> Report {
    var settings = settings
    settings.fallbackTime = settings.fallbackTime ?? modified
    var report = partial
    if report.producer.name.isEmpty { report.producer = settings.producer }
    if report.language.isEmpty { report.language = report.sources.first?.language ?? "und" }
    // A marking is only ever made stricter.
    if settings.marking.tlp > report.marking.tlp { report.marking = settings.marking }
    return ReportBuilder.report(completing: report, settings: settings)
  }
}

extension ReportPipeline {
  /// Reads many inputs at once and hands each on in the order named; stops when `consume` returns false.
  public func forEachArticles(in inputs: [InputReference], consume: (Articles) -> Bool) async {
    await OrderedWork.forEach(inputs, inFlight: inFlight, work: { articles(in: $0) }, consume: consume)
  }

  /// Reports on many inputs at once and hands each on in the order named; stops when `consume` returns false. Where
  /// articles are merged, the one report comes with the last input.
  public func forEachOutcome(of inputs: [InputReference], consume: (Outcome) -> Bool) async {
    var reports: [BuiltReport] = []
    var left = inputs.count
    await OrderedWork.forEach(inputs, inFlight: inFlight, work: { outcome(for: $0) }) { outcome in
      left -= 1
      guard merges else { return consume(outcome) }
      reports += outcome.reports
      var outcome = outcome
      outcome.reports = []
      if left == 0 { merge(reports, into: &outcome) }
      return consume(outcome)
    }
  }

  /// Adds the one report about all that the reports are about.
  private func merge(_ reports: [BuiltReport], into outcome: inout Outcome) {
    let parts = reports.map { MergePart(report: $0.report, documents: $0.documents) }
    guard let merged = ReportBuilder.merged(parts, settings: settings) else { return }
    var built = BuiltReport(report: merged.report, documents: merged.documents)
    for tlp in Set(parts.map(\.report.marking.tlp)).sorted(by: >).dropFirst() {
      let mild = parts.filter { $0.report.marking.tlp <= tlp }
      if let report = ReportBuilder.merged(mild, settings: settings)?.report { built.milder.append(report) }
    }
    outcome.reports = [built]
    for copy in merged.copies {
      outcome.diagnostics.append(
        Diagnostic(
          "report.copy", .note, "the article repeats another: what both say counts once",
          at: Diagnostic.Location(file: copy.name),
          notes: ["\(copy.share) % of the shorter one's words are those of '\(copy.originalName)'"]))
    }
  }

  var inFlight: Int { 2 * ProcessEnvironment.processorCount }
}
