import DossierModel
import DossierText

/// One cyber-observable object: its type, the property that makes its id, and its pattern.
struct Observable {
  /// Type of the object.
  let type: String
  /// Its id: UUID of version 5.
  let id: String
  /// A pattern that matches it (section 9).
  let pattern: String
  private let property: Property
  private let value: String

  private enum Property {
    /// `value`.
    case value
    /// `hashes`, with the algorithm's name (hash-algorithm-ov).
    case hash(String)
    /// `name`.
    case name
    /// `number`.
    case number
    /// `key`.
    case key
  }

  /// The observable that an indicator is, where there is one and the value has its form.
  init?(_ indicator: Indicator) {
    let value = indicator.value
    switch indicator.kind {
    case "ipv4-addr", "ipv6-addr", "domain-name", "email-addr", "mac-addr":
      type = indicator.kind
      property = .value
      guard Self.isPlain(value) else { return nil }
    case "url":
      type = "url"
      property = .value
      guard WebAddress.isPlain(value) else { return nil }
    case "md5", "sha-1", "sha-256", "sha-512":
      type = "file"
      property = .hash(indicator.kind == "md5" ? "MD5" : indicator.kind.uppercased())
      guard Self.isHexadecimal(value, indicator.kind) else { return nil }
    case "mutex":
      type = "mutex"
      property = .name
    case "autonomous-system":
      type = "autonomous-system"
      property = .number
      guard let number = Int(value), number >= 0, "\(number)" == value else { return nil }
    case "windows-registry-key":
      type = "windows-registry-key"
      property = .key
    default: return nil
    }
    self.value = value
    let quoted = STIXIdentifier.canonicalString(value)
    switch property {
    case .value:
      id = STIXIdentifier.observable(type, canonical: "{\"value\":\(quoted)}")
      pattern = "[\(type):value = \(Self.literal(value))]"
    case .hash(let algorithm):
      id = STIXIdentifier.observable(type, canonical: "{\"hashes\":{\"\(algorithm)\":\(quoted)}}")
      pattern = "[file:hashes.'\(algorithm)' = \(Self.literal(value))]"
    case .name:
      id = STIXIdentifier.observable(type, canonical: "{\"name\":\(quoted)}")
      pattern = "[\(type):name = \(Self.literal(value))]"
    case .number:
      id = STIXIdentifier.observable(type, canonical: "{\"number\":\(value)}")
      pattern = "[\(type):number = \(value)]"
    case .key:
      id = STIXIdentifier.observable(type, canonical: "{\"key\":\(quoted)}")
      pattern = "[\(type):key = \(Self.literal(value))]"
    }
  }

  /// Writes the property.
  func write(to json: inout JSONWriter) {
    switch property {
    case .value: json.field("value", value)
    case .hash(let algorithm):
      json.key("hashes")
      json.beginObject()
      json.key(algorithm)
      json.string(value)
      json.endObject()
    case .name: json.field("name", value)
    case .number: json.field("number", Int(value) ?? 0)
    case .key: json.field("key", value)
    }
  }

  /// A string literal of the patterning language.
  private static func literal(_ text: String) -> String {
    var out = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { out.unicodeScalars.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out + "'"
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
  }

  private static func isHexadecimal(_ text: String, _ kind: String) -> Bool {
    let lengths = ["md5": 32, "sha-1": 40, "sha-256": 64, "sha-512": 128]
    return text.utf8.count == lengths[kind]
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }
}
