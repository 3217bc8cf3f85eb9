import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who is said to stand behind an attacker: "backed by the Chinese state", "lié à la Chine", "Russian hackers".
extension PartyReader {
  /// Adds who stands behind an attacker, from the words around it: "backed by the Chinese state", "lié à la Chine",
  /// "Russian hackers", "based in North Korea".
  mutating func addSponsor(to party: inout Party, _ phrase: NounPhrase, in segment: Segment) {
    // "a man in connection with the hack of the company": what a deed was done to ties nobody.
    let end = phrase.actor.map { deedStart(after: Int($0.end), phrase) } ?? phrase.span.upperBound
    for match in text.lexemes(in: phrase.span)
    where match.lexeme.category == .affiliation && Int(match.first) < max(end, phrase.headPosition) {
      addSponsor(to: &party, tie: match, within: phrase.span, in: segment)
    }
    if party.sponsors.isEmpty, phrase.actor != nil, let tie = tie(behind: phrase, in: segment) {
      addSponsor(
        to: &party, tie: tie, within: Int(tie.first)..<endOfPhrase(behind: tie, in: segment), in: segment)
    }
    guard party.sponsors.isEmpty, let actor = phrase.actor else { return }
    // "a member of the GRU", "une unité de l'armée russe"
    if actor.lexeme.means(ActorWord.member) || actor.lexeme.means(ActorWord.unit),
      let body = segment.complement(of: phrase.head, behind: [.of], in: text),
      let span = segment.span(segment.subtree(body)),
      // "members of X for attacks on Ukraine": whoever was attacked backs nobody.
      let sponsor = sponsor(
        in: span.clamped(
          to: span.lowerBound..<max(span.lowerBound, deedStart(after: Int(actor.end), phrase))),
        segment: segment)
    {
      party.sponsors.append(sponsor)
      party.level = registry[sponsor].kind == .agency ? .agency : .stateBacked
      return
    }
    for position in withoutDeed(phrase, in: segment) where position != phrase.headPosition {
      guard let match = bestName(covering: position), Int(match.first) == position,
        let entry = text.entry(match.entry), entry.kind == .state || entry.kind == .agency,
        match.usage == .demonym
          ? !isMereOrigin(match, of: actor)
          // "the Cuba ransomware gang" is named so.
          : Int(match.end) != Int(actor.first) || !actor.lexeme.means(ActorWord.ransomwareGang)
      else { continue }
      // "un étudiant de Moscou": of the town.
      if match.usage == .metonym, actor.lexeme.as(ActorWord.self)?.isPeople == true,
        !actor.lexeme.means(ActorWord.agent), !actor.lexeme.means(ActorWord.officer)
      {
        continue
      }
      if let node = segment.node(at: position), let preposition = segment.preposition(of: node, in: text),
        preposition == .in || preposition == .against || preposition == .to
      {
        continue
      }
      let sponsor = registry.insert(entry, from: text.table)
      registry.mention(sponsor, at: text.range(of: Int(match.first)..<Int(match.end)))
      party.sponsors.append(sponsor)
      party.level = entry.kind == .agency ? .stateBacked : party.level
      return
    }
  }

