extension PieceReader {
  /// Takes what colons or pairs of digits make: IPv6 and MAC addresses, CPE names, ssdeep hashes.
  mutating func readColons() {
    guard piece.bytes.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }) else { return }
    readCPE()
    readFuzzyHash()
    var index = 0
    while index < piece.bytes.count {
      guard !taken[index], isAddressByte(index) else {
        index += 1
        continue
      }
      let start = index
      var colons = 0
      while index < piece.bytes.count, !taken[index], isAddressByte(index) {
        if piece.bytes[index] == UInt8(ascii: ":") { colons += 1 }
        index += 1
      }
      let isWhole = !isAlphanumeric(start - 1) && !isAlphanumeric(index)
      if isWhole, index - start <= 48 {
        if !readMAC(start, index), colons >= 2 { readIPv6(start, index) }
      }
    }
  }

  private func isAddressByte(_ index: Int) -> Bool {
    isHexadecimal(index) || byte(index) == UInt8(ascii: ":") || byte(index) == UInt8(ascii: ".")
      || byte(index) == UInt8(ascii: "-")
  }

  /// Takes a MAC address: six pairs with one mark between.
  private mutating func readMAC(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 17 else { return false }
    let mark = byte(start + 2)
    guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "-") else { return false }
    var stop = end
    while stop > start, !isHexadecimal(stop - 1) { stop -= 1 }
    guard stop - start == 17 else { return false }
    for offset in 0..<17 {
      let isMark = offset % 3 == 2
      guard isMark ? byte(start + offset) == mark : isHexadecimal(start + offset) else { return false }
    }
    add(.mac, lowered(start..<stop).map { $0 == UInt8(ascii: "-") ? UInt8(ascii: ":") : $0 }, start..<stop)
    return true
  }

  /// Takes an IPv6 address, with the network's prefix if no bits of a host are set.
  private mutating func readIPv6(_ start: Int, _ end: Int) {
    var stop = end
    while stop > start, byte(stop - 1) == UInt8(ascii: ".") || byte(stop - 1) == UInt8(ascii: "-") {
      stop -= 1
    }
    if stop > start + 1, byte(stop - 1) == UInt8(ascii: ":"), byte(stop - 2) != UInt8(ascii: ":") {
      stop -= 1
    }
    guard stop > start + 2, let address = InternetAddress.ipv6(piece.bytes[start..<stop]) else { return }
    // `std::ad` and `::` are not addresses: a digit stands in each that means something.
    let groups = piece.bytes[start..<stop].split(separator: UInt8(ascii: ":"))
    guard piece.bytes[start..<stop].contains(where: { $0 &- 0x30 < 10 }),
      groups.count >= 3 || address.high == 0 || groups.count == 2 && groups[0].count >= 3
    else { return }
    if address.high == 0, groups.count < 2, !groups.contains(where: { $0.elementsEqual("1".utf8) }) { return }
    if byte(stop) == UInt8(ascii: "/"), isDigit(stop + 1) {
      var length = stop + 1
      while isDigit(length), length - stop <= 3 { length += 1 }
      let prefix = piece.bytes[(stop + 1)..<length].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let low = prefix >= 128 ? 0 : prefix <= 64 ? UInt64.max : UInt64.max >> UInt64(prefix - 64)
      let high = prefix >= 64 ? 0 : prefix == 0 ? UInt64.max : UInt64.max >> UInt64(prefix)
      if prefix <= 128, !isAlphanumeric(length), address.high & high == 0, address.low & low == 0 {
        add(.ipv6, lowered(start..<length), start..<length)
        return
      }
    }
    add(.ipv6, lowered(start..<stop), start..<stop)
  }

  /// Takes CPE names (NISTIR 7695): `cpe:2.3:a:…`, `cpe:/a:…`.
  private mutating func readCPE() {
    var index = 0
    while index + 8 < piece.bytes.count {
      guard piece.bytes[index] | 0x20 == UInt8(ascii: "c"),
        lowered(index..<index + 4).elementsEqual("cpe:".utf8),
        !isAlphanumeric(index - 1)
      else {
        index += 1
        continue
      }
      var end = index
      while end < piece.bytes.count, !",;()".utf8.contains(piece.bytes[end]) { end += 1 }
      while end > index, ".'\"".utf8.contains(piece.bytes[end - 1]) { end -= 1 }
      let colons = piece.bytes[index..<end].count { $0 == UInt8(ascii: ":") }
      let isURI = byte(index + 4) == UInt8(ascii: "/")
      let isFormatted = lowered(index..<min(end, index + 8)).elementsEqual("cpe:2.3:".utf8)
      if isURI && colons >= 3 || isFormatted && colons == 12 {
        add(.cpe, Array(piece.bytes[index..<end]), index..<end)
      }
      index = end
    }
  }

  /// Takes ssdeep hashes: `1536:abc…:def…`.
  private mutating func readFuzzyHash() {
    guard piece.bytes.count > 30, let colon = piece.bytes.firstIndex(of: UInt8(ascii: ":")), colon >= 1,
      colon <= 8
    else {
      return
    }
    var start = colon
    while start > 0, isDigit(start - 1) { start -= 1 }
    guard start < colon, !isAlphanumeric(start - 1) else { return }
    func part(_ index: Int) -> Int {
      var stop = index
      while isAlphanumeric(stop) || byte(stop) == UInt8(ascii: "+") || byte(stop) == UInt8(ascii: "/") {
        stop += 1
      }
      return stop
    }
    let second = part(colon + 1)
    guard second - colon > 7, byte(second) == UInt8(ascii: ":") else { return }
    let end = part(second + 1)
    guard end - second > 7, end - second < 80, second - colon < 80 else { return }
    add(.ssdeep, Array(piece.bytes[start..<end]), start..<end)
  }
}
