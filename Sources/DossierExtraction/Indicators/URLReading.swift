import DossierKnowledge
import DossierModel
import DossierText

extension PieceReader {
  /// Takes URLs: a known scheme, `://`, a host, and what follows up to a mark at the end that belongs to the sentence.
  mutating func readURLs() {
    turnBackslashes()
    var index = 0
    let count = piece.bytes.count
    while index + 2 < count {
      guard piece.bytes[index] == UInt8(ascii: ":"), byte(index + 1) == UInt8(ascii: "/"),
        byte(index + 2) == UInt8(ascii: "/")
      else {
        index += 1
        continue
      }
      index = readURL(colon: index)
    }
  }

  /// Turns the backslashes of `hxxp:\\evil[.]com\a` round.
  private mutating func turnBackslashes() {
    let back = UInt8(ascii: "\\")
    guard
      let colon = piece.bytes.indices.first(where: { index in
        byte(index) == UInt8(ascii: ":") && byte(index + 1) == back && byte(index + 2) == back
      })
    else { return }
    var start = colon
    while start > 0, colon - start < 12, isSchemeByte(start - 1) { start -= 1 }
    guard start < colon, let scheme = scheme(start..<colon), scheme.name.starts(with: "http".utf8) else {
      return
    }
    for index in colon..<piece.bytes.count where piece.bytes[index] == back {
      piece.bytes[index] = UInt8(ascii: "/")
      piece.disguised[index] = true
    }
  }

  /// Reads the URL whose colon stands at `colon`; returns where to go on.
  private mutating func readURL(colon: Int) -> Int {
    let count = piece.bytes.count
    let host = colon + 3
    var start = colon
    while start > 0, colon - start < 12, isSchemeByte(start - 1) { start -= 1 }
    while start < colon, !isAlphanumeric(start) { start += 1 }
    guard start < colon, let scheme = scheme(start..<colon) else { return host }
    let isDisguised = scheme.isDisguised || (start..<host).contains { piece.disguised[$0] }

    var authority = host
    while authority < count, !Self.endsAuthority(piece.bytes[authority]) { authority += 1 }
    var hostStart = host
    for index in host..<authority where piece.bytes[index] == UInt8(ascii: "@") { hostStart = index + 1 }
    guard hostEnd(hostStart, authority) != nil else { return host }

    // Another URL that follows at once begins its own.
    var end = host
    while end < count {
      if piece.bytes[end] == UInt8(ascii: ":"), byte(end + 1) == UInt8(ascii: "/"),
        byte(end + 2) == UInt8(ascii: "/"),
        let cut = nextURL(colon: end, from: host)
      {
        end = cut
        break
      }
      if isCut(end, opened: start, from: hostStart) { break }
      end += 1
    }
    let limit = end
    authority = min(authority, limit)
    end = trimmed(host, limit)
    guard hostStart < authority, let hostEnd = hostEnd(hostStart, min(authority, end)) else { return host }
    if hostEnd < authority {
      // What follows the host is a port or belongs to the sentence.
      var port = hostEnd
      if byte(port) == UInt8(ascii: ":"), isDigit(port + 1) {
        port += 1
        while isDigit(port) { port += 1 }
        if port < authority { end = port }
      } else {
        end = hostEnd
      }
    }
    let name = lowered(hostStart..<hostEnd)
    if HostNames.isListed(name, in: .namespaceHosts) {
      refuse(.url, start..<limit, "the name of a format")
      for index in start..<limit { taken[index] = true }
      return limit
    }
    let value =
      scheme.name + Array("://".utf8) + piece.bytes[host..<hostStart] + name + piece.bytes[hostEnd..<end]
    add(.url, value, start..<end)
    addHost(hostStart..<hostEnd, isDisguised: isDisguised)
    addTelegram(name, hostEnd, end)
    return max(end, host)
  }

