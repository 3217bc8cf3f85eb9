import DossierBriefing
import DossierModel

/// Writes the sections of a briefing.
struct MarkdownBriefing {
  var text: MarkdownText
  let index: ReportIndex
  let quotesEvidence: Bool

  var report: Report { index.report }
  var words: Words { index.words }
  var labels: Labels { index.words.labels }

  init(_ index: ReportIndex, quotesEvidence: Bool) {
    self.index = index
    self.quotesEvidence = quotesEvidence
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

  mutating func title(_ title: String) {
    text.words("## ")
    text.words(title)
    text.words("\n\n")
  }

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
        text.field("**")
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
      text.quoted(report.claims[number].confidence?.words ?? "")
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
      text.number(place + 1)
      text.words(". ")
      ClaimSentence(number, in: index).write(to: &text)
      if let confidence = report.claims[number].confidence {
        text.words(" ")
        writeConfidence(confidence)
        text.words(".")
      }
      if let likelihood = report.claims[number].likelihood {
        text.words(" ")
        writeLikelihood(likelihood)
        text.words(".")
      }
      if report.claims[number].hedged {
        text.words(" ")
        text.words(labels.hedged.capitalisedFirst)
        text.words(".")
      }
      writeContesting(number)
      text.words("\n")
      if quotesEvidence { writeShortQuote(report.claims[number].evidence) }
    }
    if !quotesEvidence { text.words("\n") }
    if more > 0 { text.words("\(labels.more(more).capitalisedFirst).\n\n") }
  }

  /// The words that a judgement rests on, in a quotation within the item.
  private mutating func writeShortQuote(_ evidence: [Evidence]) {
    guard !evidence.isEmpty else { return }
    text.words("   > ")
    text.quoted(evidence[0].exact.shortened(to: 300))
    text.words(" — ")
    text.place(evidence[0].source, evidence[0].start, evidence[0].end)
    text.words("\n\n")
  }

  /// "Contested by …" as a sentence of its own, a space before; nothing if nobody does.
  mutating func writeContesting(_ number: Int) {
    writeAnswers(labels.contestedBy, index.contesting[number])
    writeAnswers(labels.supportedBy, index.supporting[number])
  }

  private mutating func writeAnswers(_ label: String, _ claims: [Int]) {
    guard !claims.isEmpty else { return }
    text.words(" ")
    text.words(label)
    for (place, claim) in claims.enumerated() {
      if place > 0 { text.words(", ") }
      ClaimSentence(claim, in: index).writeSpeakers(to: &text, capitalised: false)
      text.words(" ")
      text.reference(claim)
    }
    text.words(".")
  }

  /// The words of confidence as written, and those of ICD 203.
  mutating func writeConfidence(_ confidence: Confidence) {
    writeEstimate(labels.confidence, confidence.words, confidence.level.flatMap { words.confidence[$0] })
  }

  /// The words of likelihood as written, and those of ICD 203 with their range.
  mutating func writeLikelihood(_ likelihood: Likelihood) {
    writeEstimate(labels.likelihood, likelihood.words, words.estimate(likelihood))
    guard likelihood.low != nil || likelihood.high != nil else { return }
    text.words(" (")
    if let low = likelihood.low { text.number(low) }
    text.words("–")
    if let high = likelihood.high { text.number(high) }
    text.words(words.typography.percent)
    text.words(")")
  }

  private mutating func writeEstimate(_ label: String, _ written: String?, _ standard: String?) {
    text.field(label)
    if let written { text.quoted(written) }
    if let standard {
      if written != nil { text.words(", ") }
      text.words(labels.icd203)
      text.words(standard)
    } else if written != nil {
      text.words(" (")
      text.words(labels.noLevel)
      text.words(")")
    }
  }

  // MARK: - Who claims what

  private mutating func writeMatrix() {
    let matrix = ClaimMatrix(index)
    guard !matrix.rows.isEmpty else { return }
    title(labels.whoClaimsWhat)
    text.words("| ")
    text.words(labels.claimant)
    text.words(" ")
    for column in matrix.columns {
      text.words("| ")
      switch column {
      case .entity(let number): text.name(number)
      case .others: text.words(labels.otherParties)
      case .nobody: text.words(labels.noParticularParty)
      }
      text.words(" ")
    }
    text.words("|\n|")
    for _ in 0...matrix.columns.count { text.words(" --- |") }
    text.words("\n")
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
      let next = report.claims[number].act
      if next != act {
        if act != nil { text.words(words.typography.semicolon) }
        text.words(words.acts[next]?.noun ?? "")
        act = next
      }
      text.words(" ")
      text.reference(number)
      if !index.contesting[number].isEmpty { text.words("†") }
      if report.claims[number].hedged { text.words("?") }
    }
    if act != nil { text.words(" ") }
  }
}
