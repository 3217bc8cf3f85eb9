import DossierKnowledge
import DossierModel
import DossierText

/// Where packages of software are published, by the words that introduce them; the raw value is the package URL's type.
enum PackageRegistry: String, Sendable {
  case npm, pypi, gem, nuget, cargo

  /// The registry that a word names: `npm`, `PyPI`, `pip`. Nothing is allocated.
  @inline(__always)
  static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> PackageRegistry? {
    guard end - start >= 3, end - start <= 9 else { return nil }
    let pair = UInt16(bytes[start] | 0x20) << 8 | UInt16(bytes[start + 1] | 0x20)
    switch pair {
    case 0x6E70: return spells("npm", bytes, start, end) ? .npm : nil
    case 0x706E: return spells("pnpm", bytes, start, end) ? .npm : nil
    case 0x7961: return spells("yarn", bytes, start, end) ? .npm : nil
    case 0x7079: return spells("pypi", bytes, start, end) ? .pypi : nil
    case 0x7069: return spells("pip", bytes, start, end) || spells("pip3", bytes, start, end) ? .pypi : nil
    case 0x7275: return spells("rubygems", bytes, start, end) ? .gem : nil
    case 0x6765: return spells("gem", bytes, start, end) ? .gem : nil
    case 0x6E75: return spells("nuget", bytes, start, end) ? .nuget : nil
    case 0x6361: return spells("cargo", bytes, start, end) ? .cargo : nil
    default: return nil
    }
  }

  /// Whether the piece is the word, with at most one mark after it.
  private static func spells(
    _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - start == count || end - start == count + 1 && !Refanging.isPlain(bytes[end - 1]) else {
      return false
    }
    return word.withUTF8Buffer { word in
      (0..<count).allSatisfy { bytes[start + $0] == word[$0] || bytes[start + $0] | 0x20 == word[$0] }
    }
  }
}

/// Reads the names of packages that a text introduces as such: `npm install evil-pkg`, “the PyPI package ‘colourama’”.
///
/// A name counts if it is quoted, called so (*named*, *nommé*) or installed, or if no other word is written like it.
struct PackageReading {
  /// A word of the line, without the marks around it.
  private struct Word {
    var range: Range<Int>
    var isQuoted: Bool
    /// A mark after it ends a part of the sentence.
    var isLast: Bool
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let registry: PackageRegistry
  private var before: [Word] = []
  private var after: [Word] = []
  private(set) var found: [FoundIndicator] = []

  /// Reads around the registry's name, which stands from `start` to `end`, within its line and `floor` and `limit`.
  init(
    _ registry: PackageRegistry, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, floor: Int,
    limit: Int
  ) {
    self.text = text
    self.registry = registry
    var index = end
    while after.count < 14, let word = word(after: &index, limit) { after.append(word) }
    index = start
    while before.count < 9, let word = word(before: &index, floor) { before.append(word) }
    let isEnded = end > start && !Refanging.isPlain(text[end - 1])
    if isEnded { after = [] }
    read()
  }

  private mutating func read() {
    if let first = after.first, ["install", "i", "add"].contains(spelling(first)) {
      let names = after.dropFirst().drop { text[$0.range.lowerBound] == UInt8(ascii: "-") }
      take(Array(names), isCalled: true)
    } else if let first = after.first, isNoun(first) {
      takeNamed(Array(after.dropFirst()))
      if let name = before.first, !name.isLast, name.isQuoted || isCode(name) { add(name) }
    } else if let last = before.first, isNoun(last) {
      takeNamed(after)
    }
    readFromPlace()
  }

  /// `the package X on npm`, `le paquet X, publié sur PyPI`.
  private mutating func readFromPlace() {
    var rest = before[...]
    if let article = rest.first, ["the", "le", "la", "public", "official"].contains(spelling(article)) {
      rest = rest.dropFirst()
    }
    guard let preposition = rest.first,
      ["on", "in", "from", "via", "to", "through", "sur", "dans", "depuis"].contains(spelling(preposition)),
      let noun = rest.firstIndex(where: isNoun), noun > rest.startIndex
    else { return }
    takeNamed(Array(before[rest.startIndex + 1..<noun].reversed()))
  }

  private mutating func takeNamed(_ words: [Word]) {
    guard let first = words.first else { return }
    let isCalled = ["named", "called", "dubbed", "nommé", "nommés", "appelé", "appelés", "baptisé"].contains(
      spelling(first))
    take(isCalled ? Array(words.dropFirst()) : words, isCalled: isCalled)
  }

  /// Takes the names of a list, the first without doubt if it is called so.
  private mutating func take(_ words: [Word], isCalled: Bool) {
    var isSure = isCalled
    for (index, word) in words.enumerated() {
      if index > 0, ["and", "or", "et", "ou"].contains(spelling(word)) { continue }
      let isBound = word.isLast || index + 1 == words.count || isFollowing(words[index + 1])
      guard word.isQuoted || isSure || isCode(word) && isBound, isName(word, isSure: isSure) else { return }
      add(word)
      isSure = false
    }
  }

  // MARK: Words

  private func isNoun(_ word: Word) -> Bool {
    KnowledgeTable.embedded.contains(lowered(word.range), in: .packageNouns)
  }

  /// A verb or small word that can stand after a name.
  private func isFollowing(_ word: Word) -> Bool {
    KnowledgeTable.embedded.contains(lowered(word.range), in: .packageFollowers)
  }

