import DossierKnowledge
import DossierText

extension PieceReader {
  /// Takes registry keys, paths of Windows and Unix, and names of mutexes where the text calls them that.
  mutating func readPaths(_ limit: Int) {
    readMutex()
    var index = 0
    while index < piece.bytes.count {
      guard !taken[index] else {
        index += 1
        continue
      }
      let byte = piece.bytes[index]
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") {
        index = max(index + 1, readWindowsPath(index, limit))
      } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "~") {
        index = max(index + 1, readUnixPath(index))
      } else {
        index += 1
      }
    }
  }

  // MARK: Windows

  private static let hives: [(written: String, name: String)] = [
    ("HKEY_LOCAL_MACHINE", "HKEY_LOCAL_MACHINE"), ("HKEY_CURRENT_USER", "HKEY_CURRENT_USER"),
    ("HKEY_CLASSES_ROOT", "HKEY_CLASSES_ROOT"), ("HKEY_USERS", "HKEY_USERS"),
    ("HKEY_CURRENT_CONFIG", "HKEY_CURRENT_CONFIG"), ("HKLM", "HKEY_LOCAL_MACHINE"),
    ("HKCU", "HKEY_CURRENT_USER"),
    ("HKCR", "HKEY_CLASSES_ROOT"), ("HKU", "HKEY_USERS"), ("HKCC", "HKEY_CURRENT_CONFIG"),
  ]

  /// Reads a path or key that has its first backslash or percent sign at `mark`; returns where to go on.
  private mutating func readWindowsPath(_ mark: Int, _ limit: Int) -> Int {
    var start = mark
    if byte(mark) == UInt8(ascii: "%") {
      // `%APPDATA%\…`
      var close = mark + 1
      while isAlphanumeric(close) || byte(close) == UInt8(ascii: "_") { close += 1 }
      guard close > mark + 2, byte(close) == UInt8(ascii: "%"), byte(close + 1) == UInt8(ascii: "\\") else {
        return mark + 1
      }
    } else if byte(mark - 1) == UInt8(ascii: ":"), mark >= 2, isAlphanumeric(mark - 2),
      !isAlphanumeric(mark - 3)
    {
      start = mark - 2
    } else if byte(mark - 1) == UInt8(ascii: ":"), mark > 3 {
      // `HKLM:\…`
      start = mark - 1
      while start > 0, isAlphanumeric(start - 1) || byte(start - 1) == UInt8(ascii: "_") { start -= 1 }
    } else if mark == 0, let hive = hiveInAngles() {
      return takeKey(hive.name, 0, 0, keyEnd(0), limit, writtenFrom: hive.start)
    } else if byte(mark + 1) == UInt8(ascii: "\\") {
      // `\\server\share`
      guard
        isAlphanumeric(mark + 2) || byte(mark + 2) == UInt8(ascii: ".")
          || byte(mark + 2) == UInt8(ascii: "?"),
        !isAlphanumeric(mark - 1)
      else { return mark + 2 }
    } else if isAlphanumeric(mark - 1) {
      while start > 0, isAlphanumeric(start - 1) || byte(start - 1) == UInt8(ascii: "_") { start -= 1 }
    } else {
      return mark + 1
    }
    let end = keyEnd(start, from: mark)
    let head = lowered(start..<mark).filter { $0 != UInt8(ascii: ":") }
    if let hive = Self.hives.first(where: { hive in hive.written.lowercased().utf8.elementsEqual(head) }) {
      return takeKey(hive.name, start, mark, end, limit)
    }
    let isRooted = start == mark || byte(mark - 1) == UInt8(ascii: ":") && start == mark - 2
    guard isRooted, end - start >= 5 else { return end }
    return takePath(start, end, limit)
  }

  /// Where a path ends that begins at `start`.
  private func keyEnd(_ start: Int, from mark: Int? = nil) -> Int {
    var end = mark ?? start
    while end < piece.bytes.count,
      !",;\"'()[]|*?".utf8.contains(piece.bytes[end]) || isKeptBracket(end, start)
    { end += 1 }
    return end
  }

  /// The hive in angle brackets before the piece, as sandboxes write it: `<HKCU>\Software`.
  private func hiveInAngles() -> (name: String, start: Int)? {
    guard let place = piece.places.first, place > 5, text[place - 1] == UInt8(ascii: ">") else { return nil }
    var start = place - 1
    while start > 0, place - start < 24, text[start] != UInt8(ascii: "<") { start -= 1 }
    guard text[start] == UInt8(ascii: "<") else { return nil }
    let written = text[start + 1..<place - 1]
    return Self.hives.first { $0.written.utf8.elementsEqual(written) }.map { ($0.name, start) }
  }

  /// Brackets belong to a path only in `Program Files (x86)` and ids in braces.
  private func isKeptBracket(_ index: Int, _ start: Int) -> Bool {
    byte(index) == UInt8(ascii: "?") && index - start == 2 && byte(start) == UInt8(ascii: "\\")
  }

  private mutating func takeKey(
    _ hive: String, _ start: Int, _ mark: Int, _ end: Int, _ limit: Int, writtenFrom place: Int? = nil
  ) -> Int {
    var end = end
    while end > mark, ".:\\".utf8.contains(byte(end - 1)) { end -= 1 }
    guard end > mark + 1 else { return mark + 1 }
    let rest = continued(end, limit)
    let path = piece.bytes[mark..<end] + rest
    if rest.isEmpty {
      add(.registryKey, Array(hive.utf8) + path, start..<end)
    } else {
      addContinued(.registryKey, Array(hive.utf8) + path, start, end, rest.count)
    }
    if let place, let last = found.indices.last {
      found[last].range = TextRange(UInt32(place), found[last].range.end)
    }
    return end
  }

  private mutating func takePath(_ start: Int, _ end: Int, _ limit: Int) -> Int {
    var end = end
    while end > start, ".:".utf8.contains(byte(end - 1)) { end -= 1 }
    guard end - start >= 4 else { return end }
    let rest = continued(end, limit)
    if rest.isEmpty {
      add(.filePath, Array(piece.bytes[start..<end]), start..<end)
    } else {
      addContinued(.filePath, piece.bytes[start..<end] + rest, start, end, rest.count)
    }
    return end
  }

  /// What follows a path's part after a space, if another backslash comes soon: `C:\Program Files\…`.
  private func continued(_ end: Int, _ limit: Int) -> [UInt8] {
    guard end == piece.bytes.count, piece.end < limit, text[piece.end] == 0x20, !endsAsFile(end) else {
      return []
    }
    var result: [UInt8] = []
    var index = piece.end
    while index < limit, result.count < 240 {
      // The words up to the next backslash: at most three, without marks of a sentence.
      var stop = index
      var spaces = 0
      while stop < limit, stop - index < 32, text[stop] != UInt8(ascii: "\\") {
        let byte = text[stop]
        guard Refanging.isPlain(byte) || " -_()".utf8.contains(byte) else { return result }
        if byte == 0x20 { spaces += 1 }
        stop += 1
      }
      // Another path from a server on: `… and \\server\share`.
      if stop + 1 < limit, text[stop] == UInt8(ascii: "\\"), text[stop + 1] == UInt8(ascii: "\\") {
        return result
      }
      guard stop < limit, text[stop] == UInt8(ascii: "\\"), spaces >= 1, spaces <= 3 else { return result }
      while stop < limit, ByteClass.table[Int(text[stop])] & ByteClass.space == 0,
        !",;'".utf8.contains(text[stop])
      { stop += 1 }
      result += text[index..<stop]
      index = stop
      if stop >= limit || text[stop] != 0x20 { break }
    }
    while let last = result.last, ".:)".utf8.contains(last) { result.removeLast() }
    return result
  }

  /// Whether a path ends with the name of a file, so that nothing of it follows.
  private func endsAsFile(_ end: Int) -> Bool {
    guard let dot = (max(0, end - 6)..<end).last(where: { byte($0) == UInt8(ascii: ".") }) else {
      return false
    }
    return KnowledgeTable.embedded.contains(lowered(dot + 1..<end), in: .fileExtensions)
  }

  /// Notes a path whose last bytes stand after the piece.
  private mutating func addContinued(
    _ kind: IndicatorKind, _ value: [UInt8], _ start: Int, _ end: Int, _ more: Int
  ) {
    for index in start..<end { taken[index] = true }
    let range = TextRange(piece.places[start], piece.end + more)
    piece.end += more
    found.append(
      FoundIndicator(
        kind: kind, value: String(decoding: value, as: UTF8.self), range: range,
        role: IndicatorRoles.role(kind, value, range, isDisguised: false, in: text)))
  }

  // MARK: Unix

  /// Reads a Unix path that begins at `start`; returns where to go on.
  private mutating func readUnixPath(_ start: Int) -> Int {
    guard !isAlphanumeric(start - 1), byte(start - 1) != UInt8(ascii: "/"),
      byte(start - 1) != UInt8(ascii: ":")
    else {
      return start + 1
    }
    var end = start
    while end < piece.bytes.count, isAlphanumeric(end) || "/._-~+@%".utf8.contains(byte(end)) { end += 1 }
    while end > start, ".-/".utf8.contains(byte(end - 1)) { end -= 1 }
    guard end > start + 3 else { return max(end, start + 1) }
    let isHome = byte(start) == UInt8(ascii: "~")
    let parts = piece.bytes[start..<end].split(separator: UInt8(ascii: "/"))
    guard let first = parts.first, parts.count >= 2,
      isHome ? first.count == 1 : KnowledgeTable.embedded.contains(first, in: .pathRoots)
    else { return end }
    add(.filePath, Array(piece.bytes[start..<end]), start..<end)
    return end
  }

  // MARK: Mutexes

  /// Takes the piece as a mutex's name if the words before it call it that.
  private mutating func readMutex() {
    guard let place = piece.places.first, piece.bytes.count >= 5, isMutexNear(place) else { return }
    let words = wordsBefore(place)
    guard let first = words.first else { return }
    let isNamed =
      ["mutex", "mutant"].contains(first)
      || ["named", "called", "name", "nommé", "appelé"].contains(first)
        && words.dropFirst().contains { ["mutex", "mutant"].contains($0) }
    guard isNamed else { return }
    var end = piece.bytes.count
    while end > 0, ".,;:)'".utf8.contains(byte(end - 1)) { end -= 1 }
    var start = 0
    while start < end, "('".utf8.contains(byte(start)) { start += 1 }
    let isCode = piece.bytes[start..<end].contains { $0 &- 0x30 < 10 || "\\_{}".utf8.contains($0) }
    guard end - start >= 5, isCode else { return }
    add(.mutex, Array(piece.bytes[start..<end]), start..<end)
  }

  /// Whether `mut` stands in the 40 bytes before a place.
  private func isMutexNear(_ place: Int) -> Bool {
    var index = max(0, place - 40)
    while index + 2 < place {
      if text[index] | 0x20 == UInt8(ascii: "m"), text[index + 1] | 0x20 == UInt8(ascii: "u"),
        text[index + 2] | 0x20 == UInt8(ascii: "t")
      {
        return true
      }
      index += 1
    }
    return false
  }

  // MARK: User agents

  /// Whether the piece is a product with its version behind `User-Agent:`.
  private func isLabelledProduct(_ start: Int) -> Bool {
    guard let slash = piece.bytes.firstIndex(of: UInt8(ascii: "/")), slash > 1, isDigit(slash + 1),
      start > 11, wordsBefore(start).starts(with: ["agent", "user"])
    else { return false }
    var index = start
    while index > 0, text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: "\"") { index -= 1 }
    return index > 0 && text[index - 1] == UInt8(ascii: ":")
  }

  /// Takes a user agent that begins with the piece: `Mozilla/5.0 (…) …`. Returns where it ends.
  mutating func readUserAgent(_ start: Int, _ limit: Int) -> Int {
    let isBrowser =
      piece.bytes.starts(with: "Mozilla/".utf8) && isDigit(8) && piece.end + 2 < limit
      && text[piece.end] == 0x20 && text[piece.end + 1] == UInt8(ascii: "(")
    guard isBrowser || isLabelledProduct(start) else { return 0 }
    var end = piece.end
    var depth = 0
    var index = piece.end
    while index < limit, index - start < 512, text[index] != 0x0A, text[index] != UInt8(ascii: "\""),
      text[index] != 0x60
    {
      if text[index] == UInt8(ascii: "(") {
        depth += 1
      } else if text[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { end = index + 1 }
        if depth < 0 { break }
      } else if text[index] == 0x20, depth == 0 {
        // A product and its version, or another comment.
        var stop = index + 1
        if stop < limit, text[stop] == UInt8(ascii: "(") {
          index = stop
          continue
        }
        var hasSlash = false
        while stop < limit, ByteClass.table[Int(text[stop])] & ByteClass.space == 0,
          text[stop] != UInt8(ascii: ",")
        {
          if text[stop] == UInt8(ascii: "/") { hasSlash = true }
          stop += 1
        }
        let isWord = stop - index > 1 && text[index + 1..<stop].elementsEqual("Mobile".utf8)
        guard hasSlash || isWord else { break }
        end = stop
        index = stop
        continue
      }
      index += 1
    }
    while end > start, ".,;".utf8.contains(text[end - 1]) { end -= 1 }
    guard end > piece.end || !isBrowser else { return 0 }
    let range = TextRange(start, end)
    let value = Array(text[start..<end])
    found.append(
      FoundIndicator(
        kind: .userAgent, value: String(decoding: value, as: UTF8.self), range: range,
        role: IndicatorRoles.role(.userAgent, value, range, isDisguised: false, in: text)))
    for index in taken.indices { taken[index] = true }
    return end
  }
}
