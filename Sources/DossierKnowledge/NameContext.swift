import DossierText

/// What stands around a name, read for or against it.
struct NameContext {
  /// What the surroundings say.
  enum Evidence: Equatable {
    /// The thing is meant.
    case support
    /// The thing is meant, unless something else of its name is in the text.
    case likely
    /// They say nothing: why the name is not asserted then.
    case none(String)
    /// Something else is meant.
    case against(String)

    /// The same reason, which a use of the name elsewhere in the text outweighs.
    var withoutForce: Evidence {
      if case .against(let reason) = self { return .none(reason) }
      return self
    }
  }

  /// What a token is part of, as far as names are told by it.
  private struct Word: OptionSet {
    let rawValue: UInt8
    /// A verb of claims begins here.
    static let cue = Word(rawValue: 1)
    /// A word for what a person is begins here.
    static let role = Word(rawValue: 2)
    /// Part of a name of a state, a demonym or a metonym.
    static let state = Word(rawValue: 4)
    /// Part of the name of a company or product.
    static let company = Word(rawValue: 8)
    /// A verb for what attackers do begins here.
    static let deed = Word(rawValue: 16)
    /// Right behind words that say who did it: “the work of”, “attribuée à”, “blamed”, or in a list with such a name.
    static let blamed = Word(rawValue: 32)
    /// A verb for what only attackers do begins here.
    static let attack = Word(rawValue: 64)
  }

  private let bytes: [UInt8]
  private let tokens: [Token]
  private let table: KnowledgeTable
  private var words: [Word]
  /// Entries of the names that each state's token belongs to.
  private var stateEntries: [Int: UInt32] = [:]
  /// Whether the text speaks of attacks or names attackers.
  private var isAboutThreats = false

  /// Reads what names and lexemes of the text say of its words. Linear.
  init(_ matches: Matches, bytes: [UInt8], tokens: [Token], table: KnowledgeTable) {
    self.bytes = bytes
    self.tokens = tokens
    self.table = table
    words = [Word](repeating: [], count: tokens.count)
    let agents = Set(
      matches.lexemes.lazy.filter { match in
        match.lexeme.category == .preposition && match.lexeme.means(PrepositionWord.by)
          && Int(match.end) < tokens.count
      }.map { Int($0.first) })
    for match in matches.lexemes where Int(match.first) < tokens.count {
      switch match.lexeme.category {
      case .cue where match.lexeme.partOfSpeech == .verb:
        words[Int(match.first)].insert(.cue)
        if match.lexeme.means(CueFrame.admit), !match.lexeme.has(.weak) {
          words[Int(match.first)].insert(.attack)
        }
      case .role: words[Int(match.first)].insert(.role)
      case .threat, .actor: isAboutThreats = true
      case .responsibility
      where (match.lexeme.means(ResponsibilityWord.object) || match.lexeme.means(ResponsibilityWord.origin))
        && Int(match.end) < tokens.count:
        words[Int(match.end)].insert(.blamed)
      case .behaviour:
        if match.lexeme.partOfSpeech == .verb {
          words[Int(match.first)].insert(.deed)
          if !match.lexeme.has(.weak), !match.lexeme.has(.neutral) { words[Int(match.first)].insert(.attack) }
          // "attacked by Play"; "hit by Play" where the text is about attacks.
          if agents.contains(Int(match.end)) {
            words[Int(match.end) + 1].insert(.blamed)
            if !match.lexeme.has(.weak) { isAboutThreats = true }
          }
        }
        if !match.lexeme.has(.neutral) { isAboutThreats = true }
      case .responsibility where match.lexeme.partOfSpeech != .noun && match.lexeme.partOfSpeech != .verb:
        words[max(0, Int(match.first) - 1)].insert(.attack)
        words[Int(match.first)].insert(.attack)
      default: break
      }
    }
    markBlamed(matches)
    for name in matches.names where !name.isAmbiguous && Int(name.end) <= tokens.count {
      let word: Word
      switch table.kind(of: name.entry) {
      case .state, .place:
        word = .state
        for token in name.first..<name.end { stateEntries[Int(token)] = name.entry }
      case .company, .product: word = .company
      default: continue
      }
      for token in name.first..<name.end { words[Int(token)].insert(word) }
    }
  }

