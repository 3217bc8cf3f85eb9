package import DossierModel
package import DossierTemplate

/// What users' templates can show of a report, by the names that the exporters' READMEs list.
package struct TemplateContext {
  private let index: ReportIndex

  private var report: Report { index.report }
  private var words: Words { index.words }

  /// The context of a report.
  package init(_ index: ReportIndex) { self.index = index }

  /// Every name that a context can have, from a report that has everything.
  package static let names: Set<String> = {
    let mention = Mention(source: "s", start: 0, end: 1, text: "x")
    let report = Report(
      id: "", title: "", language: "en", created: "", producer: Producer(name: ""), marking: Marking(),
      sources: [Source(id: "s", title: "", language: "", mediaType: "", sha256: "", length: 0)],
      entities: [Entity(id: "e", kind: .state, name: "", identifiers: [Identifier(scheme: "", value: "")])],
      events: [Event(id: "v", kind: .other, label: "", impact: [Impact(count: 0, qualifier: nil, unit: "")])],
      claims: [
        Claim(
          id: "c", act: .attribute, speakers: ["e"], about: ["e"],
          evidence: [Evidence(source: "s", start: 0, end: 1, exact: "")])
      ],
      relations: [Relation(id: "r", type: .uses, from: "e", to: "e", claims: ["c"])],
      indicators: [Indicator(id: "i", kind: "", value: "", mention: mention, role: .unknown)],
      techniques: [Technique(id: "t", attackID: "", name: "", mentions: [mention])])
    return TemplateContext(ReportIndex(report, words: .english)).value.names
  }()

  /// The values.
  package var value: TemplateValue {
    let bottomLine = BottomLine(index)
    let created = words.date(report.created) ?? report.created
    return .map([
      "id": .text(report.id), "title": .text(report.title), "language": .text(report.language),
      "created": .text(report.created), "date": .text(created),
      "producer": .text(report.producer.name),
      "tlp": .text(report.marking.tlp.label),
      "summary": .text(
        words.labels.counts(
          report.claims.count, bottomLine.claimantCount, report.sources.count, bottomLine.denialCount)),
      "claim_count": .text("\(report.claims.count)"), "denial_count": .text("\(bottomLine.denialCount)"),
      "responsible": .list(bottomLine.parties.map(party)),
      "judgements": .list(KeyJudgements.choose(index).claims.map(claim)),
      "claims": .list(report.claims.indices.map(claim)),
      "entities": .list(report.entities.indices.map(entity)),
      "events": .list(report.events.indices.map(event)),
      "relations": .list(report.relations.map(relation)),
      "techniques": .list(report.techniques.map(technique)),
      "indicators": .list(report.indicators.map(indicator)),
      "sources": .list(report.sources.map(source)),
    ])
  }

  private func prose(_ write: (inout PlainProse) -> Void) -> TemplateValue {
    var prose = PlainProse(index)
    write(&prose)
    return .text(prose.text)
  }

  private func names(_ ids: [String]) -> TemplateValue {
    .texts(index.entityNumbers(ids).map { index.names[$0] })
  }

  private func joined(_ ids: [String]) -> TemplateValue {
    .text(index.entityNumbers(ids).map { index.names[$0] }.joined(separator: ", "))
  }

  private func text(_ value: String?) -> TemplateValue { .text(value ?? "") }

  private func claimIDs(_ numbers: [Int]) -> TemplateValue { .texts(numbers.map { report.claims[$0].id }) }

  private func party(_ party: BottomLine.Party) -> TemplateValue {
    let sentence = PartySentence(party, in: index)
    return .map([
      "name": .text(index.names[party.entity]),
      "named_by": prose { sentence.writeClaimants(to: &$0) },
      "contested": prose { sentence.writeContesting(to: &$0) },
    ])
  }

  private func claim(_ number: Int) -> TemplateValue {
    let claim = report.claims[number]
    let sentence = ClaimSentence(number, in: index)
    return .map([
      "id": .text(claim.id), "act": .text(claim.act.rawValue), "act_name": text(words.acts[claim.act]?.noun),
      "sentence": prose { sentence.write(to: &$0) },
      "speaker": prose { sentence.writeSpeakers(to: &$0, capitalised: true) },
      "speakers": names(claim.speakers), "about": names(claim.about), "about_names": joined(claim.about),
      "targets": names(claim.proposition.targets), "target_names": joined(claim.proposition.targets),
      "level": .text(claim.level.rawValue), "level_name": text(words.levels[claim.level]?.label),
      "confidence": text(claim.confidence?.words), "likelihood": text(claim.likelihood?.words),
      "confidence_icd203": text(claim.confidence?.level.flatMap { words.confidence[$0] }),
      "likelihood_icd203": text(claim.likelihood.flatMap(words.estimate)),
      "hedged": .flag(claim.hedged), "quoted": .flag(claim.quoted), "denies": .flag(claim.denies),
      "proposition": .text(claim.proposition.text), "channel": text(claim.channel),
      "when": text(claim.time.flatMap(words.interval)),
      "contested_by": claimIDs(index.contesting[number]), "supported_by": claimIDs(index.supporting[number]),
      "answers": claimIDs(index.claimNumbers(claim.answers)),
      "evidence": .list(
        claim.evidence.map { evidence in
          .map([
            "source": .text(evidence.source), "start": .text("\(evidence.start)"),
            "end": .text("\(evidence.end)"),
            "exact": .text(evidence.exact), "prefix": .text(evidence.prefix),
            "suffix": .text(evidence.suffix),
          ])
        }),
    ])
  }

  private func entity(_ number: Int) -> TemplateValue {
    let entity = report.entities[number]
    return .map([
      "id": .text(entity.id), "name": .text(index.names[number]), "kind": .text(entity.kind.rawValue),
      "kind_name": text(words.kinds[entity.kind]), "role": text(entity.role),
      "part_of": joined(entity.partOf.map { [$0] } ?? []), "other_names": .texts(index.otherNames(number)),
      "identifiers": .list(
        entity.identifiers.map { .map(["scheme": .text($0.scheme), "value": .text($0.value)]) }),
    ])
  }

  private func event(_ number: Int) -> TemplateValue {
    let event = report.events[number]
    return .map([
      "id": .text(event.id), "label": .text(event.label), "kind": .text(event.kind.rawValue),
      "kind_name": text(words.behaviours[event.kind]?.noun), "when": text(event.time.flatMap(words.interval)),
      "time_words": text(event.time?.words), "targets": names(event.targets),
      "claims": claimIDs(index.claimsOfEvent[number]),
      "impact": .list(
        event.impact.map { impact in
          .map([
            "qualifier": text(impact.qualifier), "count": .text(words.number(impact.count)),
            "unit": .text(impact.unit),
          ])
        }),
    ])
  }

  private func name(_ id: String) -> String {
    if let entity = index.entities[id] { return index.names[entity] }
    if let event = index.events[id] { return report.events[event].label }
    if let technique = index.techniques[id] { return report.techniques[technique].attackID }
    return id
  }

  private func relation(_ relation: Relation) -> TemplateValue {
    .map([
      "from": .text(name(relation.from)), "to": .text(name(relation.to)),
      "type": .text(relation.type.rawValue),
      "type_name": text(words.relations[relation.type]), "claims": .texts(relation.claims),
      "disputed_by": .texts(relation.disputedBy),
    ])
  }

  private func technique(_ technique: Technique) -> TemplateValue {
    .map([
      "id": .text(technique.id), "attack_id": .text(technique.attackID), "name": .text(technique.name),
      "claims": .texts(technique.claims),
    ])
  }

  private func indicator(_ indicator: Indicator) -> TemplateValue {
    .map([
      "id": .text(indicator.id), "kind": .text(indicator.kind),
      "value": .text(index.addresses.value(indicator.value, kind: indicator.kind)),
      "role": .text(indicator.role.rawValue), "role_name": text(words.roles[indicator.role]),
      "marks": .texts(indicator.marks.map(\.rawValue)),
    ])
  }

  private func source(_ source: Source) -> TemplateValue {
    .map([
      "id": .text(source.id), "title": .text(source.title), "publisher": text(source.publisher),
      "authors": .texts(source.authors), "published": text(source.published),
      "language": .text(source.language),
      "url": text(source.url.map(index.addresses.url)), "sha256": .text(source.sha256),
      "length": .text("\(source.length)"),
    ])
  }
}
