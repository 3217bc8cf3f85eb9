import DossierKnowledge
import DossierModel
import DossierText

/// Names that no catalogue knows and the text itself introduces: those of groups ("the Grey Otter ransomware gang") and of
/// bodies that people work for ("researchers at Norlock").
///
/// Once introduced, a name is found wherever it stands in the text, as if a catalogue had it.
struct IntroducedNames {
  /// The first of their entries' indices; a table has no so many.
  static let firstEntry: UInt32 = 1 << 31
  /// What they name, by the order of their introduction: groups first.
  private(set) var entries: [KnowledgeEntry] = []
  /// Where their names stand, in the order of the text.
  private(set) var matches: [NameMatch] = []

  /// The most words of a name.
  static let longest = 5
  /// How far a name may be from the word for a group that it is given to.
  static let reach = 7

  let bytes: [UInt8]
  let tokens: TextTokens
  private let sentences: [AnalysedText.Sentence]
  let lexemes: [LexemeMatch]
  let names: [NameMatch]
  let table: KnowledgeTable
  private var places: [UInt32: [(folds: [UInt32], entry: UInt32)]] = [:]

  /// Finds them. Linear in the text, but for the logarithm of looking up what stands beside a word for a group.
  init(in analysis: TextAnalysis, of bytes: [UInt8], table: KnowledgeTable) {
    self.bytes = bytes
    tokens = analysis.tokens
    sentences = analysis.sentences
    lexemes = analysis.lexemes
    names = analysis.names
    self.table = table
    for match in lexemes where match.lexeme.category == .actor {
      if let name = group(beside: match) { introduce(name, as: .group) }
    }
    for match in lexemes {
      if let body = body(beside: match) { introduce(body.name, as: body.kind) }
    }
    findPlaces()
  }

  /// The name that a word behind it explains: "Grey Otter, a Russian-speaking gang, …".
  func name(explainedBy match: LexemeMatch) -> Range<Int>? {
    guard endsExplanation(Int(match.end)), let sentence = sentence(at: Int(match.first)) else { return nil }
    let before = max(sentence.tokens.lowerBound, Int(match.first) - Self.reach)..<Int(match.first)
    guard
      let comma = before.last(where: { position in
        tokens[position].kind == .mark && Mark(bytes, tokens[position]) != .hyphen
      }), isComma(comma),
      lexemes(at: comma + 1).contains(where: { $0.lexeme.category == .determiner }),
      // "Kaja Tamm, said a gang directed by …": "said" is a determiner only in deeds and contracts.
      !lexemes(at: comma + 1).contains(where: { $0.lexeme.category == .cue }),
      !isFronted(before: comma, in: sentence),
      let name = name(endingAt: comma, opensWithName: true),
      // "the minister Dan Reyes, a group said"
      !lexemes(at: name.lowerBound - 1).contains(where: { $0.lexeme.category == .role })
    else { return nil }
    return name
  }

  /// "According to Anna Berg, a gang backed by …": what stands behind the comma is the clause, and explains nobody.
  private func isFronted(before comma: Int, in sentence: AnalysedText.Sentence) -> Bool {
    let opening = lexemes(at: sentence.tokens.lowerBound)
    if opening.contains(where: { $0.lexeme.means(CueFrame.according) || $0.lexeme.means(CueFrame.view) }) {
      return true
    }
    return opening.contains { $0.lexeme.category == .preposition }
      && !(sentence.tokens.lowerBound..<comma).contains(where: isComma)
  }

  /// Whether what explains a name ends here, or goes on about it: a mark, "that", "based in".
  private func endsExplanation(_ position: Int) -> Bool {
    tokens[position].kind == .mark
      || lexemes(at: position).contains { match in
        match.lexeme.category == .affiliation || match.lexeme.means(PronounWord.relative)
          || match.lexeme.category == .preposition
      }
  }

  func name(from first: Int) -> Range<Int>? {
    guard isPlainName(first) else { return nil }
    var end = first + 1
    while end < first + Self.longest, isPlainName(end) || endsName(end) { end += 1 }
    // "UAT-7290" is told by its scheme.
    if end + 1 < tokens.count, Mark(bytes, tokens[end]) == .hyphen, tokens[end + 1].kind == .number,
      !tokens[end + 1].shape.contains(.spaceBefore)
    {
      return nil
    }
    return first..<end
  }

  /// "Mysterious Team", "Harbour Design Agency": a word for a group or a body that is part of its name.
  private func endsName(_ position: Int) -> Bool {
    isNameWord(position) && !isCovered(position)
      && lexemes(at: position).contains { $0.lexeme.category == .actor || $0.lexeme.category == .organ }
  }

