import DossierText

extension ReportReader {
  mutating func source(_ node: DataNode, id: String) -> Source {
    let object = open(node, ReportShapes.source)
    var source = Source(
      id: id, title: text(object, "title"), publisher: optionalText(object, "publisher"),
      authors: texts(object, "authors"), published: optionalText(object, "published"),
      language: optionalText(object, "language") ?? "und", url: optionalText(object, "url"),
      translationOf: optionalText(object, "translation_of"),
      mediaType: optionalText(object, "media_type") ?? "text/plain",
      sha256: optionalText(object, "sha256") ?? "", length: 0,
      reliability: oneOf(Source.reliabilities, object, "reliability"))
    let length = number(object, "length")
    if let words = object["text"].flatMap({ decoder.string($0, what: "'text'") }) {
      let bytes = Array(words.utf8)
      let placed = PlacedText(SourceText(name: id, bytes: bytes))
      texts[id] = placed
      source.length = Int(placed.index.count)
      if source.sha256.isEmpty { source.sha256 = SHA256.hex(of: bytes) }
      lengths[id] = source.length
      if let length, length != source.length, let place = object["length"] {
        decoder.report(
          "bad-value", "'length' is \(length), but the text has \(source.length) code points", at: place.range
        )
      }
    } else if let length {
      source.length = length
      lengths[id] = length
    }
    return source
  }

  mutating func entity(_ node: DataNode, id: String) -> Entity {
    let object = open(node, ReportShapes.entity)
    let name = text(object, "name")
    let kind: EntityKind? = choice(object, "kind")
    let known = kind == nil && form == .claims ? knownEntity(name) : nil
    if kind == nil, known == nil, form == .claims, object["kind"] == nil {
      decoder.missing("kind", in: object, what: "entity")
    }
    var entity = Entity(
      id: id, kind: kind ?? known?.kind ?? .organisation, name: name, names: names(object["names"]),
      aliases: texts(object, "aliases"), partOf: reference(object, "part_of", to: ["entities"]),
      role: optionalText(object, "role"),
      identifiers: records(object, "identifiers") { reader, node in
        let object = reader.open(node, ReportShapes.identifier)
        return Identifier(scheme: reader.text(object, "scheme"), value: reader.text(object, "value"))
      },
      mentions: records(object, "mentions") { $0.mention($1) })
    if let known {
      if entity.names.isEmpty { entity.names = known.names }
      if entity.identifiers.isEmpty { entity.identifiers = known.identifiers }
    }
    return entity
  }

  private mutating func names(_ node: DataNode?) -> [String: String] {
    guard let node else { return [:] }
    if case .null = node.value { return [:] }
    guard let members = node.members else {
      decoder.report("wrong-type", "'names' must be a mapping, not \(node.kindName)", at: node.range)
      return [:]
    }
    var names: [String: String] = [:]
    for member in members {
      guard let name = decoder.string(member.value, what: "'\(member.key)'") else { continue }
      if names.updateValue(name, forKey: member.key) != nil {
        decoder.report("duplicate-key", "key '\(member.key)' stands twice in names", at: member.keyRange)
      }
    }
    return names
  }

  mutating func mention(_ node: DataNode) -> Mention {
    let object = open(node, ReportShapes.mention)
    let place = place(object, words: "text", at: node)
    return Mention(source: place.source, start: place.start, end: place.end, text: place.text)
  }

  mutating func event(_ node: DataNode, id: String) -> Event {
    let object = open(node, ReportShapes.event)
    return Event(
      id: id, kind: choice(object, "kind") ?? .other, label: text(object, "label"),
      targets: references(object, "targets", to: ["entities"]),
      time: record(object, "time") { $0.time($1) },
      impact: records(object, "impact") { reader, node in
        let object = reader.open(node, ReportShapes.impact)
        return Impact(
          count: reader.number(object, "count", upTo: .max) ?? 0,
          qualifier: reader.optionalText(object, "qualifier"), unit: reader.text(object, "unit"))
      })
  }

  mutating func time(_ node: DataNode) -> TimeInterval {
    let object = open(node, ReportShapes.time)
    return TimeInterval(
      earliest: date(object, "earliest"), latest: date(object, "latest"), words: text(object, "words"))
  }

  private mutating func date(_ object: DataObject, _ key: String) -> String? {
    guard let text = optionalText(object, key), let node = object[key] else { return nil }
    if CalendarDate.isDay(text) { return text }
    decoder.report(
      "bad-value", "'\(key)' must be a day such as 2021-07-19, not '\(text)'", at: node.range,
      help: "a month is an interval: its first day is the earliest, its last the latest")
    return nil
  }
}