  /// Whether a URL ends at a byte for what stands before it: the quotation mark or comma that it began with, or a bracket
  /// that nothing in it opens (`[https://a.b/c](https://a.b/c)`).
  private func isCut(_ index: Int, opened start: Int, from host: Int) -> Bool {
    let byte = byte(index)
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: ",") {
      return start > 0 ? self.byte(start - 1) == byte : byteBefore(start) == byte
    }
    guard byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"), index > host else { return false }
    let open = byte == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    return piece.bytes[host..<index].count { $0 == open } <= piece.bytes[host..<index].count { $0 == byte }
  }

  private func isSchemeByte(_ index: Int) -> Bool {
    let byte = byte(index)
    return byte < 0x80 && (isAlphanumeric(index) || "+-_*".utf8.contains(byte))
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "\\")
  }

  /// The scheme without its disguise: `hxxp`, `h__p` and `hzzzp` are `http`.
  private func scheme(_ range: Range<Int>) -> (name: [UInt8], isDisguised: Bool)? {
    let written = lowered(range)
    if KnowledgeTable.embedded.contains(written, in: .schemes) { return (written, false) }
    let isSecure = written.last == UInt8(ascii: "s")
    let stem = isSecure ? written.dropLast() : written[...]
    if stem.count >= 4, stem.count <= 6, stem.first == UInt8(ascii: "h"), stem.last == UInt8(ascii: "p"),
      stem.dropFirst().dropLast().allSatisfy({ "xtz_*-0".utf8.contains($0) })
    {
      return (Array((isSecure ? "https" : "http").utf8), true)
    }
    if stem.elementsEqual("meow".utf8) { return (Array((isSecure ? "https" : "http").utf8), true) }
    if ["fxp", "ftx", "f*p", "f_p"].contains(where: { stem.elementsEqual($0.utf8) }) {
      return (Array((isSecure ? "ftps" : "ftp").utf8), true)
    }
    return nil
  }

  /// Where the scheme of a URL begins that has its colon at `colon`, if a comma or semicolon stands before it.
  private func nextURL(colon: Int, from host: Int) -> Int? {
    var start = colon
    while start > host, colon - start < 12, isSchemeByte(start - 1) { start -= 1 }
    guard start > host, scheme(start..<colon) != nil else { return nil }
    return ",;)]'".utf8.contains(byte(start - 1)) ? start - 1 : nil
  }

  /// The end of a URL without marks of the sentence and brackets that it does not open.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    var counts: [UInt8: Int] = [:]
    for byte in piece.bytes[start..<end] where "()[]{}".utf8.contains(byte) { counts[byte, default: 0] += 1 }
    while end > start {
      let last = piece.bytes[end - 1]
      if ".,;:!?'*".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "}") {
        let open: UInt8 =
          last == UInt8(ascii: ")")
          ? UInt8(ascii: "(") : last == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
        let closed = counts[last, default: 0]
        if closed <= counts[open, default: 0] { break }
        counts[last] = closed - 1
        end -= 1
      } else if end - start >= 3, last >= 0x80, let length = mark(endingAt: end) {
        end -= length
      } else {
        break
      }
    }
    return end
  }

  /// The length of the mark (`…`, `»`, `”`) whose last byte is before `end`; nil if a letter stands there.
  private func mark(endingAt end: Int) -> Int? {
    for length in [2, 3] where end >= length {
      let start = end - length
      let scalar = piece.bytes[start..<end].withUnsafeBufferPointer { bytes -> UInt32? in
        UTF8Validation.sequenceLength(bytes, at: 0) == length
          ? LetterFolding.scalar(bytes, at: 0, length: length) : nil
      }
      guard let scalar else { continue }
      switch LetterFolding.classify(scalar) {
      case .letter, .capital: return nil
      default: return length
      }
    }
    return nil
  }

  /// Where a URL's host ends; nil if none stands there.
  private func hostEnd(_ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    if byte(start) == UInt8(ascii: "[") {
      guard let close = (start..<end).first(where: { byte($0) == UInt8(ascii: "]") }) else { return nil }
      let zone = (start..<close).first { byte($0) == UInt8(ascii: "%") } ?? close
      return InternetAddress.isIPv6(piece.bytes[(start + 1)..<zone]) ? close + 1 : nil
    }
    var stop = start
    while stop < end, isHostByte(stop) || byte(stop) == UInt8(ascii: "_") { stop += 1 }
    while stop > start, !isAlphanumeric(stop - 1) { stop -= 1 }
    guard stop > start else { return nil }
    if InternetAddress.ipv4(piece.bytes[start..<stop]) != nil { return stop }
    let labels = piece.bytes[start..<stop].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 }), stop - start <= 253 else { return nil }
    // A host of one label, or under an unknown top-level domain, is one of an inner network.
    guard let top = labels.last, labels.count > 1, top.count > 1, top.contains(where: { $0 >= 0x3A }) else {
      return nil
    }
    return stop
  }

  /// Letters, digits, hyphens and full stops. Quotation marks, dashes and dots of print belong to the text around a host.
  func isHostByte(_ index: Int) -> Bool {
    let byte = byte(index)
    if byte >= 0x80 { return !isWithinMark(index) }
    return isAlphanumeric(index) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// Whether a byte is of a mark of print (`«`, U+2010 to U+205E, U+3001 to U+301F); emoji and other signs may name hosts.
  private func isWithinMark(_ index: Int) -> Bool {
    guard let start = (max(0, index - 2)...index).last(where: { byte($0) >= 0xC0 }) else { return false }
    let length = byte(start) < 0xE0 ? 2 : 3
    guard [0xC2, 0xE2, 0xE3].contains(byte(start)), start + length <= piece.bytes.count,
      byte(start) == 0xC2 || byte(start) == 0xE2 && byte(start + 1) <= 0x81
        || byte(start) == 0xE3 && byte(start + 1) == 0x80
    else { return false }
    let scalar = piece.bytes[start..<start + length].withUnsafeBufferPointer {
      LetterFolding.scalar($0, at: 0, length: length)
    }
    return switch LetterFolding.classify(scalar) {
    case .mark, .apostrophe: true
    default: false
    }
  }

  /// Notes the host of a URL.
  private mutating func addHost(_ range: Range<Int>, isDisguised: Bool) {
    let bytes = piece.bytes[range]
    if bytes.first == UInt8(ascii: "[") {
      let inner = bytes.dropFirst().dropLast().prefix { $0 != UInt8(ascii: "%") }
      add(
        .ipv6, inner.map(HostNames.lowered), range.lowerBound + 1..<range.lowerBound + 1 + inner.count,
        takes: false)
    } else if InternetAddress.ipv4(bytes) != nil {
      add(.ipv4, Array(bytes), range, takes: false)
    } else {
      guard HostNames.isDomain(bytes, .init(isCertain: true)) else { return }
      let name = lowered(range)
      add(.domain, name, range, takes: false)
      // A page of the attacker's does not make the service his: `hxxps://github[.]com/…`.
      if HostNames.isListed(name, in: .wellKnownDomains) || HostNames.isListed(name, in: .warningList),
        let last = found.indices.last
      {
        found[last].role = .reference
      }
    }
  }

  /// Notes the account that a link to Telegram names.
  mutating func addTelegram(_ host: [UInt8], _ start: Int, _ end: Int) {
    guard ["t.me", "telegram.me"].contains(where: { host.elementsEqual($0.utf8) }),
      byte(start) == UInt8(ascii: "/")
    else {
      return
    }
    var stop = start + 1
    while stop < end, isAlphanumeric(stop) || byte(stop) == UInt8(ascii: "_") { stop += 1 }
    guard stop - start > 5,
      !["joinchat", "addstickers", "proxy", "share"].contains(where: {
        piece.bytes[(start + 1)..<stop].elementsEqual($0.utf8)
      })
    else { return }
    add(.telegram, [UInt8(ascii: "@")] + piece.bytes[(start + 1)..<stop], start + 1..<stop, takes: false)
  }
}
