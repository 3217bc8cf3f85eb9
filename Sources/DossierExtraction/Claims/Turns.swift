import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who has the floor in a transcript: the label before the colon at the start of a block ("MR. BOSSERT:", "Q:").
struct Turns: Sendable {
  /// One turn.
  struct Turn: Sendable {
    /// Document positions of the words that name the speaker, without the colon and without what tells of them.
    var label: Range<Int>
    /// The label with what it tells of the speaker: "Paul Morel, head of research".
    var whole: Range<Int>
    /// Where the speech starts.
    var start: Int
    /// Whether nothing but a talk's minutes is written so.
    var isSure = false
    /// Whether it is the asker's: "Q", "Question", an outlet.
    var isQuestion: Bool
  }

  private var turns: [Int: Turn] = [:]

  /// The first block that belongs to a turn.
  var first: Int? { turns.keys.min() }

  /// The turn that a block belongs to.
  func turn(of block: Int) -> Turn? { turns[block] }

  /// Finds the turns of a text: labels at the start of blocks, at least three of them, and of two kinds or more.
  init(_ text: AnalysedText) {
    var found: [(block: Int, turn: Turn, name: String)] = []
    var blocks: [Int] = []
    for sentence in text.sentences where blocks.last != sentence.block {
      let turn = Self.turn(at: sentence.tokens.lowerBound, in: text)
      // A short question is taken for a heading.
      guard sentence.role == .body || turn?.isQuestion == true else { continue }
      blocks.append(sentence.block)
      guard let turn else { continue }
      found.append((sentence.block, turn, text.words(turn.label)))
    }
    if let answers = UnlabelledTurns.answers(found.map { ($0.block, $0.turn) }, in: text) {
      turns = answers
      return
    }
    guard
      found.count >= 3 || found.count == 2 && Self.asks(found[0], before: found[1], in: text)
        || found.count(where: \.turn.isSure) > 1,
      Set(found.map(\.name)).count >= 2,
      found.count == 2 || found.count > Set(found.map(\.name)).count
        || found.contains(where: { $0.turn.isQuestion || $0.turn.isSure }),
      // Labels of lists ("Domains:", "Note:") stand here and there in a text; those of a talk open most paragraphs.
      let first = found.first.flatMap({ blocks.firstIndex(of: $0.block) }),
      found.count * 3 >= blocks.count - first
    else {
      turns = UnlabelledTurns.turns(in: text)
      return
    }
    found = Self.joined(found, in: text)
    var current: Turn?
    var next = found.makeIterator()
    var upcoming = next.next()
    for block in blocks {
      if let start = upcoming, start.block == block {
        current = start.turn
        upcoming = next.next()
      }
      turns[block] = current
    }
  }

  /// Whether the first of two turns ends in a question.
  private static func asks(
    _ first: (block: Int, turn: Turn, name: String), before second: (block: Int, turn: Turn, name: String),
    in text: AnalysedText
  ) -> Bool {
    let end = second.turn.label.lowerBound
    return end > first.turn.start && text.byte(end - 1) == UInt8(ascii: "?")
  }

  /// Labels shortened to initials after the first ("GN" for "Ground Notes") stand for it, and where one side asks in its
  /// first turn, all its turns are questions.
  private static func joined(_ found: [(block: Int, turn: Turn, name: String)], in text: AnalysedText) -> [(
    block: Int, turn: Turn, name: String
  )] {
    var found = found
    let starts = found.map(\.turn.label.lowerBound)
    var full: [String: Int] = [:]
    for index in found.indices {
      let words = found[index].turn.label.filter { text.tokens[$0].kind == .word }
      if words.count > 1 {
        let initials = words.compactMap { text.word($0).first }.map(String.init).joined()
        full[initials] = full[initials] ?? index
      } else if let earlier = full[found[index].name], earlier < index {
        found[index].name = found[earlier].name
        found[index].turn.label = found[earlier].turn.label
      }
    }
    var firsts: [String: Int] = [:]
    for index in found.indices where firsts[found[index].name] == nil { firsts[found[index].name] = index }
    guard firsts.count == 2 else { return found }
    let askers = firsts.filter { name, index in
      let end = index + 1 < found.count ? starts[index + 1] : text.tokens.count
      return (max(starts[index], end - 3)..<end).contains { text.byte($0) == UInt8(ascii: "?") }
    }
    guard askers.count == 1, let asker = askers.first?.key else { return found }
    for index in found.indices where found[index].name == asker { found[index].turn.isQuestion = true }
    return found
  }

