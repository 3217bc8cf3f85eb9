import DossierBriefing
import DossierModel

/// Writes the sections of a briefing.
struct MarkdownBriefing {
  var text: MarkdownText
  let index: ReportIndex
  let quotesEvidence: Bool

  var report: Report { index.report }
  var words: Words { index.words }
  let labels: Labels

  init(_ index: ReportIndex, quotesEvidence: Bool) {
    self.index = index
    self.quotesEvidence = quotesEvidence
    labels = index.words.labels
    text = MarkdownText(index)
  }

  mutating func write(_ section: MarkdownExporter.Section) {
    switch section {
    case .summary: writeBottomLine()
    case .judgements: writeKeyJudgements()
    case .matrix: writeMatrix()
    case .claims: writeClaims()
    case .timeline: writeTimeline()
    case .events: writeEvents()
    case .techniques: writeTechniques()
    case .indicators: writeIndicators()
    case .connections: writeConnections()
    case .parties: writeParties()
    case .sources: writeSources()
    case .reading: writeReading()
    }
  }

  mutating func writeBanner() { text.words("**TLP:\(report.marking.tlp.rawValue.uppercased())**\n") }

  /// Banner, title, who made it and when.
  mutating func writeHead() {
    writeBanner()
    text.words("\n# ")
    text.sourceText(report.title.isEmpty ? report.id : report.title)
    text.words("\n\n\(labels.producedBy) ")
    text.sourceText(report.producer.name)
    text.words(" (")
    text.sourceText(report.producer.kind)
    text.words(") \(labels.on) ")
    if let date = words.date(report.created) { text.words(date) } else { text.sourceText(report.created) }
    text.words(" · ")
    text.code(report.created)
    text.words(" · ")
    text.code(report.language)
    text.words(" · ")
    text.code(report.id)
    text.words("\n\n")
  }

  mutating func title(_ title: String) { text.words("## \(title)\n\n") }

  // MARK: - First page

  private mutating func writeBottomLine() {
    title(labels.bottomLine)
    if report.claims.isEmpty {
      text.words("\(labels.noClaim)\n\n")
      return
    }
    let bottomLine = BottomLine(index)
    text.words(
      labels.counts(
        report.claims.count, bottomLine.claimantCount, report.sources.count, bottomLine.denialCount))
    text.words("\n\n")
    if bottomLine.parties.isEmpty {
      text.words("\(labels.noParty)\n\n")
    } else {
      text.words("\(labels.namedParties)\n\n")
      for party in bottomLine.parties {
        text.words("- **")
        text.name(party.entity)
        text.words("**\(words.typography.colon)")
        let sentence = PartySentence(party, in: index)
        sentence.writeClaimants(to: &text)
        sentence.writeContesting(to: &text)
        text.words("\n")
      }
      if bottomLine.furtherParties > 0 { text.words("- \(labels.more(bottomLine.furtherParties))\n") }
      text.words("\n")
    }
    guard !bottomLine.mostConfident.isEmpty else { return }
    text.words(labels.strongestConfidence)
    for (place, number) in bottomLine.mostConfident.enumerated() {
      if place > 0 { text.words(words.typography.semicolon) }
      text.quoted(report.claims[number].confidence?.words ?? "", words.typography)
      text.words(", ")
      ClaimSentence(number, in: index).writeSpeakers(to: &text, capitalised: false)
      text.words(" ")
      text.reference(number)
    }
    text.words(".\n\n")
  }

  private mutating func writeKeyJudgements() {
    let (chosen, more) = KeyJudgements.choose(index)
    guard !chosen.isEmpty else { return }
    title(labels.keyJudgements)
    for (place, number) in chosen.enumerated() {
      text.words("\(place + 1). ")
      ClaimSentence(number, in: index).write(to: &text)
      let claim = report.claims[number]
      if claim.confidence != nil {
        text.words(" ")
        writeConfidence(claim)
        text.words(".")
      }
      if claim.likelihood != nil {
        text.words(" ")
        writeLikelihood(claim)
        text.words(".")
      }
      if claim.hedged { text.words(" \(labels.hedged.capitalisedFirst).") }
      writeContesting(number)
      text.words("\n")
      if quotesEvidence { writeShortQuote(claim) }
    }
    if !quotesEvidence { text.words("\n") }
    if more > 0 { text.words("\(labels.more(more).capitalisedFirst).\n\n") }
  }

