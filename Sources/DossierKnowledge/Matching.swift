import DossierText

extension TableImage {
  /// Finds names and lexemes from each token on; see `KnowledgeTable.matches`.
  func matches(in bytes: [UInt8], tokens: [Token]) -> Matches {
    var result = Matches(names: [], lexemes: [])
    // Most words of prose are in a lexicon.
    result.lexemes.reserveCapacity(tokens.count)
    bytes.withUnsafeBufferPointer { bytes in
      tokens.withUnsafeBufferPointer { tokens in
        let walk = FormWalk(self, bytes, tokens)
        let slots = words(.roots)
        let bits = word(.rootBits)
        let mask = 1 << bits - 1
        var nextName = 0
        var nextLexeme = (en: 0, fr: 0)
        // Words in the gap of a phrase are read by themselves too: "hold [the hackers] responsible"; and so are those within a
        // phrase of affiliation: "au [service de renseignement]".
        var gap = (en: 0..<0, fr: 0..<0)
        var path = FormPath()
        for start in 0..<tokens.count where tokens[start].kind != .mark {
          let fold = tokens[start].fold
          var slot = Int(KnowledgeTable.rootSlot(fold, bits: bits))
          var node = 0
          while slots[slot * 2 + 1] != 0 {
            if slots[slot * 2] == fold {
              node = Int(slots[slot * 2 + 1])
              break
            }
            slot = (slot + 1) & mask
          }
          guard node != 0 else { continue }
          path.restart(at: start, wantsNames: start >= nextName)
          path.en.isWanted = start >= nextLexeme.en || gap.en.contains(start)
          path.fr.isWanted = start >= nextLexeme.fr || gap.fr.contains(start)
          walk.follow(node, &path)
          if path.names.end > 0 {
            walk.report(names: path.names, from: start, &result)
            nextName = path.names.end
          }
          if path.en.end > 0 {
            if path.en.end > path.cue.end { walk.report(lexemes: path.cue, .en, from: start, &result) }
            walk.report(lexemes: path.en, .en, from: start, &result)
            if start >= nextLexeme.en { gap.en = walk.open(path.en, from: start) }
            nextLexeme.en = max(nextLexeme.en, path.en.end)
          }
          if path.fr.end > 0 {
            if path.fr.end > path.cue.end { walk.report(lexemes: path.cue, .fr, from: start, &result) }
            walk.report(lexemes: path.fr, .fr, from: start, &result)
            if start >= nextLexeme.fr { gap.fr = walk.open(path.fr, from: start) }
            nextLexeme.fr = max(nextLexeme.fr, path.fr.end)
          }
        }
      }
    }
    return result
  }
}

/// The tokens that a walk has passed, and the longest forms it has met.
struct FormPath {
  /// The longest form of a class so far: the bits of its outputs that hold, from the first of its node.
  struct Longest {
    var isWanted = true
    var node = 0
    var valid: UInt64 = 0
    /// The token after the last; 0 if there is no form yet.
    var end = 0
    /// The tokens before and after its gap; 0 and 0 if it has none.
    var around: (Int32, Int32) = (0, 0)
  }

  /// Tokens passed, without hyphens and gaps.
  var tokens = InlineArray<16, Int32>(repeating: 0)
  var count = 0
  /// The tokens around the gap that was passed.
  var around: (Int32, Int32) = (0, 0)
  var names = Longest()
  var en = Longest()
  var fr = Longest()
  /// The verbs of claiming that the first word is by itself: a longer phrase of another class ("attributed to") does not
  /// hide them, one of their own class ("stand with") does.
  var cue = Longest()

  mutating func restart(at token: Int, wantsNames: Bool) {
    tokens[0] = Int32(truncatingIfNeeded: token)
    count = 1
    around = (0, 0)
    names = Longest(isWanted: wantsNames)
    en = Longest()
    fr = Longest()
    cue = Longest()
  }
}

/// Follows the trie from a token.
struct FormWalk {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: UnsafeBufferPointer<Token>
  private let nodes: UnsafePointer<UInt32>
  private let edges: UnsafePointer<UInt32>
  private let names: UnsafePointer<UInt32>
  private let lexemes: UnsafePointer<UInt32>
  private let blob: UnsafePointer<UInt8>
  /// The number of the class of words that make a claim.
  private let cue = LexemeCategory.cue.number
  private let affiliation = LexemeCategory.affiliation.number

