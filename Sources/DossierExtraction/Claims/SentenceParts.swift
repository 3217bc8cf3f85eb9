import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A sentence taken apart: quotations that are statements of their own, and the words around them.
///
/// A quotation of a few words within a clause ("high confidence") stays with the clause.
struct SentenceParts: Sendable {
  /// Positions of the words around the quotations, without quotation marks.
  private(set) var frame: [Int] = []
  /// Parts of quotations that are statements, within this sentence: positions without the marks.
  private(set) var quotations: [Range<Int>] = []
  let sentence: AnalysedText.Sentence

  /// Takes a sentence apart; asides belong to no part.
  init(_ sentence: AnalysedText.Sentence, in text: AnalysedText, without asides: [Range<Int>] = []) {
    self.sentence = sentence
    var quoted = IndexRuns()
    var marks: Set<Int> = []
    for aside in asides { quoted.add(aside) }
    for quotation in text.quotations(overlapping: sentence.tokens) {
      marks.insert(quotation.outer.lowerBound)
      if !quotation.isOpen { marks.insert(quotation.outer.upperBound - 1) }
      let inner = quotation.inner.clamped(to: sentence.tokens)
      if !inner.isEmpty,
        Self.isStatement(quotation, inner, in: sentence, text)
          || !quotations.isEmpty && Self.goesOn(quotation, inner, text),
        !Self.holdsIncise(inner, text)
      {
        quoted.add(inner)
        quotations.append(inner)
      }
    }
    let start = Dispatch.start(of: sentence, in: text)
    frame = sentence.tokens.filter { $0 >= start && !quoted.contains($0) && !marks.contains($0) }
    if !frame.contains(where: { text.tokens[$0].kind == .word }) { frame = [] }
  }

  /// Whether the part of a quotation in a sentence says something by itself.
  private static func isStatement(
    _ quotation: Quotation, _ inner: Range<Int>, in sentence: AnalysedText.Sentence, _ text: AnalysedText
  ) -> Bool {
    if inner.lowerBound > quotation.inner.lowerBound || inner.upperBound < quotation.inner.upperBound {
      return true  // it runs over several sentences
    }
    let words = inner.filter { text.tokens[$0].kind != .mark }
    // « Ridicule », a rétorqué l'ambassadeur
    if words.count == 1, quotation.outer.lowerBound <= sentence.tokens.lowerBound,
      isBeforeIncise(quotation, text) || endsWithMark(inner, text),
      text.lexeme(.judgement, covering: words[0]) != nil
    {
      return true
    }
    guard let first = words.first, words.count >= 2 else { return false }
    if words.count < 4, quotation.outer.lowerBound <= sentence.tokens.lowerBound,
      isBeforeIncise(quotation, text) || endsWithMark(inner, text)
    {
      return true
    }
    guard words.count >= 3 else { return false }
    let startsSentence = quotation.outer.lowerBound <= sentence.tokens.lowerBound
    let isCapital = text.tokens[first].shape.contains(.capitalised)
    guard isCapital || startsSentence else { return false }
    if startsSentence { return words.count >= 4 || endsWithMark(inner, text) }
    let before = text.tokens[quotation.outer.lowerBound - 1]
    if before.kind == .mark {
      switch Mark(text.document.text.bytes, before) {
      case .comma, .colon, .dash, .stop, .closingQuote, .closingSingle: return true
      default: return words.count >= 6 && isCapital
      }
    }
    return isCapital && words.count >= 5
  }

  /// Whether a quotation in small letters goes on with the one before the words that say whose it is: “It is clear,” she
  /// wrote, “that Russia did it.”
  private static func goesOn(_ quotation: Quotation, _ inner: Range<Int>, _ text: AnalysedText) -> Bool {
    let before = quotation.outer.lowerBound - 1
    return before >= 0 && text.isComma(before)
      && inner.count(where: { text.tokens[$0].kind != .mark }) >= 4
  }

