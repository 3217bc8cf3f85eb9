import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Texts that speak of their author in the first person: statements of a business, blogs of vendors. "Northlane detected queries
/// against one of our databases. We have no indication that …".
extension ClaimReader {
  /// How many sentences from the start may name the author.
  private static let opening = 3

  /// Whether a sentence is to be parsed for its author's sake: it may name them, or holds their own words.
  func isAuthors(_ sentence: AnalysedText.Sentence) -> Bool {
    guard sentence.role == .body else { return false }
    guard isInFirstPerson else { return isPutOut && opensWithBody(sentence.tokens) }
    return mayNameAuthor || !parties.discourse.authors.isEmpty && Self.saysWe(sentence.tokens, in: text)
  }

  /// Whether a body that is no press has put the text out.
  private var isPutOut: Bool { parties.discourse.publisher.map { !parties.isMedia($0) } ?? false }

  /// Whether a name or a word for a body stands near the start of a sentence.
  private func opensWithBody(_ tokens: Range<Int>) -> Bool {
    tokens.prefix(8).contains { position in
      text.names(covering: position).contains { $0.usage != .demonym }
        || text.lexeme(.organ, covering: position) != nil
    }
  }

  private var mayNameAuthor: Bool { parties.discourse.authors.isEmpty && sentenceIndex < Self.opening }

  /// Takes the body that is the subject of one of the first sentences for the author, where the text says "we" and nobody else
  /// has put it out.
  mutating func nameAuthor(in segment: Segment) {
    guard isInFirstPerson, mayNameAuthor,
      let root = (0..<segment.count).first(where: { segment.head($0) == nil }), segment.isVerbal(root),
      let subject = segment.child(root, .nsubj, .nsubjPass), segment.tree.tags[subject] != .pron
    else { return }
    let party = parties.party(at: subject, in: segment)
    guard !party.entities.isEmpty else { return }
    let houses = party.entities.map { entity in
      parties.registry[entity].isUnnamed ? parties.registry[entity].partOf ?? entity : entity
    }
    // What a text opens with is often a state that something happened to: no sign that it is by the state.
    guard parties.registry.areNamedBodies(houses),
      houses.allSatisfy({ house in
        parties.registry[house].kind != .state && !parties.isMedia(house)
          && mayBeAuthor(house, of: sentenceIndex)
      })
    else { return }
    parties.discourse.authors = houses
  }

  /// What the author says in a sentence without a word of claiming: "Nos équipes ont isolé les serveurs piratés".
  mutating func authorsWords(in segment: Segment) -> ClaimDraft? {
    let authors = parties.discourse.authors
    guard isInFirstPerson || isPutOut, !authors.isEmpty, let first = segment.positions.first,
      let last = segment.positions.last,
      let root = (0..<segment.count).first(where: { segment.head($0) == nil }),
      text.byte(last) != UInt8(ascii: "?")
    else { return nil }
    let subject = segment.child(root, .nsubj, .nsubjPass)
    // "Northlane detected …", "our investigation", "nos équipes"
    let isOwn = subject.map { node in
      segment.tree.tags[node] != .pron && parties.party(at: node, in: segment).entities == authors
        || segment.span(segment.subtree(node)).map { Self.saysWe($0, in: text) } == true
    }
    guard isOwn == true || isInFirstPerson && Self.saysWe(first..<last + 1, in: text) else { return nil }
    parties.firstPerson = authors
    defer { parties.firstPerson = nil }
    guard
      var draft = ownWords(in: segment, speaker: Party(entities: authors), anyThreat: isOwn == true).first,
      draft.act != .state || isOwn == true
    else { return nil }
    draft.rule = (text.isFrench ? "fr" : "en") + ".author"
    return draft
  }

  /// Whether words outside quotations speak in the first person of several.
  private static func saysWe(_ tokens: Range<Int>, in text: AnalysedText) -> Bool {
    text.lexemes(in: tokens).contains { match in
      match.lexeme.category == .pronoun && match.lexeme.means(PronounWord.we)
        && text.names(covering: Int(match.first)).isEmpty
        && text.quotations(overlapping: Int(match.first)..<Int(match.end)).isEmpty
    }
  }

  /// Whether the first body that speaks, in this sentence, may be the author: where the text has said "we" before, no agency or state
  /// that it only now brings in.
  func mayBeAuthor(_ body: Int, of index: Int) -> Bool {
    guard let first = firstOwnWords, [.agency, .state].contains(parties.registry[body].kind) else {
      return true
    }
    return first >= index
  }

  /// The first sentence of the running text that says "we" of its author, or "our".
  static func firstOwnWords(in text: AnalysedText) -> Int? {
    text.sentences.firstIndex { $0.role == .body && saysWe($0.tokens, in: text) }
  }

  /// Whether a text says "we" of its author outside quotations: as a subject, for "nous a répondu" is said by newspapers.
  static func isInFirstPerson(_ text: AnalysedText) -> Bool {
    text.lexemes.contains { match in
      guard match.lexeme.category == .pronoun, match.lexeme.means(PronounWord.we),
        !match.lexeme.has(.possessive), text.names(covering: Int(match.first)).isEmpty,
        let sentence = text.sentence(at: Int(match.first)), sentence.role == .body,
        text.quotations(overlapping: Int(match.first)..<Int(match.end)).isEmpty
      else { return false }
      guard text.isFrench else { return match.lexeme.has(.subject) }
      return (Int(match.end)..<min(Int(match.end) + 4, sentence.tokens.upperBound)).contains {
        text.ends($0, with: "ons")
      }
    }
  }
}
