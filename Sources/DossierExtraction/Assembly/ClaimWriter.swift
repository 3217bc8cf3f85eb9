import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Turns drafts into claims of the report: ids for parties, code points for places.
struct ClaimWriter {
  let reading: DocumentReading
  let source: String
  let index: CodePointIndex
  let ids: [Int: String]

  private static let contextBytes = 48

  /// The claim of a draft.
  func claim(_ draft: ClaimDraft, id: String) -> Claim {
    var claim = Claim(
      id: id, act: draft.act, polarity: draft.polarity,
      speakers: draft.speaker.entities.compactMap { ids[$0] },
      relayedBy: draft.relayedBy.compactMap { ids[$0] }, about: draft.about.all.compactMap { ids[$0] },
      level: draft.about.all.isEmpty ? .unknown : draft.level, hedged: draft.hedged, quoted: draft.quoted,
      evidence: [evidence(draft)], rule: draft.rule)
    claim.proposition = Proposition(
      text: draft.content.isEmpty ? words(draft.span) : draft.content.map(words).joined(separator: " "),
      behaviours: draft.behaviours,
      targets: draft.targets.filter { target in
        !draft.about.all.contains { reading.registry.isSame($0, orPartOf: target) }
          && !draft.speaker.entities.contains(target)
      }.compactMap { ids[$0] })
    claim.confidence = draft.confidence.map { Confidence(words: words($0.words), level: $0.level.level) }
    claim.likelihood = draft.likelihood.map {
      Likelihood(words: words($0.words), low: $0.band.band?.low, high: $0.band.band?.high)
    }
    if let reason = draft.speaker.reason, draft.speaker.entities.isEmpty {
      claim.unresolved.append(
        UnresolvedParty(role: "speaker", words: draft.speaker.tokens.map(words) ?? "", reason: reason))
    }
    if let reason = draft.about.reason, draft.about.entities.isEmpty {
      claim.unresolved.append(
        UnresolvedParty(role: "about", words: draft.about.tokens.map(words) ?? "", reason: reason))
    }
    claim.channel = draft.channel.map(words)
    return claim
  }

  private func evidence(_ draft: ClaimDraft) -> Evidence {
    let range = reading.text.range(of: draft.span)
    let text = reading.document.text
    let block = reading.text.sentence(at: draft.span.lowerBound)?.block
    return Evidence(
      source: source, start: point(range.start), end: point(range.end), exact: text[range],
      prefix: context(before: range.start), suffix: context(after: range.end),
      xpath: block.flatMap { reading.document.blocks[$0].xpath },
      speaker: draft.speaker.tokens.map { [span($0)] } ?? [],
      cue: draft.cue.isEmpty ? [] : [span(draft.cue)], content: draft.content.map(span))
  }

  private func context(before start: UInt32) -> String {
    let bytes = reading.document.text.bytes
    var low = max(0, Int(start) - Self.contextBytes)
    while low < Int(start), bytes[low] & 0xC0 == 0x80 { low += 1 }
    return reading.document.text[TextRange(low, Int(start))]
  }

  private func context(after end: UInt32) -> String {
    let bytes = reading.document.text.bytes
    var high = min(bytes.count, Int(end) + Self.contextBytes)
    while high < bytes.count, high > Int(end), bytes[high] & 0xC0 == 0x80 { high -= 1 }
    return reading.document.text[TextRange(Int(end), high)]
  }

  private func words(_ tokens: Range<Int>) -> String { reading.text.words(tokens) }

  private func span(_ tokens: Range<Int>) -> Span {
    let range = reading.text.range(of: tokens)
    return Span(point(range.start), point(range.end))
  }

  private func point(_ byte: UInt32) -> Int { Int(index.codePoint(atByte: byte)) }
}

extension ConfidenceWord {
  /// The report's level.
  fileprivate var level: ConfidenceLevel {
    switch self {
    case .low: .low
    case .moderate: .moderate
    case .high: .high
    }
  }
}

extension LikelihoodWord {
  /// The band in per cent (ICD 203, D.6.e.2.a); nil where the words have none.
  fileprivate var band: (low: Int, high: Int)? {
    switch self {
    case .remote: (1, 5)
    case .veryUnlikely: (5, 20)
    case .unlikely: (20, 45)
    case .even: (45, 55)
    case .likely: (55, 80)
    case .veryLikely: (80, 95)
    case .almostCertain: (95, 99)
    case .possible, .certain: nil
    }
  }
}
