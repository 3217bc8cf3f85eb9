public import DossierText

extension Claim {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(id)
    sink.key("act")
    sink.string(act.rawValue)
    sink.key("polarity")
    sink.string(polarity.rawValue)
    sink.key("speakers")
    sink.strings(speakers)
    sink.key("relayed_by")
    sink.strings(relayedBy)
    sink.key("channel")
    sink.string(channel)
    sink.key("about")
    sink.strings(about)
    sink.key("level")
    sink.string(level.rawValue)
    sink.key("proposition")
    proposition.write(to: &sink)
    sink.key("confidence")
    sink.optional(confidence) { $1.write(to: &$0) }
    sink.key("likelihood")
    sink.optional(likelihood) { sink, likelihood in
      sink.beginObject()
      sink.key("words")
      sink.string(likelihood.words)
      sink.key("low")
      sink.integer(likelihood.low)
      sink.key("high")
      sink.integer(likelihood.high)
      sink.endObject()
    }
    sink.key("hedged")
    sink.bool(hedged)
    sink.key("quoted")
    sink.bool(quoted)
    sink.key("time")
    sink.optional(time) { $1.write(to: &$0) }
    sink.key("answers")
    sink.strings(answers)
    sink.key("unresolved")
    sink.list(unresolved) { sink, party in
      sink.beginObject()
      sink.key("role")
      sink.string(party.role)
      sink.key("words")
      sink.string(party.words)
      sink.key("reason")
      sink.string(party.reason)
      sink.endObject()
    }
    sink.key("evidence")
    sink.list(evidence) { $1.write(to: &$0) }
    sink.key("rule")
    sink.string(rule)
    sink.endObject()
  }
}

extension Proposition {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("text")
    sink.string(text)
    sink.key("behaviours")
    sink.strings(behaviours.map(\.rawValue))
    sink.key("targets")
    sink.strings(targets)
    sink.key("event")
    sink.string(event)
    sink.endObject()
  }
}

extension Confidence {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("words")
    sink.string(words)
    sink.key("level")
    sink.string(level?.rawValue)
    sink.endObject()
  }
}

extension Evidence {
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
    sink.key("exact")
    sink.string(exact)
    sink.key("prefix")
    sink.string(prefix)
    sink.key("suffix")
    sink.string(suffix)
    sink.key("xpath")
    sink.string(xpath)
    sink.key("speaker")
    sink.list(speaker) { $1.write(to: &$0) }
    sink.key("cue")
    sink.list(cue) { $1.write(to: &$0) }
    sink.key("content")
    sink.list(content) { $1.write(to: &$0) }
    sink.endObject()
  }
}

extension Span {
  /// Writes it as a tree.
  @inlinable
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginArray()
    sink.integer(start)
    sink.integer(end)
    sink.endArray()
  }
}
