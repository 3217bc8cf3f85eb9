import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Reads the claims of one document, sentence by sentence.
///
/// Sentences that hold a cue or a quotation are parsed; each cue's frame then says where speaker, accused and content
/// stand in the tree. What a quotation says is read apart from the sentence that introduces it.
struct ClaimReader: Sendable {
  let text: AnalysedText
  let scope: ExtractionScope
  let model: SyntaxModel
  var parties: PartyReader
  /// Who has the floor in each block, if the text is a transcript.
  private let turns: Turns?
  var drafts: [ClaimDraft] = []
  /// Further claims of the cue that is being read: "said that A, and that B".
  var further: [ClaimDraft] = []
  /// Papers that nobody is named for, by kind, and where they were told of.
  var anonymousPapers: [ChannelWord: (entity: Int, sentence: Int)] = [:]
  /// Speaker of the last quotation, for quotations that follow without one.
  var lastQuoteSpeaker: (party: Party, block: Int, sentence: Int)?
  /// The speaker named where a quotation ends, for its sentences before that.
  var laterTag: (block: Int, from: Int, sentence: Int, party: Party)?
  /// Who answers in a talk without labels, once known.
  var unlabelledHolder: Party?
  /// The first block of such a talk.
  let firstTurn: Int?
  /// Whether the text says "we" of its author.
  let isInFirstPerson: Bool
  /// The first sentence that says so, if any does.
  let firstOwnWords: Int?
  /// Position of the sentence being read.
  var sentenceIndex = 0

  /// A reader for a text in a language that has a parser; nil for others.
  init?(_ text: AnalysedText, scope: ExtractionScope) {
    guard let model = SyntaxModel.model(for: text.document.metadata.language) else { return nil }
    self.text = text
    self.scope = scope
    self.model = model
    parties = PartyReader(text)
    let turns = scope == .threat ? Turns(text) : nil
    self.turns = turns
    firstTurn = turns?.first
    isInFirstPerson = scope == .threat && turns?.first == nil && Self.isInFirstPerson(text)
    firstOwnWords = isInFirstPerson ? Self.firstOwnWords(in: text) : nil
  }

  /// Reads the whole text.
  mutating func read() {
    parties.introduceAuthor()
    for index in text.sentences.indices {
      sentenceIndex = index
      parties.discourse.sentence = index
      parties.nameSuspect(openingSentence: text.sentences[index].tokens)
      let aliases = readAliases(in: text.sentences[index])
      let tagged = readBackwardTag(at: index)
      let read = (tagged ?? read(text.sentences[index], without: aliases.asides)).filter { draft in
        !aliases.cues.contains { $0.overlaps(draft.cue) } && !condemnsItself(draft)
      }
      var found = continuing(read, after: index).map(withoutSelfBlame)
      for place in found.indices { giveToAccused(&found[place]) }
      for draft in found {
        for entity in draft.speaker.entities where parties.registry[entity].kind == .malware {
          parties.registry[entity].kind = .group
        }
        // "Marks & Spencer was hit by X": whom the article's own words are about.
        if draft.isArticle {
          for target in draft.targets {
            parties.discourse.push([target], isSpeaker: false, in: parties.registry)
          }
        }
        // Not those behind the attackers: "it" after "APT28, backed by Russia" is the group.
        parties.discourse.push(draft.about.entities, isSpeaker: false, in: parties.registry)
        parties.discourse.push(draft.relayedBy, isSpeaker: true, in: parties.registry)
        parties.discourse.push(
          draft.speaker.entities, isSpeaker: true, isPlural: draft.speaker.isPlural, in: parties.registry)
        if draft.act.isResponsibility || draft.act == .admit || draft.frame == .suspect,
          draft.polarity == .affirm
        {
          parties.discourse.accuse(draft.about.all)
          for entity in draft.about.entities
          where parties.registry[entity].isUnnamed && !draft.about.sponsors.isEmpty {
            parties.discourse.sponsors[entity] = draft.about.sponsors
          }
        }
        // "summoned the ambassador over the hack": a step is taken against who is held responsible.
        if draft.act == .state, !draft.about.entities.isEmpty { parties.discourse.accuse(draft.about.all) }
        if draft.act.isResponsibility || draft.act == .condemn, draft.polarity == .affirm {
          parties.discourse.blame(draft.about.all, by: draft.speaker.entities)
        }
        if let speaker = draft.speaker.entities.first, !draft.quoted,
          // "les analystes de Sekoia": their house.
          case let first = parties.registry[speaker].isUnnamed
            ? parties.registry[speaker].partOf ?? speaker : speaker,
          turns?.turn(of: text.sentences[index].block)?.isQuestion != true,
          parties.registry[first].kind.isBody
        {
          if parties.discourse.authors.isEmpty, mayBeAuthor(first, of: index) {
            parties.discourse.authors = [first]
          }
        }
      }
      drafts.append(contentsOf: found + aliases.drafts)
      mentionNames(in: text.sentences[index].tokens, pushing: found.isEmpty)
      if found.isEmpty { bringInDescribed(at: index) }
    }
    giveAuthorTheirWords()
  }

