import DossierKnowledge
import DossierModel
import DossierText

/// The part an indicator plays, by what it is and the words on its line.
enum IndicatorRoles {
  /// The role of an indicator with this value at `range`.
  static func role(
    _ kind: IndicatorKind, _ value: [UInt8], _ range: TextRange, isDisguised: Bool,
    in text: UnsafeBufferPointer<UInt8>
  ) -> IndicatorRole {
    if isExample(kind, value) { return .example }
    let words = NearWords(range, in: text)
    if words.haveSinkhole { return .sinkhole }
    switch kind {
    case .cve, .cwe, .capec, .cpe: return .unknown
    case .md5, .sha1, .sha224, .sha256, .sha384, .sha512, .ssdeep, .tlsh, .imphash, .mutex, .bitcoin,
      .ethereum, .monero,
      .litecoin, .dogecoin, .tron, .zcash, .bitcoinCash, .dash, .ripple, .cardano, .tezos, .ja3, .ja4:
      return .malicious
    case .url, .domain, .email, .ipv4, .ipv6:
      if isDisguised { return .malicious }
      if isReserved(kind, value) || HostNames.isListed(host(of: kind, value), in: .wellKnownDomains) {
        return .reference
      }
      if words.haveAttack { return .malicious }
      return kind == .ipv4 || kind == .ipv6 ? .unknown : .reference
    case .package: return words.haveAttack ? .malicious : .unknown
    default: return .unknown
    }
  }

  /// The host of a URL or address, or the value itself.
  static func host(of kind: IndicatorKind, _ value: [UInt8]) -> [UInt8] {
    switch kind {
    case .url:
      guard let slash = value.firstIndex(of: UInt8(ascii: "/")), slash + 2 < value.count else { return value }
      // A page without a scheme: `evil[.]com/gate.php`.
      guard slash > 0, value[slash - 1] == UInt8(ascii: ":") else {
        return Array(value[..<slash].prefix { $0 != UInt8(ascii: ":") })
      }
      let authority = value[(slash + 2)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
      return Array(host.prefix { $0 != UInt8(ascii: ":") })
    case .email: return value.lastIndex(of: UInt8(ascii: "@")).map { Array(value[($0 + 1)...]) } ?? value
    default: return value
    }
  }

  /// Names and addresses reserved for documentation (RFC 2606, RFC 5737, RFC 3849).
  private static func isExample(_ kind: IndicatorKind, _ value: [UInt8]) -> Bool {
    switch kind {
    case .url, .domain, .email:
      let labels = host(of: kind, value).split(separator: UInt8(ascii: "."))
      if let address = InternetAddress.ipv4(host(of: kind, value)) { return isDocumentation(address) }
      guard let last = labels.last else { return false }
      if ["example", "test", "invalid", "localhost"].contains(where: { last.elementsEqual($0.utf8) }) {
        return true
      }
      return labels.count >= 2 && labels[labels.count - 2].elementsEqual("example".utf8)
        && ["com", "net", "org"].contains { last.elementsEqual($0.utf8) }
    case .ipv4:
      return InternetAddress.ipv4(value.prefix { $0 != UInt8(ascii: "/") }).map(isDocumentation) ?? false
    case .ipv6:
      guard let address = InternetAddress.ipv6(value.prefix { $0 != UInt8(ascii: "/") }) else { return false }
      return address.high >> 32 == 0x2001_0DB8
    default: return false
    }
  }

  private static func isDocumentation(_ address: UInt32) -> Bool {
    [0xC000_0200, 0xC633_6400, 0xCB00_7100].contains(address & 0xFFFF_FF00)
  }

  /// Addresses of one's own machine and network.
  private static func isReserved(_ kind: IndicatorKind, _ value: [UInt8]) -> Bool {
    switch kind {
    case .ipv4:
      guard let address = InternetAddress.ipv4(value.prefix { $0 != UInt8(ascii: "/") }) else { return false }
      return address >> 24 == 127 || address >> 24 == 10 || address >> 24 == 0 || address >> 16 == 0xC0A8
        || address >> 20 == 0xAC1 || address >> 16 == 0xA9FE || address >> 24 >= 224
    case .ipv6:
      guard let address = InternetAddress.ipv6(value.prefix { $0 != UInt8(ascii: "/") }) else { return false }
      return address.high == 0 && address.low <= 1 || address.high >> 54 == 0x3FA
        || address.high >> 57 == 0x7E
    default: return false
    }
  }
}
