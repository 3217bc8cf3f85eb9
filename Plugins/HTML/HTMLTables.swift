import DossierBriefing
import DossierModel

extension HTMLPage {
  /// Writes a table that scrolls by itself where it is wider than the page.
  private mutating func table(_ label: String, _ columns: [String], _ writeRows: (inout Self) -> Void) {
    text.markup(
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"\(label)\">\n<table>\n<thead><tr>")
    for column in columns { text.markup("<th scope=\"col\">\(column)</th>") }
    text.markup("</tr></thead>\n<tbody>\n")
    writeRows(&self)
    text.markup("</tbody>\n</table>\n</div>\n")
  }

  private mutating func cell(_ write: (inout Self) -> Void) {
    text.markup("<td>")
    write(&self)
    text.markup("</td>")
  }

  private mutating func row(_ write: (inout Self) -> Void) {
    text.markup("<tr>")
    write(&self)
    text.markup("</tr>\n")
  }

  private mutating func writeReferences(_ claims: [Int], levels: Bool = false) {
    for (place, number) in claims.enumerated() {
      if place > 0 { text.markup(" ") }
      text.reference(number)
      let level = report.claims[number].level
      if levels, level != .unknown { text.markup(" (\(words.levels[level]?.label ?? ""))") }
    }
  }

  private mutating func writeEventReferences(_ event: Int) {
    let claims = index.claimsOfEvent[event]
    if claims.isEmpty { text.markup(labels.noClaimRefers) } else { writeReferences(claims) }
  }

  // MARK: - Names and times

  /// The names of parts; an id that no part has stands for itself.
  mutating func writeNames(_ ids: [String]) {
    for (place, id) in ids.enumerated() {
      if place > 0 { text.markup(", ") }
      writeName(id)
    }
  }

  private mutating func writeName(_ id: String) {
    if let entity = index.entities[id] {
      text.name(entity)
    } else if let event = index.events[id] {
      writeEventName(report.events[event])
    } else if let technique = index.techniques[id] {
      code(report.techniques[technique].attackID)
    } else if let indicator = index.indicators[id] {
      code(index.addresses.value(report.indicators[indicator].value, kind: report.indicators[indicator].kind))
    } else {
      text.sourceText(id)
    }
  }

  private mutating func writeEventName(_ event: Event) {
    text.markup("\(words.behaviours[event.kind]?.noun ?? "")")
    if !event.label.isEmpty {
      text.markup(", <bdi>")
      text.sourceText(event.label)
      text.markup("</bdi>")
    }
  }

  /// A time in the briefing's language, and in the source's words.
  mutating func writeTime(_ time: TimeInterval) {
    let interval = words.interval(time)
    text.markup(interval ?? "")
    if time.words.isEmpty { return }
    if interval != nil { text.markup(" (") }
    text.quoted(time.words, words.typography)
    if interval != nil { text.markup(")") }
  }

  private mutating func writePlace(_ mention: Mention) {
    text.markup(" <span class=\"place\">")
    text.sourceText(labels.place(mention.source, mention.start, mention.end))
    text.markup("</span>")
  }

  // MARK: - Sections

  mutating func writeTimeline() {
    text.markup("<ol class=\"timeline\">\n")
    for entry in Timeline(index).entries {
      text.markup("<li><b>\(entry.when)")
      if !entry.words.isEmpty {
        if !entry.when.isEmpty { text.markup(" · ") }
        text.quoted(entry.words, words.typography)
      }
      text.markup("</b>")
      switch entry.subject {
      case .event(let number):
        text.markup(labels.happened + words.typography.colon)
        writeEventName(report.events[number])
        text.markup(" ")
        writeEventReferences(number)
      case .claim(let number):
        text.markup(labels.said + words.typography.colon)
        ClaimSentence(number, in: index).writeSpeakers(to: &text, capitalised: false)
        text.markup(", \(words.acts[report.claims[number].act]?.noun ?? "") ")
        text.reference(number)
      case .publication(let number):
        let source = report.sources[number]
        text.markup("\(labels.published) ")
        text.quoted(source.title, words.typography, language: source.language)
        text.markup(" (")
        text.sourceText(source.id)
        text.markup(")")
      }
      text.markup("</li>\n")
    }
    text.markup("</ol>\n")
  }

  mutating func writeEvents() {
    let columns = [
      labels.identifier, labels.happened, labels.targets, labels.when, labels.impact, labels.claim,
    ]
    table(labels.events, columns) { page in
      for (number, event) in page.report.events.enumerated() {
        page.row { page in
          page.cell { $0.text.sourceText(event.id) }
          page.cell { $0.writeEventName(event) }
          page.cell { $0.writeNames(event.targets) }
          page.cell { page in if let time = event.time { page.writeTime(time) } }
          page.cell { page in
            for (place, impact) in event.impact.enumerated() {
              if place > 0 { page.text.markup(", ") }
              page.text.sourceText(impact.qualifier.map { "\($0) " } ?? "")
              page.text.markup("\(page.words.number(impact.count)) ")
              page.text.sourceText(impact.unit)
            }
          }
          page.cell { $0.writeEventReferences(number) }
        }
      }
    }
  }