  /// Nobody but attackers blames their own side: where a reading says so, the blame is dropped and the statement stays.
  private func withoutSelfBlame(_ draft: ClaimDraft) -> ClaimDraft {
    guard draft.act.isResponsibility, draft.polarity == .affirm, draft.frame != .charge,
      draft.frame != .sanction, !draft.isArticle
    else { return draft }
    if !draft.speaker.entities.isEmpty, draft.speaker.entities == draft.about.entities {
      var draft = draft
      // "Elle reproche à la société …": a pronoun means another than who is named beside it.
      if let other = bodyBefore(draft.about.entities, for: draft.speaker) {
        draft.speaker.entities = [other]
        return draft
      }
      draft.speaker = Party(
        entities: [], tokens: draft.speaker.tokens, reason: "it would be the one who is blamed")
      return draft
    }
    let isSelf = draft.about.entities.contains { blamed in
      parties.registry[blamed].kind != .group && parties.registry[blamed].kind != .person
        && draft.speaker.entities.contains { sameSide(blamed, $0) }
    }
    guard isSelf else { return draft }
    var draft = draft
    draft.act = .state
    draft.about = Party(entities: [], reason: "the speaker's own side, which it is not read to blame")
    draft.level = .unknown
    return draft
  }

  /// The body in focus that a pronoun means if it does not mean these.
  private func bodyBefore(_ blamed: [Int], for pronoun: Party) -> Int? {
    guard let tokens = pronoun.tokens, tokens.count == 1,
      text.lexemes(at: tokens.lowerBound).contains(where: { $0.lexeme.category == .pronoun })
    else { return nil }
    return parties.discourse.latest(prefersSpeaker: true) { item in
      item.entities.count == 1 && item.entities != blamed && !item.isPlural
        && parties.registry[item.entities[0]].kind.isBody
    }?.entities.first
  }

  /// Whether the speaker would condemn or charge itself: a reading that no text means.
  private func condemnsItself(_ draft: ClaimDraft) -> Bool {
    [.condemn, .sanction, .charge].contains(draft.act) && !draft.speaker.entities.isEmpty
      && draft.speaker.entities == draft.about.entities
  }

