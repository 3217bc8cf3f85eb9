import DossierBriefing
import DossierModel
import DossierText

extension HTMLPage {
  /// Claimants in rows, parties in columns.
  mutating func writeMatrix() {
    let matrix = ClaimMatrix(index)
    text.markup(
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"\(labels.whoClaimsWhat)\">\n")
    text.markup("<table>\n<thead><tr><th scope=\"col\">\(labels.claimant)</th>")
    for column in matrix.columns {
      text.markup("<th scope=\"col\">")
      switch column {
      case .entity(let number): text.name(number)
      case .others: text.markup(labels.otherParties)
      case .nobody: text.markup(labels.noParticularParty)
      }
      text.markup("</th>")
    }
    text.markup("</tr></thead>\n<tbody>\n")
    for row in matrix.rows {
      text.markup("<tr><th scope=\"row\">")
      index.writeAlone(row.claimant, to: &text)
      text.markup("</th>")
      for cell in row.cells {
        text.markup("<td>")
        for (place, number) in cell.enumerated() {
          if place > 0 { text.markup("<br>") }
          let claim = report.claims[number]
          text.markup(claim.denies ? "<span class=\"denies\">" : "<span>")
          text.markup("\(words.acts[claim.act]?.noun ?? "") ")
          text.reference(number)
          if claim.hedged { text.markup("?") }
          if !index.contesting[number].isEmpty { text.markup("†") }
          text.markup("</span>")
        }
        text.markup("</td>")
      }
      text.markup("</tr>\n")
    }
    text.markup("</tbody>\n</table>\n</div>\n")
    text.markup("<p class=\"faint\">\(labels.contestedMark) · \(labels.hedgedMark)</p>\n")
  }

  /// Every claim, grouped by act.
  mutating func writeClaims() {
    text.markup(
      "<p class=\"faint\"><mark class=\"speaker\">\(labels.speakerMark)</mark> · "
        + "<mark class=\"cue\">\(labels.cueMark)</mark> · <mark class=\"content\">\(labels.contentMark)</mark></p>\n"
    )
    var byAct: [Act: [Int]] = [:]
    for (number, claim) in report.claims.enumerated() { byAct[claim.act, default: []].append(number) }
    for act in Act.allCases {
      guard let claims = byAct[act] else { continue }
      text.markup("<h3>\(words.acts[act]?.title ?? "")</h3>\n")
      for number in claims { writeClaim(number) }
    }
  }

  private mutating func writeClaim(_ number: Int) {
    let claim = report.claims[number]
    let id = "\(text.prefix)claim-\(number + 1)"
    text.markup(
      "<article class=\"claim\" id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h4 id=\"\(id)-title\">")
    text.label(number)
    text.markup("</h4>\n<p>")
    ClaimSentence(number, in: index).write(to: &text)
    writeContesting(number)
    text.markup("</p>\n<ul>\n")
    writeDetails(claim)
    text.markup("</ul>\n")
    for evidence in claim.evidence { writeEvidence(evidence) }
    text.markup("</article>\n")
  }

  private mutating func writeDetails(_ claim: Claim) {
    writeConfidence(claim, before: "<li>", after: "</li>\n")
    writeLikelihood(claim, before: "<li>", after: "</li>\n")
    if claim.level != .unknown { pair(labels.level, words: words.levels[claim.level]?.label ?? "") }
    if claim.hedged { item(labels.hedged.capitalisedFirst) }
    if claim.polarity == .deny && claim.act != .deny { item(labels.negated.capitalisedFirst) }
    if claim.polarity == .affirm && claim.act == .deny { item(labels.affirmed.capitalisedFirst) }
    if claim.quoted { item(labels.directSpeech.capitalisedFirst) }
    if !claim.relayedBy.isEmpty {
      text.markup("<li>\(labels.relayedBy)")
      writeNames(claim.relayedBy)
      text.markup("</li>\n")
    }
    if let channel = claim.channel { pair(labels.channel, source: channel) }
    if let time = claim.time {
      text.markup("<li>\(labels.saidOn)\(words.typography.colon)")
      writeTime(time)
      text.markup("</li>\n")
    }
    for party in claim.unresolved {
      text.markup("<li>\(labels.leftOpen) (\(labels.openRoles[party.role] ?? "?"))\(words.typography.colon)")
      text.quoted(party.words, words.typography)
      text.markup(", ")
      text.sourceText(party.reason)
      text.markup("</li>\n")
    }
    let proposition = claim.proposition.text
    if !proposition.isEmpty, !claim.evidence.contains(where: { $0.exact.holds(proposition) }) {
      pair(labels.proposition, source: proposition)
    }
    if !claim.rule.isEmpty {
      text.markup("<li>\(labels.rule)\(words.typography.colon)")
      code(claim.rule)
      text.markup("</li>\n")
    }
  }

  private mutating func item(_ words: String) { text.markup("<li>\(words)</li>\n") }

  private mutating func pair(_ label: String, words value: String) {
    item("\(label)\(words.typography.colon)\(value)")
  }

  private mutating func pair(_ label: String, source value: String) {
    text.markup("<li>\(label)\(words.typography.colon)")
    text.quoted(value, words.typography)
    text.markup("</li>\n")
  }

  /// A passage with its context; speaker, cue and content are marked as the claim has them.
  private mutating func writeEvidence(_ evidence: Evidence) {
    text.markup("<blockquote>\(HTMLText.span(language: language(of: evidence.source)))<span class=\"faint\">")
    text.sourceText(evidence.prefix)
    text.markup("</span><mark>")
    for piece in MarkedPieces(evidence).pieces {
      if piece.classes.isEmpty {
        text.sourceText(piece.text)
      } else {
        text.markup("<span class=\"\(piece.classes)\">")
        text.sourceText(piece.text)
        text.markup("</span>")
      }
    }
    text.markup("</mark><span class=\"faint\">")
    text.sourceText(evidence.suffix)
    text.markup("</span></span>\n<p class=\"place\">— ")
    text.sourceText(labels.place(evidence.source, evidence.start, evidence.end))
    if let xpath = evidence.xpath {
      text.markup(" · ")
      code(xpath)
    }
    if let passage = passageNumbers[Passage(evidence)] {
      text.markup(" · <a href=\"#\(text.prefix)passage-\(passage + 1)\">\(labels.showPassage)</a>")
    }
    text.markup("</p></blockquote>\n")
  }

  /// The passages of each source in the order of its text, each with the claims that rest on it.
  mutating func writePassages() {
    var source: String?
    for (number, passage) in passages.enumerated() {
      if passage.place.source != source {
        if source != nil { text.markup("</ol>\n") }
        source = passage.place.source
        text.markup("<h3>")
        text.sourceText(passage.place.source)
        text.markup("</h3>\n<ol>\n")
      }
      text.markup("<li class=\"passage\" id=\"\(text.prefix)passage-\(number + 1)\">")
      text.quoted(passage.exact, words.typography, language: language(of: passage.place.source))
      text.markup(" <span class=\"place\">\(passage.place.start)–\(passage.place.end)</span>")
      text.references(passage.claims)
      text.markup("</li>\n")
    }
    if source != nil { text.markup("</ol>\n") }
  }
}
