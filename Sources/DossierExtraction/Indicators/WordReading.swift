import DossierText

extension PieceReader {
  /// Takes what single words are: hashes, wallets, and ids of public catalogues.
  mutating func readWords() {
    readSpacedCVE()
    var index = 0
    while index < piece.bytes.count {
      guard !taken[index], isAlphanumeric(index) else {
        index += 1
        continue
      }
      let start = index
      while index < piece.bytes.count, !taken[index], isAlphanumeric(index) { index += 1 }
      readWord(start, index)
    }
  }

  private mutating func readWord(_ start: Int, _ end: Int) {
    let length = end - start
    switch byte(start) | 0x20 {
    case UInt8(ascii: "c") where length <= 5: readCatalogueID(start, end)
    case UInt8(ascii: "a") where length <= 13: readSystemNumber(start, end)
    case UInt8(ascii: "t") where length == 10, UInt8(ascii: "q") where length == 10: readJA4(start, end)
    default: break
    }
    guard length >= 26, !taken[start], isBounded(start, end) else { return }
    if readDigest(start, end) { return }
    if keepsRefused, length <= 62, byte(start) == UInt8(ascii: "1") || byte(start) == UInt8(ascii: "3"),
      WalletAddress.kind(of: piece.bytes[start..<end]) == nil, length <= 35
    {
      refuse(.bitcoin, start..<end, "its checksum is wrong")
    }
    if length <= 106, let kind = WalletAddress.kind(of: piece.bytes[start..<end]) {
      let isCaseless =
        kind == .ethereum || HostNames.lowered(byte(start)) == UInt8(ascii: "b") || kind == .cardano
        || kind == .bitcoinCash
      add(
        kind, isCaseless && kind != .ethereum ? lowered(start..<end) : Array(piece.bytes[start..<end]),
        start..<end)
    }
  }

  /// Whether a word is no part of a longer code (Base64, a path, an id with hyphens).
  private func isBounded(_ start: Int, _ end: Int) -> Bool {
    let before = start > 0 ? byte(start - 1) : byteBefore(start)
    let after = end < piece.bytes.count ? byte(end) : byteAfter(end)
    if Refanging.isPlain(before) || "+_".utf8.contains(before) { return false }
    if Refanging.isPlain(after) || "+_=".utf8.contains(after) { return false }
    return !(before == UInt8(ascii: "/") && start >= 2 && isAlphanumeric(start - 2))
      && !(after == UInt8(ascii: "/") && isAlphanumeric(end + 1))
      && !(before == UInt8(ascii: "-") && isHexadecimal(start - 2))
      && !(after == UInt8(ascii: "-") && isHexadecimal(end + 1))
  }

  // MARK: Hashes

  /// Takes a hash by its length; the word before it may say which of several it is.
  private mutating func readDigest(_ start: Int, _ end: Int) -> Bool {
    let length = end - start
    if length == 72, byte(start) | 0x20 == UInt8(ascii: "t"), byte(start + 1) == UInt8(ascii: "1"),
      (start + 2..<end).allSatisfy(isHexadecimal)
    {
      add(.tlsh, piece.bytes[start..<end].map { $0 >= 0x61 ? $0 - 0x20 : $0 }, start..<end)
      return true
    }
    let kind: IndicatorKind
    switch length {
    case 32: kind = .md5
    case 40: kind = .sha1
    case 56: kind = .sha224
    case 64: kind = .sha256
    case 96: kind = .sha384
    case 128: kind = .sha512
    case 70: kind = .tlsh
    default: return false
    }
    guard (start..<end).allSatisfy(isHexadecimal) else { return false }
    let hasDigit = (start..<end).contains(where: isDigit)
    let hasLetter = (start..<end).contains { !isDigit($0) }
    let label = wordsBefore(piece.places[start])
    guard hasDigit, hasLetter, Set(piece.bytes[start..<end]).count > 4,
      !Self.isPeriodic(piece.bytes[start..<end])
    else {
      refuse(kind, start..<end, "its digits are too much alike for a hash")
      return true
    }
    if length == 70 {
      guard label.contains("tlsh") else { return false }
      add(.tlsh, piece.bytes[start..<end].map { $0 >= 0x61 ? $0 - 0x20 : $0 }, start..<end)
      return true
    }
    if length == 40, label.contains("commit") || label.contains("revision") {
      refuse(kind, start..<end, "the id of a commit")
      return true
    }
    if length == 64, label.contains("transaction") || label.contains("txid") || label.contains("tx") {
      refuse(kind, start..<end, "the id of a transaction")
      return true
    }
    var named = kind
    if length == 32 {
      if label.contains("imphash") { named = .imphash }
      if label.contains("ja3") || label.contains("ja3s") { named = .ja3 }
    }
    add(named, lowered(start..<end), start..<end)
    return true
  }

