import DossierBriefing
import DossierModel

extension MarkdownBriefing {
  /// Starts a table: head and rule.
  private mutating func table(_ columns: [String]) {
    text.words("|")
    for column in columns {
      text.words(" ")
      text.words(column)
      text.words(" |")
    }
    text.words("\n|")
    for _ in columns { text.words(" --- |") }
    text.words("\n|")
  }

  /// Writes a cell of the row.
  private mutating func cell(_ write: (inout Self) -> Void) {
    text.words(" ")
    write(&self)
    text.words(" |")
  }

  /// Ends a row, and the table after the last one.
  private mutating func endRow(isLast: Bool) { text.words(isLast ? "\n\n" : "\n|") }

  private mutating func writeReferences(_ claims: [Int]) {
    for (place, claim) in claims.enumerated() {
      if place > 0 { text.words(" ") }
      text.reference(claim)
    }
  }

  /// Writes references with the level of each claim, so that a relation says no more than its claims do.
  private mutating func writeReferencesByLevel(_ claims: [Int]) {
    for (place, number) in claims.enumerated() {
      if place > 0 { text.words(", ") }
      text.reference(number)
      let level = report.claims[number].level
      guard level != .unknown, let label = words.levels[level]?.label else { continue }
      text.words(" (")
      text.words(label)
      text.words(")")
    }
  }

  mutating func writeTimeline() {
    let timeline = Timeline(index)
    guard !timeline.entries.isEmpty else { return }
    title(labels.timeline)
    table([labels.when, labels.what, labels.claim])
    for (place, entry) in timeline.entries.enumerated() {
      cell { briefing in
        briefing.text.words(entry.when)
        if !entry.words.isEmpty {
          if !entry.when.isEmpty { briefing.text.words(" ") }
          briefing.text.quoted(entry.words)
        }
      }
      switch entry.subject {
      case .event(let number):
        cell { briefing in
          briefing.text.field(briefing.labels.happened)
          briefing.writeEventName(briefing.report.events[number])
        }
        cell { $0.writeEventReferences(number) }
      case .claim(let number):
        cell { briefing in
          briefing.text.field(briefing.labels.said)
          ClaimSentence(number, in: briefing.index).writeSpeakers(to: &briefing.text, capitalised: false)
          briefing.text.words(", ")
          briefing.text.words(briefing.words.acts[briefing.report.claims[number].act]?.noun ?? "")
        }
        cell { $0.text.reference(number) }
      case .publication(let number):
        cell { briefing in
          briefing.text.words(briefing.labels.published)
          briefing.text.words(" ")
          briefing.text.quoted(briefing.report.sources[number].title)
        }
        cell { $0.text.sourceText($0.report.sources[number].id) }
      }
      endRow(isLast: place + 1 == timeline.entries.count)
    }
  }

  mutating func writeEventName(_ event: Event) {
    text.words(words.behaviours[event.kind]?.noun ?? event.kind.rawValue)
    if !event.label.isEmpty {
      text.words(", ")
      text.sourceText(event.label)
    }
  }

  private mutating func writeEventReferences(_ event: Int) {
    let claims = index.claimsOfEvent[event]
    if claims.isEmpty { text.words(labels.noClaimRefers) } else { writeReferences(claims) }
  }

  mutating func writeEvents() {
    guard !report.events.isEmpty else { return }
    title(labels.events)
    table([labels.identifier, labels.happened, labels.targets, labels.when, labels.impact, labels.claim])
    for (number, event) in report.events.enumerated() {
      cell { $0.text.sourceText(event.id) }
      cell { $0.writeEventName(event) }
      cell { $0.writeNames(event.targets) }
      cell { briefing in if let time = event.time { briefing.writeTime(time) } }
      cell { briefing in
        for (place, impact) in event.impact.enumerated() {
          if place > 0 { briefing.text.words(", ") }
          if let qualifier = impact.qualifier {
            briefing.text.sourceText(qualifier)
            briefing.text.words(" ")
          }
          briefing.text.words(briefing.words.number(impact.count))
          briefing.text.words(" ")
          briefing.text.sourceText(impact.unit)
        }
      }
      cell { $0.writeEventReferences(number) }
      endRow(isLast: number + 1 == report.events.count)
    }
  }

  mutating func writeTechniques() {
    guard !report.techniques.isEmpty else { return }
    title(labels.techniques)
    table([labels.identifier, labels.name, labels.mention, labels.claim])
    for (number, technique) in report.techniques.enumerated() {
      cell { $0.text.code(technique.attackID) }
      cell { $0.text.sourceText(technique.name) }
      cell { briefing in
        for (place, mention) in technique.mentions.enumerated() {
          if place > 0 { briefing.text.words(briefing.words.typography.semicolon) }
          briefing.writeMention(mention)
        }
      }
      cell { $0.writeReferences($0.index.claimNumbers(technique.claims)) }
      endRow(isLast: number + 1 == report.techniques.count)
    }
  }

