public import DossierText

extension Report {
  /// The report as JSON, `dossier.report/1`, with a line break at its end.
  public func json(indent: Int = 2) -> [UInt8] {
    var writer = JSONWriter(indent: indent, reserving: 1 << 16)
    write(to: &writer)
    writer.newline()
    return writer.take()
  }

  /// Writes the report as a tree; every key is there, in the order of the schema.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("schema")
    sink.string(Report.schema)
    sink.key("id")
    sink.string(id)
    sink.key("title")
    sink.string(title)
    sink.key("language")
    sink.string(language)
    sink.key("created")
    sink.string(created)
    sink.key("producer")
    sink.beginObject()
    sink.key("name")
    sink.string(producer.name)
    sink.key("kind")
    sink.string(producer.kind)
    sink.endObject()
    sink.key("marking")
    sink.beginObject()
    sink.key("tlp")
    sink.string(marking.tlp.rawValue)
    sink.endObject()
    sink.key("sources")
    sink.list(sources) { $1.write(to: &$0) }
    sink.key("entities")
    sink.list(entities) { $1.write(to: &$0) }
    sink.key("events")
    sink.list(events) { $1.write(to: &$0) }
    sink.key("claims")
    sink.list(claims) { $1.write(to: &$0) }
    sink.key("relations")
    sink.list(relations) { $1.write(to: &$0) }
    sink.key("indicators")
    sink.list(indicators) { $1.write(to: &$0) }
    sink.key("techniques")
    sink.list(techniques) { $1.write(to: &$0) }
    sink.key("candidates")
    sink.list(candidates) { $1.write(to: &$0) }
    sink.endObject()
  }
}

extension TreeSink {
  @inlinable
  mutating func list<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }

  @inlinable
  mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
    if let value { write(&self, value) } else { null() }
  }
}

extension Source {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(id)
    sink.key("title")
    sink.string(title)
    sink.key("publisher")
    sink.string(publisher)
    sink.key("authors")
    sink.strings(authors)
    sink.key("published")
    sink.string(published)
    sink.key("language")
    sink.string(language)
    sink.key("url")
    sink.string(url)
    sink.key("translation_of")
    sink.string(translationOf)
    sink.key("media_type")
    sink.string(mediaType)
    sink.key("sha256")
    sink.string(sha256)
    sink.key("length")
    sink.integer(length)
    sink.key("reliability")
    sink.string(reliability)
    sink.endObject()
  }
}

extension Entity {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(id)
    sink.key("kind")
    sink.string(kind.rawValue)
    sink.key("name")
    sink.string(name)
    sink.key("names")
    sink.beginObject()
    for (language, name) in names.sorted(by: { $0.key < $1.key }) {
      sink.key(language)
      sink.string(name)
    }
    sink.endObject()
    sink.key("aliases")
    sink.strings(aliases)
    sink.key("part_of")
    sink.string(partOf)
    sink.key("role")
    sink.string(role)
    sink.key("identifiers")
    sink.list(identifiers) { sink, identifier in
      sink.beginObject()
      sink.key("scheme")
      sink.string(identifier.scheme)
      sink.key("value")
      sink.string(identifier.value)
      sink.endObject()
    }
    sink.key("mentions")
    sink.list(mentions) { $1.write(to: &$0) }
    sink.endObject()
  }
}

extension Mention {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("source")
    sink.string(source)
    sink.key("start")
    sink.integer(start)
    sink.key("end")
    sink.integer(end)
    sink.key("text")
    sink.string(text)
    sink.endObject()
  }
}

extension Event {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(id)
    sink.key("kind")
    sink.string(kind.rawValue)
    sink.key("label")
    sink.string(label)
    sink.key("targets")
    sink.strings(targets)
    sink.key("time")
    sink.optional(time) { $1.write(to: &$0) }
    sink.key("impact")
    sink.list(impact) { sink, impact in
      sink.beginObject()
      sink.key("count")
      sink.integer(impact.count)
      sink.key("qualifier")
      sink.string(impact.qualifier)
      sink.key("unit")
      sink.string(impact.unit)
      sink.endObject()
    }
    sink.endObject()
  }
}

extension TimeInterval {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("earliest")
    sink.string(earliest)
    sink.key("latest")
    sink.string(latest)
    sink.key("words")
    sink.string(words)
    sink.endObject()
  }
}

extension Relation {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(id)
    sink.key("type")
    sink.string(type.rawValue)
    sink.key("from")
    sink.string(from)
    sink.key("to")
    sink.string(to)
    sink.key("claims")
    sink.strings(claims)
    sink.key("disputed_by")
    sink.strings(disputedBy)
    sink.key("confidence")
    sink.optional(confidence) { $1.write(to: &$0) }
    sink.endObject()
  }
}

extension Indicator {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(id)
    sink.key("kind")
    sink.string(kind)
    sink.key("value")
    sink.string(value)
    sink.key("mention")
    mention.write(to: &sink)
    sink.key("role")
    sink.string(role.rawValue)
    sink.key("marks")
    sink.strings(marks.map(\.rawValue))
    sink.endObject()
  }
}

extension Technique {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(id)
    sink.key("attack_id")
    sink.string(attackID)
    sink.key("name")
    sink.string(name)
    sink.key("mentions")
    sink.list(mentions) { $1.write(to: &$0) }
    sink.key("claims")
    sink.strings(claims)
    sink.endObject()
  }
}

extension Candidate {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("kind")
    sink.string(kind)
    sink.key("name")
    sink.string(name)
    sink.key("mention")
    mention.write(to: &sink)
    sink.key("count")
    sink.integer(count)
    sink.key("reason")
    sink.string(reason)
    sink.endObject()
  }
}
