import DossierModel
import DossierPluginKit

/// One report in the course of its redaction.
struct RedactionRun {
  private(set) var report: Report
  private(set) var hiding: NameHiding
  private let word: String

  init(_ report: Report, _ parties: HiddenParties, word: String) {
    self.report = report
    hiding = NameHiding(parties)
    self.word = word
  }

  /// Hides every name.
  mutating func hideAll() {
    renameParts()
    hideHead()
    hideSources()
    // Evidence before the entities, whose mentions tell where names stand.
    for number in report.claims.indices { hideClaim(number) }
    hideEntities()
    hideEvents()
    hideFindings()
  }

  // MARK: Parts

  /// Ids that are made of names become plain ones.
  private mutating func renameParts() {
    let ids = report.allPartIDs
    guard ids.contains(where: { hiding.parties.search.owner(ofValue: $0) != nil }) else { return }
    let renaming = PartRenaming(report)
    report = renaming.renamed(report)
    hiding.parties.rename(renaming)
  }

  private mutating func hideHead() {
    hiding.hide(&report.title, nil, "title")
    hiding.hide(&report.language, nil, "language")
    hiding.hide(&report.producer.name, nil, "producer.name")
  }

  private mutating func hideSources() {
    for number in report.sources.indices {
      let id = report.sources[number].id
      hiding.hide(&report.sources[number].title, id, "sources.title")
      hiding.hide(&report.sources[number].publisher, id, "sources.publisher")
      hiding.hide(&report.sources[number].translationOf, id, "sources.translation_of")
      hiding.hide(&report.sources[number].published, id, "sources.published")
      hiding.hide(&report.sources[number].language, id, "sources.language")
      hiding.hide(&report.sources[number].mediaType, id, "sources.media_type")
      hiding.drop(&report.sources[number].url, id, "sources.url")
      for author in report.sources[number].authors.indices {
        hiding.hide(&report.sources[number].authors[author], id, "sources.authors")
      }
    }
  }

  private mutating func hideClaim(_ number: Int) {
    let id = report.claims[number].id
    var claim = report.claims[number]
    let originals = claim.evidence
    var hidden: [[Unicode.Scalar]] = []
    for place in claim.evidence.indices { hidden.append(hideEvidence(&claim.evidence[place], of: id)) }
    // Words taken from the evidence lose what the evidence lost.
    func hiddenCopy(_ text: String) -> String? {
      let words = Array(text.unicodeScalars)
      guard !words.isEmpty else { return nil }
      for (original, hidden) in zip(originals, hidden) {
        let exact = Array(original.exact.unicodeScalars)
        guard exact.count == hidden.count, words.count <= exact.count else { continue }
        let start = (0...(exact.count - words.count)).first { exact[$0...].starts(with: words) }
        if let start { return String(Array(hidden[start..<(start + words.count)])) }
      }
      return nil
    }
    func quoted(_ text: inout String, _ what: String, _ hiding: inout NameHiding) {
      if let copy = hiddenCopy(text), copy != text {
        text = copy
        hiding.lose(id, what)
      }
      hiding.hide(&text, id, what)
    }
    func quoted(_ text: inout String?, _ what: String, _ hiding: inout NameHiding) {
      guard var value = text else { return }
      quoted(&value, what, &hiding)
      text = value
    }
    quoted(&claim.proposition.text, "claims.proposition.text", &hiding)
    quoted(&claim.channel, "claims.channel", &hiding)
    hiding.hide(&claim.rule, id, "claims.rule")
    if var confidence = claim.confidence {
      quoted(&confidence.words, "claims.confidence.words", &hiding)
      claim.confidence = confidence
    }
    if var likelihood = claim.likelihood {
      quoted(&likelihood.words, "claims.likelihood.words", &hiding)
      claim.likelihood = likelihood
    }
    if var time = claim.time {
      quoted(&time.words, "claims.time.words", &hiding)
      claim.time = time
    }
    for place in claim.unresolved.indices {
      quoted(&claim.unresolved[place].words, "claims.unresolved.words", &hiding)
      hiding.hide(&claim.unresolved[place].reason, id, "claims.unresolved.reason")
    }
    report.claims[number] = claim
  }

  /// Hides names in a passage and around it, also those that its edges cut; returns the passage's code points.
  private mutating func hideEvidence(_ evidence: inout Evidence, of claim: String) -> [Unicode.Scalar] {
    let before = evidence.prefix.unicodeScalars.count
    let within = evidence.exact.unicodeScalars.count
    let start = evidence.start - before
    let places = hiding.parties.places(
      in: evidence.source, from: start, count: before + within + evidence.suffix.unicodeScalars.count)
    // Names that the passage's edges cut, then those that lie within the parts.
    let (scalars, _) = hiding.bars(
      evidence.prefix + evidence.exact + evidence.suffix, hiding: places, cut: true)
    var parts = [scalars[..<before], scalars[before..<(before + within)], scalars[(before + within)...]].map {
      String(Array($0))
    }
    for number in parts.indices { parts[number] = String(hiding.bars(parts[number]).text) }
    hiding.drop(&evidence.xpath, claim, "claims.evidence.xpath")
    if parts[0] != evidence.prefix { hiding.lose(claim, "claims.evidence.prefix") }
    if parts[1] != evidence.exact { hiding.lose(claim, "claims.evidence.exact") }
    if parts[2] != evidence.suffix { hiding.lose(claim, "claims.evidence.suffix") }
    (evidence.prefix, evidence.exact, evidence.suffix) = (parts[0], parts[1], parts[2])
    return Array(parts[1].unicodeScalars)
  }

