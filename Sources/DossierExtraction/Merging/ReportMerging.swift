public import DossierModel
import DossierText

/// A report on its way into a merged one, with the articles it is about where these are at hand.
public struct MergePart: Sendable {
  /// The report.
  public var report: Report
  /// Its articles, in the order of its sources; empty where claims came in without their texts.
  public var documents: [Document]

  /// A report with its articles.
  public init(report: Report, documents: [Document] = []) {
    self.report = report
    self.documents = documents
  }
}

/// Many reports as one.
public struct MergedReport: Sendable {
  /// The report about all sources.
  public var report: Report
  /// The articles of the sources that have one, in the order of the sources.
  public var documents: [Document]
  /// Sources that repeat another, as wire copies do: their words count once.
  public var copies: [CopiedSource]
}

extension ReportBuilder {
  /// One report about all that several reports are about. The order of the parts makes no difference.
  ///
  /// Sources stand by their publication. The same claim by the same speakers is one claim with the evidence of every
  /// source; entities are one where the catalogues or a full name say so. Nil without parts. Linear in the parts, but
  /// for the comparison of articles with each other.
  public static func merged(_ parts: [MergePart], settings: ReportSettings) -> MergedReport? {
    let parts = withoutTwins(parts.sorted { order($0) < order($1) })
    guard let first = parts.first?.report else { return nil }
    var sources: [Source] = []
    var documents: [(source: String, document: Document)] = []
    var names: [[String: String]] = []
    for part in parts {
      var renamed: [String: String] = [:]
      for (index, source) in part.report.sources.enumerated() {
        var source = source
        let id = "s\(sources.count + 1)"
        renamed[source.id] = id
        source.id = id
        sources.append(source)
        if index < part.documents.count { documents.append((id, part.documents[index])) }
      }
      names.append(renamed)
    }
    let copies = CopyDetection.copies(among: documents)
    var merging = PartMerging(copies: copies)
    for (part, renamed) in zip(parts, names) { merging.add(part.report, sources: renamed) }
    var report = Report(
      id: ReportIdentity.id(of: sources, settings: settings), title: first.title,
      language: Set(parts.map(\.report.language)).count == 1 ? first.language : "mul",
      created: settings.created ?? parts.map(\.report.created).max() ?? first.created,
      producer: first.producer, marking: strictest(parts.map(\.report.marking)), sources: sources)
    merging.finish(into: &report)
    return MergedReport(report: report, documents: documents.map(\.document), copies: copies)
  }

  /// What parts are sorted by: when they were published, then what they are.
  private static func order(_ part: MergePart) -> String {
    let source = part.report.sources.first
    return [
      source?.published ?? "~", source?.sha256 ?? "", source?.title ?? "", source?.url ?? "", part.report.id,
    ].joined(separator: "\u{0}")
  }

  /// The parts without those whose very bytes another part has already.
  private static func withoutTwins(_ parts: [MergePart]) -> [MergePart] {
    var seen: Set<[String]> = []
    return parts.filter { part in
      let key = part.report.sources.flatMap { [$0.sha256, $0.title, $0.url ?? ""] }
      return part.report.sources.contains { $0.sha256.isEmpty } || seen.insert(key).inserted
    }
  }

  private static func strictest(_ markings: [Marking]) -> Marking {
    let order = TLP.allCases
    return markings.max {
      (order.firstIndex(of: $0.tlp) ?? 0) < (order.firstIndex(of: $1.tlp) ?? 0)
    } ?? Marking()
  }
}
