import DossierModel
import DossierText

/// The evidence of each claim, as a note on what the claim asserts (section 4.13).
extension BundleWriter {
  /// The id of a claim's note.
  func noteID(ofClaim index: Int) -> String { notes[index] }

  mutating func writeNote(_ index: Int) {
    let claim = report.claims[index]
    let speakers = claimants(of: claim)
    open("note", noteID(ofClaim: index), creator: profile == .opencti ? speakers[0] : nil)
    json.field("abstract", "\(claim.id): \(claim.act.rawValue)")
    json.field("content", claim.evidence.map(\.exact).joined(separator: "\n\n"))
    json.field("authors", speakers.indices.map { claimantName(claim, $0) })
    lang(language(of: claim))
    externalReferences(claim.evidence.map(\.source))
    var references = assertions[index].map(\.id)
    if isOpinion(claim) { references += opinionIDs(of: claim) }
    json.field("object_refs", references + [reportID])
    openExtension()
    writeFacts(of: claim)
    closeExtension()
    close()
  }

  private mutating func writeFacts(of claim: Claim) {
    json.field("claim", claim.id)
    json.field("act", claim.act.rawValue)
    json.field("polarity", claim.polarity.rawValue)
    json.field("speaker_refs", objects(claim.speakers))
    json.field("relayed_by_refs", objects(claim.relayedBy))
    json.field(ifPresent: "channel", claim.channel)
    json.field("about_refs", objects(claim.about))
    json.field("level", claim.level.rawValue)
    json.field("proposition", claim.proposition.text)
    json.field("behaviours", claim.proposition.behaviours.map(\.rawValue))
    json.field("target_refs", objects(claim.proposition.targets))
    if let event = claim.proposition.event.flatMap({ events[$0] }) {
      json.field("event_ref", campaignID(ofEvent: event))
    }
    writeWords(of: claim)
    json.key("hedged")
    json.bool(claim.hedged)
    json.key("quoted")
    json.bool(claim.quoted)
    json.time(claim.time)
    json.field("answers", claim.answers)
    json.field("unresolved", claim.unresolved) { json, party in
      json.beginObject()
      json.field("role", party.role)
      json.field("words", party.words)
      json.field("reason", party.reason)
      json.endObject()
    }
    json.field("evidence", claim.evidence) { $0.place($1) }
    json.field(optional: "rule", claim.rule)
  }

  /// Words of confidence and of likelihood, kept apart and as written.
  private mutating func writeWords(of claim: Claim) {
    if let confidence = claim.confidence {
      json.key("confidence_as_written")
      confidence.write(to: &json)
    }
    if let likelihood = claim.likelihood {
      json.key("likelihood")
      json.beginObject()
      json.field(ifPresent: "words", likelihood.words)
      if let low = likelihood.low { json.field("low", low) }
      if let high = likelihood.high { json.field("high", high) }
      json.endObject()
    }
  }

  private func objects(_ ids: [String]) -> [String] {
    ids.compactMap { entities[$0] }.map { objectID(ofEntity: $0) }
  }
}

extension JSONWriter {
  /// Writes where evidence stands; its words are the note's content.
  fileprivate mutating func place(_ evidence: Evidence) {
    beginObject()
    field("source", evidence.source)
    field("start", evidence.start)
    field("end", evidence.end)
    field(optional: "prefix", evidence.prefix)
    field(optional: "suffix", evidence.suffix)
    field(ifPresent: "xpath", evidence.xpath)
    field("speaker", evidence.speaker) { $1.write(to: &$0) }
    field("cue", evidence.cue) { $1.write(to: &$0) }
    field("content", evidence.content) { $1.write(to: &$0) }
    endObject()
  }
}
