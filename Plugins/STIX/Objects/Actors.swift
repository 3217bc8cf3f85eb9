import DossierModel
import DossierText

/// Parties in the role of whom a claim blames: threat actors and intrusion sets (sections 4.8 and 4.17).
extension BundleWriter {
  /// The object that stands for a blamed party at a level; written when first needed.
  ///
  /// "State-backed hackers of X" are not X: where the level is not the party's own kind, the actor is a thing apart,
  /// linked to the party by the extension only.
  mutating func actor(ofEntity index: Int, level: Level) -> String {
    let entity = report.entities[index]
    if entity.kind == .group || entity.kind == .campaign { return objectID(ofEntity: index) }
    let isItself = Self.isItself(entity.kind, level)
    let key = isItself ? "actor \(entity.id)" : "actor \(entity.id) \(level.rawValue)"
    return ensure(key, "threat-actor") { writer, id in
      writer.open("threat-actor", id)
      writer.json.field("name", isItself ? entity.name : "\(entity.name) (\(writer.words.level(level)))")
      writer.json.field("description", writer.words.actorDescription)
      writer.json.field("threat_actor_types", ["unknown"])
      writer.openExtension()
      writer.json.field("party_ref", writer.objectID(ofEntity: index))
      if !isItself { writer.json.field("level", level.rawValue) }
      writer.closeExtension()
      writer.close()
    }
  }

  private static func isItself(_ kind: EntityKind, _ level: Level) -> Bool {
    switch level {
    case .unknown: true
    case .state: kind == .state
    case .agency: kind == .agency || kind == .organisation
    case .company: kind == .company || kind == .organisation
    case .person: kind == .person
    case .group, .stateBacked, .fromTerritory: false
    }
  }

  /// The campaign that an event is.
  func campaignID(ofEvent index: Int) -> String { campaigns[index] }

  mutating func writeEvent(_ index: Int) {
    let event = report.events[index]
    open("campaign", campaignID(ofEvent: index))
    json.field("name", event.label.isEmpty ? event.kind.rawValue : event.label)
    json.field("description", words.campaignDescription)
    if let day = event.time?.earliest, day == event.time?.latest {
      json.field("first_seen", "\(day)T00:00:00.000Z")
      json.field("last_seen", "\(day)T23:59:59.000Z")
    }
    openExtension()
    json.field("part", event.id)
    json.field("kind", event.kind.rawValue)
    if event.label.isEmpty { json.field("label", "") }
    json.field("target_refs", event.targets.compactMap { entities[$0] }.map { objectID(ofEntity: $0) })
    json.time(event.time)
    json.field("impact", event.impact) { json, impact in
      json.beginObject()
      json.field("count", impact.count)
      json.field(ifPresent: "qualifier", impact.qualifier)
      json.field("unit", impact.unit)
      json.endObject()
    }
    closeExtension()
    close()
  }

  /// The campaign that stands for what one claim speaks of where it names no event; written when first needed.
  mutating func campaign(ofClaim claim: Claim) -> String {
    if let event = claim.proposition.event.flatMap({ events[$0] }) { return campaignID(ofEvent: event) }
    return ensure("activity \(claim.id)", "campaign") { writer, id in
      writer.open("campaign", id)
      let text = claim.proposition.text
      writer.json.field("name", text.isEmpty ? claim.id : Self.shortened(text))
      writer.json.field("description", writer.words.campaignDescription)
      writer.openExtension()
      writer.json.field("claim", claim.id)
      writer.closeExtension()
      writer.close()
    }
  }

  /// The first words of a text, up to 80 code points.
  private static func shortened(_ text: String) -> String {
    if text.unicodeScalars.count <= 80 { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(79))) + "…"
  }

  /// Who creates what a claim asserts: its speakers, or the outlet where the article speaks in its own voice.
  mutating func claimants(of claim: Claim) -> [String] {
    let speakers = claim.speakers.compactMap { entities[$0] }.map { identity(ofEntity: $0) }
    if !speakers.isEmpty { return speakers }
    let source = claim.evidence.first?.source ?? ""
    return [
      ensure("voice \(source)", "identity") { writer, id in
        let source = writer.report.sources.first { $0.id == source }
        let name = [source?.publisher, source?.authors.joined(separator: ", "), source?.title].compactMap(
          \.self
        )
        .first { !$0.isEmpty }
        writer.open("identity", id)
        writer.json.field("name", name ?? writer.words.unnamedSource)
        writer.json.field("identity_class", source?.publisher?.isEmpty == false ? "organization" : "unknown")
        writer.close()
      }
    ]
  }
}
