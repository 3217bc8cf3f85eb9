extension TableImage {
  /// Entry number `index`; nil if there is none.
  func entry(_ index: Int) -> KnowledgeEntry? {
    guard index >= 0, index < entryCount else { return nil }
    var reader = RecordReader(at: bytes(.blob) + Int(words(.entries)[index].littleEndian))
    let kind = NameKind(rawValue: reader.byte()) ?? .organisation
    let id = reader.string()
    let name = reader.string()
    let partOf = reader.string()
    return KnowledgeEntry(
      id: id, kind: kind, name: name, names: reader.pairs(), aliases: reader.strings(),
      partOf: partOf.isEmpty ? nil : partOf, identifiers: reader.pairs(), suspectedSponsors: reader.pairs())
  }

  /// What entry number `index` is.
  func kind(ofEntry index: Int) -> NameKind? {
    NameKind(rawValue: bytes(.blob)[Int(words(.entries)[index].littleEndian)])
  }

  /// The number of the entry with this id; logarithmic.
  func index(ofID id: String) -> Int? {
    let order = words(.ids)
    var low = 0
    var high = entryCount
    while low < high {
      let middle = (low + high) / 2
      let index = Int(order[middle].littleEndian)
      var reader = RecordReader(at: bytes(.blob) + Int(words(.entries)[index].littleEndian) + 1)
      let candidate = reader.string()
      if candidate == id { return index }
      if candidate.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

/// Reads the parts of an entry's record.
private struct RecordReader {
  private var next: UnsafePointer<UInt8>

  init(at start: UnsafePointer<UInt8>) { next = start }

  mutating func byte() -> UInt8 {
    defer { next += 1 }
    return next.pointee
  }

  private mutating func count() -> Int {
    let low = Int(byte())
    return low | Int(byte()) << 8
  }

  mutating func string() -> String {
    let count = count()
    defer { next += count }
    return String(decoding: UnsafeBufferPointer(start: next, count: count), as: UTF8.self)
  }

  mutating func strings() -> [String] {
    var result: [String] = []
    for _ in 0..<count() { result.append(string()) }
    return result
  }

  mutating func pairs() -> [String: String] {
    var result: [String: String] = [:]
    for _ in 0..<count() {
      let key = string()
      result[key] = string()
    }
    return result
  }
}
