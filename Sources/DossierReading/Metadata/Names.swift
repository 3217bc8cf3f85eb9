/// Names of people as bylines print them.
enum PersonName {
  private static let joints: Set<String> = ["et", "and", "und", "y", "e", "en", "&", "i"]
  private static let particles: Set<String> = [
    "de", "du", "des", "la", "le", "van", "von", "der", "den", "da", "di", "del", "dos", "al", "el", "bin",
    "ibn",
    "ben", "d", "ter", "ten", "zu", "af",
  ]

  /// The names at the start of a text, which end at the first thing that is no name: a comma splits, `et` and `and`
  /// split, digits, brackets and small letters end.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    for piece in pieces(of: text) {
      var words: [Substring] = []
      var stopped = false
      func finish() {
        if let name = name(of: words), !isPlaceOrPosition(name) { names.append(name) }
        words = []
      }
      for word in self.words(of: piece) {
        if word.utf8.count <= 3, joints.contains(word.lowercased()), !words.isEmpty {
          finish()
        } else if isNamePart(word) {
          words.append(word)
        } else {
          stopped = true
          break
        }
      }
      finish()
      if stopped || names.isEmpty { break }
    }
    return names
  }

  private static func pieces(of text: String) -> [Substring] {
    text.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "/") }
      .map(Substring.init)
  }

  /// Cuts at colons and at white space, of which all but ASCII's starts with one of three bytes in UTF-8.
  private static func words(of piece: Substring) -> [Substring] {
    if piece.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 }) {
      return piece.split(whereSeparator: { $0.isWhitespace || $0 == ":" })
    }
    return piece.utf8.split { $0 <= 0x20 || $0 == UInt8(ascii: ":") }.map(Substring.init)
  }

  private static func isNamePart(_ word: Substring) -> Bool {
    guard let first = word.first else { return false }
    if first.utf8.count == 1, word.utf8.allSatisfy({ $0 < 0x80 && !notInNames.contains($0) }) {
      return first >= "A" && first <= "Z" || particles.contains(String(word))
    }
    if particles.contains(String(word)) { return true }
    return first.isUppercase && !word.contains(where: { $0.isNumber || "()[]|@!?".contains($0) })
  }

  private static let outletArticles: Set<Substring> = ["The", "Le", "La", "Les", "L'", "L’"]

  /// Whether a name is that of a place or of a post, as bylines and datelines have them beside the author's.
  private static func isPlaceOrPosition(_ name: String) -> Bool {
    let words = FoldedWords.hashes(of: name)
    let phrases = LinePhrases.embedded
    return phrases.prefix(.place, of: words[...]) == words.count
      || phrases.prefix(.position, of: words.suffix(1)) == 1
  }

  private static let notInNames = Array("0123456789()[]|@!?".utf8)

  /// Two to five words that start with a capital, the last not a particle.
  private static func name(of words: [Substring]) -> String? {
    // "The Harrow Ledger", "Le Figaro": an outlet.
    if let first = words.first, outletArticles.contains(first) { return nil }
    guard (2...5).contains(words.count), words.count(where: { $0.first?.isUppercase == true }) >= 2,
      words.first?.first?.isUppercase == true,
      words.last?.first?.isUppercase == true
    else { return nil }
    let joined = words.joined(separator: " ")
    return joined.hasSuffix(".") && words.last.map { $0.count > 2 } == true
      ? String(joined.dropLast()) : joined
  }
}

/// Names of outlets as credits print them.
enum OutletName {
  private static let articles = [
    "le ", "la ", "les ", "the ", "du ", "l'", "l’", "un article de ", "an article in ",
  ]

  /// The outlet at the start of a text: up to a full stop, a comma or a bracket; nil for a language or nothing.
  static func trimmed(_ text: String) -> String? {
    var name = String(text.prefix { !",.;()[]\n".contains($0) })
    while name.last?.isWhitespace == true || name.last == ":" { name.removeLast() }
    while name.first?.isWhitespace == true { name.removeFirst() }
    let rest = articles.first { name.lowercased().hasPrefix($0) }.map { name.dropFirst($0.count) }
    let core = rest ?? Substring(name)
    // "traduit de l'anglais", "translated from French": a language in French has no capital, in English it has one.
    let languages = ["english", "french", "german", "spanish", "italian", "russian", "chinese", "portuguese"]
    guard let first = core.first, first.isUppercase || first.isNumber,
      !languages.contains(where: { core.lowercased().hasPrefix($0) }), core.count <= 60
    else { return nil }
    return name
  }
}

/// Names of news agencies.
enum AgencyName {
  /// The agency that a run of words names, as printed; nil if it names none.
  static func read(
    _ hashes: ArraySlice<UInt32>, _ bytes: UnsafeBufferPointer<UInt8>, _ ranges: ArraySlice<Range<Int>>
  ) -> String? {
    let phrases = LinePhrases.embedded
    for index in hashes.indices {
      if let length = phrases.prefix(.agency, of: hashes[index...]) {
        return String(
          decoding: bytes[ranges[index].lowerBound..<ranges[index + length - 1].upperBound], as: UTF8.self)
      }
    }
    return nil
  }
}
