/// Decompresses DEFLATE (RFC 1951), up to a bound.
struct Inflate {
  /// What can be wrong.
  enum Problem: Error {
    /// The data ends too early.
    case truncated
    /// The data is no DEFLATE.
    case broken
    /// The result is larger than the bound.
    case tooLarge
  }

  private let input: [UInt8]
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private let bound: Int
  private(set) var output: [UInt8] = []

  private init(_ input: [UInt8], from start: Int, bound: Int) {
    self.input = input
    position = start
    self.bound = bound
  }

  /// The bytes that the data at `start` stands for, and the offset behind it.
  static func decompress(
    _ input: [UInt8], from start: Int, bound: Int
  ) throws(Problem) -> (bytes: [UInt8], end: Int) {
    var state = Inflate(input, from: start, bound: bound)
    var isLast = false
    while !isLast {
      isLast = try state.take(1) == 1
      switch try state.take(2) {
      case 0: try state.stored()
      case 1: try state.block(literals: .fixedLiterals, distances: .fixedDistances)
      case 2:
        let (literals, distances) = try state.dynamicCodes()
        try state.block(literals: literals, distances: distances)
      default: throw .broken
      }
    }
    return (state.output, state.position - Int(state.bitCount / 8))
  }

  private mutating func take(_ count: UInt32) throws(Problem) -> Int {
    while bitCount < count {
      guard position < input.count else { throw .truncated }
      bits |= UInt32(input[position]) << bitCount
      bitCount += 8
      position += 1
    }
    let value = bits & ((1 << count) - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func stored() throws(Problem) {
    position -= Int(bitCount / 8)
    (bits, bitCount) = (0, 0)
    guard position + 4 <= input.count else { throw .truncated }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    let check = Int(input[position + 2]) | Int(input[position + 3]) << 8
    guard length == ~check & 0xFFFF else { throw .broken }
    position += 4
    guard position + length <= input.count else { throw .truncated }
    guard output.count + length <= bound else { throw .tooLarge }
    output.append(contentsOf: input[position..<(position + length)])
    position += length
  }

  private mutating func symbol(_ code: PrefixCode) throws(Problem) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      value |= try take(1)
      let count = Int(code.counts[length])
      if value - count < first { return Int(code.symbols[index + value - first]) }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .broken
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  private static let lengthBits: [UInt32] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097, 6145,
    8193, 12289, 16385, 24577,
  ]

  private mutating func block(literals: PrefixCode, distances: PrefixCode) throws(Problem) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        guard output.count < bound else { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Self.lengthBases.count else { throw .broken }
      let length = Self.lengthBases[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
      let code = try self.symbol(distances)
      guard code < Self.distanceBases.count else { throw .broken }
      let distance = Self.distanceBases[code] + (try take(code < 4 ? 0 : UInt32(code / 2 - 1)))
      guard distance <= output.count else { throw .broken }
      guard output.count + length <= bound else { throw .tooLarge }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func dynamicCodes() throws(Problem) -> (PrefixCode, PrefixCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<codeCount { lengths[order[index]] = UInt8(try take(3)) }
    guard literalCount <= 286, distanceCount <= 30, let lengthCode = PrefixCode(lengths) else {
      throw .broken
    }
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(lengthCode)
      let (value, count): (UInt8, Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .broken }
        (value, count) = (last, 3 + (try take(2)))
      case 17: (value, count) = (0, 3 + (try take(3)))
      case 18: (value, count) = (0, 11 + (try take(7)))
      default: (value, count) = (UInt8(symbol), 1)
      }
      lengths.append(contentsOf: repeatElement(value, count: count))
    }
    guard lengths.count == literalCount + distanceCount,
      let literals = PrefixCode(Array(lengths[..<literalCount])),
      let distances = PrefixCode(Array(lengths[literalCount...]))
    else { throw .broken }
    return (literals, distances)
  }
}

/// A canonical prefix code (RFC 1951, section 3.2.2).
struct PrefixCode: Sendable {
  /// Number of codes of each length.
  let counts: [UInt16]
  /// Symbols in the order of their codes.
  let symbols: [UInt16]

  /// The code of these lengths; nil if they are too many for their lengths.
  init?(_ lengths: [UInt8]) {
    var counts = [UInt16](repeating: 0, count: 16)
    for length in lengths { counts[Int(length)] += 1 }
    var left = 1
    for length in 1...15 {
      left = left << 1 - Int(counts[length])
      if left < 0 { return nil }
    }
    var offsets = [Int](repeating: 0, count: 16)
    for length in 1..<15 { offsets[length + 1] = offsets[length] + Int(counts[length]) }
    var symbols = [UInt16](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[offsets[Int(length)]] = UInt16(symbol)
      offsets[Int(length)] += 1
    }
    counts[0] = 0
    self.counts = counts
    self.symbols = symbols
  }

  private init(known lengths: [UInt8]) {
    self = PrefixCode(lengths) ?? PrefixCode(counts: [UInt16](repeating: 0, count: 16), symbols: [])
  }

  private init(counts: [UInt16], symbols: [UInt16]) {
    self.counts = counts
    self.symbols = symbols
  }

  /// The codes of blocks of type 1 (section 3.2.6).
  static let fixedLiterals = PrefixCode(
    known: [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
      + [UInt8](repeating: 7, count: 24)
      + [UInt8](repeating: 8, count: 8))
  static let fixedDistances = PrefixCode(known: [UInt8](repeating: 5, count: 30))
}
