import DossierBriefing
import DossierModel
import DossierText

extension MarkdownBriefing {
  /// Every claim, grouped by act, with what is known of it and its evidence.
  mutating func writeClaims() {
    guard !report.claims.isEmpty else { return }
    title(labels.claims)
    var byAct: [Act: [Int]] = [:]
    for number in report.claims.indices { byAct[report.claims[number].act, default: []].append(number) }
    for act in Act.allCases {
      guard let claims = byAct[act] else { continue }
      text.words("### ")
      text.words(words.acts[act]?.title ?? act.rawValue)
      text.words("\n\n")
      for number in claims { writeClaim(number) }
    }
  }

  private mutating func writeClaim(_ number: Int) {
    text.words("#### ")
    text.label(number)
    text.words("\n\n")
    ClaimSentence(number, in: index).write(to: &text)
    writeContesting(number)
    text.words("\n\n")
    writeDetails(report.claims[number])
    if quotesEvidence { writeEvidence(report.claims[number].evidence) }
  }

  private mutating func writeDetails(_ claim: Claim) {
    let start = text.bytes.count
    if let confidence = claim.confidence { item { $0.writeConfidence(confidence) } }
    if let likelihood = claim.likelihood { item { $0.writeLikelihood(likelihood) } }
    writeMarks(claim)
    if !claim.relayedBy.isEmpty {
      item { briefing in
        briefing.text.words(briefing.labels.relayedBy)
        briefing.writeNames(claim.relayedBy)
      }
    }
    if let channel = claim.channel { item { $0.writePair($0.labels.channel, channel) } }
    if let time = claim.time {
      item { briefing in
        briefing.text.field(briefing.labels.saidOn)
        briefing.writeTime(time)
      }
    }
    for party in claim.unresolved {
      item { briefing in
        briefing.text.words(briefing.labels.leftOpen)
        briefing.text.words(" (")
        briefing.text.words(briefing.labels.openRoles[party.role] ?? "?")
        briefing.text.field(")")
        briefing.text.quoted(party.words)
        briefing.text.words(", ")
        briefing.text.sourceText(party.reason)
      }
    }
    let proposition = claim.proposition.text
    if !proposition.isEmpty,
      !quotesEvidence || !claim.evidence.contains(where: { $0.exact.holds(proposition) })
    {
      item { $0.writePair($0.labels.proposition, proposition) }
    }
    if text.bytes.count > start { text.words("\n") }
  }

  /// Level, distance, negation and direct speech, in one line.
  private mutating func writeMarks(_ claim: Claim) {
    if claim.level != .unknown, let level = words.levels[claim.level] {
      item { briefing in
        briefing.text.field(briefing.labels.level)
        briefing.text.words(level.label)
      }
    }
    var marks: [String] = []
    if claim.hedged { marks.append(labels.hedged) }
    if claim.polarity == .deny && claim.act != .deny { marks.append(labels.negated) }
    if claim.polarity == .affirm && claim.act == .deny { marks.append(labels.affirmed) }
    if claim.quoted { marks.append(labels.directSpeech) }
    guard !marks.isEmpty else { return }
    let line = marks.joined(separator: words.typography.semicolon).capitalisedFirst
    item { $0.text.words(line) }
  }

  private mutating func writeEvidence(_ evidence: [Evidence]) {
    for place in evidence.indices {
      text.words("> ")
      text.quoted(evidence[place].exact)
      text.words("\n>\n> — ")
      text.place(evidence[place].source, evidence[place].start, evidence[place].end)
      text.words("\n\n")
    }
  }

  // MARK: - Pieces

  /// A line of a list.
  private mutating func item(_ write: (inout Self) -> Void) {
    text.words("- ")
    write(&self)
    text.words("\n")
  }

  /// A label and text of the source in quotation marks.
  private mutating func writePair(_ label: String, _ value: String) {
    text.field(label)
    text.quoted(value)
  }

  /// The names of entities; an id that no entity has stands for itself.
  mutating func writeNames(_ ids: [String]) {
    for (place, id) in ids.enumerated() {
      if place > 0 { text.words(", ") }
      writeName(id)
    }
  }

  /// The name of an entity, an event, a technique or an indicator by its id.
  mutating func writeName(_ id: String) {
    if let entity = index.entities[id] {
      text.name(entity)
    } else if let event = index.events[id] {
      writeEventName(report.events[event])
    } else if let technique = index.techniques[id] {
      text.code(report.techniques[technique].attackID)
    } else if let indicator = index.indicators[id] {
      text.code(
        index.addresses.value(report.indicators[indicator].value, kind: report.indicators[indicator].kind))
    } else {
      text.sourceText(id)
    }
  }

  /// A time in the briefing's language, and in the source's words.
  mutating func writeTime(_ time: TimeInterval) {
    let interval = words.interval(time)
    text.words(interval ?? "")
    if !time.words.isEmpty {
      if interval != nil { text.words(" (") }
      text.quoted(time.words)
      if interval != nil { text.words(")") }
    }
  }
}
