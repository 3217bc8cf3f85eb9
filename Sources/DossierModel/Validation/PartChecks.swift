import DossierText

extension ReportCheck {
  mutating func sources() {
    for source in report.sources {
      if let published = source.published, !CalendarDate.isDateOfAnyPrecision(published) {
        wrong("bad-value", "source \(source.id): '\(published)' is not a date")
      }
      if let reliability = source.reliability, !Source.reliabilities.contains(reliability) {
        wrong("bad-value", "source \(source.id): reliability '\(reliability)' is not A to F")
      }
      if let text = texts[source.id], Int(text.index.count) != source.length {
        wrong(
          "bad-value", "source \(source.id): length \(source.length), but the text has \(text.index.count)")
      }
    }
  }

  mutating func entities() {
    for entity in report.entities {
      let owner = "entity \(entity.id)"
      if entity.name.isEmpty { wrong("bad-value", "\(owner) has no name") }
      if let parent = entity.partOf {
        refer([parent], to: entityIDs, owner, "part_of")
        if parent == entity.id { wrong("self-reference", "\(owner) is part of itself") }
      }
      mentions(entity.mentions, owner)
    }
  }

  mutating func events() {
    for event in report.events {
      let owner = "event \(event.id)"
      refer(event.targets, to: entityIDs, owner, "targets")
      time(event.time, owner)
    }
  }

  mutating func claims() {
    for claim in report.claims {
      let owner = "claim \(claim.id)"
      refer(claim.speakers, to: entityIDs, owner, "speakers")
      refer(claim.relayedBy, to: entityIDs, owner, "relayed_by")
      refer(claim.about, to: entityIDs, owner, "about")
      refer(claim.proposition.targets, to: entityIDs, owner, "targets")
      refer(claim.proposition.event.map { [$0] } ?? [], to: eventIDs, owner, "event")
      refer(claim.answers, to: claimIDs, owner, "answers")
      if claim.answers.contains(claim.id) { wrong("self-answer", "\(owner) answers itself") }
      if claim.act == .deny, claim.polarity != .deny {
        wrong("bad-value", "\(owner): a denial has polarity 'deny'")
      }
      if let low = claim.likelihood?.low, let high = claim.likelihood?.high, low > high {
        wrong("bad-value", "\(owner): the likelihood's low \(low) is above its high \(high)")
      }
      for bound in [claim.likelihood?.low, claim.likelihood?.high] {
        if let bound, !(0...100).contains(bound) {
          wrong("bad-value", "\(owner): \(bound) is not a per cent")
        }
      }
      for party in claim.unresolved where !UnresolvedParty.roles.contains(party.role) {
        wrong("bad-value", "\(owner): '\(party.role)' is not a role of an unresolved party")
      }
      time(claim.time, owner)
      evidence(of: claim, owner)
    }
  }

  private mutating func evidence(of claim: Claim, _ owner: String) {
    if claim.evidence.isEmpty { wrong("no-evidence", "\(owner) has no evidence") }
    for evidence in claim.evidence {
      place(evidence.start, evidence.end, in: evidence.source, words: evidence.exact, "evidence of \(owner)")
      for span in evidence.speaker + evidence.cue + evidence.content {
        place(span.start, span.end, in: evidence.source, words: nil, "a span of \(owner)")
      }
    }
  }

  mutating func relations() {
    let ends = entityIDs.union(eventIDs)
    let sources = ends.union(report.indicators.map(\.id))
    let destinations = ends.union(report.techniques.map(\.id))
    var deniers: [String: [String]] = [:]
    for claim in report.claims where claim.act == .deny {
      for answered in claim.answers { deniers[answered, default: []].append(claim.id) }
    }
    for relation in report.relations {
      let owner = "relation \(relation.id)"
      if relation.claims.isEmpty { wrong("no-claim", "\(owner) has no claim that asserts it") }
      refer([relation.from], to: sources, owner, "from")
      refer([relation.to], to: destinations, owner, "to")
      refer(relation.claims, to: claimIDs, owner, "claims")
      refer(relation.disputedBy, to: claimIDs, owner, "disputed_by")
      for denier in relation.claims.flatMap({ deniers[$0] ?? [] })
      where !relation.disputedBy.contains(denier) && !relation.claims.contains(denier) {
        wrong("undisputed", "\(owner): claim \(denier) denies it, but 'disputed_by' lacks it")
      }
    }
  }

  mutating func findings() {
    for indicator in report.indicators {
      if indicator.value.isEmpty { wrong("bad-value", "indicator \(indicator.id) has no value") }
      mentions([indicator.mention], "indicator \(indicator.id)")
    }
    for technique in report.techniques {
      mentions(technique.mentions, "technique \(technique.id)")
      refer(technique.claims, to: claimIDs, "technique \(technique.id)", "claims")
    }
    for (number, candidate) in report.candidates.enumerated() {
      mentions([candidate.mention], "candidate \(number + 1)")
    }
  }
}
