import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Direct speech: who says it, and what act it is.
extension ClaimReader {
  /// The claims of a sentence with quotations. `framed` are those that the words around them make by themselves.
  mutating func readQuotations(_ parts: SentenceParts, frame: Segment?, framed: [ClaimDraft]) -> [ClaimDraft]
  {
    var found: [ClaimDraft] = []
    let tag = frame.flatMap { speechTag(parts, in: $0) }
    var speaker: Party?
    if let tag, let frame {
      speaker = self.speaker(tag.roles, in: frame)
      // "the statement went on": whoever it is by.
      if speaker?.entities.isEmpty == true, let node = tag.roles.speaker,
        text.lexeme(.channel, covering: frame.positions[node]) != nil
      {
        speaker = source(at: node, in: frame)
      }
    }
    if let frame, speaker == nil { speaker = introduced(parts, framed, in: frame) }
    // Where every statement counts, a noun beside the quotation is who speaks though nobody knows them.
    let isNoun =
      scope == .all && speaker?.tokens != nil
      && (tag.flatMap { $0.roles.speaker }.flatMap { frame?.tree.tags[$0] != .pron } ?? false)
    let beside = speaker?.tokens
    if !isNoun, speaker?.entities.isEmpty ?? true {
      speaker = signature(parts) ?? namedAfter(parts) ?? continued(parts) ?? speaker
    }
    if let beside, scope == .all { speaker?.tokens = beside }
    let party = speaker ?? Party(entities: [], reason: "nobody is named beside the quotation")
    // Claims of the frame that stand apart from the tag: "…, said X, who denied Y".
    let others = framed.filter { draft in
      guard let tag, draft.cue.contains(frame?.positions[tag.node] ?? -1) else { return true }
      // "« … » : le conseiller a attribué l'attaque à X": a claim of its own beside what is quoted.
      return draft.frame == .attribute && !draft.about.entities.isEmpty
    }
    found +=
      frame.map { Nesting.resolved(others, in: $0, registry: parties.registry, scope: scope) } ?? others
    guard scope == .all || !party.entities.isEmpty else { return found }
    var quoted = readStatements(parts.quotations, speaker: party, tag: tag, frame: frame)
    // "issued a flat denial: 'We do not …'": words that state something are what their tag calls them.
    if let tag, let frame,
      let called = framed.first(where: { draft in
        draft.act == .deny && draft.cue.contains(frame.positions[tag.node])
          && draft.speaker.entities == party.entities
      })
    {
      for index in quoted.indices where quoted[index].act == .state {
        quoted[index].act = .deny
        quoted[index].polarity = .deny
        quoted[index].about = called.about
        quoted[index].level = called.level
        quoted[index].deniesInvolvement = called.deniesInvolvement
      }
    }
    found += quoted
    if !party.entities.isEmpty || isNoun {
      lastQuoteSpeaker = (party, parts.sentence.block, sentenceIndex)
    }
    return found.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// A cue in the words around the quotation that introduces it.
  func speechTag(_ parts: SentenceParts, in frame: Segment) -> (
    node: Int, roles: ClauseRoles, reading: CueReading
  )? {
    var best: (node: Int, roles: ClauseRoles, reading: CueReading, distance: Int)?
    for node in 0..<frame.count {
      let position = frame.positions[node]
      let cues = text.lexemes(at: position).filter {
        $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .verb && !isWithinName($0)
          && (scope == .all || !$0.lexeme.has(.general))
      }
      guard let cue = cues.min(by: { CueReading.precedes($1, $0) }),
        let meaning = cue.lexeme.as(CueFrame.self)
      else {
        continue
      }
      guard
        frame.tree.tags[node] == .verb || frame.tree.tags[node] == .aux || frame.child(node, .nsubj) != nil
          || frame.tree.relations[node] == .root
      else { continue }
      let reading = CueReading(cue: cue, frame: meaning, node: node)
      let roles = ClauseRoles(node, of: reading, in: frame, text: text)
      guard !roles.isPassive, roles.speaker != nil else { continue }
      let distance =
        parts.quotations.map { min(abs($0.lowerBound - position), abs(position - $0.upperBound)) }.min() ?? 99
      if distance < best?.distance ?? 24 { best = (node, roles, reading, distance) }
    }
    return best.map { ($0.node, $0.roles, $0.reading) } ?? incise(parts, in: frame)
      ?? (scope == .all ? plainTag(parts, in: frame) : nil)
  }

  /// Any other verb that stands with its subject right after a quotation speaks of the one who said it: "…", stormed
  /// the minister; « … », s'étrangle Nadine.
  private func incise(_ parts: SentenceParts, in frame: Segment) -> (
    node: Int, roles: ClauseRoles, reading: CueReading
  )? {
    for quotation in parts.quotations {
      guard
        let start = (0..<frame.count).first(where: { frame.positions[$0] >= quotation.upperBound }),
        frame.positions[start] <= quotation.upperBound + 2
      else { continue }
      var node = start
      while node < frame.count, node < start + 4,
        text.tokens[frame.positions[node]].kind == .mark || frame.tree.tags[node] == .pron
          || frame.tree.tags[node] == .aux
      {
        node += 1
      }
      guard node < frame.count, frame.tree.tags[node] == .verb,
        frame.tree.relations[node] == .root || frame.tree.relations[node] == .parataxis
      else { continue }
      let position = frame.positions[node]
      let reading = speaking(node, at: position)
      let roles = ClauseRoles(node, of: reading, in: frame, text: text)
      if !roles.isPassive, let speaker = roles.speaker, speaker > node, speaker < node + 8 {
        return (node, roles, reading)
      }
    }
    return nil
  }

  /// Any verb with its subject before it that a quotation touches: “…?” Mr. Roe pressed; the crowd chanted, “…”
  private func plainTag(_ parts: SentenceParts, in frame: Segment) -> (
    node: Int, roles: ClauseRoles, reading: CueReading
  )? {
    for quotation in parts.quotations {
      for node in 0..<frame.count
      where frame.tree.tags[node] == .verb && frame.child(node, .nsubj).map({ $0 < node }) ?? false {
        let position = frame.positions[node]
        let start = frame.subtree(node).first.map { frame.positions[$0] } ?? position
        let touches =
          quotation.lowerBound > position && quotation.lowerBound - position <= 3
          || start >= quotation.upperBound && start - quotation.upperBound <= 2
            && (node + 1 >= frame.count || text.tokens[frame.positions[node + 1]].kind == .mark)
        guard touches else { continue }
        let reading = speaking(node, at: position)
        let roles = ClauseRoles(node, of: reading, in: frame, text: text)
        if !roles.isPassive, roles.speaker != nil { return (node, roles, reading) }
      }
    }
    return nil
  }

  /// A verb read as one of saying.
  private func speaking(_ node: Int, at position: Int) -> CueReading {
    let lexeme = Lexeme(
      category: .cue, value: 0, language: text.isFrench ? .fr : .en,
      partOfSpeech: .verb, form: .plain, flags: 0)
    return CueReading(
      cue: LexemeMatch(first: UInt32(position), end: UInt32(position + 1), lexeme: lexeme), frame: .say,
      node: node)
  }

  /// A speaker that the frame names without a cue: "Answer from X: “…”", "She was less sure: “…”".
  private mutating func introduced(_ parts: SentenceParts, _ framed: [ClaimDraft], in frame: Segment)
    -> Party?
  {
    if let draft = framed.last, !draft.speaker.entities.isEmpty { return draft.speaker }
    for node in 0..<frame.count {
      let cues = text.lexemes(at: frame.positions[node]).filter {
        $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .preposition
      }
      if let cue = cues.first, let nominal = nominal(after: Int(cue.end), in: frame) {
        let party = source(at: nominal, in: frame)
        if !party.entities.isEmpty { return party }
      }
    }
    guard let root = (0..<frame.count).first(where: { frame.head($0) == nil }) else { return nil }
    if let subject = frame.child(root, .nsubj) {
      let party = parties.party(at: subject, in: frame)
      if party.entities.contains(where: { parties.registry[$0].kind.isParty }) { return party }
    }
    for node in 0..<frame.count
    where frame.tree.relations[node] == .nmod || frame.tree.relations[node] == .root {
      guard frame.isNominal(node) else { continue }
      let party = parties.party(at: node, in: frame)
      if party.entities.contains(where: { parties.registry[$0].kind == .person }) { return party }
    }
    return nil
  }

  /// The speaker of a quotation that stands alone: the last one who was quoted, or who spoke right before it.
  private mutating func continued(_ parts: SentenceParts) -> Party? {
    if let announced = announcedBefore(parts) { return announced }
    if let introduced = introducedBefore(parts) { return introduced }
    // Who spoke after the last quotation goes on speaking.
    if let last = lastQuoteSpeaker, let previous = drafts.last, !previous.speaker.entities.isEmpty,
      !previous.quoted || scope == .all, sentenceIndex > 0,
      previous.span.lowerBound >= text.sentences[sentenceIndex - 1].tokens.lowerBound,
      last.sentence < sentenceIndex - 1
    {
      return Party(entities: previous.speaker.entities, tokens: previous.speaker.tokens)
    }
    if let last = lastQuoteSpeaker, parts.sentence.block - last.block <= 2, sentenceIndex - last.sentence <= 3
    {
      return Party(entities: last.party.entities, tokens: last.party.tokens)
    }
    guard let previous = drafts.last, !previous.speaker.entities.isEmpty else { return nil }
    let distance = text.sentences[sentenceIndex].tokens.lowerBound - previous.span.upperBound
    return distance < 60 ? Party(entities: previous.speaker.entities, tokens: previous.speaker.tokens) : nil
  }

  /// The person whom the paragraph before brings in for a quotation that opens its own: "We asked Joan Reed, who teaches
  /// law." with nobody speaking after.
  private mutating func introducedBefore(_ parts: SentenceParts) -> Party? {
    let start = parts.sentence.tokens.lowerBound
    guard sentenceIndex > 0, parts.quotations.first?.lowerBound ?? .max <= start + 1,
      parts.frame.isEmpty || parts.frame.allSatisfy({ text.tokens[$0].kind == .mark })
    else { return nil }
    let before = text.sentences[sentenceIndex - 1]
    guard before.block != parts.sentence.block, before.role == .body else { return nil }
    var first = before.tokens.lowerBound
    for sentence in text.sentences[..<sentenceIndex].reversed().prefix(4) where sentence.block == before.block
    {
      first = sentence.tokens.lowerBound
    }
    first = max(first, drafts.last?.span.upperBound ?? 0)
    if let last = lastQuoteSpeaker, sentenceIndex - last.sentence <= 1 { return nil }
    guard first < before.tokens.upperBound else { return nil }
    for position in (first..<before.tokens.upperBound).reversed() {
      guard text.tokens[position].kind == .word,
        let name = parties.plainName(around: position, within: first..<before.tokens.upperBound),
        parties.looksLikePerson(name), text.names(covering: name.lowerBound).isEmpty
      else { continue }
      return Party(
        entities: [parties.insertPerson(name, role: nil, partOf: nil, nil)], tokens: name, level: .person)
    }
    return nil
  }

  /// Reads what is quoted, one claim for each act; neighbouring statements of fact are one.
  private mutating func readStatements(
    _ quotations: [Range<Int>], speaker: Party, tag: (node: Int, roles: ClauseRoles, reading: CueReading)?,
    frame: Segment?
  ) -> [ClaimDraft] {
    var found: [ClaimDraft] = []
    parties.firstPerson = speaker.entities.isEmpty ? nil : speaker.entities
    defer { parties.firstPerson = nil }
    let warns =
      tag.flatMap { tag in
        frame.map { text.isLexeme(at: $0.positions[tag.node], .cue, CueFrame.warn) }
      } ?? false
    for quotation in quotations {
      let positions = quotation.filter { !isQuotationMark($0) }
      guard positions.contains(where: { text.tokens[$0].kind == .word }) else { continue }
      let segment = Segment(positions, in: text, model: model)
      var inside = performatives(in: segment, speaker: speaker)
      if inside.isEmpty { inside = relayed(in: segment, by: speaker) }
      if inside.isEmpty { inside = statements(in: segment, speaker: speaker, warns: warns) }
      if scope == .all, inside.count > 1 { inside = merged(inside) }
      for index in inside.indices {
        inside[index].quoted = true
        inside[index].isDirect = true
        if inside[index].content.isEmpty { inside[index].content = [quotation] }
        if inside.count == 1 { inside[index].content = [outer(quotation)] }
        inside[index].include(quotation)
      }
      found += inside
    }
    if let tag, let frame, !found.isEmpty {
      let words = frame.positions[tag.node]..<frame.positions[tag.node] + 1
      for index in found.indices {
        found[index].cue = words
        found[index].isTagged = true
      }
      found[0].include(words)
      found[0].include(
        speaker.tokens.flatMap { $0.overlaps(text.sentences[sentenceIndex].tokens) ? $0 : nil })
    }
    // The words that name the speaker, also where they stand in another sentence: no part of the claim's own span.
    for index in found.indices { found[index].speaker.tokens = speaker.tokens }
    return merged(found)
  }

  private func isQuotationMark(_ position: Int) -> Bool {
    guard text.tokens[position].kind == .mark else { return false }
    switch Mark(text.document.text.bytes, text.tokens[position]) {
    case .openingQuote, .closingQuote, .straightQuote, .openingSingle, .closingSingle, .straightSingle:
      return true
    default: return false
    }
  }

  /// The quotation with its marks, where they stand beside it.
  private func outer(_ inner: Range<Int>) -> Range<Int> {
    var low = inner.lowerBound
    var high = inner.upperBound
    if low > 0, isQuotationMark(low - 1) { low -= 1 }
    if high < text.tokens.count, isQuotationMark(high) { high += 1 }
    return low..<high
  }

  /// Claims that the quoted words make by a verb in the first person: "We condemn …", "Nous exhortons …".
  private mutating func performatives(in segment: Segment, speaker: Party) -> [ClaimDraft] {
    guard !speaker.entities.isEmpty else { return [] }
    return readCues(in: segment).filter { draft in
      guard draft.act != .state, draft.frame != .say, draft.frame != .intend, draft.frame != .tell else {
        return false
      }
      // "The EU strongly condemns", said its foreign policy chief.
      if draft.act.isOfAuthority, draft.speaker.entities != speaker.entities {
        // "« La République tchèque condamne », a dit le ministre": whose state is not known yet.
        if let state = draft.speaker.entities.first, parties.registry[state].kind == .state,
          speaker.entities.allSatisfy({
            parties.registry[$0].kind == .person && parties.registry.state(of: $0) == nil
          })
        {
          return true
        }
        return isOwnSide(Party(entities: Array(draft.speaker.entities.prefix(1))), of: speaker)
      }
      guard draft.speaker.entities == speaker.entities, let words = draft.speaker.tokens?.first else {
        return false
      }
      return text.lexemes(at: words).contains { match in
        match.lexeme.category == .pronoun
          && (match.lexeme.means(PronounWord.we) || match.lexeme.means(PronounWord.i))
      }
    }
  }

  /// What the quoted words state, as a whole.
  mutating func statement(in segment: Segment, speaker: Party, warns: Bool = false) -> ClaimDraft {
    let nodes = Array(0..<segment.count)
    let root = nodes.first { segment.head($0) == nil }
    let proposition = proposition(nodes, main: root, in: segment)
    let first = segment.positions[0]
    var draft = ClaimDraft(
      act: warns ? .warn : .state, speaker: speaker, cue: first..<first,
      span: first..<segment.positions[segment.count - 1] + 1, frame: .say,
      rule: (text.isFrench ? "fr" : "en") + ".quotation")
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    if draft.act == .state, goesOnDenying(speaker) { deny(&draft, proposition) }
    let words = nodes.filter { text.tokens[segment.positions[$0]].kind != .mark }
    if draft.act == .state, let pronoun = bareYes(words, in: segment), stands(pronoun, for: speaker) {
      draft.act = .admit
      draft.about = doers(owningUpAs: speaker)
      draft.level = draft.about.level
    }
    if draft.act == .state, isAccused(speaker), isImperative(segment) { demand(&draft) }
    // Whatever is wished for, nobody is said to do it.
    if let wanted = wished(segment) {
      draft.act = .demand
      draft.polarity = .affirm
      draft.about = wanted
      draft.level = wanted.level
    }
    if warns, [.state, .attribute, .assess].contains(draft.act) { draft.act = .warn }
    return draft
  }

  /// Whether a state's side denied in the sentence before, so that its bare words go on with that: "Russia denied it. 'Let them
  /// look elsewhere,' wrote its spokeswoman."
  private func goesOnDenying(_ speaker: Party) -> Bool {
    guard scope == .threat, let last = drafts.last, last.act == .deny, !last.quoted, sentenceIndex > 0,
      text.sentences[sentenceIndex - 1].tokens.overlaps(last.span),
      let first = speaker.entities.first, let state = parties.registry.state(of: first)
    else { return false }
    return last.speaker.entities != speaker.entities
      && last.speaker.entities.contains { parties.registry.state(of: $0) == state }
  }
}

extension Act {
  /// Whether a body does it by the words of whoever speaks for it.
  fileprivate var isOfAuthority: Bool {
    switch self {
    case .condemn, .demand, .support, .sanction: true
    default: false
    }
  }
}
