import DossierModel
import DossierText

extension JSONWriter {
  /// Writes a property with a text.
  mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a property with a text, if there is one.
  mutating func field(optional name: StaticString, _ value: String?) {
    if let value, !value.isEmpty { field(name, value) }
  }

  /// Writes a property of the extension with a text, if there is one; an empty text is one.
  mutating func field(ifPresent name: StaticString, _ value: String?) {
    if let value { field(name, value) }
  }

  /// Writes a property with a whole number.
  mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  /// Writes a property with texts, if there are any: STIX knows no empty list.
  mutating func field(_ name: StaticString, _ values: [String]) {
    if values.isEmpty { return }
    key(name)
    strings(values)
  }

  /// Writes a property with objects, if there are any.
  mutating func field<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    if elements.isEmpty { return }
    key(name)
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }

  /// Writes the places of mentions.
  mutating func mentions(_ mentions: [Mention]) {
    field("mentions", mentions) { $1.write(to: &$0) }
  }

  /// Writes an interval of time, if there is one.
  mutating func time(_ time: TimeInterval?) {
    guard let time else { return }
    key("time")
    beginObject()
    field(ifPresent: "earliest", time.earliest)
    field(ifPresent: "latest", time.latest)
    field("words", time.words)
    endObject()
  }
}

/// Times as STIX writes them: three fractional digits, UTC.
enum STIXTime {
  /// An RFC 3339 time with exactly three fractional digits; further ones are cut.
  static func milliseconds(_ time: String) -> String {
    let bytes = Array(time.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return "1970-01-01T00:00:00.000Z" }
    var digits = bytes[19..<(bytes.count - 1)].dropFirst().prefix(3)
    while digits.count < 3 { digits.append(UInt8(ascii: "0")) }
    return String(decoding: bytes[..<19] + [UInt8(ascii: ".")] + digits + [UInt8(ascii: "Z")], as: UTF8.self)
  }

  /// The time a number of milliseconds later, for objects that must not share one.
  static func later(_ time: String, by milliseconds: Int) -> String {
    var bytes = Array(time.utf8)
    guard bytes.count == 24 else { return time }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    var rest = number(20..<23) + milliseconds
    func put(_ value: Int, _ range: Range<Int>) {
      var value = value
      for index in range.reversed() {
        bytes[index] = UInt8(48 + value % 10)
        value /= 10
      }
    }
    put(rest % 1000, 20..<23)
    rest /= 1000
    for (range, size) in [(17..<19, 60), (14..<16, 60), (11..<13, 24)] {
      let sum = number(range) + rest
      put(sum % size, range)
      rest = sum / size
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