  init(_ image: TableImage, _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>) {
    self.bytes = bytes
    self.tokens = tokens
    nodes = image.words(.nodes)
    edges = image.words(.edges)
    names = image.words(.names)
    lexemes = image.words(.lexemes)
    blob = image.bytes(.blob)
  }

  /// The tokens of a form that are read by themselves too: its gap, or what stands between the first word of an affiliation
  /// and its last.
  func open(_ longest: FormPath.Longest, from first: Int) -> Range<Int> {
    let record = lexemes + (Int(nodes[longest.node * 4 + 2]) + longest.valid.trailingZeroBitCount) * 4
    return UInt8(truncatingIfNeeded: record[2]) == affiliation && longest.end > first + 1
      ? first + 1..<longest.end - 1 : gap(longest)
  }

  /// The tokens in the gap of a form.
  private func gap(_ longest: FormPath.Longest) -> Range<Int> {
    longest.around.1 > longest.around.0 + 1 ? Int(longest.around.0) + 1..<Int(longest.around.1) : 0..<0
  }

  /// Notes the forms that end at `node`, and goes on with the tokens after the path's last.
  func follow(_ start: Int, _ path: inout FormPath) {
    var node = start
    while true {
      note(node, &path)
      let record = nodes + node * 4
      if record[3] != 0 { leap(Int(record[3]), path, &path) }
      let first = Int(record[0])
      let last = Int(record[4])
      guard last > first, path.count < TableBuilder.longestForm else { return }
      let next = following(Int(path.tokens[path.count - 1]))
      guard next < tokens.count, let child = child(first, last, tokens[next].fold) else { return }
      path.tokens[path.count] = Int32(truncatingIfNeeded: next)
      path.count += 1
      node = child
    }
  }

  /// Tries the words after a gap of up to seven tokens: "tient la Fédération de Russie pour responsable". What two commas or brackets
  /// set off within it does not count: "held Dan Reyes, a former contractor, responsible".
  private func leap(_ node: Int, _ before: FormPath, _ path: inout FormPath) {
    let first = Int(nodes[node * 4])
    let last = Int(nodes[node * 4 + 4])
    var next = Int(before.tokens[before.count - 1]) + 1
    var gap = FormGap(bytes: bytes, tokens: tokens)
    for _ in 0...7 {
      guard next < tokens.count, before.count < TableBuilder.longestForm else { return }
      if let child = child(first, last, tokens[next].fold) {
        var attempt = path
        attempt.tokens[before.count] = Int32(truncatingIfNeeded: next)
        attempt.count = before.count + 1
        attempt.around = (before.tokens[before.count - 1], Int32(truncatingIfNeeded: next))
        follow(child, &attempt)
        path.names = attempt.names
        path.en = attempt.en
        path.fr = attempt.fr
        path.cue = attempt.cue
        return
      }
      guard let further = gap.step(over: next) else { return }
      next = further
    }
  }

  /// The token that follows in a form: the next, or the one after a hyphen between two words.
  @inline(__always)
  private func following(_ token: Int) -> Int {
    let next = token + 1
    guard next + 1 < tokens.count, tokens[next].kind == .mark, !tokens[next].shape.contains(.spaceBefore),
      !tokens[next + 1].shape.contains(.spaceBefore), Hyphen.isHyphen(tokens[next], in: bytes)
    else { return next }
    return next + 1
  }

  /// The child by a token's fold among the sorted edges from `first` to `last`.
  @inline(__always)
  private func child(_ first: Int, _ last: Int, _ fold: UInt32) -> Int? {
    var low = first
    var high = last
    while high - low > 8 {
      let middle = (low + high) / 2
      if edges[middle * 2] <= fold { low = middle } else { high = middle }
    }
    while low < high {
      if edges[low * 2] == fold { return Int(edges[low * 2 + 1]) }
      low += 1
    }
    return nil
  }

