import DossierBriefing
import DossierModel

/// Writes the head of a page and the parts of a briefing.
struct HTMLPage {
  var text: HTMLText
  let index: ReportIndex
  /// What the claims quote, in the order of the sources.
  let passages: [QuotedPassage]
  /// Numbers of passages by their place.
  let passageNumbers: [Passage: Int]
  private let languages: [String: String]

  var report: Report { index.report }
  var words: Words { index.words }
  let labels: Labels

  /// The part of the page for its report number `number`.
  init(_ index: ReportIndex, number: Int) {
    self.index = index
    labels = index.words.labels
    passages = QuotedPassage.all(in: index.report)
    passageNumbers = Dictionary(
      passages.enumerated().map { ($0.element.place, $0.offset) }, uniquingKeysWith: { first, _ in first })
    languages = Dictionary(
      index.report.sources.map { ($0.id, $0.language) }, uniquingKeysWith: { first, _ in first })
    text = HTMLText(index, prefix: number == 1 ? "" : "r\(number)-")
  }

  /// The document's head, down to the start of its main part.
  mutating func writeHead() {
    text.markup(
      "<!doctype html>\n<html lang=\"\(words.language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
    text.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"\(StyleSheet.policy)\">\n")
    text.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    text.markup(
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
    )
    text.markup("<title>")
    text.sourceText("\(report.marking.label) \(report.title)")
    text.markup("</title>\n<style>\(StyleSheet.text)</style>\n</head>\n<body>\n")
    text.markup("<a class=\"skip\" href=\"#main\">\(labels.skip)</a>\n<main id=\"main\">\n")
  }

  /// The whole briefing.
  mutating func writeReport(drawsGraph: Bool) {
    let title = "\(text.prefix)title"
    // Of several reports in a page, each part of a later one is called by the report's title too.
    let further = text.prefix.isEmpty ? "" : " \(title)"
    text.markup("<article aria-labelledby=\"\(title)\">\n<header>\n")
    writeBanner()
    text.markup("<h1 id=\"\(title)\">")
    text.markup(HTMLText.span(language: report.language))
    text.sourceText(report.title.isEmpty ? report.id : report.title)
    text.markup("</span></h1>\n<p class=\"meta\">\(labels.producedBy) <bdi>")
    text.sourceText(report.producer.name)
    text.markup("</bdi> (")
    text.sourceText(report.producer.kind)
    text.markup(") \(labels.on) ")
    text.sourceText(words.date(report.created) ?? report.created)
    for value in [report.created, report.language, report.id] {
      text.markup(" · ")
      code(value)
    }
    text.markup("</p>\n</header>\n")
    let sections = HTMLSection.allCases.filter { $0.isThere(in: report, drawsGraph: drawsGraph) }
    let contents = "\(text.prefix)contents"
    text.markup(
      "<nav id=\"\(contents)\" aria-label=\"\(labels.contents)\" aria-labelledby=\"\(contents)\(further)\"><ul>\n"
    )
    for section in sections {
      text.markup("<li><a href=\"#\(text.prefix)\(section.rawValue)\">\(section.title(labels))</a></li>\n")
    }
    text.markup("</ul></nav>\n")
    for section in sections {
      let id = "\(text.prefix)\(section.rawValue)"
      text.markup(
        "<section aria-labelledby=\"\(id)\(further)\">\n<h2 id=\"\(id)\">\(section.title(labels))</h2>\n")
      write(section)
      text.markup("</section>\n")
    }
    text.markup("<footer>\n")
    writeBanner()
    text.markup("</footer>\n</article>\n")
  }

  private mutating func writeBanner() {
    let color = report.marking.tlp.rawValue.prefix { $0 != "+" }
    text.markup("<p class=\"tlp tlp-\(color)\">\(report.marking.label)</p>\n")
  }

  private mutating func write(_ section: HTMLSection) {
    switch section {
    case .summary: writeBottomLine()
    case .judgements: writeKeyJudgements()
    case .matrix: writeMatrix()
    case .graph: writeGraph()
    case .claims: writeClaims()
    case .passages: writePassages()
    case .timeline: writeTimeline()
    case .events: writeEvents()
    case .techniques: writeTechniques()
    case .indicators: writeIndicators()
    case .connections: writeConnections()
    case .parties: writeParties()
    case .candidates: writeCandidates()
    case .sources: writeSources()
    case .reading: for paragraph in labels.howToRead { text.markup("<p>\(paragraph)</p>\n") }
    }
  }

  mutating func code(_ value: String) {
    text.markup("<code>")
    text.sourceText(value)
    text.markup("</code>")
  }

  // MARK: - First page

