import DossierKnowledge
import DossierModel
import DossierText

/// Cuts a document into tokens and sentences and finds names, lexemes and quotations: what `AnalysedText` is made of.
struct TextAnalysis {
  private(set) var tokens = TextTokens()
  private(set) var sentences: [AnalysedText.Sentence] = []
  private(set) var names: [NameMatch] = []
  private(set) var lexemes: [LexemeMatch] = []
  private(set) var quotations: [Quotation] = []
  private(set) var unsettled: [UnsettledName] = []
  /// Entries of names that the text itself introduces, from `IntroducedNames.firstEntry` on.
  private(set) var introduced: [KnowledgeEntry] = []
  private var gangs: GangPrograms
  private let document: Document
  private let table: KnowledgeTable

  /// Analyses the article's blocks of a document, up to `maximumText` bytes of them. Linear in the text.
  init(_ document: Document, table: KnowledgeTable, maximumText: Int) {
    self.document = document
    self.table = table
    gangs = GangPrograms(names: [], lexemes: [], table: table)
    let language: LexiconLanguage? =
      document.metadata.language.hasPrefix("fr")
      ? .fr : document.metadata.language.hasPrefix("en") ? .en : nil
    for part in ArticleBlocks.parts(of: document, maximum: maximumText) { add(part, language: language) }
    settleNames()
    sortNames()
    lexemes.sort { ($0.first, $1.end) < ($1.first, $0.end) }
    gangs = GangPrograms(names: names, lexemes: lexemes, table: table)
    let found = IntroducedNames(in: self, of: document.text.bytes, table: table)
    guard !found.matches.isEmpty else { return }
    introduced = found.entries
    names += found.matches
    sortNames()
  }

  /// The entry of a name: one that the text introduces, or the table's as the text means it.
  func entry(_ index: UInt32) -> KnowledgeEntry? {
    guard index >= IntroducedNames.firstEntry else { return gangs.entry(index) }
    let place = Int(index - IntroducedNames.firstEntry)
    return introduced.indices.contains(place) ? introduced[place] : nil
  }

  private mutating func sortNames() {
    names.sort { ($0.first, $1.end, $0.entry) < ($1.first, $0.end, $1.entry) }
  }

  /// Keeps the names that the whole document supports.
  private mutating func settleNames() {
    let (settled, open) = Matches(names: names, lexemes: lexemes).settling(
      in: document.text.bytes, tokens: tokens.all, table: table)
    names = settled.names
    unsettled = open
  }

  private mutating func add(_ part: ArticleBlocks.Part, language: LexiconLanguage?) {
    let bytes = document.text.bytes
    let found = Tokenizer.tokens(of: bytes, in: part.range)
    guard !found.isEmpty else { return }
    let offset = tokens.count
    let matches = table.matches(in: bytes, tokens: found)
    tokens.append(contentsOf: found)
    for match in matches.names {
      names.append(
        NameMatch(
          first: match.first + UInt32(offset), end: match.end + UInt32(offset), entry: match.entry,
          usage: isSidedWith(match, in: found) ? .demonym : match.usage,
          isAmbiguous: match.isAmbiguous))
    }
    let firstLexeme = lexemes.count
    for match in matches.lexemes where language == nil || match.lexeme.language == language {
      lexemes.append(
        LexemeMatch(
          first: match.first + UInt32(offset), end: match.end + UInt32(offset), lexeme: match.lexeme))
    }
    addPrepositions(endingRolesOf: matches, in: found, offset: offset)
    readVerbs(thatHaveObjectsIn: matches, from: firstLexeme, in: found, offset: offset)
    let range = offset..<tokens.count
    let quoted = QuotationFinder.quotations(in: tokens.all, range: range, bytes: bytes)
    quotations.append(contentsOf: quoted)
    let splitter = SentenceSplitter(bytes: bytes, tokens: tokens.all, lexemes: lexemes[firstLexeme...])
    for sentence in splitter.sentences(in: range, quotations: quoted) {
      sentences.append(AnalysedText.Sentence(tokens: sentence, block: part.index, role: part.role))
    }
  }

  /// "a pro-Kremlin group": a name with such a word before it is an adjective, and nobody.
  private func isSidedWith(_ match: NameMatch, in found: [Token]) -> Bool {
    let first = Int(match.first)
    guard first > 1, !found[first].shape.contains(.spaceBefore), found[first - 1].kind == .mark,
      Mark(document.text.bytes, found[first - 1]) == .hyphen
    else { return false }
    var side: [UInt8] = []
    document.text.bytes.withUnsafeBufferPointer {
      FoldedBytes.append($0, found[first - 2].range.indices, to: &side)
    }
    return table.contains(side, in: .sidePrefixes)
  }

  /// "declined to blame Moscow": a verb with an object, where "is to blame" is a phrase of two words that says who did it.
  private mutating func readVerbs(
    thatHaveObjectsIn matches: Matches, from first: Int, in found: [Token], offset: Int
  ) {
    for index in lexemes.indices[first...] {
      let match = lexemes[index]
      guard match.lexeme.category == .responsibility, match.lexeme.partOfSpeech == .phrase,
        match.end - match.first == 2
      else { continue }
      let next = Int(match.end) - offset
      let hasObject =
        matches.names.contains { Int($0.first) == next }
        || matches.lexemes.contains {
          Int($0.first) == next && [.determiner, .pronoun].contains($0.lexeme.category)
            && $0.lexeme.language == match.lexeme.language
        }
      guard hasObject else { continue }
      let alone = table.matches(in: document.text.bytes, tokens: [found[next - 1]]).lexemes
      guard
        let verb = alone.first(where: {
          $0.lexeme.category == .cue && $0.lexeme.language == match.lexeme.language
            && $0.lexeme.partOfSpeech == .verb
        })
      else { continue }
      lexemes[index] = LexemeMatch(first: match.end - 1, end: match.end, lexeme: verb.lexeme)
    }
  }

  /// "head of", "porte-parole de": the preposition that ends the words for a role is one by itself too.
  private mutating func addPrepositions(endingRolesOf matches: Matches, in found: [Token], offset: Int) {
    for match in matches.lexemes where match.lexeme.category == .role && match.end - match.first > 1 {
      let last = Int(match.end) - 1
      guard found[last].range.count <= 4 else { continue }
      for own in table.matches(in: document.text.bytes, tokens: [found[last]]).lexemes
      where own.lexeme.category == .preposition && own.lexeme.language == match.lexeme.language {
        lexemes.append(
          LexemeMatch(first: UInt32(last + offset), end: UInt32(last + offset + 1), lexeme: own.lexeme))
      }
    }
  }
}
