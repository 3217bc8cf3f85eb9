/// The ways in which e-mail writes bytes as text (RFC 2045, section 6; RFC 2047).
enum TransferEncoding {
  /// The bytes of a body.
  static func decode(_ body: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8] {
    switch encoding?.lowercased().filter({ !$0.isWhitespace }) {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// Base64; what is no digit of it is passed over.
  static func base64(_ body: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var value: UInt32 = 0
    var count = 0
    for byte in body {
      let digit: UInt32
      switch byte {
      case 0x41...0x5A: digit = UInt32(byte - 0x41)
      case 0x61...0x7A: digit = UInt32(byte - 0x61 + 26)
      case 0x30...0x39: digit = UInt32(byte - 0x30 + 52)
      case 0x2B, 0x2D: digit = 62
      case 0x2F, 0x5F: digit = 63
      default: continue
      }
      value = value << 6 | digit
      count += 1
      if count == 4 {
        bytes.append(UInt8(truncatingIfNeeded: value >> 16))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        bytes.append(UInt8(truncatingIfNeeded: value))
        (value, count) = (0, 0)
      }
    }
    if count >= 2 { bytes.append(UInt8(truncatingIfNeeded: value >> (count == 2 ? 4 : 10))) }
    if count == 3 { bytes.append(UInt8(truncatingIfNeeded: value >> 2)) }
    return bytes
  }

  /// Quoted-printable; a broken escape stays as it is.
  ///
  /// - Parameter isHeader: Whether `_` stands for a space.
  static func quotedPrintable(_ body: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      if byte == UInt8(ascii: "="), index + 1 < body.endIndex {
        if body[index + 1] == 0x0A {
          index += 2
          continue
        }
        if body[index + 1] == 0x0D, index + 2 < body.endIndex, body[index + 2] == 0x0A {
          index += 3
          continue
        }
        if index + 2 < body.endIndex, let high = digit(body[index + 1]), let low = digit(body[index + 2]) {
          bytes.append(high << 4 | low)
          index += 3
          continue
        }
      }
      bytes.append(isHeader && byte == UInt8(ascii: "_") ? 0x20 : byte)
      index += 1
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

/// Words of headers in other encodings: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
enum EncodedWord {
  /// The header with its encoded words decoded.
  static func decoded(_ header: String) -> String {
    var result = ""
    // Longer than this is no header of a message that people write.
    var rest = header.prefix(4096)
    var followsWord = false
    while let open = rest.firstRange(of: "=?") {
      let parts = rest[open.upperBound...].split(
        separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let close = parts[2].firstRange(of: "?=") else { break }
      let between = rest[..<open.lowerBound]
      if !(followsWord && between.allSatisfy(\.isWhitespace)) { result += between }
      let text = Array(parts[2][..<close.lowerBound].utf8)
      let bytes =
        parts[1].lowercased() == "b"
        ? TransferEncoding.base64(text) : TransferEncoding.quotedPrintable(text[...], isHeader: true)
      result += String(
        decoding: TextDecoding.decode(bytes, declared: String(parts[0]), name: "").bytes, as: UTF8.self)
      rest = rest[close.upperBound...]
      followsWord = true
    }
    return result + rest
  }
}