  /// Marks whom verbs of blame are about: “blamed Play”, “attributes the theft to Play, Akira and Medusa”.
  private mutating func markBlamed(_ matches: Matches) {
    var blame: Int?
    var likeness: Int?
    for match in matches.lexemes where Int(match.end) < tokens.count {
      if match.lexeme.category == .cue, match.lexeme.partOfSpeech == .verb,
        let frame = match.lexeme.as(CueFrame.self), Self.blaming.contains(frame)
      {
        words[Int(match.end)].insert(.blamed)
        blame = Int(match.end)
      } else if match.lexeme.category == .preposition, let verb = blame,
        (verb..<verb + Self.reach).contains(Int(match.first)),
        match.lexeme.means(PrepositionWord.to) || match.lexeme.means(PrepositionWord.on)
      {
        words[Int(match.end)].insert(.blamed)
      } else if match.lexeme.category == .judgement, match.lexeme.means(JudgementWord.likeness) {
        likeness = Int(match.end)
      } else if match.lexeme.category == .preposition, let found = likeness,
        (found..<found + Self.reach / 2).contains(Int(match.first)),
        match.lexeme.means(PrepositionWord.of) || match.lexeme.means(PrepositionWord.with)
      {
        // "ressemble à celui de Conti", "overlaps with Conti"
        words[Int(match.end)].insert(.blamed)
      }
    }
    for name in matches.names where Int(name.first) < tokens.count && words[Int(name.first)].contains(.blamed)
    {
      var next = Int(name.end)
      while next < tokens.count, isComma(next) || isWord(next, in: .listWords) { next += 1 }
      if next > Int(name.end), next < tokens.count { words[next].insert(.blamed) }
    }
  }

  /// What verbs say of whom they name as the doer.
  private static let blaming: Set<CueFrame> = [
    .accuse, .blame, .attribute, .hold, .point, .suspect, .identify, .link,
  ]
  /// How far behind such a verb the preposition may stand.
  private static let reach = 8

  /// What speaks for or against a name.
  func evidence(_ name: NameMatch) -> Evidence {
    guard name.first < name.end, Int(name.end) <= tokens.count, let kind = table.kind(of: name.entry) else {
      return .none("nothing is known of it")
    }
    switch kind {
    case .group, .malware, .tool, .campaign: return attacker(name)
    case .state, .place: return state(name)
    default: return other(name)
    }
  }

  // MARK: Attackers and what they use

  private func attacker(_ name: NameMatch) -> Evidence {
    let (first, end) = (Int(name.first), Int(name.end))
    if let work = wordOfAWork(first, end) { return .against("beside “\(work)” it is the title of a work") }
    let isFollowed = isThreatWord(end) || isThreatWord(end + 1) && !isCapitalised(end)
    // “hackers attacked Play” tells of a victim.
    let isPreceded =
      isThreatWord(first - 1)
      || isThreatWord(first - 2) && words[first - 1].isDisjoint(with: [.deed, .cue])
      || isThreatWord(beforeState(first))
    let isNamed = isFollowed || isPreceded
    guard name.isAmbiguous else { return isNamed ? .support : .none("") }
    if isOwned(first) { return otherName(first - 1, end - 1) }
    if isPartOfName(first - 1), !isThreatWord(first - 1), !isFollowed, !words[first - 1].contains(.state) {
      return otherName(first - 1, end - 1)
    }
    if isCapitalised(end), !isThreatWord(end) { return otherName(first, end) }
    if isHyphenated(end), isCapitalised(end + 1), !isThreatWord(end + 1) { return otherName(first, end + 1) }
    if isNamed { return .support }
    // “Storm-1516” is another name.
    if isHyphenated(end), end + 1 < tokens.count, tokens[end + 1].kind == .number {
      return otherName(first, end + 1)
    }
    // “blamed Play”, “Play stole the data”, “Play was behind it”
    if isAboutThreats,
      words[first].contains(.blamed) || isWithin(end, line: first) && words[end].contains(.attack)
    {
      return .likely
    }
    if end - first > 1, isAboutThreats { return .support }
    return .none("an ordinary word too, and no word such as “group” or “malware” is beside it")
  }

