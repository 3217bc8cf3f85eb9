public import DossierModel
public import DossierText

extension ReportBuilder {
  /// Messages about headlines that say more than the article under them: "NATO pins blame on China" over a text in which
  /// NATO only acknowledges what others say.
  ///
  /// Each claim that stands in the title alone is laid beside what the text has of the same speaker.
  public static func headlineDifferences(in report: Report, about document: Document) -> [Diagnostic] {
    let titles = document.blocks.filter { $0.role == .title }.map(\.range)
    guard !titles.isEmpty, !report.claims.isEmpty else { return [] }
    let places = CodePointIndex(document.text.bytes)
    let spans = titles.map {
      Int(places.codePoint(atByte: $0.start))..<Int(places.codePoint(atByte: $0.end))
    }
    func isTitle(_ claim: Claim) -> Bool {
      claim.evidence.first.map { evidence in spans.contains { $0.contains(evidence.start) } } ?? false
    }
    let running = report.claims.filter { !isTitle($0) }
    let wholes = EntityWholes(report.entities)
    return report.claims.filter(isTitle).compactMap { claim in
      guard let other = weaker(than: claim, among: running, wholes) else { return nil }
      let names = Dictionary(report.entities.map { ($0.id, $0.name) }) { first, _ in first }
      let speaker = claim.speakers.compactMap { names[$0] }.joined(separator: ", ")
      let range = claim.evidence.first.flatMap { evidence in
        zip(spans, titles).first { $0.0.contains(evidence.start) }?.1
      }
      return Diagnostic(
        "report.headline", .warning,
        "the headline says of \(speaker): \(claim.act.rawValue); the text only: \(other.act.rawValue) (\(other.id))",
        at: range.map { Diagnostic.Location($0, in: document.text) }
          ?? Diagnostic.Location(file: document.text.name),
        help: "trust the text: \(claim.id) stands in the headline alone")
    }
  }

  /// What the text has of the headline's speaker where it says less: nil where it says as much, or nothing of them.
  private static func weaker(than headline: Claim, among running: [Claim], _ wholes: EntityWholes) -> Claim? {
    guard headline.act.blames, headline.polarity == .affirm, !headline.speakers.isEmpty else { return nil }
    let same = running.filter { wholes.overlap($0.speakers, headline.speakers) }
    func isAbout(_ claim: Claim) -> Bool {
      claim.about.isEmpty || headline.about.isEmpty || wholes.overlap(claim.about, headline.about)
    }
    if same.contains(where: { $0.act.blames && $0.polarity == .affirm && isAbout($0) }) { return nil }
    return same.first { claim in
      [.support, .assess, .decline, .deny].contains(claim.act) && isAbout(claim)
    }
  }
}

extension Act {
  /// Whether the act says who did it without leaving room.
  fileprivate var blames: Bool { self == .attribute || self == .accuse || self == .charge }
}
