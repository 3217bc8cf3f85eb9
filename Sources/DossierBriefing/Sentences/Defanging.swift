import DossierText

/// How a briefing writes addresses: as they are, or defanged.
package struct AddressWriting: Sendable {
  private let defangs: Bool

  init(defangs: Bool) { self.defangs = defangs }

  /// An indicator's value.
  package func value(_ value: String, kind: String) -> String {
    defangs ? Defanging.value(value, kind: kind) : value
  }

  /// An address with a scheme.
  package func url(_ value: String) -> String { defangs ? Defanging.url(value) : value }
}

/// Writes addresses so that neither a reader nor a program follows them by accident.
enum Defanging {
  private static let point = UInt8(ascii: ".")
  private static let at = UInt8(ascii: "@")
  private static let colon = UInt8(ascii: ":")

  /// An indicator's value: `hxxps[:]//evil[.]example/a.b`, `192[.]0[.]2[.]1`, `who[@]evil[.]example`; hashes and ids as
  /// they are.
  static func value(_ value: String, kind: String) -> String {
    switch kind {
    case "url": return url(value)
    case "domain-name", "ipv4-addr": return broken(value, at: point, point)
    case "ipv6-addr": return broken(value, at: colon, colon)
    case "email-addr": return broken(value, at: point, at)
    default: return value.holds("://") ? url(value) : value
    }
  }

  /// An address with a scheme; its host's dots are broken, its path stays readable.
  static func url(_ value: String) -> String {
    let bytes = Array(value.utf8)
    guard let mark = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) else {
      return broken(value, at: point, point)
    }
    var text = ByteBuffer(reserving: bytes.count + 32)
    let isWeb = mark >= 4 && zip(bytes, "http".utf8).allSatisfy { $0 | 0x20 == $1 }
    if isWeb { text.append("hxxp") }
    text.append(bytes[(isWeb ? 4 : 0)..<mark])
    text.append("[:]//")
    let host = bytes[(mark + 3)...].prefix {
      $0 != UInt8(ascii: "/") && $0 != 0x3F && $0 != UInt8(ascii: "#")
    }
    append(host, brokenAt: point, at, to: &text)
    text.append(bytes[host.endIndex...])
    return String(decoding: text.take(), as: UTF8.self)
  }

  /// A text with brackets around two signs.
  private static func broken(_ value: String, at first: UInt8, _ second: UInt8) -> String {
    var text = ByteBuffer(reserving: value.utf8.count + 16)
    append(Array(value.utf8)[...], brokenAt: first, second, to: &text)
    return String(decoding: text.take(), as: UTF8.self)
  }

  private static func append(
    _ bytes: ArraySlice<UInt8>, brokenAt first: UInt8, _ second: UInt8, to text: inout ByteBuffer
  ) {
    for byte in bytes {
      let isBroken = byte == first || byte == second
      if isBroken { text.append(UInt8(ascii: "[")) }
      text.append(byte)
      if isBroken { text.append(UInt8(ascii: "]")) }
    }
  }
}
