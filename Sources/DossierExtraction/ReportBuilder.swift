public import DossierKnowledge
public import DossierModel
import DossierSyntax
public import DossierText

/// What of a text becomes a claim.
public enum ExtractionScope: String, Sendable, Hashable, CaseIterable {
  /// Claims about malicious activity in cyberspace, responsibility for it, its effects and the answers to it.
  case threat
  /// Every reported statement.
  case all
}

/// What a report says of itself, from the configuration.
public struct ReportSettings: Sendable {
  /// Who makes the report.
  public var producer = Producer(name: "Dossier", kind: "system")
  /// Handling restriction.
  public var marking = Marking()
  /// The report's time as RFC 3339 UTC; nil takes the source's publication, then `fallbackTime`, then the input's.
  public var created: String?
  /// `SOURCE_DATE_EPOCH` as RFC 3339 UTC, if set.
  public var fallbackTime: String?
  /// What of a text becomes a claim.
  public var scope = ExtractionScope.threat
  /// Goes into every generated id.
  public var idSeed = ""
  /// How many bytes of an article's own text are read for claims and names: more than any book has.
  public var maximumText = 4 << 20
  /// The names and lexemes that texts are read with.
  public var table = KnowledgeTable.embedded

  /// The defaults.
  public init() {}
}

/// Makes reports: from articles as they were read, or from claims that somebody parsed already. Pure: no clock, no I/O.
public enum ReportBuilder {
  /// One report about one article, or about several merged into one.
  public static func report(about documents: [Document], settings: ReportSettings) -> Report {
    let readings = documents.map { DocumentReading($0, settings: settings) }
    var assembly = ReportAssembly()
    return assembly.report(readings, settings: settings)
  }

  /// A message about a document in a language whose claims cannot be read; nil for one that can.
  public static func unreadLanguage(of document: Document) -> Diagnostic? {
    let language = document.metadata.language
    guard SyntaxModel.model(for: language) == nil else { return nil }
    let what = language == "und" ? "a language that is not recognised" : "the language '\(language)'"
    return Diagnostic(
      "report.language", .warning, "no claims are read in \(what)",
      at: Diagnostic.Location(file: document.text.name),
      notes: ["claims are read in English and French; names and indicators in any language"])
  }

  /// A message about a document that is too long to be read for claims to its end; nil for all others.
  public static func unreadRest(of document: Document, settings: ReportSettings) -> Diagnostic? {
    let count = ArticleBlocks.byteCount(of: document)
    guard count > settings.maximumText else { return nil }
    return Diagnostic(
      "report.long-article", .warning,
      "claims and names are read only in the first \(settings.maximumText >> 20) MiB of the article",
      at: Diagnostic.Location(file: document.text.name),
      notes: ["it has \(count) bytes; indicators are read in all of them"],
      help:
        "give the articles apart if these are many, or raise 'limits.article_megabytes' in a configuration")
  }

  /// A note about a document whose report has no claims because nothing tells that it is about threats; nil for all others.
  public static func unrelated(
    _ document: Document, to report: Report, settings: ReportSettings
  ) -> Diagnostic? {
    guard settings.scope == .threat, report.claims.isEmpty,
      SyntaxModel.model(for: document.metadata.language) != nil
    else { return nil }
    let text = AnalysedText(document, table: settings.table, maximumText: settings.maximumText)
    guard !text.sentences.isEmpty, !Relevance(text).isThreatText else { return nil }
    return Diagnostic(
      "report.no-threat", .note, "nothing tells that the article is about threats, so no claims are read",
      at: Diagnostic.Location(file: document.text.name),
      help: "if it is, take '--scope all', which reads every reported statement")
  }

  /// A report from parsed claims: id, time and relations that are missing are filled in.
  public static func report(completing partial: Report, settings: ReportSettings) -> Report {
    var report = partial
    if report.id.isEmpty { report.id = ReportIdentity.id(of: report.sources, settings: settings) }
    let first = report.sources.first
    if report.title.isEmpty { report.title = first?.title ?? "" }
    if report.created.isEmpty {
      report.created = ReportClock.created(settings, published: first?.published, modified: nil)
    }
    if report.relations.isEmpty { report.relations = RelationAssembly.relations(of: report) }
    return report
  }
}