  /// The claims of one sentence.
  private mutating func read(_ sentence: AnalysedText.Sentence, without asides: [Range<Int>]) -> [ClaimDraft]
  {
    if let turn = turns?.turn(of: sentence.block) { return readTurn(turn, sentence) }
    let labelled = readLabelled(sentence)
    if !labelled.isEmpty { return labelled }
    let parts = SentenceParts(sentence, in: text, without: asides)
    guard
      parts.isWorthParsing(in: text, scope: scope, knowsAttackers: parties.registry.namesAttackers)
        || isAuthors(sentence)
    else { return [] }
    var found: [ClaimDraft] = []
    var frame: Segment?
    if !parts.frame.isEmpty {
      let segment = Segment(parts.frame, in: text, model: model)
      frame = segment
      nameAuthor(in: segment)
      found = readCues(in: segment)
    }
    if !parts.quotations.isEmpty {
      found = readQuotations(parts, frame: frame, framed: found)
    } else if let frame {
      found = Nesting.resolved(found, in: frame, registry: parties.registry, scope: scope)
      if let own = articleClaim(in: frame, besides: found) {
        found.append(own)
      } else if found.isEmpty, let own = authorsWords(in: frame) {
        found = [own]
      }
    }
    return found
  }

  /// The claims that the cues of a segment make, in the order of the text.
  mutating func readCues(in segment: Segment) -> [ClaimDraft] {
    var found: [ClaimDraft] = []
    for node in 0..<segment.count {
      let position = segment.positions[node]
      let cues = text.lexemes(at: position).filter {
        $0.lexeme.category == .cue && (scope == .all || !$0.lexeme.has(.general)) && !isWithinName($0)
          && !isHyphenated($0) && !isTie($0) && !isBehindRefusal($0)
      }
      if cues.isEmpty {
        if let draft = readRefusedComment(at: node, in: segment) ?? readOpenQuestion(at: node, in: segment) {
          found.append(draft)
        }
        continue
      }
      for cue in cues.sorted(by: { CueReading.precedes($0, $1) }) {
        guard let frame = cue.lexeme.as(CueFrame.self) else { continue }
        let reading = CueReading(cue: cue, frame: frame, node: verbalNode(of: cue, at: node, in: segment))
        if var draft = read(reading, in: segment), !isOnlyAwaited(reading, in: segment) {
          draft.isAdverbial = segment.isAdverbial(reading.node, in: text)
          if draft.act == .decline, draft.about.entities.isEmpty,
            let doer = leftOpen(by: reading, in: segment)
          {
            draft.about = doer
            draft.level = doer.level
          }
          // "accused the GRU of it, and the minister called the conduct reckless": of whom the same sentence has just blamed.
          if draft.act == .condemn, draft.about.entities.isEmpty, let blame = found.last,
            [.accuse, .attribute, .support].contains(blame.act), blame.polarity == .affirm,
            !blame.about.entities.contains(where: { blamed in
              draft.speaker.entities.contains { sameSide(blamed, $0) }
            })
          {
            draft.about = blame.about
            draft.level = blame.level
          }
          found.append(draft)
          found += further
          further = []
          // "Amnesty says it found Pegasus, and the group accuses …": who spoke is in focus for what follows.
          if draft.speaker.entities.count == 1,
            draft.speaker.entities.allSatisfy({ parties.registry[$0].kind.isBody })
          {
            parties.discourse.push(
              draft.speaker.entities, isSpeaker: true,
              isPlural: draft.speaker.isPlural || parties.registry[draft.speaker.entities[0]].isPolice,
              in: parties.registry)
          }
          // "X blamed Y, a charge Y denied": who is blamed before in the sentence is accused.
          if draft.act.isResponsibility, draft.polarity == .affirm, draft.frame.blames,
            !draft.speaker.entities.isEmpty || draft.act == .charge
          {
            parties.discourse.accuse(draft.about.all)
            parties.discourse.push(draft.about.entities, isSpeaker: false, in: parties.registry)
          }
          break
        }
      }
    }
    return found
  }

  /// The node of a phrase's verb: "souhaité" in "pas souhaité".
  private func verbalNode(of cue: LexemeMatch, at node: Int, in segment: Segment) -> Int {
    guard cue.lexeme.partOfSpeech == .verb || cue.lexeme.partOfSpeech == .phrase,
      segment.tree.tags[node] != .verb
    else { return node }
    for place in Int(cue.first)..<Int(cue.end) {
      if let other = segment.node(at: place), segment.tree.tags[other] == .verb { return other }
    }
    return node
  }
}