  private mutating func writeMention(_ mention: Mention) {
    text.quoted(mention.text)
    text.words(" (")
    text.place(mention.source, mention.start, mention.end)
    text.words(")")
  }

  mutating func writeIndicators() {
    guard !report.indicators.isEmpty else { return }
    title(labels.indicators)
    table([labels.kind, labels.value, labels.role, labels.mention])
    for (number, indicator) in report.indicators.enumerated() {
      cell { $0.text.sourceText(indicator.kind) }
      cell { $0.text.code($0.index.addresses.value(indicator.value, kind: indicator.kind)) }
      cell { $0.text.words($0.words.part(of: indicator)) }
      cell { briefing in
        briefing.text.code(briefing.index.addresses.value(indicator.mention.text, kind: indicator.kind))
        briefing.text.words(" (")
        let mention = indicator.mention
        briefing.text.place(mention.source, mention.start, mention.end)
        briefing.text.words(")")
      }
      endRow(isLast: number + 1 == report.indicators.count)
    }
  }

  mutating func writeConnections() {
    guard !report.relations.isEmpty else { return }
    title(labels.connections)
    table([labels.from, labels.relation, labels.to, labels.claim, labels.disputed, labels.confidence])
    for (number, relation) in report.relations.enumerated() {
      cell { $0.writeName(relation.from) }
      cell { $0.text.words($0.words.relations[relation.type] ?? "") }
      cell { $0.writeName(relation.to) }
      cell { $0.writeReferencesByLevel($0.index.claimNumbers(relation.claims)) }
      cell { $0.writeReferences($0.index.claimNumbers(relation.disputedBy)) }
      cell { briefing in
        guard let confidence = relation.confidence else { return }
        if let written = confidence.words { briefing.text.quoted(written) }
        if let level = confidence.level {
          briefing.text.words(
            (confidence.words == nil ? "" : ", ") + (briefing.words.confidence[level] ?? ""))
        }
      }
      endRow(isLast: number + 1 == report.relations.count)
    }
  }

  mutating func writeParties() {
    guard !report.entities.isEmpty else { return }
    title(labels.parties)
    table([labels.name, labels.kind, labels.partOf, labels.role, labels.aliases, labels.identifiers])
    for (number, entity) in report.entities.enumerated() {
      cell { $0.text.name(number) }
      cell { $0.text.words($0.words.kinds[entity.kind] ?? "") }
      cell { briefing in if let id = entity.partOf { briefing.writeName(id) } }
      cell { $0.text.sourceText(entity.role ?? "") }
      cell { $0.text.sourceText($0.index.otherNames(number).joined(separator: ", ")) }
      cell { briefing in
        briefing.text.sourceText(
          entity.identifiers.map { "\($0.scheme) \($0.value)" }.joined(separator: ", "))
      }
      endRow(isLast: number + 1 == report.entities.count)
    }
  }

  mutating func writeSources() {
    guard !report.sources.isEmpty else { return }
    title(labels.sources)
    for source in report.sources {
      text.words("- **")
      text.sourceText(source.id)
      text.field("**")
      text.quoted(source.title)
      text.words("\n")
      let published = source.published.map { given in
        guard let date = words.date(given) else { return given }
        return given.utf8.count > 10 ? "\(date) (\(given))" : date
      }
      for (label, value) in [
        (labels.publisher, source.publisher),
        (labels.authors, source.authors.isEmpty ? nil : source.authors.joined(separator: ", ")),
        (labels.publishedOn, published), (labels.translationOf, source.translationOf),
        (labels.reliability, source.reliability),
      ] {
        guard let value else { continue }
        text.words("  - ")
        text.field(label)
        text.sourceText(value)
        text.words("\n")
      }
      for (label, value) in [
        (labels.language, source.language), (labels.address, source.url.map(index.addresses.url)),
        (labels.mediaType, source.mediaType), (labels.hash, source.sha256),
      ] {
        guard let value, !value.isEmpty else { continue }
        text.words("  - ")
        text.field(label)
        text.code(value)
        text.words("\n")
      }
      text.words("  - ")
      text.field(labels.length)
      text.words(words.number(source.length))
      text.words(" ")
      text.words(labels.characters)
      text.words("\n")
    }
    text.words("\n")
  }

  mutating func writeReading() {
    title(labels.reading)
    for paragraph in labels.howToRead {
      text.words(paragraph)
      text.words("\n\n")
    }
  }
}
