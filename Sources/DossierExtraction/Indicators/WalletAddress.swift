import DossierModel

/// Addresses of cryptocurrencies, known by their form and their checksum.
enum WalletAddress {
  /// Which currency's address the bytes are; nil if none's, or if the checksum is wrong.
  static func kind(of bytes: ArraySlice<UInt8>) -> IndicatorKind? {
    guard let first = bytes.first else { return nil }
    if bytes.starts(with: "0x".utf8) { return isEthereum(bytes.dropFirst(2)) ? .ethereum : nil }
    let lowered = bytes.map(HostNames.lowered)
    if lowered.starts(with: "bc1".utf8) { return isSegregatedWitness(bytes, prefix: "bc") ? .bitcoin : nil }
    if lowered.starts(with: "ltc1".utf8) {
      return isSegregatedWitness(bytes, prefix: "ltc") ? .litecoin : nil
    }
    if bytes.count == 95 || bytes.count == 106, first == UInt8(ascii: "4") || first == UInt8(ascii: "8") {
      return isMonero(bytes) ? .monero : nil
    }
    guard bytes.count >= 26, bytes.count <= 36, let decoded = base58(bytes), hasCheck(decoded) else {
      return nil
    }
    switch (decoded.count, decoded[0], decoded[1]) {
    case (25, 0x00, _), (25, 0x05, _): return .bitcoin
    case (25, 0x30, _), (25, 0x32, _): return .litecoin
    case (25, 0x1E, _), (25, 0x16, _): return .dogecoin
    case (25, 0x41, _): return .tron
    case (26, 0x1C, 0xB8), (26, 0x1C, 0xBD): return .zcash
    default: return nil
    }
  }

  // MARK: Base58

  private static let digits: [Int] = {
    var digits = [Int](repeating: -1, count: 256)
    for (value, byte) in "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8.enumerated() {
      digits[Int(byte)] = value
    }
    return digits
  }()

  /// The bytes that a text in Base58 stands for.
  private static func base58(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for character in text {
      var carry = digits[Int(character)]
      guard carry >= 0 else { return nil }
      for index in bytes.indices {
        carry += Int(bytes[index]) * 58
        bytes[index] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      while carry > 0 {
        bytes.append(UInt8(carry & 0xFF))
        carry >>= 8
      }
    }
    bytes += text.prefix { $0 == UInt8(ascii: "1") }.map { _ in 0 }
    return bytes.reversed()
  }

  /// Whether the last four bytes are the first of a double SHA-256 of the others.
  private static func hasCheck(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 5 else { return false }
    let digest = sha256(sha256(Array(bytes.dropLast(4))))
    return digest.prefix(4).elementsEqual(bytes.suffix(4))
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    let digest = hash.finalize()
    return (0..<32).map { digest[$0] }
  }

  // MARK: Segregated witness (BIP 173, BIP 350)

  private static func isSegregatedWitness(_ text: ArraySlice<UInt8>, prefix: String) -> Bool {
    let hasSmall = text.contains { $0 &- 0x61 < 26 }
    let hasCapital = text.contains { $0 &- 0x41 < 26 }
    guard !(hasSmall && hasCapital), text.count >= 14, text.count <= 90 else { return false }
    let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    let data = text.dropFirst(prefix.utf8.count + 1).map { byte in
      alphabet.firstIndex(of: HostNames.lowered(byte)) ?? -1
    }
    guard !data.contains(-1), let version = data.first else { return false }
    var values = prefix.utf8.map { Int($0 >> 5) }
    values.append(0)
    values += prefix.utf8.map { Int($0 & 31) }
    values += data
    let generators = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    var check = 1
    for value in values {
      let top = check >> 25
      check = (check & 0x1FF_FFFF) << 5 ^ value
      for (bit, generator) in generators.enumerated() where top >> bit & 1 == 1 { check ^= generator }
    }
    return check == (version == 0 ? 1 : 0x2BC8_30A3)
  }

  // MARK: Ethereum (EIP-55) and Monero

  private static func isEthereum(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 40, text.allSatisfy(PieceReader.isHexadecimal), Set(text).count > 4 else {
      return false
    }
    let letters = text.filter { $0 >= 0x41 }
    let hasSmall = letters.contains { $0 >= 0x61 }
    let hasCapital = letters.contains { $0 < 0x61 }
    guard hasSmall && hasCapital else { return true }
    let digest = Keccak256.digest(of: text.map(HostNames.lowered))
    for (index, byte) in text.enumerated() where byte >= 0x41 {
      let nibble = index % 2 == 0 ? digest[index / 2] >> 4 : digest[index / 2] & 0xF
      guard (nibble >= 8) == (byte < 0x61) else { return false }
    }
    return true
  }

  /// Monero's Base58: blocks of eleven digits for eight bytes, and a checksum of four bytes at the end.
  private static func isMonero(_ text: ArraySlice<UInt8>) -> Bool {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let block = text[index..<min(index + 11, text.endIndex)]
      guard let size = [2: 1, 3: 2, 5: 3, 6: 4, 7: 5, 9: 6, 10: 7, 11: 8][block.count] else { return false }
      var value: UInt64 = 0
      for character in block {
        let digit = digits[Int(character)]
        let (product, overflow) = value.multipliedReportingOverflow(by: 58)
        guard digit >= 0, !overflow, product <= UInt64.max - UInt64(digit) else { return false }
        value = product + UInt64(digit)
      }
      bytes += (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
      index += block.count
    }
    return bytes.count > 4
      && Keccak256.digest(of: Array(bytes.dropLast(4))).prefix(4).elementsEqual(bytes.suffix(4))
  }
}