  private mutating func hideEntities() {
    for number in report.entities.indices {
      var entity = report.entities[number]
      if let name = hiding.parties.entities[entity.id] {
        hiding.found.insert(name)
        hideWhole(&entity, as: "[\(word) \(name + 1)]")
      } else {
        hiding.hide(&entity.name, entity.id, "entities.name")
        hideRole(&entity)
        for (language, name) in entity.names.sorted(by: { $0.key < $1.key }) {
          var name = name
          hiding.hide(&name, entity.id, "entities.names")
          entity.names[language] = name
        }
        for alias in entity.aliases.indices {
          hiding.hide(&entity.aliases[alias], entity.id, "entities.aliases")
        }
        hiding.hide(&entity.mentions, entity.id, "entities.mentions.text")
        let kept = entity.identifiers.filter { hiding.parties.search.owner(ofValue: $0.value) == nil }
        if kept.count < entity.identifiers.count { hiding.lose(entity.id, "entities.identifiers") }
        entity.identifiers = kept
      }
      report.entities[number] = entity
    }
  }

  /// Who is described by a hidden party is described without it: the spokesman of somebody.
  private mutating func hideRole(_ entity: inout Entity) {
    guard let role = entity.role else { return }
    let described = hiding.parties.wideSearch.find(in: FoldedWords(role))
    let (scalars, isChanged) = hiding.bars(role, hiding: described.map(\.range))
    guard isChanged else { return }
    entity.role = String(scalars)
    hiding.lose(entity.id, "entities.role")
  }

  /// Leaves of a hidden party what it is and what it does, and nothing that says who it is.
  private mutating func hideWhole(_ entity: inout Entity, as name: String) {
    entity.name = name
    hiding.lose(entity.id, "entities.name")
    if !entity.names.isEmpty { hiding.lose(entity.id, "entities.names") }
    if !entity.aliases.isEmpty { hiding.lose(entity.id, "entities.aliases") }
    if entity.role != nil { hiding.lose(entity.id, "entities.role") }
    if !entity.identifiers.isEmpty { hiding.lose(entity.id, "entities.identifiers") }
    if !entity.mentions.isEmpty { hiding.lose(entity.id, "entities.mentions.text") }
    (entity.names, entity.aliases, entity.role, entity.identifiers) = ([:], [], nil, [])
    for number in entity.mentions.indices {
      let count = entity.mentions[number].text.unicodeScalars.count
      entity.mentions[number].text = String([Unicode.Scalar](repeating: Redaction.bar, count: count))
    }
  }

  private mutating func hideEvents() {
    for number in report.events.indices {
      let id = report.events[number].id
      hiding.hide(&report.events[number].label, id, "events.label")
      if var time = report.events[number].time {
        hiding.hide(&time.words, id, "events.time.words")
        report.events[number].time = time
      }
      for impact in report.events[number].impact.indices {
        hiding.hide(&report.events[number].impact[impact].unit, id, "events.impact.unit")
        hiding.hide(&report.events[number].impact[impact].qualifier, id, "events.impact.qualifier")
      }
    }
  }

  private mutating func hideFindings() {
    let lost = Set(
      report.indicators.filter { indicator in
        [indicator.value, indicator.mention.text, indicator.kind].contains {
          hiding.parties.search.owner(ofValue: $0) != nil
        }
      }.map(\.id))
    for id in lost.sorted() { hiding.lose(id, "indicators") }
    for value in report.indicators where lost.contains(value.id) {
      if let number = hiding.parties.search.owner(ofValue: value.value) { hiding.found.insert(number) }
    }
    report.indicators.removeAll { lost.contains($0.id) }
    for relation in report.relations where lost.contains(relation.from) {
      hiding.lose(relation.id, "relations")
    }
    report.relations.removeAll { lost.contains($0.from) }
    for number in report.relations.indices {
      guard var confidence = report.relations[number].confidence else { continue }
      hiding.hide(&confidence.words, report.relations[number].id, "relations.confidence.words")
      report.relations[number].confidence = confidence
    }
    for number in report.techniques.indices {
      let id = report.techniques[number].id
      hiding.hide(&report.techniques[number].name, id, "techniques.name")
      hiding.hide(&report.techniques[number].mentions, id, "techniques.mentions.text")
    }
    hideCandidates()
  }

  /// Takes out what may name a hidden party: a candidate's only use is its name.
  private mutating func hideCandidates() {
    let kept = report.candidates.filter { candidate in
      [candidate.mention.text, candidate.name ?? "", candidate.reason].allSatisfy { words in
        hiding.parties.search.owner(ofValue: words) == nil
          && hiding.parties.search.find(in: FoldedWords(words)).isEmpty
      }
    }
    if kept.count < report.candidates.count { hiding.lose(nil, "candidates") }
    report.candidates = kept
  }
}
