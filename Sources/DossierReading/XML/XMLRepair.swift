import CLibXML2

/// Repairs what feeds get wrong most often, so that libxml2 reads on.
enum XMLRepair {
  /// The bytes without a document type, with the characters of HTML's entities, `&amp;` for a bare ampersand, and
  /// spaces for control characters. Lines stay where they are.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    bytes.withUnsafeBufferPointer { source in
      var index = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var checked = 0
      while index < source.count, source[index] <= 0x20 { index += 1 }
      while index < source.count {
        let byte = source[index]
        if byte == UInt8(ascii: "<"), index + 1 < source.count, source[index + 1] == UInt8(ascii: "!") {
          let end = declarationEnd(source, at: index)
          if PageScan.matches("<!doctype", source, at: index) {
            result.append(contentsOf: source[index..<end].filter { $0 == 0x0A })
          } else {
            result.append(contentsOf: source[index..<end].map { isControl($0) ? 0x20 : $0 })
          }
          index = end
        } else if byte == UInt8(ascii: "<"), let end = crowdedTagEnd(source, at: index, &checked) {
          var name = index + 1
          while name < end, PageScan.isNameByte(source[name]) { name += 1 }
          result.append(contentsOf: source[index..<name])
          result.append(contentsOf: source[end - 2] == UInt8(ascii: "/") ? "/>".utf8 : ">".utf8)
          index = end
        } else if byte == UInt8(ascii: "&") {
          index = reference(source, at: index, into: &result)
        } else {
          result.append(isControl(byte) ? 0x20 : byte)
          index += 1
        }
      }
    }
    return result
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// The end of a start tag that has more attributes than any real one (libxml2's cost is quadratic in them).
  ///
  /// - Parameter checked: Up to where tags have been looked at; none is looked at twice.
  private static func crowdedTagEnd(
    _ source: UnsafeBufferPointer<UInt8>, at start: Int, _ checked: inout Int
  ) -> Int? {
    guard start >= checked else { return nil }
    var index = start + 1
    defer { checked = index }
    var quote: UInt8 = 0
    var equals = 0
    while index < min(source.count, start + 65_536) {
      let byte = source[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        equals += 1
        if equals > 256 { return PageScan.find(">", source, from: index) }
      } else if byte == UInt8(ascii: ">") {
        return nil
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static func declarationEnd(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    if PageScan.matches("<!--", source, at: start) { return PageScan.find("-->", source, from: start + 4) }
    if PageScan.matches("<![cdata[", source, at: start) {
      return PageScan.find("]]>", source, from: start + 9)
    }
    let end = PageScan.find(">", source, from: start)
    return source[start..<end].contains(UInt8(ascii: "[")) ? PageScan.find("]>", source, from: start) : end
  }

  private static func reference(
    _ source: UnsafeBufferPointer<UInt8>, at start: Int, into result: inout [UInt8]
  ) -> Int {
    var end = start + 1
    while end < source.count, end - start <= 32,
      PageScan.isNameByte(source[end]) || source[end] == UInt8(ascii: "#")
    {
      end += 1
    }
    let name = source[(start + 1)..<end]
    guard end < source.count, source[end] == UInt8(ascii: ";"), !name.isEmpty else {
      result.append(contentsOf: "&amp;".utf8)
      return start + 1
    }
    let text = String(decoding: name, as: UTF8.self)
    if text.hasPrefix("#") || ["amp", "lt", "gt", "quot", "apos"].contains(text) {
      result.append(contentsOf: source[start...end])
    } else if let entity = htmlEntityLookup(text), let scalar = Unicode.Scalar(entity.pointee.value) {
      result.append(contentsOf: String(scalar).utf8)
    } else {
      result.append(contentsOf: "&amp;".utf8)
      return start + 1
    }
    return end + 1
  }

  /// A text with the characters that its references stand for.
  static func charactersForReferences(in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(33).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(named: String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      result.append(contentsOf: String(scalar).utf8)
      index = end + 1
    }
    return result
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    if name == "apos" { return "'" }
    return htmlEntityLookup(name).flatMap { Unicode.Scalar($0.pointee.value) }
  }
}
