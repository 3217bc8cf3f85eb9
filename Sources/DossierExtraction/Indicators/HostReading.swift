import DossierKnowledge
import DossierText

extension PieceReader {
  /// Takes addresses, domains and file names: runs of letters, digits, hyphens and full stops.
  mutating func readHosts() {
    var index = 0
    while index < piece.bytes.count {
      guard !taken[index], isHostByte(index) else {
        index += 1
        continue
      }
      let start = index
      var hasDot = false
      while index < piece.bytes.count, !taken[index], isHostByte(index) {
        if piece.bytes[index] == UInt8(ascii: ".") { hasDot = true }
        index += 1
      }
      if hasDot { index = max(index, readRun(start, index)) }
    }
  }

  /// Reads a run that has a full stop; returns where to go on.
  private mutating func readRun(_ start: Int, _ end: Int) -> Int {
    var first = start
    // Empty labels and hyphens at the edge of one cut the run.
    var end = end
    while end > first, !isAlphanumeric(end - 1) { end -= 1 }
    var cut = first
    var index = first
    while index < end {
      let isDot = byte(index) == UInt8(ascii: ".")
      if isDot, !isAlphanumeric(index - 1) || !isAlphanumeric(index + 1) { cut = index + 1 }
      index += 1
    }
    let hadCut = cut > first
    first = max(first, cut)
    while first < end, !isAlphanumeric(first) { first += 1 }
    guard first < end else { return end }
    if readIPv4(first, end, after: start) { return end }
    let mail = first > 0 && byte(first - 1) == UInt8(ascii: "@") ? mailbox(before: first - 1) : nil
    let labels = piece.bytes[first..<end].split(separator: UInt8(ascii: "."))
    guard labels.count >= 2, labels.allSatisfy({ $0.count <= 63 }), end - first <= 253 else { return end }
    if readDottedMAC(first, end) { return end }
    let isDisguised = (first..<end).contains { piece.disguised[$0] }
    var next = end
    let follows = byte(end)
    let hasPath =
      follows == UInt8(ascii: "/") && isAlphanumeric(end + 1)
      || follows == UInt8(ascii: "/") && byte(end + 1) == UInt8(ascii: "@")
    let hasPort = follows == UInt8(ascii: ":") && isDigit(end + 1)
    let surroundings = HostNames.Surroundings(
      isCertain: isDisguised || mail != nil,
      isMarkedOff: hasPort || lowered(first..<end).starts(with: "www.".utf8) || isQuoted(first, end),
      isCalled: follows == UInt8(ascii: "("))
    if !hadCut || isDisguised || mail != nil || labels.count >= 2,
      HostNames.isDomain(piece.bytes[first..<end], surroundings),
      !(byte(first - 1) == UInt8(ascii: "@") && mail == nil && !isMailHost(first) && !isDisguised)
    {
      let name = lowered(first..<end)
      if mail == nil, first == 1, byte(0) == UInt8(ascii: "@"), let mailbox = mailboxApart() {
        add(.email, mailbox.bytes + [UInt8(ascii: "@")] + name, 0..<end)
        if let last = found.indices.last {
          found[last].range = TextRange(UInt32(mailbox.start), found[last].range.end)
        }
        add(.domain, name, first..<end, takes: false)
      } else if let mail {
        add(.email, piece.bytes[mail..<first].map(HostNames.lowered) + name, mail..<end)
        add(.domain, name, first..<end, takes: false)
      } else {
        add(.domain, name, first..<end)
      }
      if hasPath {
        while next < piece.bytes.count, !",;".utf8.contains(byte(next)) {
          taken[next] = true
          next += 1
        }
        readBareURL(first, end, next, isDisguised: isDisguised)
      }
      return next
    }
    // `@name.com` is somebody's handle.
    if byte(first - 1) == UInt8(ascii: "@"), mail == nil { return end }
    let isFile = readFileName(first, end, labels)
    if keepsRefused, !isFile, HostNames.isDomain(piece.bytes[first..<end], .init(isCertain: true)) {
      refuse(
        .domain, first..<end,
        follows == UInt8(ascii: "(")
          ? "a call in a program"
          : "under a suffix that is a word too, or written as no domain is, and nothing else speaks for one")
    }
    return end
  }

