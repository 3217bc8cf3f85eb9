/// Finds hidden names in texts.
struct NameSearch {
  /// At most so many code points may stand between two words of a name.
  private static let widestGap = 4
  /// Shorter pieces of a name at the edge of a text give nothing away.
  private static let shortestPiece = 3

  private let forms: [NameForm]
  private let byFirstWord: [[UInt8]: [NameForm]]

  /// A search for these forms.
  init(_ forms: Set<NameForm>) {
    let all = forms.union(forms.compactMap(\.glued))
    self.forms = all.sorted {
      ($0.number, $0.words.count, $0.letters.count) < ($1.number, $1.words.count, $1.letters.count)
    }
    byFirstWord = Dictionary(grouping: self.forms) { $0.words.first ?? [] }
  }

  /// Where names stand in a text, in code points, and whose names.
  ///
  /// - Parameter cut: Whether the text is a piece of a longer one, so that its edges may hold pieces of names.
  func find(in text: FoldedWords, cut: Bool = false) -> [(range: Range<Int>, number: Int)] {
    var found: [(Range<Int>, Int)] = []
    for place in text.words.indices {
      var candidates = byFirstWord[text.words[place].letters] ?? []
      // The plural of a name.
      if text.words[place].letters.last == UInt8(ascii: "s") {
        candidates += (byFirstWord[text.words[place].letters.dropLast()] ?? []).filter { $0.words.count == 1 }
      }
      for form in candidates {
        if let range = match(form, in: text, at: place) { found.append((range, form.number)) }
      }
    }
    if cut {
      for form in forms {
        if let range = tail(of: form, in: text) { found.append((range, form.number)) }
        if let range = head(of: form, in: text) { found.append((range, form.number)) }
      }
    }
    return found
  }

  /// Whose name an address, an id or a path holds, however it is glued together; nil if nobody's.
  func owner(ofValue value: String) -> Int? {
    let text = FoldedWords(Self.percentDecoded(value))
    let letters = text.letters
    for form in forms {
      let own = form.letters
      if own.count < 3 { continue }
      if own.count < 5 {
        if form.words.count == 1, text.words.contains(where: { $0.letters == own }) { return form.number }
      } else if Self.holds(letters, own) {
        return form.number
      }
    }
    return nil
  }

  private func match(_ form: NameForm, in text: FoldedWords, at place: Int) -> Range<Int>? {
    guard place + form.words.count <= text.words.count else { return nil }
    let first = text.words[place]
    switch form.rule {
    case .any: break
    case .capital: if !first.startsWithCapital { return nil }
    case .capitals: if !first.startsWithCapital || first.hasSmallLetter { return nil }
    }
    for (offset, word) in form.words.enumerated() {
      let letters = text.words[place + offset].letters
      let isPlural =
        offset == form.words.count - 1 && word.count > 3 && letters.count == word.count + 1
        && letters.last == UInt8(ascii: "s") && letters.starts(with: word)
      if letters != word, !isPlural { return nil }
      if offset > 0, Self.gap(text, place + offset) > Self.widestGap { return nil }
    }
    return first.range.lowerBound..<text.words[place + form.words.count - 1].range.upperBound
  }

  /// The end of a name whose beginning the text cuts off.
  private func tail(of form: NameForm, in text: FoldedWords) -> Range<Int>? {
    guard let first = text.words.first, first.range.lowerBound == 0 else { return nil }
    for (offset, word) in form.words.enumerated() where word.suffix(first.letters.count) == first.letters[...]
    {
      let rest = form.words[(offset + 1)...]
      guard text.words.count > rest.count, first.letters.count + rest.joined().count >= Self.shortestPiece,
        zip(text.words.dropFirst(), rest).allSatisfy({ $0.letters == $1 })
      else { continue }
      return 0..<text.words[rest.count].range.upperBound
    }
    return nil
  }

  /// The beginning of a name whose end the text cuts off.
  private func head(of form: NameForm, in text: FoldedWords) -> Range<Int>? {
    guard let last = text.words.last, last.range.upperBound == text.scalars.count else { return nil }
    for (offset, word) in form.words.enumerated() where word.starts(with: last.letters) {
      let before = form.words[..<offset]
      guard text.words.count > before.count, last.letters.count + before.joined().count >= Self.shortestPiece,
        zip(text.words.dropLast().suffix(before.count), before).allSatisfy({ $0.letters == $1 })
      else { continue }
      return text.words[text.words.count - 1 - before.count].range.lowerBound..<text.scalars.count
    }
    return nil
  }

  private static func gap(_ text: FoldedWords, _ place: Int) -> Int {
    text.words[place].range.lowerBound - text.words[place - 1].range.upperBound
  }

  private static func holds(_ letters: [UInt8], _ part: [UInt8]) -> Bool {
    guard letters.count >= part.count else { return false }
    return (0...(letters.count - part.count)).contains { letters[$0...].starts(with: part) }
  }

  /// An address with its `%20` and the like as the bytes they stand for.
  private static func percentDecoded(_ value: String) -> String {
    let bytes = Array(value.utf8)
    var out: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        place += 3
      } else {
        out.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
