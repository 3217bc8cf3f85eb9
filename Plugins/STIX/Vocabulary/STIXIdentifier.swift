import DossierModel

/// Ids of STIX objects, made from what the object is about: the same input gives the same ids.
enum STIXIdentifier {
  /// Id of a domain or relationship object: SHA-256 of the parts, shaped like a random UUID (version 4).
  ///
  /// STIX 2.1, section 2.9 wants version 4 for these; version 5 is for observables alone.
  static func object(_ type: String, _ parts: [String]) -> String {
    var hash = SHA256()
    hash.update(type)
    for part in parts {
      hash.update("\u{1F}")
      hash.update(part)
    }
    let digest = hash.finalize()
    return identifier(type, version: 4) { digest[$0] }
  }

  /// Makes the ids of one report's objects.
  struct Scope: Sendable {
    /// The first bytes that are hashed after the type: a separator, and the scope.
    private let scope: [UInt8]

    init(_ scope: String) { self.scope = [0x1F] + Array(scope.utf8) }

    /// As `STIXIdentifier.object`, of the scope and more parts.
    func object(_ type: String, _ parts: String...) -> String { object(type, parts) }

    /// As `STIXIdentifier.object`, of the scope and more parts.
    func object(_ type: String, _ parts: [String]) -> String {
      var hash = SHA256()
      hash.update(type)
      hash.update(scope)
      for part in parts {
        hash.update("\u{1F}")
        hash.update(part)
      }
      let digest = hash.finalize()
      return identifier(type, version: 4) { digest[$0] }
    }
  }

  /// Namespace of observables' ids (STIX 2.1, section 2.9); never used for other objects.
  private static let observables: [UInt8] = [
    0x00, 0xab, 0xed, 0xb4, 0xaa, 0x42, 0x46, 0x6c, 0x9c, 0x01, 0xfe, 0xd2, 0x33, 0x15, 0xa9, 0xb7,
  ]

  /// Id of an observable: UUID of version 5 over its id-contributing properties as canonical JSON (RFC 8785).
  static func observable(_ type: String, canonical: String) -> String {
    let digest = SHA1.digest(of: observables + Array(canonical.utf8))
    return identifier(type, version: 5) { digest[$0] }
  }

  /// A type, two hyphens and a UUID of 16 bytes.
  private static func identifier(_ type: String, version: UInt8, _ byte: (Int) -> UInt8) -> String {
    let start = type.utf8.count + 2
    return String(unsafeUninitializedCapacity: start + 36) { buffer in
      var place = 0
      for byte in type.utf8 {
        buffer[place] = byte
        place += 1
      }
      buffer[place] = UInt8(ascii: "-")
      buffer[place + 1] = UInt8(ascii: "-")
      place = start
      for index in 0..<16 {
        if index == 4 || index == 6 || index == 8 || index == 10 {
          buffer[place] = UInt8(ascii: "-")
          place += 1
        }
        var value = byte(index)
        if index == 6 { value = value & 0x0F | version << 4 }
        if index == 8 { value = value & 0x3F | 0x80 }
        buffer[place] = HexadecimalDigits.digit(value >> 4)
        buffer[place + 1] = HexadecimalDigits.digit(value & 15)
        place += 2
      }
      return place
    }
  }

  /// Whether an id ends in a UUID of version 4, as domain objects need it.
  static func isRandomShaped(_ id: String) -> Bool {
    let bytes = Array(id.utf8.suffix(36))
    guard bytes.count == 36 else { return false }
    return bytes[14] == UInt8(ascii: "4") && [UInt8]("89ab".utf8).contains(bytes[19])
  }

  /// A string as RFC 8785 writes it: only what JSON must escape, in its shortest form.
  static func canonicalString(_ text: String) -> String {
    var out: [UInt8] = [0x22]
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: out += [0x5C, byte]
      case 0x08: out += Array("\\b".utf8)
      case 0x09: out += Array("\\t".utf8)
      case 0x0A: out += Array("\\n".utf8)
      case 0x0C: out += Array("\\f".utf8)
      case 0x0D: out += Array("\\r".utf8)
      case ..<0x20:
        out += Array("\\u00".utf8) + [HexadecimalDigits.digit(byte >> 4), HexadecimalDigits.digit(byte & 15)]
      default: out.append(byte)
      }
    }
    return String(decoding: out + [0x22], as: UTF8.self)
  }
}
