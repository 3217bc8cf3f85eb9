import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// The name that stands beside a word for attackers: "the gang, which calls itself X", "le groupe prorusse Killnet".
extension PartyReader {
  /// A group whose name stands beside the word: "the group known as HAFNIUM", "le gang Conti", "groupe APT31".
  mutating func namedGroup(beside phrase: NounPhrase, actor: LexemeMatch, in segment: Segment)
    -> Party?
  {
    if let gang = gangNamedAfterState(actor) { return gang }
    let beyond = max(
      namedEnd(after: Int(actor.end)), nameEnd(pastAdjectivesAfter: Int(actor.end), in: segment))
    let named = max(deedStart(after: Int(actor.end), phrase), beyond)
    // "un homme soupçonné d'être un rouage de LockBit" is not the gang.
    let isPerson =
      actor.lexeme.as(ActorWord.self)?.isPeople == true && !actor.lexeme.means(ActorWord.member)
      && !text.isPlural(phrase.headPosition)
    for match in text.names(in: phrase.span.lowerBound..<max(phrase.span.lowerBound, named))
    where !isPerson {
      guard let entry = text.entry(match.entry), entry.kind == .group || entry.kind == .malware,
        // "a gang using Backmydata": a tool of theirs.
        entry.kind == .group || !isVerb(after: Int(actor.end), before: Int(match.first), in: segment),
        let best = bestName(covering: Int(match.first)), best.entry == match.entry
      else { continue }
      nameGroup(entry, at: Int(match.first), behind: phrase)
      let entity = registry.insert(entry, from: text.table)
      registry.mention(entity, at: text.range(of: Int(match.first)..<Int(match.end)))
      if registry[entity].kind == .malware { registry[entity].kind = .group }
      let others = text.isPlural(phrase.headPosition) ? groups(after: match) : []
      return Party(entities: [entity] + others, tokens: phrase.span, level: .group, isActor: true)
    }
    // "hackers from UAC-0001"
    for position in phrase.span where position >= Int(actor.end) && !isPerson {
      guard let name = ClusterName.find(covering: position, in: text) else { continue }
      return Party(entities: [cluster(name)], tokens: phrase.span, level: .group, isActor: true)
    }
    guard actor.lexeme.as(ActorWord.self)?.isPeople == false else { return nil }
    let after = Int(actor.end)
    // "le Groupe Bertholon": a business.
    if actor.lexeme.has(.neutral), actor.lexeme.language == .fr, after < text.tokens.count,
      text.tokens[Int(actor.first)].shape.contains(.capitalised), ProperName.isNameWord(after, in: text),
      let sentence = text.sentence(at: after), Int(actor.first) > sentence.tokens.lowerBound,
      text.names(covering: after).isEmpty,
      let name = ProperName.find(around: after, in: text, within: after..<min(after + 4, text.tokens.count))
    {
      return organisation(name, kind: .company)
    }
    // "le groupe Meta": a business.
    if actor.lexeme.has(.neutral), after < text.tokens.count, let known = bestName(covering: after),
      Int(known.first) == after, known.usage != .demonym, let entry = text.entry(known.entry),
      entry.kind == .company || entry.kind == .organisation
    {
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: phrase.core, level: level(of: entity))
    }
    // The tree may have parted the word from the name right behind it: "the hacking group Mud Lotus".
    let reach =
      text.isPlural(phrase.headPosition)
      ? phrase.span.upperBound
      : max(phrase.span.upperBound, capitalsEnd(after: after, in: segment), beyond)
    guard after < reach, let name = groupName(after: after, within: phrase.span.lowerBound..<reach) else {
      return nil
    }
    // "a contractor, Sitel": no attackers.
    if actor.lexeme.has(.neutral), actor.lexeme.as(ActorWord.self)?.isAttackers == false {
      return organisation(name, kind: .company)
    }
    // "volés à un groupe hospitalier … Le groupe Nordcare a confirmé": the business that was told of.
    if actor.lexeme.has(.neutral), tellsOfBusiness(calledLike: Int(actor.first)) {
      return organisation(name, kind: .company)
    }
    // "le groupe Bertholon a subi une attaque": whoever suffers is no attacker.
    if actor.lexeme.has(.neutral), let verb = segment.head(phrase.head),
      text.isLexeme(at: segment.positions[verb], .judgement, JudgementWord.suffering)
    {
      return organisation(name, kind: .company)
    }
    let words = text.words(name)
    let entity = registry.insert(
      EntityRegistry.Draft(kind: .group, name: words, key: "group:" + TextFolding.fold(words)))
    registry.mention(entity, at: text.range(of: name))
    return Party(entities: [entity], tokens: phrase.span, level: .group, isActor: true)
  }

  /// The groups of a list that goes on behind a name: "the groups known as APT40 and APT31".
  private mutating func groups(after name: NameMatch) -> [Int] {
    var found: [Int] = []
    var end = Int(name.end)
    while end + 1 < text.tokens.count,
      text.isComma(end) || text.lexemes(at: end).contains(where: { $0.lexeme.category == .coordination }),
      let next = text.names(covering: end + 1).first(where: { match in
        Int(match.first) == end + 1 && text.entry(match.entry)?.kind == .group
      }), let entry = text.entry(next.entry)
    {
      let entity = registry.insert(entry, from: text.table)
      registry.mention(entity, at: text.range(of: Int(next.first)..<Int(next.end)))
      found.append(entity)
      end = Int(next.end)
    }
    return found
  }

  /// Whether a relative pronoun stands here, behind a comma.
  func opensRelative(_ position: Int) -> Bool {
    text.tokens[position - 1].kind == .mark
      && text.isLexeme(at: position, .pronoun, PronounWord.relative)
  }

  /// Where a name ends that a word such as “called” gives to what ends at `start`; `start` if there is none.
  private func namedEnd(after start: Int) -> Int {
    guard let sentence = text.sentence(at: max(0, start - 1)) else { return start }
    // "the gang, which calls itself Conti"
    let opens = start + 1 < sentence.tokens.upperBound && opensRelative(start + 1) ? start + 2 : start
    for position in opens..<max(opens, min(opens + 4, sentence.tokens.upperBound)) {
      guard text.tokens[position].kind == .word, !text.tokens[position].shape.contains(.capitalised),
        // "the group had used malware called X"
        !text.lexemes(at: position).contains(where: { match in
          match.lexeme.category == .auxiliary || match.lexeme.category == .threat
        })
      else { return start }
      if text.table.contains(text.folded(position), in: .namingWords) {
        return min(position + 3, sentence.tokens.upperBound)
      }
    }
    return start
  }

  /// Where a name ends that adjectives part from the word for a group: "le groupe prorusse Killnet", "le gang russophone
  /// X"; `start` if there is none.
  private func nameEnd(pastAdjectivesAfter start: Int, in segment: Segment) -> Int {
    var position = start
    while position < start + 3, let node = segment.node(at: position),
      isAdjective(position, node, in: segment)
    {
      position += 1
    }
    guard position > start, segment.node(at: position) != nil, ProperName.isNameWord(position, in: text)
    else { return start }
    let known = text.names(covering: position).first { Int($0.first) == position && $0.usage != .demonym }
    return known.map { Int($0.end) } ?? capitalsEnd(after: position, in: segment)
  }

  private func isAdjective(_ position: Int, _ node: Int, in segment: Segment) -> Bool {
    guard text.tokens[position].kind == .word, !text.tokens[position].shape.contains(.capitalised) else {
      return false
    }
    return segment.tree.tags[node] == .adj
      || text.lexemes(at: position).contains {
        $0.lexeme.category == .affiliation && $0.end - $0.first == 1
      }
      || text.names(covering: position).contains { $0.usage == .demonym }
  }

  /// Whether a word may stand between "the group" and its name: a mark, "called", "known as", "que l'on appelle".
  private func mayPrecedeName(_ position: Int) -> Bool {
    // "le groupe de Clermont-Ferrand", "un gang d'Europe" are from there, "les opérateurs de Trigona" are Trigona's.
    if text.isLexeme(at: position, .preposition, PrepositionWord.of) {
      return position > 0
        && text.lexemes(at: position - 1).contains {
          $0.lexeme.category == .actor && !$0.lexeme.means(ActorWord.group)
            && !$0.lexeme.means(ActorWord.gang)
        }
    }
    if text.tokens[position].kind == .mark { return true }
    if text.table.contains(text.folded(position), in: .namingWords) { return true }
    // "the gang, which calls itself X"
    if text.isLexeme(at: position, .pronoun, PronounWord.relative) { return true }
    if position + 1 < text.tokens.count, text.table.contains(text.folded(position + 1), in: .namingWords) {
      return true
    }
    if text.lexeme(.alias, covering: position) != nil { return true }
    if text.lexeme(.affiliation, covering: position) != nil
      || text.names(covering: position).contains(where: { $0.usage == .demonym })
    {
      return true
    }
    return text.lexemes(at: position).contains { match in
      switch match.lexeme.category {
      case .determiner, .pronoun, .nameParticle: true
      case .preposition: match.lexeme.means(PrepositionWord.as) || match.lexeme.means(PrepositionWord.of)
      default: false
      }
    }
  }

  /// The end of the words with capitals that stand side by side from a place on.
  private func capitalsEnd(after start: Int, in segment: Segment) -> Int {
    // In headlines capitals tell nothing.
    guard text.sentence(at: start)?.role == .body else { return start }
    var end = start
    while end < min(start + 4, text.tokens.count), segment.node(at: end) != nil,
      ProperName.isNameWord(end, in: text), text.names(covering: end).isEmpty
    {
      end += 1
    }
    return end
  }

  /// A capitalised name right after the word, also between quotation marks ("un groupe nommé « X »").
  private func groupName(after start: Int, within span: Range<Int>) -> Range<Int>? {
    var position = start
    while position < min(start + 6, span.upperBound) {
      let token = text.tokens[position]
      if token.kind == .word, ProperName.isNameWord(position, in: text) {
        // "hackers on Monday", "the group from Oakville"
        guard text.lexeme(.organ, covering: position) == nil, text.lexeme(.role, covering: position) == nil,
          text.lexeme(.time, covering: position) == nil,
          (start..<position).allSatisfy(mayPrecedeName)
        else {
          return nil
        }
        if let known = bestName(covering: position), let entry = text.entry(known.entry),
          entry.kind != .group, entry.kind != .malware
        {
          return nil
        }
        if let end = ClusterName.end(from: position, in: text) { return position..<end }
        let name = ProperName.find(around: position, in: text, within: start..<span.upperBound)
        // "a Chinese group, an APT": another word for attackers.
        let word = text.lexeme(.actor, covering: position)
        return word.map { Int($0.first)..<Int($0.end) } == name ? nil : name
      }
      position += 1
    }
    return nil
  }
}
