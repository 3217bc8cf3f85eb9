import DossierModel
public import DossierText

extension ReportComparison {
  /// The version of the JSON form.
  public static let schema = DiffShapes.schema

  /// Writes the comparison as a tree.
  public func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("schema")
    sink.string(Self.schema)
    for (isOld, report) in [(true, old), (false, new)] {
      sink.key(isOld ? "old" : "new")
      sink.beginObject()
      sink.key("id")
      sink.string(report.id)
      sink.key("title")
      sink.string(report.title)
      sink.key("claims")
      sink.integer(report.claims.count)
      sink.endObject()
    }
    sink.key("same")
    sink.integer(same.count)
    sink.key("added")
    Self.list(added, to: &sink) { $1.write(to: &$0) }
    sink.key("removed")
    Self.list(removed, to: &sink) { $1.write(to: &$0) }
    sink.key("changed")
    Self.list(changed, to: &sink) { sink, pair in
      sink.beginObject()
      Self.ids(old: pair.old.claim.id, new: pair.new.claim.id, to: &sink)
      sink.key("fields")
      Self.list(pair.changes, to: &sink) { sink, change in
        sink.beginObject()
        sink.key("field")
        sink.string(change.field.rawValue)
        sink.key("old")
        change.old.write(to: &sink)
        sink.key("new")
        change.new.write(to: &sink)
        sink.endObject()
      }
      sink.key("claim")
      pair.new.write(to: &sink)
      sink.endObject()
    }
    sink.key("moved")
    Self.list(moved, to: &sink) { sink, pair in
      sink.beginObject()
      Self.ids(old: pair.old.claim.id, new: pair.new.claim.id, to: &sink)
      sink.endObject()
    }
    sink.endObject()
  }

  private static func ids<Sink: TreeSink>(old: String, new: String, to sink: inout Sink) {
    sink.key("old")
    sink.string(old)
    sink.key("new")
    sink.string(new)
  }

  private static func list<Element, Sink: TreeSink>(
    _ elements: [Element], to sink: inout Sink, _ write: (inout Sink, Element) -> Void
  ) {
    sink.beginArray()
    for element in elements { write(&sink, element) }
    sink.endArray()
  }
}

extension ComparedClaim {
  /// Writes its id and what it says, a key a field.
  func write<Sink: TreeSink>(to sink: inout Sink) {
    sink.beginObject()
    sink.key("id")
    sink.string(claim.id)
    for field in ClaimField.allCases {
      sink.key(field.rawValue)
      (values[field] ?? .text(nil)).write(to: &sink)
    }
    sink.endObject()
  }
}

extension ClaimValue {
  /// Writes it as a tree: text or null, a list, a flag, or objects of places.
  func write<Sink: TreeSink>(to sink: inout Sink) {
    switch self {
    case .text(let text): sink.string(text)
    case .list(let texts): sink.strings(texts)
    case .flag(let flag): sink.bool(flag)
    case .places(let places):
      sink.beginArray()
      for place in places {
        sink.beginObject()
        sink.key("source")
        sink.string(place.source)
        sink.key("start")
        sink.integer(place.start)
        sink.key("end")
        sink.integer(place.end)
        sink.key("exact")
        sink.string(place.exact)
        sink.endObject()
      }
      sink.endArray()
    }
  }
}
