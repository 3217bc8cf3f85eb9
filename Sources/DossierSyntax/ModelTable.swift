/// A model's table: classes of the tagger, weights of tagger, moves and relations. Nothing is copied or parsed.
///
/// ```
/// UInt32 magic "DSYN"; UInt32 version; UInt32 number of tag classes; UInt32 size of the table in bytes
/// tag classes × (UInt8 part of speech, UInt8 parser's tag, UInt16 0, UInt32 morphology)
/// SparseWeights of the tagger
/// MoveWeights of the parser
/// SparseWeights of the relations
/// ```
package struct ModelTable {
  /// `DSYN`, little-endian.
  package static let magic: UInt32 = 0x4E59_5344
  /// Changes whenever the layout or a feature template changes.
  package static let version: UInt32 = 4
  /// Bytes of the header.
  package static let headerSize = 16
  /// The most classes the tagger may have.
  package static let classLimit = 255

  /// What one class of the tagger says.
  package struct TagClass {
    package var tag: PartOfSpeech
    /// The class's number among those that the parser tells apart.
    package var parserTag: UInt8
    package var morphology: Morphology

    /// A class.
    package init(tag: PartOfSpeech, parserTag: UInt8, morphology: Morphology) {
      self.tag = tag
      self.parserTag = parserTag
      self.morphology = morphology
    }
  }

  /// Number of the tagger's classes.
  package let classCount: Int
  /// Weights of the tagger.
  let tagger: SparseWeights
  /// Weights of the parser's moves.
  let moves: MoveWeights
  /// Weights of the relations.
  let relations: SparseWeights
  private let classes: UnsafeRawPointer

  /// Reads a table, 8-byte aligned, that outlives this value; nil if it is none.
  package init?(_ table: UnsafeRawBufferPointer) {
    guard table.count >= Self.headerSize, let base = table.baseAddress, Int(bitPattern: base) % 8 == 0,
      base.load(as: UInt32.self) == Self.magic,
      base.load(fromByteOffset: 4, as: UInt32.self) == Self.version
    else { return nil }
    classCount = Int(base.load(fromByteOffset: 8, as: UInt32.self))
    guard classCount > 0, classCount <= Self.classLimit,
      Int(base.load(fromByteOffset: 12, as: UInt32.self)) <= table.count
    else { return nil }
    classes = base + Self.headerSize
    let taggerStart = Self.headerSize + classCount * 8
    guard let tagger = SparseWeights(table, at: taggerStart, classes: classCount),
      let moves = MoveWeights(table, at: taggerStart + tagger.size),
      let relations = SparseWeights(
        table, at: taggerStart + tagger.size + moves.size, classes: RelationFeatures.classCount)
    else { return nil }
    self.tagger = tagger
    self.moves = moves
    self.relations = relations
  }

  /// What the class of that number says.
  func tagClass(_ number: Int) -> TagClass {
    let start = number * 8
    return TagClass(
      tag: PartOfSpeech(rawValue: classes.load(fromByteOffset: start, as: UInt8.self)) ?? .x,
      parserTag: classes.load(fromByteOffset: start + 1, as: UInt8.self),
      morphology: Morphology(rawValue: classes.load(fromByteOffset: start + 4, as: UInt32.self)))
  }
}