  mutating func writeTechniques() {
    table(labels.techniques, [labels.identifier, labels.name, labels.mention, labels.claim]) { page in
      for technique in page.report.techniques {
        page.row { page in
          page.cell { $0.code(technique.attackID) }
          page.cell { $0.text.sourceText(technique.name) }
          page.cell { page in
            for mention in technique.mentions {
              page.text.quoted(
                mention.text, page.words.typography, language: page.language(of: mention.source))
              page.writePlace(mention)
              page.text.markup(" ")
            }
          }
          page.cell { $0.writeReferences($0.index.claimNumbers(technique.claims)) }
        }
      }
    }
  }

  mutating func writeIndicators() {
    table(labels.indicators, [labels.kind, labels.value, labels.role, labels.mention]) { page in
      for indicator in page.report.indicators {
        page.row { page in
          page.cell { $0.text.sourceText(indicator.kind) }
          page.cell { $0.code($0.index.addresses.value(indicator.value, kind: indicator.kind)) }
          page.cell { $0.text.markup($0.words.part(of: indicator)) }
          page.cell { page in
            page.code(page.index.addresses.value(indicator.mention.text, kind: indicator.kind))
            page.writePlace(indicator.mention)
          }
        }
      }
    }
  }

  mutating func writeConnections() {
    let columns = [
      labels.from, labels.relation, labels.to, labels.claim, labels.disputed, labels.confidence,
    ]
    table(labels.connections, columns) { page in
      for relation in page.report.relations {
        page.row { page in
          page.cell { $0.writeName(relation.from) }
          page.cell { $0.text.markup($0.words.relations[relation.type] ?? "") }
          page.cell { $0.writeName(relation.to) }
          page.cell { $0.writeReferences($0.index.claimNumbers(relation.claims), levels: true) }
          page.cell { $0.writeReferences($0.index.claimNumbers(relation.disputedBy)) }
          page.cell { page in
            guard let confidence = relation.confidence else { return }
            if let written = confidence.words { page.text.quoted(written, page.words.typography) }
            if let level = confidence.level { page.text.markup(" \(page.words.confidence[level] ?? "")") }
          }
        }
      }
    }
  }

  /// What the text may name and the report does not assert.
  mutating func writeCandidates() {
    table(
      labels.candidates, [labels.mention, labels.kind, labels.name, labels.reason, labels.places]
    ) { page in
      for candidate in page.report.candidates {
        page.row { page in
          page.cell { page in
            if candidate.name == nil {
              page.code(page.index.addresses.value(candidate.mention.text, kind: candidate.kind))
            } else {
              page.text.quoted(
                candidate.mention.text, page.words.typography,
                language: page.language(of: candidate.mention.source))
            }
            page.writePlace(candidate.mention)
          }
          page.cell { $0.text.sourceText(candidate.kind) }
          page.cell { $0.text.sourceText(candidate.name ?? "") }
          page.cell { $0.text.sourceText(candidate.reason) }
          page.cell { $0.text.markup("\(candidate.count)") }
        }
      }
    }
  }

  mutating func writeParties() {
    let columns = [
      labels.name, labels.kind, labels.partOf, labels.role, labels.aliases, labels.identifiers,
      labels.mentions,
    ]
    table(labels.parties, columns) { page in
      for (number, entity) in page.report.entities.enumerated() {
        page.row { page in
          page.cell { $0.text.name(number) }
          page.cell { $0.text.markup($0.words.kinds[entity.kind] ?? "") }
          page.cell { page in if let id = entity.partOf { page.writeName(id) } }
          page.cell { $0.text.sourceText(entity.role ?? "") }
          page.cell { $0.text.sourceText($0.index.otherNames(number).joined(separator: ", ")) }
          page.cell { page in
            page.text.sourceText(
              entity.identifiers.map { "\($0.scheme) \($0.value)" }.joined(separator: ", "))
          }
          page.cell { $0.writeMentions(entity.mentions) }
        }
      }
    }
  }

  private mutating func writeMentions(_ mentions: [Mention]) {
    guard !mentions.isEmpty else { return }
    text.markup("<details><summary>\(mentions.count)</summary><ul>\n")
    for mention in mentions {
      text.markup("<li>")
      text.quoted(mention.text, words.typography, language: language(of: mention.source))
      writePlace(mention)
      text.markup("</li>\n")
    }
    text.markup("</ul></details>")
  }

  mutating func writeSources() {
    for source in report.sources {
      text.markup("<h3>")
      text.sourceText(source.id)
      text.markup(words.typography.colon)
      text.quoted(source.title, words.typography, language: source.language)
      text.markup("</h3>\n<ul>\n")
      let published = source.published.map { given in words.date(given).map { "\($0) (\(given))" } ?? given }
      for (label, value) in [
        (labels.publisher, source.publisher),
        (labels.authors, source.authors.isEmpty ? nil : source.authors.joined(separator: ", ")),
        (labels.publishedOn, published), (labels.translationOf, source.translationOf),
        (labels.reliability, source.reliability), (labels.language, source.language),
        (labels.address, source.url.map(index.addresses.url)), (labels.mediaType, source.mediaType),
        (labels.hash, source.sha256),
        (labels.length, "\(words.number(source.length)) \(labels.characters)"),
      ] {
        guard let value, !value.isEmpty else { continue }
        text.markup("<li>\(label)\(words.typography.colon)<bdi>")
        text.sourceText(value)
        text.markup("</bdi></li>\n")
      }
      text.markup("</ul>\n")
    }
  }
}
