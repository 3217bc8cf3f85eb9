public import DossierText

/// Checks the rules that always hold for a report, whoever made it.
///
/// 1. Every claim has evidence, every relation a claim.
/// 2. Evidence and mentions lie in their source, and their words are the source's.
/// 3. Ids are unique within their list, and every reference leads somewhere.
/// 4. A denial denies; a relation whose claim somebody denies carries `disputed_by`.
/// 5. Confidence and likelihood are two things; a range of likelihood is in order.
public enum ReportValidator {
  /// What is wrong with `report`; empty when all is well.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - texts: The sources' plain texts by source id; without a source's text its words are checked for length only.
  /// - Complexity: Linear in the report and the texts.
  public static func check(_ report: Report, texts: [String: SourceText] = [:]) -> [Diagnostic] {
    var check = ReportCheck(report: report, texts: texts.mapValues { PlacedText($0) })
    check.head()
    check.sources()
    check.entities()
    check.events()
    check.claims()
    check.relations()
    check.findings()
    return check.diagnostics
  }
}

/// One run over a report, with what was found so far.
struct ReportCheck {
  let report: Report
  let texts: [String: PlacedText]
  let lengths: [String: Int]
  let entityIDs: Set<String>
  let eventIDs: Set<String>
  let claimIDs: Set<String>
  var diagnostics: [Diagnostic] = []

  init(report: Report, texts: [String: PlacedText]) {
    self.report = report
    self.texts = texts
    lengths = Dictionary(report.sources.map { ($0.id, $0.length) }, uniquingKeysWith: { first, _ in first })
    entityIDs = Set(report.entities.map(\.id))
    eventIDs = Set(report.events.map(\.id))
    claimIDs = Set(report.claims.map(\.id))
  }

  mutating func wrong(_ id: String, _ summary: String, help: String? = nil) {
    diagnostics.append(Diagnostic("report.\(id)", .error, summary, help: help))
  }

  mutating func head() {
    if !Self.isReportID(report.id) {
      wrong("bad-id", "the report's id '\(report.id)' is not 'report--' and a UUID")
    }
    if !CalendarDate.isTime(report.created) {
      wrong("bad-value", "'created' is '\(report.created)', not a time such as 2021-07-20T00:00:00Z")
    }
    if !Producer.kinds.contains(report.producer.kind) {
      wrong(
        "bad-value", "the producer's kind is '\(report.producer.kind)', not one of STIX's identity classes")
    }
    if report.producer.name.isEmpty { wrong("bad-value", "the producer has no name") }
    unique(report.sources.map(\.id), "sources")
    unique(report.entities.map(\.id), "entities")
    unique(report.events.map(\.id), "events")
    unique(report.claims.map(\.id), "claims")
    unique(report.relations.map(\.id), "relations")
    unique(report.indicators.map(\.id), "indicators")
    unique(report.techniques.map(\.id), "techniques")
  }

  private mutating func unique(_ ids: [String], _ list: String) {
    var seen: Set<String> = []
    for id in ids {
      if id.isEmpty { wrong("bad-id", "one of the \(list) has no id") }
      if !seen.insert(id).inserted { wrong("duplicate-id", "id '\(id)' stands twice among the \(list)") }
    }
  }

  mutating func refer(_ ids: [String], to known: Set<String>, _ owner: String, _ key: String) {
    for id in ids where !known.contains(id) {
      wrong("unknown-reference", "\(owner): '\(key)' refers to '\(id)', which does not exist")
    }
  }

  mutating func place(_ start: Int, _ end: Int, in source: String, words: String?, _ owner: String) {
    guard let length = lengths[source] else {
      return wrong("unknown-reference", "\(owner): there is no source '\(source)'")
    }
    if start < 0 || start >= end {
      return wrong("empty-span", "\(owner): start \(start) is not below end \(end)")
    }
    if end > length {
      return wrong(
        "outside-text",
        "\(owner): \(start) to \(end) lies outside source '\(source)' of \(length) code points")
    }
    guard let words else { return }
    if words.unicodeScalars.count != end - start {
      wrong(
        "not-exact",
        "\(owner): the words have \(words.unicodeScalars.count) code points, the place \(end - start)")
    } else if let text = texts[source], !text.words(start, end).utf8.elementsEqual(words.utf8) {
      wrong("not-exact", "\(owner): the words are not those of source '\(source)' at \(start) to \(end)")
    }
  }

  mutating func mentions(_ mentions: [Mention], _ owner: String) {
    for mention in mentions {
      place(mention.start, mention.end, in: mention.source, words: mention.text, "a mention of \(owner)")
    }
  }

  mutating func time(_ time: TimeInterval?, _ owner: String) {
    guard let time else { return }
    for day in [time.earliest, time.latest] {
      if let day, !CalendarDate.isDay(day) { wrong("bad-value", "\(owner): '\(day)' is not a day") }
    }
    if let earliest = time.earliest, let latest = time.latest, earliest > latest {
      wrong("bad-value", "\(owner): the time ends (\(latest)) before it begins (\(earliest))")
    }
  }

  private static func isReportID(_ id: String) -> Bool {
    guard id.hasPrefix("report--") else { return false }
    let groups = id.dropFirst(8).split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) } }
  }
}