  /// Takes what follows a host without a scheme: a page of a disguised host (`evil[.]com/gate.php`), an account of Telegram.
  private mutating func readBareURL(_ first: Int, _ end: Int, _ limit: Int, isDisguised: Bool) {
    let host = lowered(first..<end)
    addTelegram(host, end, limit)
    let stop = trimmed(first, limit)
    guard isDisguised, stop > end + 1 else { return }
    // `evil[.]com/worse[.]com` is a list.
    var segment = end + 1
    while segment < stop, byte(segment) != UInt8(ascii: "/") { segment += 1 }
    guard
      !HostNames.isDomain(piece.bytes[end + 1..<segment], .init(isCertain: true))
        || !(end + 1..<segment).contains(where: { piece.disguised[$0] })
    else { return }
    add(.url, host + piece.bytes[end..<stop], first..<stop, takes: false)
  }

  /// The mailbox that stands before the piece, a space apart: `john @evil[.]com`.
  private func mailboxApart() -> (start: Int, bytes: [UInt8])? {
    guard let place = piece.places.first, place >= 2, text[place - 1] == 0x20 else { return nil }
    var start = place - 1
    while start > 0, place - start < 64, isMailboxByte(text[start - 1]) { start -= 1 }
    guard start < place - 1, Refanging.isPlain(text[start]), Refanging.isPlain(text[place - 2]) else {
      return nil
    }
    return (start, (start..<place - 1).map { HostNames.lowered(text[$0]) })
  }

  /// Whether something stands before the `@` before `first`, even if it is no mailbox.
  private func isMailHost(_ first: Int) -> Bool { first >= 2 && isAlphanumeric(first - 2) }

  /// Whether quotation marks stand on both sides.
  private func isQuoted(_ first: Int, _ end: Int) -> Bool {
    let before = byteBefore(first)
    let after = byteAfter(end)
    return before == after
      && (before == UInt8(ascii: "\"") || before == UInt8(ascii: "`") || before == UInt8(ascii: "'"))
  }

  /// Where the mailbox begins that ends before `at`; nil if none does.
  private func mailbox(before at: Int) -> Int? {
    var start = at
    while start > 0, at - start < 64, !taken[start - 1], isMailboxByte(byte(start - 1)) { start -= 1 }
    // `smtp.mailfrom=john@evil.com`
    if let sign = (start..<at).last(where: { byte($0) == UInt8(ascii: "=") }),
      (start..<sign).allSatisfy({ isAlphanumeric($0) || ".-_".utf8.contains(byte($0)) })
    {
      start = sign + 1
    }
    while start < at, ".'-*#=~".utf8.contains(byte(start)) { start += 1 }
    guard start < at, byte(at - 1) != UInt8(ascii: ".") else { return nil }
    for index in start..<at where byte(index) == UInt8(ascii: ".") && byte(index + 1) == UInt8(ascii: ".") {
      return nil
    }
    return start
  }

  private func isMailboxByte(_ byte: UInt8) -> Bool {
    byte < 0x80 && (Refanging.isPlain(byte) || "._+-*!#$&'=~%".utf8.contains(byte))
  }

  /// Takes a MAC address in three groups: `001a.2b3c.4d5e`.
  private mutating func readDottedMAC(_ first: Int, _ end: Int) -> Bool {
    guard end - first == 14, byte(first + 4) == UInt8(ascii: "."), byte(first + 9) == UInt8(ascii: ".") else {
      return false
    }
    let digits = piece.bytes[first..<end].filter { $0 != UInt8(ascii: ".") }.map(HostNames.lowered)
    guard digits.count == 12, digits.allSatisfy(Self.isHexadecimal), digits.contains(where: { $0 < 0x3A }),
      digits.contains(where: { $0 >= 0x3A })
    else { return false }
    let pairs = stride(from: 0, to: 12, by: 2).map { digits[$0..<$0 + 2] }
    add(.mac, Array(pairs.joined(separator: [UInt8(ascii: ":")])), first..<end)
    return true
  }

  // MARK: IPv4