  /// The words of a tie right behind attackers, wherever the tree hangs them: "men allegedly working for", "hackers thought to be
  /// backed by", "des hommes soupçonnés de travailler pour".
  private func tie(behind phrase: NounPhrase, in segment: Segment) -> LexemeMatch? {
    for position in phrase.headPosition + 1..<phrase.headPosition + 6 {
      guard let node = segment.node(at: position) else { return nil }
      let lexemes = text.lexemes(at: position)
      if let tie = lexemes.first(where: { $0.lexeme.category == .affiliation && $0.end - $0.first > 1 }) {
        return tie
      }
      switch segment.tree.tags[node] {
      case .adv, .part, .adp, .sconj: continue
      // "thought to be backed by", but not "were backed by"
      case .aux where node > 0 && segment.tree.tags[node - 1] == .part: continue
      case .verb:
        let isThought = lexemes.contains { match in
          match.lexeme.category == .cue && match.lexeme.form == .participle
            && (match.lexeme.means(CueFrame.assess) || match.lexeme.means(CueFrame.suspect))
        }
        guard isThought else { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// Where the name or noun behind a tie ends.
  private func endOfPhrase(behind tie: LexemeMatch, in segment: Segment) -> Int {
    var end = Int(tie.end)
    while let node = segment.node(at: end) {
      switch segment.tree.tags[node] {
      case .det, .adj, .noun, .propn, .num, .part: end += 1
      case .adp where text.isLexeme(at: end, .preposition, PrepositionWord.of): end += 1
      default: return end
      }
    }
    return end
  }

  /// Whether an adjective only tells where somebody is from ("two Iranian nationals"), what they speak ("a Russian-speaking
  /// gang") or whom they take sides with ("pro-Russian hackers"): their state has no part in it.
  private func isMereOrigin(_ match: NameMatch, of actor: LexemeMatch) -> Bool {
    switch actor.lexeme.as(ActorWord.self) {
    case .national, .individual, .suspect, .employee, .criminal, .gang, .ransomwareGang: return true
    default: break
    }
    func isHyphen(_ position: Int) -> Bool {
      text.tokens.indices.contains(position) && text.tokens[position].kind == .mark
        && Mark(text.document.text.bytes, text.tokens[position]) == .hyphen
    }
    let end = Int(match.end)
    if isHyphen(Int(match.first) - 1) { return true }
    return isHyphen(end) && text.lexeme(.affiliation, covering: end + 1) == nil
      && !text.lexemes(at: end).contains { $0.lexeme.category == .affiliation }
  }

  /// Adds the sponsor that a word of affiliation ties to.
  mutating func addSponsor(
    to party: inout Party, tie: LexemeMatch, within span: Range<Int>, in segment: Segment
  ) {
    // "linked to Iran by the United States": behind "by" stands who says so.
    let reach = Int(tie.end)..<max(Int(tie.end), min(span.upperBound, Int(tie.end) + 10))
    let after =
      Int(
        tie.end)..<(reach.first { text.isLexeme(at: $0, .preposition, PrepositionWord.by) }
      ?? reach.upperBound)
    let before = max(span.lowerBound, Int(tie.first) - 3)..<Int(tie.first)
    // "backed by X" has its sponsor behind it, "X-backed" and "X state-sponsored" before.
    let opens = segment.node(at: Int(tie.end) - 1).map {
      segment.tree.tags[$0] == .adp || segment.tree.tags[$0] == .part
    }
    let sponsor =
      opens == false && tie.lexeme.language == .en
      ? sponsor(in: before, segment: segment) ?? sponsor(in: after, segment: segment)
      : sponsor(in: after, segment: segment) ?? sponsor(in: before, segment: segment)
    // "CyberCaliphate was a front for APT28": the one and the other.
    if sponsor == nil, tie.lexeme.means(AffiliationWord.affiliated),
      let group = group(behind: tie, within: after),
      !party.entities.isEmpty, !party.entities.contains(group)
    {
      party.entities.append(group)
      return
    }
    guard let sponsor, !party.entities.contains(sponsor) else {
      if tie.lexeme.means(AffiliationWord.backed) { party.level = .stateBacked }
      return
    }
    if !party.sponsors.contains(sponsor) { party.sponsors.append(sponsor) }
    switch tie.lexeme.as(AffiliationWord.self) {
    case .backed: party.level = .stateBacked
    case .affiliated: party.level = registry[sponsor].kind == .agency ? .agency : .stateBacked
    case .linked: party.level = party.level == .unknown ? .group : party.level
    case .territory: party.level = .fromTerritory
    case nil: break
    }
  }

  /// The group of a catalogue whose name stands right behind a tie, at most behind an article and a word for a group.
  private mutating func group(behind tie: LexemeMatch, within tokens: Range<Int>) -> Int? {
    for position in tokens.prefix(3) {
      guard let best = bestName(covering: position), Int(best.first) == position,
        let entry = text.entry(best.entry), entry.kind == .group
      else { continue }
      let entity = registry.insert(entry, from: text.table)
      registry.mention(entity, at: text.range(of: Int(best.first)..<Int(best.end)))
      return entity
    }
    return nil
  }

  /// The state or organ that words name, read as an institution ("the Chinese government") or by name.
  private mutating func sponsor(in tokens: Range<Int>, segment: Segment) -> Int? {
    guard !tokens.isEmpty else { return nil }
    for match in text.lexemes(in: tokens) where match.lexeme.category == .organ {
      guard let node = segment.head(ofPhrase: Int(match.first)..<Int(match.end)),
        let word = match.lexeme.as(OrganWord.self), word.isOrgan || word.standsForState
      else { continue }
      let found = institution(match, NounPhrase(head: node, in: segment, text: text), in: segment)
      if let entity = found.entities.first { return entity }
    }
    for match in text.names(in: tokens) {
      guard let best = bestName(covering: Int(match.first)), best.entry == match.entry,
        let entry = text.entry(match.entry), entry.kind == .state || entry.kind == .agency
      else { continue }
      // "a front for Russia's GRU": the body and not the state whose it is.
      if entry.kind == .state, owns(anAgencyBehind: match, within: tokens) { continue }
      let entity = registry.insert(entry, from: text.table)
      registry.mention(entity, at: text.range(of: Int(match.first)..<Int(match.end)))
      return entity
    }
    return nil
  }

  private func owns(anAgencyBehind state: NameMatch, within tokens: Range<Int>) -> Bool {
    let next = Int(state.end)
    guard next + 1 < tokens.upperBound, text.isEnglish, text.ends(next, with: "s"),
      text.tokens[next].range.count == 2
    else { return false }
    return text.names(covering: next + 1).contains { name in
      text.entry(name.entry).map { $0.kind == .agency } == true
    }
  }
}