  /// Notes the forms that end at `node` and hold in the text.
  @inline(__always)
  private func note(_ node: Int, _ path: inout FormPath) {
    let record = nodes + node * 4
    let end = Int(path.tokens[path.count - 1]) + 1
    if path.names.isWanted {
      var valid: UInt64 = 0
      for (bit, index) in (Int(record[1])..<Int(record[5])).prefix(64).enumerated()
      where holds(name: index, path) {
        valid |= 1 << UInt64(bit)
      }
      if valid != 0, end >= path.names.end { path.names = .init(node: node, valid: valid, end: end) }
    }
    guard record[6] > record[2], path.en.isWanted || path.fr.isWanted else { return }
    var en: UInt64 = 0
    var fr: UInt64 = 0
    // Readings of one form have one text, which is compared once.
    var text = UInt32.max
    var isThere = false
    for (bit, index) in (Int(record[2])..<Int(record[6])).prefix(64).enumerated() {
      if lexemes[index * 4] != text || lexemes[index * 4 + 3] & TableImage.followsHyphen != 0 {
        isThere = holds(lexeme: index, path)
        text = lexemes[index * 4 + 3] & TableImage.followsHyphen != 0 ? .max : lexemes[index * 4]
      }
      guard isThere else { continue }
      if UInt8(truncatingIfNeeded: lexemes[index * 4 + 2] >> 16) == LexiconLanguage.en.rawValue {
        en |= 1 << UInt64(bit)
      } else {
        fr |= 1 << UInt64(bit)
      }
    }
    noteCue(node, valid: en | fr, end: end, &path)
    if en != 0, path.en.isWanted, end >= path.en.end {
      path.en = .init(node: node, valid: en, end: end, around: path.around)
    }
    if fr != 0, path.fr.isWanted, end >= path.fr.end {
      path.fr = .init(node: node, valid: fr, end: end, around: path.around)
    }
  }

