import DossierText

/// A source's text with its code points counted.
struct PlacedText {
  let text: SourceText
  let index: CodePointIndex

  init(_ text: SourceText) {
    self.text = text
    index = CodePointIndex(text.bytes)
  }

  /// The words between two code points.
  func words(_ start: Int, _ end: Int) -> String {
    text[
      TextRange(
        index.byte(atCodePoint: UInt32(clamping: start)), index.byte(atCodePoint: UInt32(clamping: end)))]
  }

  /// Where `words` start, in code points: the first place and whether there is another.
  func find(_ words: String) -> (start: Int, again: Bool)? {
    let wanted = Array(words.utf8)
    guard let first = firstOffset(of: wanted, from: 0) else { return nil }
    let start = Int(index.codePoint(atByte: UInt32(first)))
    return (start, firstOffset(of: wanted, from: first + 1) != nil)
  }

  private func firstOffset(of wanted: [UInt8], from start: Int) -> Int? {
    let bytes = text.bytes
    guard let lead = wanted.first, bytes.count >= wanted.count else { return nil }
    var offset = start
    while offset <= bytes.count - wanted.count {
      if bytes[offset] == lead, bytes[offset..<(offset + wanted.count)].elementsEqual(wanted) {
        return offset
      }
      offset += 1
    }
    return nil
  }
}

extension ReportReader {
  /// Source, start, end and words of a mention or evidence; in parsed claims, what is missing is filled in from the
  /// source's text.
  mutating func place(_ object: DataObject, words key: String, at node: DataNode) -> Mention {
    var source = reference(object, "source", to: ["sources"]) ?? ""
    if object["source"] == nil, form == .claims {
      if let only = parts.ids["sources"], only.count == 1 {
        source = only[0]
      } else {
        decoder.report(
          "missing-key", "the key 'source' is needed where there are several sources or none", at: node.range)
      }
    }
    var words = text(object, key)
    var start = number(object, "start")
    var end = number(object, "end")
    let placed = texts[source]
    if form == .claims, object["start"] == nil, object["end"] == nil, !source.isEmpty {
      (start, end) = find(words, in: source, at: object[key] ?? node)
    }
    guard let start, let end else {
      if form == .claims, object["start"] == nil || object["end"] == nil,
        object["start"] != nil || object["end"] != nil
      {
        decoder.report("missing-key", "'start' and 'end' stand together or not at all", at: node.range)
      }
      return Mention(source: source, start: 0, end: 0, text: words)
    }
    if check(start, end, in: source, at: object["end"] ?? node), let placed {
      let actual = placed.words(start, end)
      if object[key] == nil {
        words = actual
      } else if actual != words {
        decoder.report(
          "not-exact", "the source has other words between \(start) and \(end)",
          at: object[key]?.range ?? node.range,
          notes: ["they are: \(actual.prefix(120))"],
          help: "offsets count code points of the source's text, from 0")
      }
    }
    return Mention(source: source, start: start, end: end, text: words)
  }

  private mutating func find(_ words: String, in source: String, at node: DataNode) -> (Int?, Int?) {
    guard let placed = texts[source] else {
      decoder.report(
        "no-place", "evidence without 'start' and 'end' needs the text of its source", at: node.range,
        help: "give 'start' and 'end', or add 'text' to source '\(source)'")
      return (nil, nil)
    }
    guard !words.isEmpty, let found = placed.find(words) else {
      decoder.report("not-exact", "these words do not stand in source '\(source)'", at: node.range)
      return (nil, nil)
    }
    if found.again {
      decoder.report(
        "several-places", "these words stand more than once in source '\(source)'; the first place is taken",
        at: node.range, severity: .warning, help: "give 'start' and 'end'")
    }
    return (found.start, found.start + words.unicodeScalars.count)
  }

  /// Whether a run of code points is not empty and lies in its source; if not, that is reported.
  @discardableResult
  mutating func check(_ start: Int, _ end: Int, in source: String, at node: DataNode) -> Bool {
    if start < 0 || start >= end {
      decoder.report("empty-span", "'start' (\(start)) must be below 'end' (\(end))", at: node.range)
      return false
    }
    if let length = lengths[source], end > length {
      decoder.report(
        "outside-text",
        "the place \(start) to \(end) lies outside source '\(source)', which has \(length) code points",
        at: node.range)
      return false
    }
    furthest[source] = max(furthest[source] ?? 0, end)
    return true
  }

  /// What is known about a name that parsed claims list without saying what it is.
  func knownEntity(_ name: String) -> Entity? { resolve(name) }
}
