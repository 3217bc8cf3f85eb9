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
    if lowered.starts(with: "addr1".utf8) { return isCardano(bytes) ? .cardano : nil }
    if bytes.count == 42, first == UInt8(ascii: "q") || first == UInt8(ascii: "p") {
      return isBitcoinCash(bytes) ? .bitcoinCash : nil
    }
    if first == UInt8(ascii: "r"), bytes.count >= 25, bytes.count <= 35 {
      guard let decoded = base58(bytes, rippleDigits, zero: "r"), hasCheck(decoded) else { return nil }
      return decoded.count == 25 && decoded[0] == 0 ? .ripple : nil
    }
    guard bytes.count >= 26, bytes.count <= 36, let decoded = base58(bytes), hasCheck(decoded) else {
      return nil
    }
    switch (decoded.count, decoded[0], decoded[1]) {
    case (25, 0x00, _), (25, 0x05, _): return .bitcoin
    case (25, 0x30, _), (25, 0x32, _): return .litecoin
    case (25, 0x1E, _), (25, 0x16, _): return .dogecoin
    case (25, 0x41, _): return .tron
    case (25, 0x4C, _), (25, 0x10, _): return .dash
    case (27, 0x06, 0xA1) where [0x9F, 0xA1, 0xA4].contains(decoded[2]), (27, 0x02, 0x5A): return .tezos
    case (26, 0x1C, 0xB8), (26, 0x1C, 0xBD): return .zcash
    default: return nil
    }
  }

  // MARK: Base58

  private static let digits = values(of: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
  private static let rippleDigits = values(of: "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz")

  private static func values(of alphabet: String) -> [Int] {
    var digits = [Int](repeating: -1, count: 256)
    for (value, byte) in alphabet.utf8.enumerated() { digits[Int(byte)] = value }
    return digits
  }

  /// The bytes that a text in Base58 stands for.
  private static func base58(
    _ text: ArraySlice<UInt8>, _ digits: [Int] = digits, zero: Unicode.Scalar = "1"
  ) -> [UInt8]? {
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
    bytes += text.prefix { $0 == UInt8(ascii: zero) }.map { _ in 0 }
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
    guard text.count >= 14, text.count <= 90, let data = bech32(text, prefix), let version = data.first else {
      return false
    }
    return check(data, prefix) == (version == 0 ? 1 : 0x2BC8_30A3)
  }

  /// Cardano's addresses of Shelley's era (CIP 19): Bech32 without its bound.
  private static func isCardano(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 40, text.count <= 112, let data = bech32(text, "addr") else { return false }
    return check(data, "addr") == 1
  }

  private static let alphabet = values(of: "qpzry9x8gf2tvdw0s3jn54khce6mua7l")

  /// The numbers behind the prefix; nil where a letter is none of Bech32's, or capitals and small letters are mixed.
  private static func bech32(_ text: ArraySlice<UInt8>, _ prefix: String) -> [Int]? {
    let hasSmall = text.contains { $0 &- 0x61 < 26 }
    let hasCapital = text.contains { $0 &- 0x41 < 26 }
    let data = text.dropFirst(prefix.utf8.count + 1).map { alphabet[Int(HostNames.lowered($0))] }
    return hasSmall && hasCapital || data.contains(-1) ? nil : data
  }

  private static func check(_ data: [Int], _ prefix: String) -> Int {
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
    return check
  }

  // MARK: Bitcoin Cash (CashAddr)

  private static func isBitcoinCash(_ text: ArraySlice<UInt8>) -> Bool {
    let data = text.map { alphabet[Int($0)] }
    guard !data.contains(-1) else { return false }
    let generators = [0x98_F2BC_8E61, 0x79_B76D_99E2, 0xF3_3E5F_B3C4, 0xAE_2EAB_E2A8, 0x1E_4F43_E470]
    var check = 1
    for value in "bitcoincash".utf8.map({ Int($0 & 31) }) + [0] + data {
      let top = check >> 35
      check = (check & 0x7_FFFF_FFFF) << 5 ^ value
      for (bit, generator) in generators.enumerated() where top >> bit & 1 == 1 { check ^= generator }
    }
    return check == 1
  }

  // MARK: Ethereum (EIP-55) and Monero

  private static func isEthereum(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 40, text.allSatisfy(PieceReader.isHexadecimal), Set(text).count > 4,
      !PieceReader.isPeriodic(text)
    else {
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