  /// Takes the IPv4 address that the run is, with the network's prefix; whether there is one, or a version of its form.
  private mutating func readIPv4(_ first: Int, _ end: Int, after start: Int) -> Bool {
    guard isDigit(first) else { return false }
    var stop = first
    while stop < end, isDigit(stop) || byte(stop) == UInt8(ascii: ".") { stop += 1 }
    while stop > first, byte(stop - 1) == UInt8(ascii: ".") { stop -= 1 }
    guard let address = InternetAddress.ipv4(piece.bytes[first..<stop]) else { return false }
    guard stop == end || byte(stop) == UInt8(ascii: "-") && isDigit(stop + 1) && isRange(stop + 1, end) else {
      return true
    }
    let before = byte(first - 1)
    let isDisguised = (first..<stop).contains { piece.disguised[$0] }
    if !isDisguised {
      if before == UInt8(ascii: "_") || before == UInt8(ascii: "-") && first > start {
        refuse(.ipv4, first..<stop, "part of a name with numbers")
        return true
      }
      if before == UInt8(ascii: "."), byte(first - 2) != UInt8(ascii: ".") {
        refuse(.ipv4, first..<stop, "the rest of a longer number with dots")
        return true
      }
      if before == UInt8(ascii: "/"), isAlphanumeric(first - 2), !isDigit(first - 2) {
        refuse(.ipv4, first..<stop, "the version of a product")
        return true
      }
      if isVersion(first, stop) {
        refuse(.ipv4, first..<stop, "a version or section, by the word before it")
        lastVersionEnd = piece.places[stop - 1] + 1
        return true
      }
    }
    if before == UInt8(ascii: "@"), let mail = mailbox(before: first - 1) {
      add(.email, piece.bytes[mail..<stop].map(HostNames.lowered), mail..<stop)
      add(.ipv4, Array(piece.bytes[first..<stop]), first..<stop, takes: false)
      return true
    }
    var length = stop
    if byte(stop) == UInt8(ascii: "/"), isDigit(stop + 1) {
      length = stop + 2
      if isDigit(length) { length += 1 }
      let prefix = piece.bytes[(stop + 1)..<length].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let hostBits = UInt32.max.multipliedReportingOverflow(by: 1).partialValue >> UInt32(min(prefix, 31))
      if prefix <= 32, !isAlphanumeric(length), prefix == 32 || address & (prefix == 0 ? .max : hostBits) == 0
      {
        add(.ipv4, Array(piece.bytes[first..<length]), first..<length)
        return true
      }
    }
    add(.ipv4, Array(piece.bytes[first..<stop]), first..<stop)
    if stop < end, isRange(stop + 1, end) { _ = readIPv4(stop + 1, end, after: stop + 1) }
    return true
  }

  /// Whether another address stands at `index`: `10.0.0.1-10.0.0.9`.
  private func isRange(_ index: Int, _ end: Int) -> Bool {
    InternetAddress.ipv4(piece.bytes[index..<end]) != nil
  }

  /// Whether a dotted number is a version or section, by the word before it.
  private func isVersion(_ first: Int, _ stop: Int) -> Bool {
    if isAlphanumeric(first - 1) { return true }
    let place = piece.places[first]
    if lastVersionEnd >= 0, place > lastVersionEnd, isList(lastVersionEnd, place) { return true }
    var end = place
    while end > 0, place - end < 3, " \u{A0}:(#.".utf8.contains(text[end - 1]) || text[end - 1] == 0xC2 {
      end -= 1
    }
    if end >= 2, text[end - 2] == 0xC2, text[end - 1] == 0xA7 { return true }
    var start = end
    while start > 0, end - start < 16, Refanging.isPlain(text[start - 1]) { start -= 1 }
    guard start < end else { return false }
    return KnowledgeTable.embedded.contains(
      (start..<end).map { HostNames.lowered(text[$0]) }, in: .versionWords)
  }

  /// Whether the text between two numbers only lists them: commas and one short word.
  private func isList(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 12 else { return false }
    let words = text[start..<end].split { !Refanging.isPlain($0) }
    guard text[start..<end].allSatisfy({ Refanging.isPlain($0) || " ,;/-".utf8.contains($0) }) else {
      return false
    }
    return words.count <= 1
      && words.allSatisfy { word in
        ["and", "or", "to", "et", "ou", "through", "à"].contains { word.elementsEqual($0.utf8) }
      }
  }

  // MARK: File names

  /// Takes a file's name; whether there is one.
  private mutating func readFileName(_ first: Int, _ end: Int, _ labels: [ArraySlice<UInt8>]) -> Bool {
    guard let last = labels.last, let name = labels.first, name.count + last.count >= 4, end - first <= 80,
      KnowledgeTable.embedded.contains(last.map(HostNames.lowered), in: .fileExtensions),
      !KnowledgeTable.embedded.contains(lowered(first..<end), in: .dottedNames)
    else { return false }
    // The name may have underscores and the like before it.
    var start = first
    while start > 0, !taken[start - 1], isAlphanumeric(start - 1) || "_-+~$%".utf8.contains(byte(start - 1)) {
      start -= 1
    }
    let isWord = piece.bytes[start..<end].contains { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
    let hasCapital = last.contains { $0 != HostNames.lowered($0) }
    // `fin.La`, `etc.com`: an ending in small letters, or a name that is no plain word.
    guard !hasCapital || isWord || last.count >= 3 && last.allSatisfy({ $0 &- 0x41 < 26 }) else {
      return false
    }
    guard byte(end) != UInt8(ascii: "("), last.count > 1 else { return false }
    add(.fileName, Array(piece.bytes[start..<end]), start..<end)
    return true
  }
}