  /// Whether the quotation holds the words that say whose it is, so that its marks part nothing: « L'attaque, a précisé
  /// Berlin, est l'œuvre du GRU. »
  private static func holdsIncise(_ inner: Range<Int>, _ text: AnalysedText) -> Bool {
    guard text.isFrench else { return false }
    func isComma(_ position: Int) -> Bool {
      text.isComma(position)
    }
    for comma in inner.dropFirst() where isComma(comma) {
      var verb = comma + 1
      while verb < min(comma + 3, inner.upperBound),
        text.isLexeme(at: verb, .auxiliary, AuxiliaryWord.have)
      {
        verb += 1
      }
      guard verb + 1 < inner.upperBound,
        text.lexemes(at: verb).contains(where: { match in
          match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
            && (match.lexeme.means(CueFrame.say) || match.lexeme.means(CueFrame.assess))
            && match.lexeme.form == (verb > comma + 1 ? .participle : .finite)
        }), let close = (verb + 2..<min(verb + 10, inner.upperBound)).first(where: isComma)
      else { continue }
      let next = text.tokens[verb + 1]
      let opens =
        next.shape.contains(.capitalised)
        || text.lexemes(at: verb + 1).contains { $0.lexeme.category == .determiner }
      if opens, close + 2 < inner.upperBound { return true }
    }
    return false
  }

  /// « C'est faux », balaie le gouvernement: a comma and a verb of claiming follow.
  private static func isBeforeIncise(_ quotation: Quotation, _ text: AnalysedText) -> Bool {
    let comma = quotation.outer.upperBound
    guard comma + 1 < text.tokens.count, text.isComma(comma)
    else { return false }
    return (comma + 1..<min(comma + 3, text.tokens.count)).contains { position in
      text.lexemes(at: position).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
      }
    }
  }

  private static func endsWithMark(_ inner: Range<Int>, _ text: AnalysedText) -> Bool {
    inner.last.map { text.tokens[$0].kind == .mark } == true
  }

  /// Whether the sentence may hold a claim: a cue, a quotation, or an attacker with a deed.
  ///
  /// A deed of "hackers" is the article's own claim only where they are of a state or a group that was named before.
  func isWorthParsing(in text: AnalysedText, scope: ExtractionScope, knowsAttackers: Bool) -> Bool {
    if isCode(in: text) { return false }
    if !quotations.isEmpty { return true }
    var hasDeed = false
    var hasActor = false
    var hasComment = false
    var hasNegation = false
    var hasTie = false
    for match in text.lexemes(in: sentence.tokens) {
      switch match.lexeme.category {
      case .cue: if canMakeClaim(match, scope: scope, in: text) { return true }
      case .behaviour, .responsibility: hasDeed = true
      case .actor: hasActor = true
      case .judgement:
        if match.lexeme.means(JudgementWord.open) { return true }
        if match.lexeme.partOfSpeech == .verb, match.lexeme.means(JudgementWord.comment) { hasComment = true }
      case .negation: hasNegation = true
      case .affiliation: hasTie = true
      default: break
      }
    }
    if hasComment, hasNegation { return true }
    if hasActor, !knowsAttackers, !hasTie {
      hasActor = text.names(in: sentence.tokens).contains { $0.usage == .demonym }
    }
    if hasDeed, !hasActor {
      hasActor = text.names(in: sentence.tokens).contains { match in
        text.entry(match.entry).map { entry in
          switch entry.kind {
          case .group, .state, .agency: true
          case .malware: text.table.contains(entry.id.utf8, in: .gangs)
          default: false
          }
        } ?? false
      }
    }
    return hasDeed && hasActor
  }

  /// Whether the sentence is a program's text or a rule's, which claims nothing: three braces, equals signs, bars or
  /// backslashes apart.
  private func isCode(in text: AnalysedText) -> Bool {
    var signs = 0
    for position in sentence.tokens where text.tokens[position].kind == .mark {
      switch text.byte(position) {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "\\"):
        signs += 1
        if signs == 3 { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether a cue can make a claim here at all: "pour" only where it opens a sentence or what a colon leads to, wishes only in scope all.
  private func canMakeClaim(_ match: LexemeMatch, scope: ExtractionScope, in text: AnalysedText) -> Bool {
    if match.lexeme.has(.general) { return scope == .all }
    switch match.lexeme.as(CueFrame.self) {
    case .view: return text.opensClause(Int(match.first), in: sentence)
    case .assertion: return false
    default: return true
    }
  }
}

extension AnalysedText {
  /// Whether a position opens its sentence, or what stands behind a colon or semicolon.
  func opensClause(_ position: Int, in sentence: Sentence) -> Bool {
    if position <= sentence.tokens.lowerBound + 1 { return true }
    guard tokens[position - 1].kind == .mark else { return false }
    return [.colon, .semicolon].contains(Mark(document.text.bytes, tokens[position - 1]))
  }
}

/// A small set of positions held as runs.
private struct IndexRuns {
  private var runs: [Range<Int>] = []

  mutating func add(_ run: Range<Int>) { runs.append(run) }

  func contains(_ index: Int) -> Bool { runs.contains { $0.contains(index) } }
}
