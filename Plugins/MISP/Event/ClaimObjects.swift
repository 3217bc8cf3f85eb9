import DossierBriefing
import DossierModel

/// Claims as objects: all that the event asserts is that somebody claims it.
extension EventWriter {
  func object(ofClaim number: Int) -> EventObject {
    let claim = report.claims[number]
    var object = EventObject(
      ClaimTemplate.template, key: claim.id, comment: "\(claim.id): \(claim.act.rawValue)")
    addWords(of: claim, to: &object)
    refer(claim, from: &object)
    object.opinions = opinions[number]
    return object
  }

  private func addWords(of claim: Claim, to object: inout EventObject) {
    object.add(ClaimTemplate.claim, claim.id)
    object.add(ClaimTemplate.act, claim.act.rawValue)
    object.add(ClaimTemplate.polarity, claim.polarity.rawValue)
    object.add(ClaimTemplate.speaker, claim.speakers.map(name(ofPart:)))
    object.add(ClaimTemplate.relayedBy, claim.relayedBy.map(name(ofPart:)))
    object.add(ClaimTemplate.channel, claim.channel)
    object.add(ClaimTemplate.about, claim.about.map(name(ofPart:)))
    object.add(ClaimTemplate.level, claim.level.rawValue)
    object.add(ClaimTemplate.proposition, claim.proposition.text, tags: tags(of: claim))
    object.add(ClaimTemplate.behaviour, claim.proposition.behaviours.map(\.rawValue))
    object.add(ClaimTemplate.target, claim.proposition.targets.map(name(ofPart:)))
    object.add(ClaimTemplate.confidence, claim.confidence?.words)
    object.add(ClaimTemplate.confidenceLevel, claim.confidence?.level?.rawValue)
    object.add(ClaimTemplate.likelihood, claim.likelihood?.words)
    object.add(ClaimTemplate.likelihoodLow, claim.likelihood?.low)
    object.add(ClaimTemplate.likelihoodHigh, claim.likelihood?.high)
    object.add(ClaimTemplate.hedged, claim.hedged)
    object.add(ClaimTemplate.quoted, claim.quoted)
    object.add(ClaimTemplate.said, claim.time?.words)
    object.add(ClaimTemplate.saidEarliest, claim.time?.earliest)
    object.add(ClaimTemplate.saidLatest, claim.time?.latest)
    for party in claim.unresolved {
      object.add(ClaimTemplate.unresolved, "\(party.role): “\(party.words)” (\(party.reason))")
    }
    object.add(ClaimTemplate.answers, claim.answers)
    for evidence in claim.evidence {
      object.add(
        ClaimTemplate.evidence, evidence.exact,
        comment: Self.place(evidence.source, evidence.start, evidence.end))
    }
  }

  /// Levels as taxonomies know them; the words stay beside them.
  private func tags(of claim: Claim) -> [String] {
    [claim.confidence?.level.map(MISPTags.confidence), claim.likelihood.flatMap(MISPTags.likelihood)]
      .compactMap(\.self)
  }

  private func refer(_ claim: Claim, from object: inout EventObject) {
    for speaker in claim.speakers { object.refer("claimed-by", to: uuid(ofPart: speaker), "speaker") }
    for relay in claim.relayedBy { object.refer("shared-by", to: uuid(ofPart: relay), "relayed by") }
    for party in claim.about {
      let type = Self.blames(claim, kind(ofEntity: party)) ? "attributed-to" : "mentions"
      object.refer(type, to: uuid(ofPart: party), Self.aboutComment(claim))
    }
    for target in claim.proposition.targets { object.refer("mentions", to: uuid(ofPart: target), "target") }
    if let event = claim.proposition.event { object.refer("mentions", to: uuid(ofPart: event), "event") }
    for answer in claim.answers where index.claims[answer] != nil {
      let relation = Self.answer(claim)
      object.refer(relation.type, to: objectUUID(answer), relation.comment)
    }
    for technique in report.techniques where technique.claims.contains(claim.id) {
      object.refer("mentions", to: objectUUID(technique.id), "technique")
    }
    for evidence in claim.evidence where report.sources.contains(where: { $0.id == evidence.source }) {
      object.refer("extracted-from", to: objectUUID(evidence.source), "evidence")
    }
  }