  /// The words that a judgement rests on, in a quotation within the item.
  private mutating func writeShortQuote(_ claim: Claim) {
    guard let evidence = claim.evidence.first else { return }
    text.words("   > ")
    text.quoted(evidence.exact.shortened(to: 300), words.typography)
    text.words(" — ")
    text.sourceText(labels.place(evidence.source, evidence.start, evidence.end))
    text.words("\n\n")
  }

  /// "Contested by …" as a sentence of its own, a space before; nothing if nobody does.
  mutating func writeContesting(_ number: Int) {
    writeAnswers(labels.contestedBy, index.contesting[number])
    writeAnswers(labels.supportedBy, index.supporting[number])
  }

  private mutating func writeAnswers(_ label: String, _ claims: [Int]) {
    guard !claims.isEmpty else { return }
    text.words(" \(label)")
    for (place, claim) in claims.enumerated() {
      if place > 0 { text.words(", ") }
      ClaimSentence(claim, in: index).writeSpeakers(to: &text, capitalised: false)
      text.words(" ")
      text.reference(claim)
    }
    text.words(".")
  }

  /// The words of confidence as written, and those of ICD 203.
  mutating func writeConfidence(_ claim: Claim) {
    guard let confidence = claim.confidence else { return }
    writeEstimate(labels.confidence, confidence.words, confidence.level.flatMap { words.confidence[$0] })
  }

  /// The words of likelihood as written, and those of ICD 203 with their range.
  mutating func writeLikelihood(_ claim: Claim) {
    guard let likelihood = claim.likelihood else { return }
    writeEstimate(labels.likelihood, likelihood.words, words.estimate(likelihood))
    guard likelihood.low != nil || likelihood.high != nil else { return }
    let range = [likelihood.low, likelihood.high].map { $0.map(String.init) ?? "" }.joined(separator: "–")
    text.words(" (\(range)\(words.typography.percent))")
  }

  private mutating func writeEstimate(_ label: String, _ written: String?, _ standard: String?) {
    text.words("\(label)\(words.typography.colon)")
    if let written { text.quoted(written, words.typography) }
    if let standard {
      text.words("\(written == nil ? "" : ", ")\(labels.icd203)\(standard)")
    } else if written != nil {
      text.words(" (\(labels.noLevel))")
    }
  }

  // MARK: - Who claims what

  private mutating func writeMatrix() {
    let matrix = ClaimMatrix(index)
    guard !matrix.rows.isEmpty else { return }
    title(labels.whoClaimsWhat)
    text.words("| \(labels.claimant) ")
    for column in matrix.columns {
      text.words("| ")
      switch column {
      case .entity(let number): text.name(number)
      case .others: text.words(labels.otherParties)
      case .nobody: text.words(labels.noParticularParty)
      }
      text.words(" ")
    }
    text.words("|\n|" + String(repeating: " --- |", count: matrix.columns.count + 1) + "\n")
    for row in matrix.rows {
      text.words("| ")
      index.writeAlone(row.claimant, to: &text)
      text.words(" ")
      for cell in row.cells {
        text.words("| ")
        writeCell(cell)
      }
      text.words("|\n")
    }
    text.words("\n\(labels.contestedMark) · \(labels.hedgedMark)\n\n")
  }

  private mutating func writeCell(_ claims: [Int]) {
    var act: Act?
    for number in claims {
      let claim = report.claims[number]
      if claim.act != act {
        if act != nil { text.words(words.typography.semicolon) }
        text.words(words.acts[claim.act]?.noun ?? "")
        act = claim.act
      }
      text.words(" ")
      text.reference(number)
      if !index.contesting[number].isEmpty { text.words("†") }
      if claim.hedged { text.words("?") }
    }
    if act != nil { text.words(" ") }
  }
}
