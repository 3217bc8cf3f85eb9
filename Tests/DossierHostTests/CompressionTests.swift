import Testing

@testable import DossierHost
@testable import DossierReading

@Suite("Files are compressed by gzip so that every reader unpacks them")
struct CompressionTests {
  /// Bytes that look random, the same each time.
  private static func noise(_ count: Int, below limit: UInt64 = 256) -> [UInt8] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(state >> 32 & 0xFFFF_FFFF % limit)
    }
  }

  private static let samples: [(String, [UInt8])] = [
    ("nothing", []),
    ("one byte", [7]),
    ("two bytes", [7, 7]),
    ("one byte over and over", [UInt8](repeating: 65, count: 1_000_000)),
    ("noise", noise(300_000)),
    ("few letters, long codes", noise(400_000, below: 5)),
    ("a block exactly", noise(1 << 17)),
    ("a block and a byte", noise(1 << 17 + 1)),
    ("a repetition as far back as can be", noise(32_768) + noise(32_768)),
    ("a repetition farther back than can be", noise(40_000) + noise(40_000)),
    (
      "prose",
      (0..<9_000).flatMap { Array("Claim \($0) of \($0 % 7) parties was denied \($0 / 3) times.\n".utf8) }
    ),
  ]

  private static func gzip(_ bytes: [UInt8], pieces: Int) -> [UInt8] {
    var writer = GzipWriter()
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      result += writer.add(Array(bytes[start..<min(start + pieces, bytes.count)]))
    }
    return result + writer.finish()
  }

  @Test("what is unpacked is what was packed", arguments: samples.indices)
  func roundTrip(_ index: Int) throws {
    let (name, bytes) = Self.samples[index]
    let packed = Self.gzip(bytes, pieces: 50_000)
    let (unpacked, end) = try Inflate.decompress(packed, from: 10, bound: 2_000_000)
    #expect(unpacked == bytes, "\(name)")
    #expect(end == packed.count - 8)
    let check = CyclicRedundancy.check(bytes)
    let written = packed.suffix(8).prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    #expect(written == check)
    #expect(packed.count < bytes.count + bytes.count / 1000 + 100, "\(name): \(packed.count)")
  }

  @Test("equal bytes give equal files, however they come")
  func cuts() {
    for (name, bytes) in Self.samples where bytes.count < 500_000 {
      #expect(Self.gzip(bytes, pieces: 1_000_000) == Self.gzip(bytes, pieces: 4_099), "\(name)")
    }
  }

  @Test("prose becomes much smaller")
  func ratio() {
    let bytes = Self.samples.last?.1 ?? []
    #expect(Self.gzip(bytes, pieces: 65_536).count * 5 < bytes.count)
  }

  @Test("codes are whole and not too long", arguments: [7, 15])
  func codeLengths(_ limit: Int) {
    var fibonacci = [1, 1]
    while fibonacci.count < 19 {
      fibonacci.append(fibonacci[fibonacci.count - 1] + fibonacci[fibonacci.count - 2])
    }
    for counts in [
      fibonacci, [0, 0, 9, 0], [0, 0], [1, 1, 1], [UInt8](repeating: 1, count: 100).map { Int($0) },
    ] {
      let lengths = PrefixLengths.make(counts, limit: limit)
      let space = lengths.reduce(0) { $1 == 0 ? $0 : $0 + (1 << (limit - Int($1))) }
      #expect(space == 1 << limit, "\(counts): \(lengths)")
      for (count, length) in zip(counts, lengths) where count > 0 { #expect(length > 0) }
    }
  }

  @Test("every length and distance has its code", arguments: [3, 10, 11, 12, 18, 19, 130, 131, 257, 258])
  func lengthCodes(_ length: Int) {
    let (code, extra, bits) = Deflate.lengthCode(length)
    let bases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
      227, 258,
    ]
    #expect(bases[code - 257] + Int(extra) == length)
    #expect(extra < 1 << bits)
  }
}