  /// The label that starts at a token: up to six words, capitalised or a word for question or answer, what tells of the
  /// speaker behind a comma, then a colon.
  private static func turn(at start: Int, in text: AnalysedText) -> Turn? {
    if let turn = minutes(at: start, in: text) { return turn }
    var end = start
    var hasName = false
    var comma: Int?
    while end < min(start + (comma == nil ? 7 : 16), text.tokens.count) {
      let token = text.tokens[end]
      if token.kind == .mark {
        let mark = Mark(text.document.text.bytes, token)
        if mark == .colon { break }
        switch mark {
        case .stop, .hyphen: break
        case .comma, .openingBracket: if end > start + 1 { comma = comma ?? end }
        case .closingBracket where comma != nil: break
        default: return nil
        }
      } else {
        guard token.shape.contains(.capitalised) || token.shape.contains(.allCapitals) || end > start else {
          return nil
        }
        hasName = hasName || token.kind == .word
      }
      end += 1
    }
    guard hasName, end > start, end < text.tokens.count,
      Mark(text.document.text.bytes, text.tokens[end]) == .colon,
      (start..<(comma ?? end)).allSatisfy({ isLabelWord($0, in: text) }),
      // "Jane Roe, a lawyer, said:" is no label; "QUESTION" and "Department of State" hold words that are verbs as well.
      !text.lexemes(in: start..<end).contains(where: { match in
        match.lexeme.category == .auxiliary
          || match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
            && text.tokens[Int(match.first)].shape.isDisjoint(with: [.capitalised, .allCapitals])
      })
    else { return nil }
    let word = text.words(start..<(comma ?? end))
    let isOutlet = text.names(covering: start).contains { match in
      text.entry(match.entry).map { $0.kind == .company || $0.kind == .organisation } == true
        && Int(match.end) == end
    }
    return Turn(
      label: start..<(comma ?? end), whole: start..<end, start: end + 1,
      isSure: text.lexeme(.role, covering: start)?.lexeme.means(RoleWord.honorific) == true,
      isQuestion: isQuestionLabel(word) || isOutlet)
  }

  /// The label of French minutes: "M. Vincent Morel, directeur général de l'agence. – …".
  private static func minutes(at start: Int, in text: AnalysedText) -> Turn? {
    guard let title = text.lexeme(.role, covering: start), Int(title.first) == start,
      title.lexeme.means(RoleWord.honorific)
    else { return nil }
    var end: Int?
    for position in Int(title.end)..<max(Int(title.end), min(start + 25, text.tokens.count - 2)) {
      switch text.tokens[position].kind == .mark ? Mark(text.document.text.bytes, text.tokens[position]) : nil
      {
      case .stop, .openingBracket, .comma: end = end ?? position
      case .dash:
        let before = text.tokens[position - 1]
        guard before.kind == .mark, Mark(text.document.text.bytes, before) == .stop, let end else {
          return nil
        }
        return Turn(
          label: Int(title.end)..<max(Int(title.end) + 1, end), whole: start..<position - 1,
          start: position + 1,
          isSure: true, isQuestion: false)
      default: continue
      }
    }
    return nil
  }

  private static func isQuestionLabel(_ label: String) -> Bool {
    ["q", "question"].contains(label.lowercased())
  }

  /// Labels of answers in English and French transcripts.
  static func isAnswer(_ label: String) -> Bool {
    ["a", "answer", "response", "r", "réponse", "reponse"].contains(label.lowercased())
  }

  private static func isLabelWord(_ position: Int, in text: AnalysedText) -> Bool {
    let token = text.tokens[position]
    return token.kind == .mark || token.shape.contains(.capitalised) || token.shape.contains(.allCapitals)
      || text.lexemes(at: position).contains { match in
        match.lexeme.category == .nameParticle || match.lexeme.category == .role
      }
  }
}

/// Reading what is said in a turn.
extension ClaimReader {
  /// The claims of a sentence in a turn: the speaker's own words count as speech, and who they tell of speaks too.
  mutating func readTurn(_ turn: Turns.Turn, _ sentence: AnalysedText.Sentence) -> [ClaimDraft] {
    let start = max(sentence.tokens.lowerBound, turn.start)
    guard start < sentence.tokens.upperBound else { return [] }
    let spoken = start..<sentence.tokens.upperBound
    let isQuestion = turn.isQuestion || text.byte(spoken.upperBound - 1) == UInt8(ascii: "?")
    let speaker = isQuestion ? Party(entities: []) : holder(of: turn)
    parties.firstPerson = speaker.entities.isEmpty ? nil : speaker.entities
    parties.addressee = turn.isQuestion ? lastQuoteSpeaker?.0.entities : nil
    defer {
      parties.firstPerson = nil
      parties.addressee = nil
    }
    var rest = sentence
    rest.tokens = spoken
    let parts = SentenceParts(rest, in: text)
    let segment = Segment(parts.sentence.tokens.map { $0 }, in: text, model: model)
    let relayed = Nesting.resolved(
      readCues(in: segment).filter { draft in
        !draft.speaker.entities.isEmpty && (draft.act != .state || draft.speaker.entities != speaker.entities)
      }, in: segment, registry: parties.registry, scope: scope)
    var found = relayed
    if !speaker.entities.isEmpty {
      if found.isEmpty {
        found = ownWords(in: segment, speaker: speaker)
      } else if let opening = opening(of: segment, before: found) {
        found = ownWords(in: opening, speaker: speaker) + found
      }
    }
    for index in found.indices where found[index].speaker.entities == speaker.entities {
      found[index].quoted = true
    }
    if !speaker.entities.isEmpty { lastQuoteSpeaker = (speaker, sentence.block, sentenceIndex) }
    return found
  }