  func name(endingAt end: Int, opensWithName: Bool = false) -> Range<Int>? {
    guard end > 0, isPlainName(end - 1) else { return nil }
    var first = end - 1
    while first > 0, first > end - Self.longest, isPlainName(first - 1) { first -= 1 }
    // "Rival gang", "Separately, a gang that …": a word with its capital from the sentence's start.
    guard opensSentence(first), tokens[first].shape.isDisjoint(with: [.mixedCase, .hasDigit]) else {
      return first..<end
    }
    return opensWithName && lexemes(at: first).isEmpty && !isAdverb(first) ? first..<end : nil
  }

  /// Whether a word is one of those that a sentence opens with and a comma stands behind: "Meanwhile, a gang …".
  private func isAdverb(_ position: Int) -> Bool {
    let word = folded(position)
    return word.suffix(2).elementsEqual("ly".utf8) || word.suffix(4).elementsEqual("ment".utf8)
      || table.contains(word, in: .openingAdverbs)
  }

  func isComma(_ position: Int) -> Bool {
    tokens[position].kind == .mark && Mark(bytes, tokens[position]) == .comma
  }

  /// Whether a word is part of a name and of nothing else that is known.
  func isPlainName(_ position: Int) -> Bool {
    isNameWord(position) && !isCovered(position)
      && !lexemes(at: position).contains { match in
        switch match.lexeme.category {
        case .organ, .role, .time, .actor, .determiner, .pronoun, .threat: true
        default: false
        }
      }
  }

  func isNameWord(_ position: Int) -> Bool {
    let token = tokens[position]
    return token.kind == .word && token.range.count > 2
      && (token.shape.contains(.capitalised) || token.shape.contains(.mixedCase))
  }

  private func isCovered(_ position: Int) -> Bool {
    let end = names.partitioningIndex { Int($0.first) > position }
    return names[max(0, end - 10)..<end].contains { Int($0.end) > position }
  }

  func lexemes(at position: Int) -> ArraySlice<LexemeMatch> {
    let first = lexemes.partitioningIndex { Int($0.first) >= position }
    let end = lexemes[first...].partitioningIndex { Int($0.first) > position }
    return lexemes[first..<end]
  }

  func sentence(at position: Int) -> AnalysedText.Sentence? {
    let place = sentences.partitioningIndex { $0.tokens.upperBound > position }
    return sentences.indices.contains(place) ? sentences[place] : nil
  }

  /// In headlines capitals tell nothing.
  func isBody(_ position: Int) -> Bool { sentence(at: position)?.role == .body }

  private func opensSentence(_ position: Int) -> Bool {
    sentence(at: position)?.tokens.lowerBound == position || tokens[position - 1].kind == .mark
  }

  /// Whether a word that opens a sentence has its capital within another sentence too.
  func recurs(_ position: Int) -> Bool {
    tokens.indices.contains { other in
      tokens[other].fold == tokens[position].fold && isNameWord(other) && !opensSentence(other)
        && isBody(other)
    }
  }

  func folded(_ position: Int) -> [UInt8] {
    var folded: [UInt8] = []
    bytes.withUnsafeBufferPointer { FoldedBytes.append($0, tokens[position].range.indices, to: &folded) }
    return folded
  }

  private mutating func introduce(_ name: Range<Int>, as kind: NameKind) {
    let folds = name.map { tokens[$0].fold }
    let known = places[folds[0], default: []]
    guard !known.contains(where: { $0.folds == folds }),
      // "MGM" where the text has the catalogue's "MGM Resorts" too.
      !names.contains(where: { tokens[Int($0.first)].fold == folds[0] })
    else { return }
    let words = name.map { String(decoding: bytes[tokens[$0].range.indices], as: UTF8.self) }
      .joined(separator: " ")
    places[folds[0]] =
      (known + [(folds, Self.firstEntry + UInt32(entries.count))]).sorted { $0.folds.count > $1.folds.count }
    let key = (kind == .group ? "group:" : "organisation:") + TextFolding.fold(words)
    entries.append(KnowledgeEntry(id: key, kind: kind, name: words))
  }

  private mutating func findPlaces() {
    guard !places.isEmpty else { return }
    var next = 0
    for position in tokens.indices where position >= next && isNameWord(position) && !isCovered(position) {
      guard let found = places[tokens[position].fold] else { continue }
      for (folds, entry) in found
      where folds.indices.allSatisfy({ tokens[position + $0].fold == folds[$0] && isNameWord(position + $0) })
        && isWhole(position..<position + folds.count)
      {
        next = position + folds.count
        matches.append(NameMatch(first: UInt32(position), end: UInt32(next), entry: entry, usage: .name))
        break
      }
    }
  }

  /// Whether a name is no part of a longer one: "Norlock" in "Norlock Shipping". In headlines capitals tell nothing.
  private func isWhole(_ name: Range<Int>) -> Bool {
    guard isBody(name.lowerBound) else { return true }
    let after = name.upperBound
    let opens = opensSentence(name.lowerBound)
    return !isPlainName(after) && !endsName(after) && (opens || !isPlainName(name.lowerBound - 1))
  }
}
