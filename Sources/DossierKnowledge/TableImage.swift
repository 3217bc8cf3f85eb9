/// The bytes of a compiled table, as a trie of token hashes that is read in place.
///
/// All numbers are little-endian words of four bytes:
///
/// ```
/// header     16 words, see Field
/// roots      slots (fold, node): open addressing on the first token's fold; node 0 is an empty slot
/// nodes      (first edge, first name, first lexeme, node after a gap); one more stands after the last
/// edges      (fold, node), sorted by fold within a node
/// names      (entry, text, length | usage << 16 | rule << 24, capitals | flags << 16)
/// lexemes    (text, length | flags << 16, category | value << 8 | language << 16 | part << 24,
///             form | followsHyphen)
/// entries    offset of each entry's record in the blob
/// ids        numbers of the entries, sorted by id
/// blob       records of entries and the texts that forms are checked against
/// sets       hashes of the word sets' words, low and high word, sorted
/// ```
///
/// Two words may share a hash, so each form found is checked against its text before it counts.
struct TableImage: @unchecked Sendable {
  /// Positions of the header's words.
  enum Field: Int {
    case magic, rootBits, roots, nodeCount, nodes, edges, names, lexemes, entryCount, entries, ids, blob,
      sets, setCount, spare,
      size
  }

  /// "DKT1".
  static let magic: UInt32 = 0x3154_4B44
  static let headerWords = 16
  /// Bit of a lexeme's last word: the form holds only after a hyphen.
  static let followsHyphen: UInt32 = 0x100

  /// Start of the bytes; they live as long as the program, or as `owner`.
  private let base: UnsafeRawPointer
  private let owner: Owner?

  /// Bytes on the heap.
  private final class Owner: @unchecked Sendable {
    let memory: UnsafeMutableRawBufferPointer

    init(_ bytes: [UInt8]) {
      memory = .allocate(byteCount: max(bytes.count, 64), alignment: 64)
      memory.copyBytes(from: bytes)
    }

    deinit { memory.deallocate() }
  }

  /// The image at an address that stays valid; nil if no table stands there.
  init?(at address: UnsafeRawPointer?, count: Int) {
    guard let address, Self.isTable(UnsafeRawBufferPointer(start: address, count: count)) else { return nil }
    base = address
    owner = nil
  }

  /// An image that owns its bytes; nil if they are no table.
  init?(_ bytes: [UInt8]) {
    guard bytes.withUnsafeBytes(Self.isTable) else { return nil }
    let owner = Owner(bytes)
    guard let address = owner.memory.baseAddress else { return nil }
    base = UnsafeRawPointer(address)
    self.owner = owner
  }

  private static func isTable(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= headerWords * 4 else { return false }
    let size = bytes.loadUnaligned(fromByteOffset: Field.size.rawValue * 4, as: UInt32.self)
    return bytes.loadUnaligned(as: UInt32.self).littleEndian == magic && Int(size.littleEndian) == bytes.count
  }

  /// A word of the header.
  func word(_ field: Field) -> Int {
    Int(base.load(fromByteOffset: field.rawValue * 4, as: UInt32.self).littleEndian)
  }

  /// The section that begins at the offset in `field`, as words.
  func words(_ field: Field) -> UnsafePointer<UInt32> {
    base.advanced(by: word(field)).assumingMemoryBound(to: UInt32.self)
  }

  /// The section that begins at the offset in `field`, as bytes.
  func bytes(_ field: Field) -> UnsafePointer<UInt8> {
    base.advanced(by: word(field)).assumingMemoryBound(to: UInt8.self)
  }

  /// Whether the image's bytes are these.
  func elementsEqual(_ other: [UInt8]) -> Bool {
    UnsafeRawBufferPointer(start: base, count: size).elementsEqual(other)
  }

  /// Whether a word set has the word of this hash (`WordSetHash`).
  func containsWord(_ hash: UInt64) -> Bool {
    let hashes = words(.sets)
    var low = 0
    var high = word(.setCount)
    while low < high {
      let middle = (low + high) / 2
      let candidate =
        UInt64(hashes[middle * 2].littleEndian) | UInt64(hashes[middle * 2 + 1].littleEndian) << 32
      if candidate == hash { return true }
      if candidate < hash { low = middle + 1 } else { high = middle }
    }
    return false
  }

  /// Number of bytes.
  var size: Int { word(.size) }
  /// Number of entries.
  var entryCount: Int { word(.entryCount) }
}