  private mutating func writeBottomLine() {
    if report.claims.isEmpty {
      text.markup("<p>\(labels.noClaim)</p>\n")
      return
    }
    let bottomLine = BottomLine(index)
    let counts = labels.counts(
      report.claims.count, bottomLine.claimantCount, report.sources.count, bottomLine.denialCount)
    text.markup("<p>\(counts)</p>\n")
    if bottomLine.parties.isEmpty {
      text.markup("<p>\(labels.noParty)</p>\n")
    } else {
      text.markup("<p>\(labels.namedParties)</p>\n<ul>\n")
      for party in bottomLine.parties {
        text.markup("<li><strong>")
        text.name(party.entity)
        text.markup("</strong>\(words.typography.colon)")
        let sentence = PartySentence(party, in: index)
        sentence.writeClaimants(to: &text)
        text.markup("<span class=\"denies\">")
        sentence.writeContesting(to: &text)
        text.markup("</span></li>\n")
      }
      if bottomLine.furtherParties > 0 { text.markup("<li>\(labels.more(bottomLine.furtherParties))</li>\n") }
      text.markup("</ul>\n")
    }
    guard !bottomLine.mostConfident.isEmpty else { return }
    text.markup("<p>\(labels.strongestConfidence)")
    for (place, number) in bottomLine.mostConfident.enumerated() {
      if place > 0 { text.markup(words.typography.semicolon) }
      text.quoted(report.claims[number].confidence?.words ?? "", words.typography)
      text.markup(", ")
      ClaimSentence(number, in: index).writeSpeakers(to: &text, capitalised: false)
      text.markup(" ")
      text.reference(number)
    }
    text.markup(".</p>\n")
  }

  private mutating func writeKeyJudgements() {
    let (chosen, more) = KeyJudgements.choose(index)
    text.markup("<ol>\n")
    for number in chosen {
      text.markup("<li><p>")
      ClaimSentence(number, in: index).write(to: &text)
      let claim = report.claims[number]
      writeConfidence(claim, before: " ", after: ".")
      writeLikelihood(claim, before: " ", after: ".")
      if claim.hedged { text.markup(" \(labels.hedged.capitalisedFirst).") }
      writeContesting(number)
      text.markup("</p>\n")
      if let evidence = claim.evidence.first {
        text.markup("<blockquote>")
        text.quoted(
          evidence.exact.shortened(to: 300), words.typography, language: language(of: evidence.source))
        text.markup(" <span class=\"place\">")
        text.sourceText(labels.place(evidence.source, evidence.start, evidence.end))
        text.markup("</span></blockquote>")
      }
      text.markup("</li>\n")
    }
    text.markup("</ol>\n")
    if more > 0 { text.markup("<p>\(labels.more(more).capitalisedFirst).</p>\n") }
  }

  /// "Contested by …" and "Supported by …" as sentences of their own, a space before each.
  mutating func writeContesting(_ number: Int) {
    for (label, claims, style) in [
      (labels.contestedBy, index.contesting[number], " class=\"denies\""),
      (labels.supportedBy, index.supporting[number], ""),
    ] where !claims.isEmpty {
      text.markup(" <span\(style)>\(label)")
      for (place, claim) in claims.enumerated() {
        if place > 0 { text.markup(", ") }
        ClaimSentence(claim, in: index).writeSpeakers(to: &text, capitalised: false)
        text.markup(" ")
        text.reference(claim)
      }
      text.markup(".</span>")
    }
  }

  /// Writes the words of confidence as written, and those of ICD 203, if there are any.
  mutating func writeConfidence(_ claim: Claim, before: String, after: String) {
    guard let confidence = claim.confidence else { return }
    text.markup(before)
    writeEstimate(labels.confidence, confidence.words, confidence.level.flatMap { words.confidence[$0] })
    text.markup(after)
  }

  /// Writes the words of likelihood as written, and those of ICD 203 with their range, if there are any.
  mutating func writeLikelihood(_ claim: Claim, before: String, after: String) {
    guard let likelihood = claim.likelihood else { return }
    text.markup(before)
    writeEstimate(labels.likelihood, likelihood.words, words.estimate(likelihood))
    if likelihood.low != nil || likelihood.high != nil {
      let range = [likelihood.low, likelihood.high].map { $0.map(String.init) ?? "" }.joined(separator: "–")
      text.markup(" (\(range)\(words.typography.percent))")
    }
    text.markup(after)
  }

  private mutating func writeEstimate(_ label: String, _ written: String?, _ standard: String?) {
    text.markup("\(label)\(words.typography.colon)")
    if let written { text.quoted(written, words.typography) }
    if let standard {
      text.markup("\(written == nil ? "" : ", ")\(labels.icd203)\(standard)")
    } else if written != nil {
      text.markup(" (\(labels.noLevel))")
    }
  }

  /// The language of a source, by its id.
  func language(of source: String) -> String? { languages[source] }
}

extension Marking {
  /// The banner: `TLP:AMBER+STRICT`.
  fileprivate var label: String { "TLP:\(tlp.rawValue.uppercased())" }
}