  /// The main clause of a sentence that others are joined to, where all that was found stands in the others: "They were sent by
  /// APT31, and our analysis shows …".
  private func opening(of segment: Segment, before found: [ClaimDraft]) -> Segment? {
    guard let root = (0..<segment.count).first(where: { segment.head($0) == nil }),
      let joined = segment.children(root).map({ Int($0) }).first(where: {
        segment.tree.relations[$0] == .conj && $0 > root && segment.isVerbal($0)
      }),
      let start = segment.subtree(joined).min(), start > root,
      found.allSatisfy({ $0.span.lowerBound >= segment.positions[start] })
    else { return nil }
    return Segment(Array(segment.positions[..<start]), in: text, model: model)
  }

  /// What a speaker states in a sentence of their own, where it is about a deed, a culprit or a judgement of it.
  ///
  /// With `anyThreat` a mere word for an incident makes a statement worth telling.
  mutating func ownWords(in segment: Segment, speaker: Party, anyThreat: Bool = false) -> [ClaimDraft] {
    // "Russia to blame for the attack", as headlines say it, is a statement too.
    guard
      (0..<segment.count).contains(where: { node in
        segment.isVerbal(node) || isBehind(node, in: segment)
      })
    else { return [] }
    let draft = statement(in: segment, speaker: speaker)
    guard draft.act != .state || tellsOfThreat(segment, any: anyThreat) else { return [] }
    var own = draft
    own.content = runs(of: segment.positions)
    return [own]
  }

  private func tellsOfThreat(_ segment: Segment, any: Bool) -> Bool {
    segment.positions.contains { position in
      text.lexemes(at: position).contains { match in
        switch match.lexeme.category {
        case .threat: match.lexeme.means(ThreatWord.strong)
        case .behaviour: any && match.lexeme.partOfSpeech == .noun || !match.lexeme.has(.neutral)
        case .actor: !match.lexeme.has(.neutral)
        default: false
        }
      }
    }
  }

  /// The person of a label that tells more than the name: whom they speak for.
  private mutating func explained(_ turn: Turns.Turn, surname: Int) -> Party? {
    let segment = Segment(Array(turn.whole), in: text, model: model)
    guard let node = segment.node(at: surname) else { return nil }
    var top = node
    while let head = segment.head(top), isPart(top, of: head, in: segment) { top = head }
    for place in [top, node] {
      let party = parties.party(at: place, in: segment)
      if party.entities.count == 1, parties.registry[party.entities[0]].kind == .person,
        !parties.registry[party.entities[0]].isUnnamed
      {
        return Party(entities: party.entities, level: .person)
      }
    }
    return nil
  }

  /// Whether a word is part of a phrase, and no subject of it: "Jane Roe was an aide to a politician".
  private func isPart(_ node: Int, of head: Int, in segment: Segment) -> Bool {
    segment.isNominal(head) && abs(head - node) < 6
      && ![.nsubj, .nsubjPass].contains(segment.tree.relations[node])
  }

  /// The party that a label names: a person by the surname under which the text introduces them, else by the label.
  private mutating func holder(of turn: Turns.Turn) -> Party {
    if turn.label.isEmpty {
      if let known = unlabelledHolder { return known }
      let block = text.sentence(at: turn.start).map(\.block) ?? 0
      let found = interviewee(before: firstTurn ?? block)
      unlabelledHolder = found
      return found
    }
    let words = turn.label.filter { position in
      text.tokens[position].kind == .word && text.lexeme(.role, covering: position) == nil
        && text.words(position..<position + 1).count > 1
    }
    guard let last = words.last else {
      return Party(entities: parties.discourse.authors)
    }
    let surname = text.words(last..<last + 1)
    if words.count == 1, Turns.isAnswer(surname) {
      return Party(entities: parties.discourse.authors)
    }
    if let known = parties.registry.person(surname: surname) { return Party(entities: [known]) }
    if turn.whole.count > turn.label.count + 2, let told = explained(turn, surname: last) { return told }
    let key = text.tokens[last].fold
    for sentence in text.sentences {
      for position in sentence.tokens
      where text.tokens[position].fold == key && position > sentence.tokens.lowerBound
        && !turn.label.contains(position)
        && ProperName.isNameWord(position, in: text) && ProperName.isNameWord(position - 1, in: text)
      {
        let segment = Segment(Array(sentence.tokens), in: text, model: model)
        guard let node = segment.node(at: position) else { continue }
        var top = node
        while let head = segment.head(top), isPart(top, of: head, in: segment) { top = head }
        let party = parties.party(at: top, in: segment)
        if party.entities.count == 1, parties.registry[party.entities[0]].kind == .person { return party }
      }
    }
    let name = words[0]..<last + 1
    let entity = parties.insertPerson(name, role: nil, partOf: nil, nil)
    return Party(entities: [entity], level: .person)
  }
}
