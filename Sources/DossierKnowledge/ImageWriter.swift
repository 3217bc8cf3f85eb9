/// Writes the sections of a `TableImage`.
struct ImageWriter {
  private var header = [UInt32](repeating: 0, count: TableImage.headerWords)
  private var body: [UInt8] = []
  private var blob: [UInt8] = []
  private var texts: [[UInt8]: UInt32] = [:]

  /// A word of the header.
  subscript(field: TableImage.Field) -> Int {
    get { Int(header[field.rawValue]) }
    set { header[field.rawValue] = UInt32(newValue) }
  }

  /// Begins a section.
  mutating func begin(_ field: TableImage.Field) {
    while body.count % 64 != 0 { body.append(0) }
    self[field] = header.count * 4 + body.count
  }

  /// Appends words to the section.
  mutating func append(_ words: UInt32...) {
    for word in words { append(word) }
  }

  private mutating func append(_ word: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      body.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  /// Writes a whole section of words.
  mutating func section(_ field: TableImage.Field, _ words: [UInt32]) {
    begin(field)
    for word in words { append(word) }
  }

  /// Puts a text into the blob, once, and returns its place there.
  mutating func text(_ bytes: [UInt8]) -> UInt32 {
    if let known = texts[bytes] { return known }
    let place = UInt32(blob.count)
    blob += bytes
    texts[bytes] = place
    return place
  }

  /// Puts an entry's record into the blob and returns its place there.
  mutating func record(_ entry: KnowledgeEntry) -> UInt32 {
    let place = UInt32(blob.count)
    blob.append(entry.kind.rawValue)
    string(entry.id)
    string(entry.name)
    string(entry.partOf ?? "")
    pairs(entry.names)
    strings(entry.aliases)
    pairs(entry.identifiers)
    pairs(entry.suspectedSponsors)
    return place
  }

  private mutating func string(_ text: String) {
    let bytes = text.utf8.prefix(0xFFFF)
    count(bytes.count)
    blob += bytes
  }

  private mutating func strings(_ texts: [String]) {
    let texts = texts.prefix(0xFFFF)
    count(texts.count)
    for text in texts { string(text) }
  }

  private mutating func pairs(_ pairs: [String: String]) {
    count(pairs.count)
    for (key, value) in pairs.sorted(by: { $0.key < $1.key }) {
      string(key)
      string(value)
    }
  }

  private mutating func count(_ count: Int) {
    blob.append(UInt8(truncatingIfNeeded: count))
    blob.append(UInt8(truncatingIfNeeded: count >> 8))
  }

  /// The image's bytes.
  mutating func finish() -> [UInt8] {
    begin(.blob)
    body += blob
    while body.count % 64 != 0 { body.append(0) }
    self[.magic] = Int(TableImage.magic)
    self[.size] = header.count * 4 + body.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(self[.size])
    for word in header {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return bytes + body
  }
}