  /// Whether a few digits are repeated over and over: `deadbeefdeadbeef…`.
  static func isPeriodic(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...8).contains { period in zip(bytes, bytes.dropFirst(period)).allSatisfy { $0 == $1 } }
  }

  /// The last three words before a place of the text on its line, in small letters.
  func wordsBefore(_ place: Int) -> [String] {
    var words: [String] = []
    var index = place
    while index > 0, place - index < 40, words.count < 3, text[index - 1] != 0x0A {
      guard Refanging.isPlain(text[index - 1]) else {
        index -= 1
        continue
      }
      let end = index
      while index > 0, end - index < 40, Refanging.isPlain(text[index - 1]) { index -= 1 }
      words.append(String(decoding: (index..<end).map { HostNames.lowered(text[$0]) }, as: UTF8.self))
    }
    return words
  }

  /// Takes a JA4 fingerprint: `t13d1516h2_8daaf6152771_b186095e22b6`.
  private mutating func readJA4(_ start: Int, _ end: Int) {
    let last = end + 26
    guard last <= piece.bytes.count, byte(end) == UInt8(ascii: "_"), byte(end + 13) == UInt8(ascii: "_"),
      (1...12).allSatisfy({ isHexadecimal(end + $0) && isHexadecimal(end + 13 + $0) }), isDigit(start + 1),
      isDigit(start + 2), byte(start + 3) == UInt8(ascii: "d") || byte(start + 3) == UInt8(ascii: "i"),
      !isAlphanumeric(last)
    else { return }
    add(.ja4, lowered(start..<last), start..<last)
  }

  // MARK: Catalogues

  /// Takes `CVE-2021-26855`, `CWE-79`, `CAPEC-66`.
  private mutating func readCatalogueID(_ start: Int, _ end: Int) {
    let word = lowered(start..<end)
    guard !isAlphanumeric(start - 1) else { return }
    func digits(_ index: Int) -> Int {
      var stop = index
      while isDigit(stop) { stop += 1 }
      return stop
    }
    guard byte(end) == UInt8(ascii: "-") || byte(end) == UInt8(ascii: "_") else { return }
    if word.elementsEqual("cve".utf8) {
      let year = digits(end + 1)
      guard year - end == 5, byte(year) == UInt8(ascii: "-") || byte(year) == UInt8(ascii: "_") else {
        return
      }
      let stop = digits(year + 1)
      let number = stop - year - 1
      let value = piece.bytes[(end + 1)..<year].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      // Numbers of more than four digits have no zero before them.
      guard number >= 4, number <= 7, number == 4 || byte(year + 1) != UInt8(ascii: "0"),
        !isAlphanumeric(stop),
        value >= 1999, value <= 2099
      else {
        refuse(.cve, start..<max(stop, end), "its year or number is none that the CVE list has")
        return
      }
      add(
        .cve,
        Array("CVE-".utf8) + piece.bytes[(end + 1)..<year] + [UInt8(ascii: "-")]
          + piece.bytes[(year + 1)..<stop],
        start..<stop)
    } else if word.elementsEqual("cwe".utf8) || word.elementsEqual("capec".utf8) {
      let stop = digits(end + 1)
      guard stop > end + 1, stop - end <= 5, byte(end + 1) != UInt8(ascii: "0"), !isAlphanumeric(stop) else {
        return
      }
      let isWeakness = word.count == 3
      add(
        isWeakness ? .cwe : .capec,
        Array((isWeakness ? "CWE-" : "CAPEC-").utf8) + piece.bytes[(end + 1)..<stop],
        start..<stop)
    }
  }

  /// Takes `CVE 2021-26855`, whose first letters are the piece before.
  private mutating func readSpacedCVE() {
    guard isDigit(0), byte(4) == UInt8(ascii: "-"), let place = piece.places.first, place >= 4,
      text[place - 1] == 0x20 || text[place - 1] == UInt8(ascii: ":")
    else { return }
    var start = place - 1
    if start > 3, text[start - 1] == UInt8(ascii: ":") { start -= 1 }
    guard start >= 3, (start - 3..<start).map({ HostNames.lowered(text[$0]) }).elementsEqual("cve".utf8),
      start == 3 || !Refanging.isPlain(text[start - 4])
    else { return }
    var stop = 5
    while isDigit(stop) { stop += 1 }
    let year = piece.bytes[0..<4].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    guard (1...3).allSatisfy({ isDigit($0) }), (9...12).contains(stop), !isAlphanumeric(stop),
      byte(stop) != UInt8(ascii: "-"), (1999...2099).contains(year), stop == 9 || byte(5) != UInt8(ascii: "0")
    else { return }
    add(.cve, Array("CVE-".utf8) + piece.bytes[0..<stop], 0..<stop)
    if let last = found.indices.last {
      found[last].range = TextRange(UInt32(start - 3), found[last].range.end)
    }
  }

  /// Takes the number of an autonomous system: `AS15169`, `ASN 53453`.
  private mutating func readSystemNumber(_ start: Int, _ end: Int) {
    guard byte(start) == UInt8(ascii: "A"), byte(start + 1) == UInt8(ascii: "S"), !isAlphanumeric(start - 1)
    else { return }
    var digit = start + 2
    let isLong = byte(digit) == UInt8(ascii: "N")
    if isLong { digit += 1 }
    var number: [UInt8] = []
    var range = start..<end
    if digit < end {
      guard (digit..<end).allSatisfy(isDigit), isLong || end - digit >= 4, byteAfter(end) != UInt8(ascii: "-")
      else { return }
      number = Array(piece.bytes[digit..<end])
    } else {
      // After a space: the digits are the next piece.
      var place = piece.places[end - 1] + 1
      guard end == piece.bytes.count, place < text.count, text[place] == 0x20 else { return }
      place += 1
      while place < text.count, text[place] &- 0x30 < 10, number.count < 11 {
        number.append(text[place])
        place += 1
      }
      guard number.count >= (isLong ? 2 : 5), place == text.count || !Refanging.isPlain(text[place]) else {
        return
      }
      range = start..<end
      guard let value = UInt32(String(decoding: number, as: UTF8.self)), value > 0, value < UInt32.max else {
        return
      }
      let written = TextRange(piece.places[start], place)
      found.append(
        FoundIndicator(
          kind: .autonomousSystem, value: "AS\(value)", range: written,
          role: IndicatorRoles.role(.autonomousSystem, number, written, isDisguised: false, in: text)))
      return
    }
    guard let value = UInt32(String(decoding: number, as: UTF8.self)), value > 0, value < UInt32.max else {
      return
    }
    add(.autonomousSystem, Array("AS\(value)".utf8), range)
  }
}
