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
          if parties.discourse.authors.isEmpty { parties.discourse.authors = [first] }
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

  /// Reads names only, for a text that is not about threats.
  mutating func readNames() {
    for sentence in text.sentences { mentionNames(in: sentence.tokens, pushing: false) }
  }

  /// Adds every name of the sentence to the entities, and brings parties into focus where no claim did.
  private mutating func mentionNames(in tokens: Range<Int>, pushing: Bool) {
    for position in tokens where text.tokens[position].shape.contains(.hasDigit) {
      guard let name = ClusterName.find(covering: position, in: text),
        text.names(covering: name.lowerBound).allSatisfy({ Int($0.end) < name.upperBound })
      else { continue }
      _ = parties.cluster(name)
    }
    if pushing { bringInPerson(at: tokens) }
    var next = tokens.lowerBound
    for match in text.names(in: tokens) where Int(match.first) >= next {
      guard let best = parties.bestName(covering: Int(match.first)), best.entry == match.entry,
        let entry = text.entry(match.entry)
      else { continue }
      let entity = parties.registry.insert(entry, from: text.table)
      parties.registry.mention(entity, at: text.range(of: Int(match.first)..<Int(match.end)))
      if pushing, EntityKind(entry.kind).isParty || parties.isGang(entity), match.usage != .demonym,
        !parties.isPlatform(match)
      {
        // A sentence is about who stands at its start.
        let opens =
          Int(match.first) <= tokens.lowerBound + 1 && Int(match.end) < tokens.upperBound
          && text.tokens[Int(match.end)].kind == .word
        parties.discourse.push([entity], isSpeaker: opens, in: parties.registry)
      }
      next = Int(match.end)
    }
  }

  /// A person whom a sentence opens with, with what they are beside the name: "David Bowdich, the FBI's deputy director,
  /// was less cheerful." They are whom "he" means next.
  private mutating func bringInPerson(at tokens: Range<Int>) {
    var first = tokens.lowerBound
    while first < tokens.upperBound,
      text.lexemes(at: first).contains(where: {
        $0.lexeme.category == .determiner || $0.lexeme.category == .role
      })
    {
      first += 1
    }
    guard first < min(tokens.upperBound, tokens.lowerBound + 6),
      let name = parties.plainName(around: first, within: tokens), parties.looksLikePerson(name),
      name.lowerBound <= first + 1, name.upperBound < tokens.upperBound
    else { return }
    let known = parties.registry.find("person:" + TextFolding.fold(text.name(name)))
    let beside =
      (tokens.lowerBound..<name.lowerBound).contains { text.lexeme(.role, covering: $0) != nil }
      || (name.upperBound..<min(name.upperBound + 9, tokens.upperBound)).contains {
        text.lexeme(.role, covering: $0) != nil
      } && text.isComma(name.upperBound)
    // "Mykola Derkach of the Centre for Energy Security has …"
    let isOfBody =
      text.lexemes(at: name.upperBound).contains { match in
        match.lexeme.category == .preposition
          && (match.lexeme.means(PrepositionWord.of) || match.lexeme.means(PrepositionWord.in))
      }
      && (name.upperBound..<min(name.upperBound + 7, tokens.upperBound)).contains {
        text.lexeme(.organ, covering: $0) != nil
      }
    guard known != nil || beside || isOfBody else { return }
    let entity = parties.insertPerson(name, role: nil, partOf: nil, nil)
    parties.discourse.push([entity], isSpeaker: true, in: parties.registry)
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
      if found.isEmpty, let own = articleClaim(in: frame) ?? authorsWords(in: frame) { found = [own] }
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
            !draft.speaker.entities.isEmpty
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

  /// Whether a word of claiming is but part of a name or an office: "United States", "press secretary".
  func isWithinName(_ match: LexemeMatch) -> Bool {
    text.names(covering: Int(match.first)).contains { name in
      name.end - name.first > match.end - match.first && name.end >= match.end
    }
      || text.isTitleWord(Int(match.first))
      || text.lexemes(at: Int(match.first)).contains { other in
        other.lexeme.category == .role && other.end - other.first > match.end - match.first
      }
  }

  /// Whether an English verb is but part of a word: "state-backed" states nothing, and "Iran-linked" links nobody.
  private func isHyphenated(_ match: LexemeMatch) -> Bool {
    guard match.lexeme.language == .en, match.lexeme.partOfSpeech == .verb else { return false }
    func isHyphen(_ position: Int) -> Bool {
      Mark(text.document.text.bytes, text.tokens[position]) == .hyphen
        && !text.tokens[position].shape.contains(.spaceBefore)
    }
    let first = Int(match.first)
    return isHyphen(Int(match.end)) || isHyphen(first - 1) && !text.tokens[first].shape.contains(.spaceBefore)
  }

  /// "hackers backed by Russia", "des pirates soutenus par la Russie": a participle that says whose they are makes no claim.
  private func isTie(_ match: LexemeMatch) -> Bool {
    let first = Int(match.first)
    guard match.lexeme.form == .participle,
      let tie = text.lexeme(.affiliation, covering: first), Int(tie.first) == first, tie.end > match.end
    else { return false }
    return text.lexeme(.actor, covering: first - 1).map { Int($0.end) == first } == true
  }

  /// "would rather not say": the phrase right before it is the refusal.
  private func isBehindRefusal(_ match: LexemeMatch) -> Bool {
    guard match.first > 0, let refusal = text.lexeme(.cue, covering: Int(match.first) - 1) else {
      return false
    }
    return refusal.end - refusal.first > 2 && refusal.end == match.first
      && refusal.lexeme.means(CueFrame.decline)
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

/// A cue at its node.
struct CueReading: Sendable {
  let cue: LexemeMatch
  let frame: CueFrame
  let node: Int

  /// Document positions of its words.
  var tokens: Range<Int> { Int(cue.first)..<Int(cue.end) }

  /// Longer forms come first, then readings that need more to be there.
  static func precedes(_ left: LexemeMatch, _ right: LexemeMatch) -> Bool {
    if left.end != right.end { return left.end > right.end }
    return rank(left) < rank(right)
  }

  private static func rank(_ match: LexemeMatch) -> Int {
    if match.lexeme.has(.general) { return 9 }
    switch match.lexeme.as(CueFrame.self) {
    case .accuse, .attribute, .hold, .blame, .demand, .decline, .suspect, .link, .tell: return 0
    case .charge, .sanction, .deny, .clear, .condemn, .admit, .require: return 1
    case .assess, .warn, .support, .boast, .point, .identify, .qualify: return 2
    default: return 3
    }
  }
}

extension CueFrame {
  /// Whether the verb puts blame on somebody, by itself or by what is said.
  fileprivate var blames: Bool {
    switch self {
    case .accuse, .blame, .attribute, .hold, .point, .charge, .sanction, .suspect, .assess, .say, .according,
      .view:
      true
    default: false
    }
  }
}

extension Act {
  /// Whether the act says or suggests who did it.
  var isResponsibility: Bool {
    switch self {
    case .attribute, .accuse, .assess, .charge, .sanction: true
    default: false
    }
  }
}
