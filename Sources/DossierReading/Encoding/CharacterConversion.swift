import CLibXML2

/// Converts from the encodings that the system's iconv knows.
enum CharacterConversion {
  /// Decodes `bytes` to UTF-8, with U+FFFD for what is broken; nil if the encoding is unknown.
  static func decode(_ bytes: [UInt8], from encoding: String) -> DecodedText? {
    if encoding == "windows-1252" { return Windows1252.decode(bytes) }
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var input = bytes
    var output = [UInt8](repeating: 0, count: 16_384)
    input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        while left > 0 {
          var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let result = iconv(converter, &next, &left, &place, &room)
          text.append(contentsOf: target[0..<(target.count - room)])
          // With room left, what stopped the conversion is the input: one byte is given up.
          if result == -1, room >= 16, left > 0 {
            text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            next = next.map { $0 + 1 }
            left -= 1
          }
        }
      }
    }
    return DecodedText(bytes: text, encoding: encoding)
  }
}