  /// The token before the state's name or demonym that stands before a token: "le groupe" of "le groupe nord-coréen X".
  private func beforeState(_ first: Int) -> Int {
    var before = first - 1
    while before > 0, words[before].contains(.state) || isHyphen(before) && words[before - 1].contains(.state)
    {
      before -= 1
    }
    return before
  }

  /// The word for a book, film or game that stands before a name, or after it in an apposition.
  private func wordOfAWork(_ first: Int, _ end: Int) -> String? {
    for index in stride(from: first - 1, through: first - 4, by: -1) {
      guard isWithin(index, line: first), !isThreatWord(index) else { break }
      if isWord(index, in: .workContext) { return spelling(index) }
    }
    guard tokens.indices.contains(end), isComma(end) else { return nil }
    for index in (end + 1)..<(end + 4) where isWithin(end, line: index) {
      if isThreatWord(index) { return nil }
      if isWord(index, in: .workContext) { return spelling(index) }
    }
    return nil
  }

  /// Whether a name of several words ends with one that tells what it is: “Lazarus Group”.
  func isTelling(_ name: NameMatch) -> Bool {
    name.end - name.first > 1 && !name.isAmbiguous && isThreatWord(Int(name.end) - 1)
  }

  // MARK: States

  private func state(_ name: NameMatch) -> Evidence {
    let (first, end) = (Int(name.first), Int(name.end))
    if name.usage == .acronym { return .none("in a line of capitals, which tell nothing") }
    if let region = wordOfARegion(name) { return .against("beside “\(region)” it is not the state") }
    if isCapitalised(end), words[end].contains(.cue) { return .support }
    if isCapitalised(end), !words[end].contains(.role) { return otherName(first, end) }
    if isPartOfName(first - 1), words[first - 1].isDisjoint(with: [.state, .role]) {
      return otherName(first - 1, end - 1)
    }
    if isApposition(end) { return .against("a person of that name: what he or she is follows") }
    if isWord(first - 1, in: .placePrepositions) || isListed(first, end) { return .support }
    if tokens.indices.contains(end), words[end].contains(.cue) { return .support }
    return .none("")
  }

  /// A word that makes a state's name a region's, a dish's or a family's.
  private func wordOfARegion(_ name: NameMatch) -> String? {
    let (first, end) = (Int(name.first), Int(name.end))
    for index in [end, end + 1, first - 1, first - 2, first - 3]
    where isWithin(index, line: min(index + 1, end)) {
      // A mark between parts them: “in Georgia, the governor”.
      let between = index < first ? (index + 1)..<first : end..<max(index, end)
      if between.contains(where: { tokens[$0].kind == .mark && !isHyphen($0) }) { continue }
      if isWord(index, in: .regionContext) { return spelling(index) }
    }
    // “Atlanta, Georgia”, but not “Tbilisi, Georgia” and not “Ukraine, Georgia and Moldova”.
    guard end - first == 1, isWord(first, in: .regionHomonyms), isWithin(first - 2, line: first),
      isComma(first - 1),
      isCapitalised(first - 2), words[first - 2].isDisjoint(with: .state)
    else { return nil }
    return spelling(first - 2)
  }

  /// Whether another state stands in one list with the name.
  private func isListed(_ first: Int, _ end: Int) -> Bool {
    let entry = stateEntries[first]
    let near = [first - 2, first - 3, end + 1, end + 2]
    return near.contains { index in
      guard isWithin(index, line: end - 1), words[index].contains(.state), stateEntries[index] != entry else {
        return false
      }
      let between = index < first ? (index + 1)..<first : end..<index
      return between.allSatisfy { isComma($0) || isWord($0, in: .listWords) }
    }
  }