  private func kind(ofEntity id: String) -> EntityKind? {
    index.entities[id].map { report.entities[$0].kind }
  }

  private static let blamingActs: Set<Act> = [
    .attribute, .accuse, .assess, .charge, .sanction, .condemn, .admit,
  ]

  /// Whether a claim holds the party itself responsible: "hackers backed by X" or "from X" do not mean X.
  static func blames(_ claim: Claim, _ kind: EntityKind?) -> Bool {
    guard claim.polarity == .affirm, blamingActs.contains(claim.act), let kind else { return false }
    return switch claim.level {
    case .state: kind == .state
    case .agency: kind == .agency || kind == .organisation
    case .company: kind == .company || kind == .organisation
    case .person: kind == .person
    case .group, .stateBacked, .unknown: kind == .group || kind == .campaign
    case .fromTerritory: false
    }
  }

  private static func aboutComment(_ claim: Claim) -> String {
    var comment = "about, as \(claim.act.rawValue); level: \(claim.level.rawValue)"
    if claim.polarity == .deny { comment += "; denied" }
    if claim.hedged { comment += "; hedged" }
    return comment
  }

  /// How a claim stands to what it answers.
  private static func answer(_ claim: Claim) -> (type: String, comment: String) {
    if claim.denies { return ("references", "denies") }
    switch claim.act {
    case .support: return ("supports", "supports")
    case .decline: return ("references", "declines to comment on")
    default: return ("references", "answers")
    }
  }

  /// A place in a source: `s1 355–466`, code points, end exclusive.
  static func place(_ source: String, _ start: Int, _ end: Int) -> String { "\(source) \(start)–\(end)" }

  // MARK: Opinions

  /// The value of the opinion that a claim is of what it answers: 0 disagrees, 50 is neutral, 75 agrees; nil where it
  /// is none. Agreeing strongly would be more than backing says.
  private static func opinion(of claim: Claim) -> Int? {
    if claim.denies { return 0 }
    switch claim.act {
    case .support: return 75
    case .decline: return 50
    default: return nil
    }
  }

  /// Notes for each claim who denies it, backs it or will not comment on it.
  mutating func gatherOpinions() {
    var disputes: [String: [String]] = [:]
    for relation in report.relations {
      for claim in relation.disputedBy { disputes[claim, default: []] += relation.claims }
    }
    for claim in report.claims {
      guard let value = Self.opinion(of: claim) else { continue }
      let answered = claim.answers + (claim.denies ? disputes[claim.id] ?? [] : [])
      var seen: Set<String> = [claim.id]
      for id in answered where seen.insert(id).inserted {
        guard let number = index.claims[id] else { continue }
        opinions[number].append(
          EventObject.Opinion(
            key: claim.id, value: value, authors: PlainText.line(authors(of: claim), limit: 255),
            comment: PlainText.clean("\(claim.id): \(words(of: claim))")))
      }
    }
  }

  private func authors(of claim: Claim) -> String {
    if !claim.speakers.isEmpty { return claim.speakers.map(name(ofPart:)).joined(separator: ", ") }
    let source = report.sources.first { $0.id == claim.evidence.first?.source }
    return [source?.publisher, source?.authors.joined(separator: ", "), source?.title].compactMap(\.self)
      .first { !$0.isEmpty } ?? report.producer.name
  }

  private func words(of claim: Claim) -> String {
    let text = claim.proposition.text
    return text.isEmpty ? claim.evidence.first?.exact ?? claim.act.rawValue : text
  }
}