  /// Keeps verbs of claiming of one word, and drops them where a longer form is a claim too.
  @inline(__always)
  private func noteCue(_ node: Int, valid: UInt64, end: Int, _ path: inout FormPath) {
    let base = Int(nodes[node * 4 + 2])
    var cues: UInt64 = 0
    var rest = valid
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      let record = lexemes + (base + bit) * 4
      if UInt8(truncatingIfNeeded: record[2]) == cue { cues |= 1 << UInt64(bit) }
    }
    if path.count == 1 {
      path.cue = .init(node: node, valid: cues, end: end)
    } else if cues != 0 {
      path.cue.valid = 0
    }
  }

  /// Appends the names of a form.
  func report(names longest: FormPath.Longest, from first: Int, _ result: inout Matches) {
    let base = Int(nodes[longest.node * 4 + 1])
    var valid = longest.valid
    while valid != 0 {
      let record = names + (base + valid.trailingZeroBitCount) * 4
      valid &= valid - 1
      let usage = NameUsage(rawValue: UInt8(truncatingIfNeeded: record[2] >> 16)) ?? .name
      let rule = FormRule(rawValue: UInt8(truncatingIfNeeded: record[2] >> 24)) ?? .exact
      let flags = FormFlags(rawValue: UInt16(truncatingIfNeeded: record[3] >> 16))
      let isShouted = rule == .acronym && standsAmongCapitals(first, longest.end)
      var match = NameMatch(
        first: UInt32(first), end: UInt32(longest.end), entry: record[0], usage: usage,
        isAmbiguous: flags.contains(.ambiguous) || isShouted)
      match.isStopped = flags.contains(.stopped)
      result.names.append(match)
    }
  }

  /// Appends the readings of a form in one language.
  func report(
    lexemes longest: FormPath.Longest, _ language: LexiconLanguage, from first: Int, _ result: inout Matches
  ) {
    let base = Int(nodes[longest.node * 4 + 2])
    var valid = longest.valid
    while valid != 0 {
      let record = lexemes + (base + valid.trailingZeroBitCount) * 4
      valid &= valid - 1
      guard let category = LexemeCategory(number: UInt8(truncatingIfNeeded: record[2])),
        UInt8(truncatingIfNeeded: record[2] >> 16) == language.rawValue
      else { continue }
      result.lexemes.append(
        LexemeMatch(
          first: UInt32(first), end: UInt32(longest.end),
          lexeme: Lexeme(
            category: category, value: UInt8(truncatingIfNeeded: record[2] >> 8), language: language,
            partOfSpeech: LexemePart(rawValue: UInt8(truncatingIfNeeded: record[2] >> 24)) ?? .phrase,
            form: LexemeForm(rawValue: UInt8(truncatingIfNeeded: record[3])) ?? .plain,
            flags: UInt16(truncatingIfNeeded: record[1] >> 16))))
    }
  }

  /// Whether the words on both sides are in capitals too: a heading, in which capitals tell nothing.
  private func standsAmongCapitals(_ first: Int, _ end: Int) -> Bool {
    let before = first > 0 && !tokens[first].shape.contains(.lineBefore) ? tokens[first - 1] : nil
    let after = end < tokens.count && !tokens[end].shape.contains(.lineBefore) ? tokens[end] : nil
    let neighbours = [before, after].compactMap { $0 }.filter { $0.kind == .word }
    return !neighbours.isEmpty
      && neighbours.allSatisfy { $0.shape.contains(.allCapitals) && !$0.shape.contains(.hasDigit) }
      && neighbours.contains { $0.range.count > 3 }
  }

  // MARK: Checking forms against the text

  /// Whether name number `index` stands on the path's tokens.
  @inline(__always)
  private func holds(name index: Int, _ path: FormPath) -> Bool {
    let record = names + index * 4
    let rule = FormRule(rawValue: UInt8(truncatingIfNeeded: record[2] >> 24)) ?? .exact
    let capitals = UInt16(truncatingIfNeeded: record[3])
    if rule == .capitals || rule == .acronym {
      for position in 0..<path.count where capitals >> UInt16(position) & 1 != 0 {
        let token = tokens[Int(path.tokens[position])]
        if rule == .capitals {
          guard token.shape.contains(.capitalised) else { return false }
        } else {
          guard token.shape.contains(.allCapitals) || isOneCapital(token) else { return false }
        }
      }
    }
    let text = UnsafeBufferPointer(start: blob + Int(record[1]), count: Int(record[2] & 0xFFFF))
    return compare(path, text) { range, expected in
      rule == .exact
        ? range.count == expected.count && zip(range, expected).allSatisfy { bytes[$0] == $1 }
        : FoldedBytes.equal(bytes, range, expected)
    }
  }

  private func isOneCapital(_ token: Token) -> Bool {
    token.shape.contains(.capitalised) && !token.shape.contains(.mixedCase)
      && bytes[token.range.indices].allSatisfy { $0 < UInt8(ascii: "a") || $0 > UInt8(ascii: "z") }
  }

  /// Whether lexeme number `index` stands on the path's tokens, accents included.
  @inline(__always)
  private func holds(lexeme index: Int, _ path: FormPath) -> Bool {
    let record = lexemes + index * 4
    if record[3] & TableImage.followsHyphen != 0 {
      let first = Int(path.tokens[0])
      guard first > 0, !tokens[first].shape.contains(.spaceBefore),
        Hyphen.isHyphen(tokens[first - 1], in: bytes),
        !tokens[first - 1].shape.contains(.spaceBefore)
      else { return false }
    }
    let text = UnsafeBufferPointer(start: blob + Int(record[0]), count: Int(record[1] & 0xFFFF))
    return compare(path, text) { FoldedBytes.isSpelled(bytes, $0, as: $1) }
  }

  /// Compares the path's tokens with the words of a text that has one space between words.
  @inline(__always)
  private func compare(
    _ path: FormPath, _ text: UnsafeBufferPointer<UInt8>,
    _ equal: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    // A form of one word is all of its text.
    if path.count == 1 { return !text.isEmpty && equal(tokens[Int(path.tokens[0])].range.indices, text) }
    var start = 0
    for position in 0..<path.count {
      var end = start
      while end < text.count, text[end] != 0x20 { end += 1 }
      let word = UnsafeBufferPointer(rebasing: text[min(start, end)..<end])
      guard !word.isEmpty, equal(tokens[Int(path.tokens[position])].range.indices, word) else { return false }
      start = end + 1
    }
    return start == text.count + 1
  }
}