  /// Whether a comma and what a person is follow: “Jordan, a spokesman”.
  private func isApposition(_ end: Int) -> Bool {
    guard tokens.indices.contains(end), isComma(end) else { return false }
    return ((end + 1)...(end + 2)).contains { isWithin(end, line: $0) && words[$0].contains(.role) }
  }

  // MARK: Companies and others

  private func other(_ name: NameMatch) -> Evidence {
    let (first, end) = (Int(name.first), Int(name.end))
    if name.usage == .acronym { return .none("in a line of capitals, which tell nothing") }
    // Weak evidence: “the Treasury Department” is the treasury where the text names it.
    if isPartOfName(first - 1) { return otherName(first - 1, end - 1).withoutForce }
    if isCapitalised(end) { return otherName(first, end).withoutForce }
    for index in [first - 1, first - 2]
    where isWithin(index, line: first) && isWord(index, in: .regionContext) {
      return .against("beside “\(spelling(index))” it is something else")
    }
    guard startsSentence(first) else { return .support }
    let speaks = [end, end + 1].contains { tokens.indices.contains($0) && words[$0].contains(.cue) }
    return speaks
      ? .support : .none("an ordinary word too, and the first of its sentence, where a capital tells nothing")
  }

  // MARK: Words

  private func otherName(_ first: Int, _ last: Int) -> Evidence {
    let both = tokens[first].range.indices.lowerBound..<tokens[last].range.indices.upperBound
    return .against("“\(String(decoding: bytes[both], as: UTF8.self))” is another name")
  }

  private func spelling(_ index: Int) -> String {
    String(decoding: bytes[tokens[index].range.indices], as: UTF8.self)
  }

  private func isWord(_ index: Int, in set: WordSet) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    var folded: [UInt8] = []
    bytes.withUnsafeBufferPointer { FoldedBytes.append($0, tokens[index].range.indices, to: &folded) }
    return table.contains(folded, in: set)
  }

  private func isThreatWord(_ index: Int) -> Bool { isWord(index, in: .threatContext) }

  /// Whether a token exists and no line begins between it and another after it.
  private func isWithin(_ index: Int, line end: Int) -> Bool {
    guard index >= 0, end < tokens.count, index < tokens.count else { return false }
    guard index < end else { return true }
    return !((index + 1)...end).contains { tokens[$0].shape.contains(.lineBefore) }
  }

  private func isCapitalised(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    return tokens[index].shape.contains(.capitalised) && !startsSentence(index)
  }

  /// Whether a company's name stands before: “Google Play”.
  private func isOwned(_ first: Int) -> Bool {
    first > 0 && isWithin(first - 1, line: first) && words[first - 1].contains(.company)
  }

  /// Whether a word before a name belongs to a longer one: a capital within the sentence, or a given name anywhere.
  private func isPartOfName(_ index: Int) -> Bool {
    guard index >= 0, isWithin(index, line: index + 1) else { return false }
    return isCapitalised(index)
      || tokens[index].shape.contains(.capitalised) && isWord(index, in: .givenNames)
  }

  private func isComma(_ index: Int) -> Bool { isMark(index, UInt8(ascii: ",")) }

  private func isHyphen(_ index: Int) -> Bool { isMark(index, UInt8(ascii: "-")) }

  /// Whether a hyphen without spaces joins what is on both sides.
  private func isHyphenated(_ index: Int) -> Bool {
    tokens.indices.contains(index + 1) && isHyphen(index) && !tokens[index].shape.contains(.spaceBefore)
      && !tokens[index + 1].shape.contains(.spaceBefore)
  }

  private func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    tokens[index].kind == .mark && bytes[tokens[index].range.indices].elementsEqual([mark])
  }

  /// Whether a token is the first of its line, or stands after a mark that ends a sentence or opens a quotation.
  private func startsSentence(_ index: Int) -> Bool {
    guard index > 0, index < tokens.count, !tokens[index].shape.contains(.lineBefore) else { return true }
    guard tokens[index - 1].kind == .mark else { return false }
    return !isComma(index - 1) && !isHyphen(index - 1)
  }
}