  /// Whether no other word is written so: with a scope, a digit or an underscore, or with a hyphen and no adjective.
  private func isCode(_ word: Word) -> Bool {
    let bytes = lowered(word.range)
    guard !KnowledgeTable.embedded.contains(bytes, in: .packageStopWords) else { return false }
    if bytes.first == UInt8(ascii: "@") || bytes.contains(where: { "_0123456789".utf8.contains($0) }) {
      return bytes.contains { $0 >= 0x61 }
    }
    let parts = bytes.split(separator: UInt8(ascii: "-"))
    guard parts.count > 1, let last = parts.last else { return false }
    return !KnowledgeTable.embedded.contains(last, in: .packageStopWords)
  }

  /// Whether the registry's names are written so.
  private func isName(_ word: Word, isSure: Bool) -> Bool {
    var bytes = text[word.range]
    if let version = version(bytes) { bytes = bytes[..<version.name] }
    if KnowledgeTable.embedded.contains(bytes.map(HostNames.lowered), in: .packageStopWords) { return false }
    if bytes.first == UInt8(ascii: "@") {
      guard registry == .npm, let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return false }
      guard Self.isPlainName(bytes[(bytes.startIndex + 1)..<slash]) else { return false }
      bytes = bytes[(slash + 1)...]
    }
    return Self.isPlainName(bytes)
      && (registry == .nuget || registry == .pypi || !bytes.contains { $0 &- 0x41 < 26 })
  }

  private static func isPlainName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, bytes.count >= 2, bytes.count <= 100 else {
      return false
    }
    return first < 0x80 && Refanging.isPlain(first) && last < 0x80 && Refanging.isPlain(last)
      && bytes.allSatisfy { $0 < 0x80 && (Refanging.isPlain($0) || "._-".utf8.contains($0)) }
      && bytes.contains { $0 >= 0x41 }
  }

  /// Where name and version part in `name@1.2` and `name==1.2`.
  private func version(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (name: Int, version: Int)? {
    if let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > bytes.startIndex { return (at, at + 1) }
    if let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign + 1 < bytes.endIndex,
      bytes[sign + 1] == UInt8(ascii: "=")
    {
      return (sign, sign + 2)
    }
    return nil
  }

  private mutating func add(_ word: Word) {
    guard isName(word, isSure: word.isQuoted) else { return }
    let bytes = text[word.range]
    let version = version(bytes)
    var name = bytes[..<(version?.name ?? bytes.endIndex)].map(HostNames.lowered)
    if registry == .pypi { name = name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 } }
    var value = Array("pkg:\(registry.rawValue)/".utf8)
    if name.first == UInt8(ascii: "@") {
      value += Array("%40".utf8)
      name.removeFirst()
    }
    value += registry == .nuget ? Array(bytes[..<(version?.name ?? bytes.endIndex)]) : name
    if let version { value += [UInt8(ascii: "@")] + bytes[version.version...] }
    let range = TextRange(word.range.lowerBound, word.range.upperBound)
    found.append(
      FoundIndicator(
        kind: .package, value: String(decoding: value, as: UTF8.self), range: range,
        role: IndicatorRoles.role(.package, value, range, isDisguised: false, in: text)))
  }

  private func lowered(_ range: Range<Int>) -> [UInt8] { text[range].map(HostNames.lowered) }

  private func spelling(_ word: Word) -> String { String(decoding: lowered(word.range), as: UTF8.self) }

  // MARK: Cutting the line

  private func word(after index: inout Int, _ limit: Int) -> Word? {
    while index < limit, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    guard index < limit, text[index] != 0x0A else { return nil }
    let start = index
    while index < limit, text[index] > 0x20, index - start < 200 { index += 1 }
    return trimmed(start..<index)
  }

  private func word(before index: inout Int, _ floor: Int) -> Word? {
    while index > floor, text[index - 1] == 0x20 || text[index - 1] == 0x09 { index -= 1 }
    guard index > floor, text[index - 1] != 0x0A else { return nil }
    let end = index
    while index > floor, text[index - 1] > 0x20, end - index < 200 { index -= 1 }
    return trimmed(index..<end)
  }

  /// The word without quotation marks and marks of the sentence.
  private func trimmed(_ range: Range<Int>) -> Word? {
    var start = range.lowerBound
    var end = range.upperBound
    var isLast = false
    var opens = false
    var closes = false
    while start < end, let length = mark(at: start, end), text[start] != UInt8(ascii: "@"),
      text[start] != UInt8(ascii: "-")
    {
      opens = opens || isQuote(start, length)
      start += length
    }
    while start < end, let length = mark(before: end, start) {
      closes = closes || isQuote(end - length, length)
      isLast = isLast || ",.;:)".utf8.contains(text[end - length])
      end -= length
    }
    guard start < end else { return Word(range: range, isQuoted: false, isLast: true) }
    return Word(range: start..<end, isQuoted: opens && closes, isLast: isLast)
  }

  private func mark(at index: Int, _ end: Int) -> Int? {
    if text[index] < 0x80 { return Refanging.isPlain(text[index]) ? nil : 1 }
    return wideMark(at: index, end)
  }

  private func mark(before end: Int, _ start: Int) -> Int? {
    if text[end - 1] < 0x80 { return Refanging.isPlain(text[end - 1]) ? nil : 1 }
    var index = end - 1
    while index > start, text[index] & 0xC0 == 0x80 { index -= 1 }
    return wideMark(at: index, end).flatMap { index + $0 == end ? $0 : nil }
  }

  private func wideMark(at index: Int, _ end: Int) -> Int? {
    let length = UTF8Validation.sequenceLength(text, at: index)
    guard length > 0, index + length <= end else { return nil }
    switch LetterFolding.classify(LetterFolding.scalar(text, at: index, length: length)) {
    case .letter, .capital: return nil
    default: return length
    }
  }

  private func isQuote(_ index: Int, _ length: Int) -> Bool {
    length > 1 || "\"'`".utf8.contains(text[index])
  }
}
