import DossierModel

/// The type of attribute that an indicator is, where its value has the form that MISP asks for.
enum IndicatorType {
  /// Type and category by the kind of indicator, as in MISP's describeTypes.
  private static let types: [String: AttributeType] = [
    "ipv4-addr": .init("ip-dst", in: network), "ipv6-addr": .init("ip-dst", in: network),
    "domain-name": .init("domain", in: network), "url": .init("url", in: network),
    "email-addr": .init("email", in: "Payload delivery"), "mac-addr": .init("mac-address", in: network),
    "autonomous-system": .init("AS", in: network),
    "windows-registry-key": .init("regkey", in: "Persistence mechanism"),
    "file-name": .init("filename", in: delivery), "file-path": .init("filename", in: delivery),
    "mutex": .init("mutex", in: "Artifacts dropped"), "user-agent": .init("user-agent", in: network),
    "md5": .init("md5", in: delivery), "sha-1": .init("sha1", in: delivery),
    "sha-224": .init("sha224", in: delivery), "sha-256": .init("sha256", in: delivery),
    "sha-384": .init("sha384", in: delivery), "sha-512": .init("sha512", in: delivery),
    "ssdeep": .init("ssdeep", in: delivery), "tlsh": .init("tlsh", in: delivery),
    "imphash": .init("imphash", in: delivery), "ja3": .init("ja3-fingerprint-md5", in: network),
    "cve": .vulnerability, "cwe": .init("weakness", in: "External analysis"),
    "cpe": .init("cpe", in: "External analysis"), "bitcoin-address": .init("btc", in: "Financial fraud"),
    "monero-address": .init("xmr", in: "Financial fraud"),
  ]
  private static let network = "Network activity"
  private static let delivery = "Payload delivery"

  /// How many hexadecimal digits a hash has.
  private static let digits = [
    "md5": 32, "sha-1": 40, "sha-224": 56, "sha-256": 64, "sha-384": 96, "sha-512": 128, "imphash": 32,
    "ja3": 32,
  ]

  /// What is no pattern for sensors by itself.
  private static let undetectable: Set<String> = ["cve", "cwe", "cpe", "autonomous-system", "mac-addr"]

  /// The type of an indicator; text where there is none.
  static func type(of indicator: Indicator) -> AttributeType {
    guard let type = types[indicator.kind], hasForm(indicator) else { return .text }
    if type.name == "domain", indicator.value.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 {
      return AttributeType("hostname", in: network)
    }
    return type
  }

  /// Whether an indicator may be meant for detection: one of the attacker's that sensors can see.
  static func detects(_ indicator: Indicator) -> Bool {
    indicator.role == .malicious && !undetectable.contains(indicator.kind)
      && type(of: indicator) != .text
  }

  private static func hasForm(_ indicator: Indicator) -> Bool {
    let value = Array(indicator.value.utf8)
    if value.isEmpty || value.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return false }
    func only(_ characters: String) -> Bool {
      let allowed = Set(characters.utf8)
      return value.allSatisfy { allowed.contains($0 | 0x20) || allowed.contains($0) }
    }
    if let count = digits[indicator.kind] { return value.count == count && only("0123456789abcdef") }
    switch indicator.kind {
    case "ipv4-addr":
      return value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).count == 4
        && only("0123456789.")
    case "ipv6-addr": return only("0123456789abcdef:.") && value.contains(UInt8(ascii: ":"))
    case "domain-name":
      return value.contains(UInt8(ascii: ".")) && value.last != UInt8(ascii: ".")
        && value.allSatisfy { $0 >= 0x80 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || isLetterOrDigit($0) }
    case "url":
      return indicator.value.contains("://")
        && !value.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }
    case "email-addr":
      return value.count(where: { $0 == UInt8(ascii: "@") }) == 1 && !value.contains(0x20)
    case "mac-addr": return only("0123456789abcdef:-")
    case "autonomous-system": return only("0123456789")
    case "cve": return isCVE(indicator.value)
    default: return true
    }
  }

  /// Whether a text is a number of the CVE list.
  static func isCVE(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "CVE" && parts[1].utf8.count == 4 && parts[2].utf8.count >= 4
      && (parts[1] + parts[2]).utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
