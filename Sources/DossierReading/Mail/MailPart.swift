/// A part of a message: headers, and a body or further parts.
struct MailPart {
  /// A body of text, decoded from its transfer encoding.
  struct Text {
    var bytes: [UInt8]
    var charset: String?
    var isHTML: Bool
  }

  /// Values by name in small letters, unfolded; of several the first.
  private(set) var headers: [String: String] = [:]
  /// The texts in the part and its parts.
  private(set) var texts: [Text] = []

  /// Reads a part.
  ///
  /// - Parameter depth: How many parts it lies in; deeper than eight nothing is read.
  init(_ bytes: ArraySlice<UInt8>, depth: Int) {
    let bodyStart = readHeaders(bytes)
    let type = MailParameter(headers["content-type"] ?? "text/plain")
    let body = bytes[bodyStart...]
    if let boundary = type["boundary"], type.value.hasPrefix("multipart/"), depth < 8 {
      for part in Self.parts(of: body, boundary: boundary) { texts += MailPart(part, depth: depth + 1).texts }
    } else if type.value == "message/rfc822", depth < 8 {
      texts = MailPart(body, depth: depth + 1).texts
    } else if type.value == "text/plain" || type.value == "text/html" {
      let isAttached = headers["content-disposition"]?.lowercased().hasPrefix("attachment") == true
      if !isAttached {
        let decoded = TransferEncoding.decode(body, headers["content-transfer-encoding"])
        texts = [Text(bytes: decoded, charset: type["charset"], isHTML: type.value == "text/html")]
      }
    }
  }

  /// Reads up to the first empty line; where the body starts.
  private mutating func readHeaders(_ bytes: ArraySlice<UInt8>) -> Int {
    var position = bytes.startIndex
    var name = ""
    var value = ""
    func keep(_ headers: inout [String: String]) {
      if !name.isEmpty, headers[name] == nil { headers[name] = value }
    }
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[position..<end]
      if line.last == 0x0D { line = line.dropLast() }
      position = min(end + 1, bytes.endIndex)
      guard let first = line.first else { break }
      let text = String(decoding: line, as: UTF8.self)
      if first == 0x20 || first == 0x09 {
        if value.utf8.count < 65_536 { value += " " + text.drop { $0 == " " || $0 == "\t" } }
        continue
      }
      keep(&headers)
      guard let colon = text.firstIndex(of: ":") else {
        name = ""
        continue
      }
      name = text[..<colon].lowercased()
      value = String(text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
    }
    keep(&headers)
    return position
  }

  /// The parts between lines `--boundary` (RFC 2046, section 5.1).
  private static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var position = body.startIndex
    while position < body.endIndex {
      let end = body[position...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[position..<end].starts(with: mark) {
        if let start, start < position { parts.append(body[start..<position]) }
        let rest = body[position..<end].dropFirst(mark.count)
        if rest.starts(with: "--".utf8) { return parts }
        start = min(end + 1, body.endIndex)
      }
      position = end + 1
    }
    // The last boundary may be missing.
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }
}

/// A header's value and its parameters: `text/html; charset="utf-8"`.
struct MailParameter {
  /// The value, in small letters.
  let value: String
  private var parameters: [String: String] = [:]

  init(_ header: String) {
    var pieces = header.split(separator: ";").map(String.init)
    value = pieces.isEmpty ? "" : pieces.removeFirst().lowercased().filter { !$0.isWhitespace }
    for piece in pieces {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = piece[..<equals].lowercased().filter { !$0.isWhitespace }
      let text = piece[piece.index(after: equals)...].drop { $0.isWhitespace }
      parameters[name] =
        text.first == "\""
        ? String(text.dropFirst().prefix { $0 != "\"" }) : String(text.prefix { !$0.isWhitespace })
    }
  }

  /// A parameter's value.
  subscript(_ name: String) -> String? { parameters[name] }
}
