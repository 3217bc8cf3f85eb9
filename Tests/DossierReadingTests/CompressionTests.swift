import DossierModel
import DossierReading
import DossierText
import Foundation
import Testing

@Suite struct CompressionTests {
  static let words = Array("The harbour board said on Monday that intruders had copied its tide tables.".utf8)

  /// A gzip member of stored blocks.
  private func stored(_ bytes: [UInt8], check: UInt32? = nil) -> [UInt8] {
    let length = UInt16(bytes.count)
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
    file += [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
    file += bytes
    for value in [check ?? crc(bytes), UInt32(bytes.count)] {
      for shift in [0, 8, 16, 24] as [UInt32] { file.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    return file
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
    return ~value
  }

  private func body(_ bytes: [UInt8]) throws -> String {
    try ArticleReader.read(Input(name: "input", bytes: bytes)).documents.first?.bodyText ?? ""
  }

  @Test func storedBlocksAndLayers() throws {
    let once = stored(Self.words)
    #expect(try Array(body(once).utf8) == Self.words)
    #expect(try Array(body(stored(once)).utf8) == Self.words)
  }

  /// Written by `gzip -9`: fixed and dynamic codes, and matches that overlap themselves.
  @Test func compressedBlocks() throws {
    let fixed: [UInt8] = Self.fixed
    #expect(
      try body(fixed) == "The harbour board said that it said that it said that it would not pay for it.")
  }

  @Test func dynamicCodes() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Inputs")
    let packed = try Data(contentsOf: folder.appending(path: "random-words.txt.gz"))
    let plain = try Data(contentsOf: folder.appending(path: "random-words.txt"))
    let document = try #require(
      try ArticleReader.read(Input(name: "input", bytes: Array(packed))).documents.first)
    #expect(document.text.bytes == Array(plain))
  }

  static let fixed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x0B, 0xC9, 0x48, 0x55, 0xC8, 0x48, 0x2C,
    0x4A,
    0xCA, 0x2F, 0x2D, 0x52, 0x48, 0xCA, 0x4F, 0x2C, 0x4A, 0x51, 0x28, 0x4E, 0xCC, 0x4C, 0x51, 0x28, 0xC9,
    0x48,
    0x2C, 0x51, 0xC8, 0x2C, 0xC1, 0xC3, 0x29, 0xCF, 0x2F, 0xCD, 0x49, 0x51, 0xC8, 0xCB, 0x2F, 0x51, 0x28,
    0x48,
    0xAC, 0x54, 0x48, 0xCB, 0x2F, 0x02, 0x0A, 0xEA, 0x01, 0x00, 0x2B, 0xAB, 0xDA, 0xB3, 0x4E, 0x00, 0x00,
    0x00,
  ]

  @Test func wrongCheckIsAnError() {
    let problem = #expect(throws: Diagnostic.self) { try body(stored(Self.words, check: 1)) }
    #expect(problem?.id == "read.broken-gzip")
  }

  @Test func cutFileIsAnError() {
    let problem = #expect(throws: Diagnostic.self) { try body(Array(stored(Self.words).dropLast(20))) }
    #expect(problem?.id == "read.broken-gzip")
  }

  /// A zstd frame (RFC 8878): blocks of bytes as they are, or of one byte many times over.
  private func zstandard(_ bytes: [UInt8], repeating count: Int = 0) -> [UInt8] {
    // Without its size and check sum; the window is 128 KiB.
    var file: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
    func header(_ size: Int, _ type: Int, isLast: Bool) -> [UInt8] {
      let value = size << 3 | type << 1 | (isLast ? 1 : 0)
      return [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value >> 16 & 0xFF)]
    }
    for _ in 0..<count { file += header(128 << 10, 1, isLast: false) + [UInt8(ascii: "a")] }
    return file + header(bytes.count, 0, isLast: true) + bytes
  }

  static let hasZstandard = ["/usr/bin/zstd", "/usr/local/bin/zstd", "/opt/homebrew/bin/zstd"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: hasZstandard, "zstd is not installed: its files are NOT tested"))
  func zstandardIsUnpacked() throws {
    #expect(try Array(body(zstandard(Self.words)).utf8) == Self.words)
    #expect(try Array(body(stored(zstandard(Self.words))).utf8) == Self.words)
    let bomb = #expect(throws: Diagnostic.self) { try body(zstandard(Self.words, repeating: 1000)) }
    #expect(bomb?.id == "read.compression-bomb")
    let large = #expect(throws: Diagnostic.self) {
      try ArticleReader.read(
        Input(name: "input", bytes: zstandard(Self.words, repeating: 10)), maximumBytes: 1 << 20)
    }
    #expect(large?.id == "read.too-large")
    let cut = #expect(throws: Diagnostic.self) { try body(Array(zstandard(Self.words).dropLast(20))) }
    #expect(cut?.id == "read.program-failed")
    #expect(cut?.summary.contains("zstd") == true)
  }

  @Test(.enabled(if: !hasZstandard))
  func missingZstandardIsNamed() {
    let problem = #expect(throws: Diagnostic.self) { try body(zstandard(Self.words)) }
    #expect(problem?.id == "read.missing-program")
    #expect(problem?.help == "install zstd")
  }

  @Test func manyLayersAreABomb() {
    var file = stored(Self.words)
    for _ in 0..<4 { file = stored(file) }
    let problem = #expect(throws: Diagnostic.self) { try body(file) }
    #expect(problem?.id == "read.compression-bomb")
  }

  /// The output of matches at distance one grows a thousand times.
  @Test func bombIsRefused() {
    // One dynamic block would do; a fixed block of 258-byte matches is as good: literal 'a', then matches, then the end.
    var bits = BitWriter()
    bits.write(1, 1)
    bits.write(1, 2)
    bits.writeCode(0x30 + 0x61, 8)
    for _ in 0..<40_000 {
      bits.writeCode(0b1100_0101, 8)
      bits.writeCode(0, 5)
    }
    bits.writeCode(0, 7)
    let file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.bytes + [0, 0, 0, 0, 0, 0, 0, 0]
    let problem = #expect(throws: Diagnostic.self) { try body(file) }
    #expect(problem?.id == "read.compression-bomb")
  }
}

/// Writes bits from the lowest up, codes from their highest bit, as DEFLATE does.
private struct BitWriter {
  var bytes: [UInt8] = []
  private var used = 8

  mutating func write(_ value: Int, _ count: Int) {
    for bit in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
      used += 1
    }
  }

  mutating func writeCode(_ value: Int, _ count: Int) {
    for bit in (0..<count).reversed() { write(value >> bit & 1, 1) }
  }
}
