import DossierText

/// Undoes compression: gzip by itself, zstd by the program of that name.
enum Decompression {
  /// What is compressed this many times over and more is a bomb.
  static let maximumRatio = 100
  /// Files in files in files: deeper than this nothing is unpacked.
  static let maximumLayers = 3

  /// The bytes within, of any number of layers.
  ///
  /// - Throws: `read.broken-gzip`, `read.compression-bomb`, `read.too-large` or `read.missing-program`.
  static func unpacked(_ bytes: [UInt8], name: String, bound: Int) throws(Diagnostic) -> [UInt8] {
    var bytes = bytes
    for layer in 0... {
      let isGzip = bytes.starts(with: [0x1F, 0x8B])
      let isZstandard = bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      guard isGzip || isZstandard else { break }
      guard layer < maximumLayers else {
        throw Diagnostic(
          "read.compression-bomb", .error, "compressed more than \(maximumLayers) times over",
          at: Diagnostic.Location(file: name), help: "unpack it, and give the article within")
      }
      let most = min(bound, max(1 << 20, bytes.count * maximumRatio))
      bytes =
        isGzip
        ? try gzip(bytes, name: name, most: most, bound: bound)
        : try zstandard(bytes, name: name, most: most, bound: bound)
    }
    return bytes
  }

  /// The members of a gzip file, one after the other (RFC 1952).
  private static func gzip(
    _ bytes: [UInt8], name: String, most: Int, bound: Int
  ) throws(Diagnostic) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position + 18 <= bytes.count, bytes[position] == 0x1F, bytes[position + 1] == 0x8B {
      guard let start = dataStart(bytes, position) else { throw broken(name, "its header") }
      do throws(Inflate.Problem) {
        let (member, end) = try Inflate.decompress(bytes, from: start, bound: most - result.count)
        guard end + 8 <= bytes.count else { throw .truncated }
        if CyclicRedundancy.check(member) != littleEndian(bytes, end) { throw .broken }
        result.append(contentsOf: member)
        position = end + 8
      } catch {
        switch error {
        case .truncated: throw broken(name, "its end: it is cut off")
        case .broken: throw broken(name, "its data")
        case .tooLarge: throw tooLarge(name, most: most, bound: bound)
        }
      }
    }
    if position == 0 { throw broken(name, "its header") }
    return result
  }

  /// What a zstd file holds (RFC 8878), by the program of that name.
  private static func zstandard(
    _ bytes: [UInt8], name: String, most: Int, bound: Int
  ) throws(Diagnostic) -> [UInt8] {
    let unpacked = try ExternalProgram.output(of: "zstd", ["-dcq"], input: bytes, name: name, bound: most)
    guard let unpacked else { throw tooLarge(name, most: most, bound: bound) }
    return unpacked
  }

  private static func tooLarge(_ name: String, most: Int, bound: Int) -> Diagnostic {
    if most == bound { return ReadingProblem.tooLarge(name, bound: bound) }
    return Diagnostic(
      "read.compression-bomb", .error, "the file unpacks to more than \(maximumRatio) times its size",
      at: Diagnostic.Location(file: name), help: "unpack it, and give the article within")
  }

  private static func dataStart(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start + 2] == 8 else { return nil }
    let flags = bytes[start + 3]
    var position = start + 10
    if flags & 4 != 0 {
      guard position + 2 <= bytes.count else { return nil }
      position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
    }
    // A name and a comment, each ended by a zero.
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      while position < bytes.count, bytes[position] != 0 { position += 1 }
      position += 1
    }
    if flags & 2 != 0 { position += 2 }
    return position < bytes.count ? position : nil
  }

  private static func littleEndian(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
  }

  private static func broken(_ name: String, _ what: String) -> Diagnostic {
    Diagnostic(
      "read.broken-gzip", .error, "the gzip file is broken in \(what)", at: Diagnostic.Location(file: name),
      help: "fetch the file again")
  }
}

/// CRC-32 as gzip has it (RFC 1952, section 8).
package struct CyclicRedundancy {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private var state: UInt32 = 0xFFFF_FFFF

  /// The check of no bytes.
  package init() {}

  /// The check value of the bytes so far.
  package var value: UInt32 { ~state }

  /// Takes more bytes.
  package mutating func add(_ bytes: [UInt8]) {
    let table = Self.table
    var state = state
    for byte in bytes { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
    self.state = state
  }

  /// The check value of some bytes.
  static func check(_ bytes: [UInt8]) -> UInt32 {
    var check = CyclicRedundancy()
    check.add(bytes)
    return check.value
  }
}
