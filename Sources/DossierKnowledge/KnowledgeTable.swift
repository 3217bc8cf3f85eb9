import CKnowledgeTable
public import DossierText

/// The compiled table of names and lexemes: everything the program knows of the world and of languages.
///
/// It is embedded in the executable, read-only, and needs no parsing at start.
public struct KnowledgeTable: Sendable {
  /// The table built into the program.
  public static let embedded = KnowledgeTable(
    TableImage(at: knowledge_table_bytes(), count: knowledge_table_count()))

  /// The images that are searched; names of a later one win over equal ones of an earlier.
  private let images: [TableImage]

  private init(_ image: TableImage?) {
    images = image.map { [$0] } ?? []
  }

  /// The table at an address that stays valid; an empty one if none stands there.
  init(at address: UnsafeRawPointer?, count: Int) {
    self.init(TableImage(at: address, count: count))
  }

  /// A table from its compiled bytes; nil if they are none.
  package init?(compiled bytes: [UInt8]) {
    guard let image = TableImage(bytes) else { return nil }
    images = [image]
  }

  /// This table with the names of `other` searched as well; its entries follow this table's.
  package func joined(with other: KnowledgeTable) -> KnowledgeTable {
    KnowledgeTable(images: images + other.images)
  }

  private init(images: [TableImage]) {
    self.images = images
  }

  /// Whether the table's bytes are these.
  package func holds(_ bytes: [UInt8]) -> Bool {
    images.count == 1 && images[0].size == bytes.count && images[0].elementsEqual(bytes)
  }

  /// Whether any word set has the word of this hash.
  func containsWord(_ hash: UInt64) -> Bool { images.contains { $0.containsWord(hash) } }

  /// Number of bytes of the compiled table.
  public var size: Int { images.reduce(0) { $0 + $1.size } }

  /// Number of entries; `entry` takes the numbers below it.
  public var entryCount: Int { images.reduce(0) { $0 + $1.entryCount } }

  /// Finds every name and lexeme in a run of tokens: leftmost-longest for names and, apart from them, for the lexemes
  /// of each language.
  ///
  /// Hyphens between words are transparent (`Maison-Blanche` is found as `Maison Blanche`); a possessive after a name
  /// is not part of it. One pass; no allocation but the result's.
  public func matches(in bytes: [UInt8], tokens: [Token]) -> Matches {
    guard let first = images.first else { return Matches(names: [], lexemes: []) }
    var result = first.matches(in: bytes, tokens: tokens)
    var offset = UInt32(first.entryCount)
    for image in images.dropFirst() {
      let more = image.matches(in: bytes, tokens: tokens)
      result.overlay(more, entriesFrom: offset)
      offset += UInt32(image.entryCount)
    }
    return result
  }

  /// The entry with this stable id.
  public func entry(id: String) -> KnowledgeEntry? { index(ofID: id).flatMap(entry) }

  /// The entry with this index.
  public func entry(_ index: UInt32) -> KnowledgeEntry? {
    var index = Int(index)
    for image in images {
      if index < image.entryCount { return image.entry(index) }
      index -= image.entryCount
    }
    return nil
  }

  /// What the entry with this index is; nil if there is none. Constant time.
  public func kind(of index: UInt32) -> NameKind? {
    var index = Int(index)
    for image in images {
      if index < image.entryCount { return image.kind(ofEntry: index) }
      index -= image.entryCount
    }
    return nil
  }

  /// The index of the entry with this id, of a later table before an earlier; nil if there is none. Logarithmic.
  public func index(ofID id: String) -> UInt32? {
    var offset = entryCount
    for image in images.reversed() {
      offset -= image.entryCount
      if let index = image.index(ofID: id) { return UInt32(offset + index) }
    }
    return nil
  }

  /// Where the search for a first word begins among 2^`bits` slots.
  @inline(__always)
  static func rootSlot(_ fold: UInt32, bits: Int) -> UInt32 { (fold &* 0x9E37_79B1) >> UInt32(32 - bits) }
}
