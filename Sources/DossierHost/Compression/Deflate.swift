/// Compresses by DEFLATE (RFC 1951) as bytes come. Equal bytes give equal results, however they are cut.
struct Deflate {
  /// So many bytes make a block with codes of its own.
  private static let blockSize = 1 << 17
  private static let endOfBlock = 256

  /// The bytes that repetitions may reach back to, then those that wait to be compressed.
  private var buffer: [UInt8] = []
  private var waiting = 0
  private var search = RepeatSearch()
  private var output = BitWriter()

  /// Takes bytes; returns what is compressed so far.
  mutating func add(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Self.blockSize - (buffer.count - waiting))
      buffer.append(contentsOf: piece)
      rest = rest[piece.endIndex...]
      if buffer.count - waiting == Self.blockSize { writeBlock() }
    }
    return output.take()
  }

  /// Ends the data; returns what is left.
  mutating func finish() -> [UInt8] {
    if buffer.count > waiting { writeBlock() }
    // An empty last block with the fixed codes.
    output.write(0b011, 3)
    output.write(0, 7)
    output.fill()
    return output.take()
  }

  private mutating func writeBlock() {
    var symbols: [RepeatSearch.Symbol] = []
    symbols.reserveCapacity(buffer.count - waiting)
    var literals = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: 30)
    literals[Self.endOfBlock] = 1
    search.forEach(in: buffer, from: waiting) { symbol in
      symbols.append(symbol)
      switch symbol {
      case .literal(let byte): literals[Int(byte)] += 1
      case .copy(let length, let distance):
        literals[Self.lengthCode(length).code] += 1
        distances[Self.distanceCode(distance).code] += 1
      }
    }
    let literalLengths = PrefixLengths.make(literals, limit: 15)
    let distanceLengths = PrefixLengths.make(distances, limit: 15)
    output.write(0b100, 3)
    writeCodes(literalLengths, distanceLengths)
    write(symbols, literalLengths, distanceLengths)
    buffer.removeFirst(max(0, buffer.count - RepeatSearch.reach))
    waiting = buffer.count
  }

  private mutating func write(
    _ symbols: [RepeatSearch.Symbol], _ literalLengths: [UInt8], _ distanceLengths: [UInt8]
  ) {
    let literals = PrefixLengths.codes(literalLengths)
    let distances = PrefixLengths.codes(distanceLengths)
    for symbol in symbols {
      switch symbol {
      case .literal(let byte): output.write(literals[Int(byte)], Int(literalLengths[Int(byte)]))
      case .copy(let length, let distance):
        let (code, extra, bits) = Self.lengthCode(length)
        output.write(literals[code], Int(literalLengths[code]))
        output.write(extra, bits)
        let far = Self.distanceCode(distance)
        output.write(distances[far.code], Int(distanceLengths[far.code]))
        output.write(far.extra, far.bits)
      }
    }
    output.write(literals[Self.endOfBlock], Int(literalLengths[Self.endOfBlock]))
  }

  /// The two codes, themselves compressed (section 3.2.7).
  private mutating func writeCodes(_ literalLengths: [UInt8], _ distanceLengths: [UInt8]) {
    let runs = Self.runs(literalLengths + distanceLengths)
    var counts = [Int](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let lengths = PrefixLengths.make(counts, limit: 7)
    let codes = PrefixLengths.codes(lengths)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let last = order.lastIndex { lengths[$0] > 0 } ?? 3
    let count = max(4, last + 1)
    output.write(UInt32(literalLengths.count - 257), 5)
    output.write(UInt32(distanceLengths.count - 1), 5)
    output.write(UInt32(count - 4), 4)
    for symbol in order.prefix(count) { output.write(UInt32(lengths[symbol]), 3) }
    for run in runs {
      output.write(codes[run.symbol], Int(lengths[run.symbol]))
      output.write(run.extra, run.bits)
    }
  }

  private struct Run {
    let symbol: Int
    var extra: UInt32 = 0
    var bits = 0
  }

  /// Lengths with what repeats in them shortened: 16 repeats the one before, 17 and 18 are runs of zeros.
  private static func runs(_ lengths: [UInt8]) -> [Run] {
    var runs: [Run] = []
    var place = 0
    while place < lengths.count {
      let length = lengths[place]
      var count = lengths[place...].prefix { $0 == length }.count
      place += count
      if length > 0 {
        runs.append(Run(symbol: Int(length)))
        count -= 1
      }
      while count >= 3 {
        let most = min(count, length > 0 ? 6 : 138)
        if length > 0 {
          runs.append(Run(symbol: 16, extra: UInt32(most - 3), bits: 2))
        } else if most <= 10 {
          runs.append(Run(symbol: 17, extra: UInt32(most - 3), bits: 3))
        } else {
          runs.append(Run(symbol: 18, extra: UInt32(most - 11), bits: 7))
        }
        count -= most
      }
      for _ in 0..<count { runs.append(Run(symbol: Int(length))) }
    }
    return runs
  }

  /// The symbol of a length, and the bits after it (section 3.2.5).
  static func lengthCode(_ length: Int) -> (code: Int, extra: UInt32, bits: Int) {
    let value = length - 3
    if value < 8 { return (257 + value, 0, 0) }
    if length == 258 { return (285, 0, 0) }
    let width = Int.bitWidth - value.leadingZeroBitCount - 1
    let bits = width - 2
    return (257 + 4 * (width - 1) + (value >> bits & 3), UInt32(value & (1 << bits - 1)), bits)
  }

  /// The symbol of a distance, and the bits after it.
  static func distanceCode(_ distance: Int) -> (code: Int, extra: UInt32, bits: Int) {
    let value = distance - 1
    if value < 4 { return (value, 0, 0) }
    let width = Int.bitWidth - value.leadingZeroBitCount - 1
    let bits = width - 1
    return (2 * width + (value >> bits & 1), UInt32(value & (1 << bits - 1)), bits)
  }
}
