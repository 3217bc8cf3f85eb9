import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whether words tell of a deed as of a fact: "whether", "could", "neither … nor", "the idea that … is absurd" and "wanted us
/// to believe that" do not.
extension ClaimReader {
  /// How what is told of a doer is meant.
  enum Factuality {
    /// It is said to be so.
    case asserted
    /// It is said not to be so, or that nothing shows it.
    case denied
    /// It is asked or supposed.
    case asked
    /// It is wished for, feigned, said by others, or only what somebody might do.
    case open
    /// It is what the doer will do.
    case planned
    /// It may be so.
    case possible
  }

  /// The factuality of what a predicate says of its doer, by the words on it and above it up to the top of the content.
  mutating func factuality(of predicate: Int, doer: Party, in segment: Segment) -> Factuality {
    if isSupposed(predicate, in: segment) || endsAsQuestion(predicate, in: segment)
      || dependsOnSupposition(predicate, in: segment)
    {
      return .asked
    }
    switch withholding(above: predicate, in: segment) {
    case .open: return .open
    case .unproven: return .denied
    case nil: break
    }
    if isThoughtOf(predicate, in: segment) { return .open }
    var isPossible = false
    var isPlanned = false
    var isDenied =
      segment.isNegated(predicate, in: text) || hasNoSubject(predicate, in: segment)
      || lacksEvidence(above: predicate, in: segment) || isNeither(doer, in: segment)
      || isNotOne(predicate, in: segment)
    switch view(at: predicate, isAbove: false, in: segment) {
    case .denied: isDenied = !isDenied
    case .open: return .open
    default: break
    }
    var node = predicate
    for _ in 0..<6 {
      guard let above = segment.head(node) else { break }
      // "has never heard of it and took no part": what stands beside a clause does not hold it.
      if segment.tree.relations[node] == .conj || segment.tree.relations[node] == .parataxis {
        node = above
        continue
      }
      switch view(at: above, isAbove: true, in: segment) {
      case .denied: isDenied = true
      // "prevented an attempt by X to penetrate": the attempt was made.
      case .open where segment.isNominal(node) && segment.tree.relations[node] == .obj: break
      case .open: return .open
      case .possible: isPossible = true
      default: break
      }
      if [.xcomp, .acl].contains(segment.tree.relations[node]), !isDenied {
        switch prospect(above, in: segment) {
        case .open: return .open
        case .possible: isPossible = true
        case .planned: isPlanned = true
        default: break
        }
      }
      if isSupposed(above, in: segment) { return .asked }
      if isAnswered(node, above, in: segment) { return .open }
      if isForeign(above, unlike: doer, in: segment) { return isDenied ? .denied : .open }
      node = above
    }
    if isDenied { return .denied }
    if isPossible { return .possible }
    return isPlanned ? .planned : modality(of: predicate, in: segment)
  }

  /// "responded to the allegation that hackers breached it", "a réagi aux accusations selon lesquelles": what somebody answers is said by
  /// others.
  private func isAnswered(_ clause: Int, _ noun: Int, in segment: Segment) -> Bool {
    guard segment.isNominal(noun), [.acl, .ccomp, .aclRelcl].contains(segment.tree.relations[clause]),
      text.isLexeme(at: segment.positions[noun], .judgement, JudgementWord.accusation),
      let verb = segment.head(noun), segment.isVerbal(verb),
      segment.preposition(of: noun, in: text).map({ [.to, .on, .about].contains($0) }) == true
    else { return false }
    return text.lexemes(at: segment.positions[verb]).contains { match in
      match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.comment)
        || match.lexeme.category == .cue && match.lexeme.has(.quote)
        || match.lexeme.category == .cue && match.lexeme.has(.weak) && match.lexeme.means(CueFrame.say)
    }
  }

  /// "ce n'est pas l'Iran qui a piraté", "it was not Iran that hacked": who is said not to be the one.
  private func isNotOne(_ predicate: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[predicate] == .aclRelcl, let noun = segment.head(predicate),
      segment.child(noun, .cop) != nil, let subject = segment.child(predicate, .nsubj, .nsubjPass),
      text.isLexeme(at: segment.positions[subject], .pronoun, PronounWord.relative)
    else { return false }
    return segment.isNegated(noun, in: text)
  }

  /// What a word does to the clause below it, or that it is part of.
  private func view(at node: Int, isAbove: Bool, in segment: Segment) -> Factuality {
    let isNegated = segment.isNegated(node, in: text) || isUnable(node, in: segment)
    switch text.lexeme(.judgement, covering: segment.positions[node])?.lexeme.as(JudgementWord.self) {
    case .doubt: return isNegated ? .asserted : .denied
    case .exclusion: return isNegated ? .possible : .denied
    case .baseless where isAbove && !saysOfThing(node, in: segment): return isNegated ? .asserted : .denied
    case .pretence, .ability: return .open
    default:
      // "is believed to work for", "est soupçonné d'avoir": somebody thinks so; "believed by the FBI to work for": they say it.
      if isAbove, !isNegated, isBelieved(node, in: segment) { return .possible }
      if isAbove, segment.tree.relations[node] == .acl, isAttitude(node, in: segment),
        segment.child(node, .oblAgent) != nil
      {
        return .open
      }
      guard isAbove, isNegated else { return .asserted }
      // "does not have enough data to conclude that"
      if isOfEnough(node, in: segment) { return .denied }
      // "had not proved that"
      if text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.finding) { return .denied }
      // "is not convinced that", "does not think that"; "I am not saying that"
      return isAttitude(node, in: segment) ? .denied : isSaying(node, in: segment) ? .open : .asserted
    }
  }

  /// "some experts thought that", "newspapers wrote that": what others say, whom the speaker does not speak for.
  private mutating func isForeign(_ verb: Int, unlike doer: Party, in segment: Segment) -> Bool {
    guard let reporting = parties.reporting, segment.tree.tags[verb] == .verb,
      text.lexemes(at: segment.positions[verb]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          && (match.lexeme.means(CueFrame.say) || match.lexeme.means(CueFrame.assess)
            || match.lexeme.means(CueFrame.suspect))
      }), let subject = segment.child(verb, .nsubj), segment.isNominal(subject),
      segment.tree.tags[subject] != .pron
    else { return false }
    let party = parties.party(at: subject, in: segment)
    // "the unit had planned to sabotage it": the doer's own plan.
    guard !party.entities.isEmpty, party.entities != doer.entities,
      !party.entities.contains(where: { entity in reporting.contains { sameSide(entity, $0) } })
    else { return false }
    return party.entities.allSatisfy { entity in
      let holder = parties.registry[entity]
      guard holder.isUnnamed else { return true }
      switch holder.office {
      case .expert, .analyst, .journalist, .lawmaker, .consultant: return true
      default: return false
      }
    }
  }

  /// "is believed to", "est soupçonné de": what is thought by whoever is not told.
  func isBelieved(_ verb: Int, in segment: Segment) -> Bool {
    isAttitude(verb, in: segment)
      && (segment.isPassive(verb)
        || segment.tree.relations[verb] == .acl && segment.child(verb, .nsubj, .aux, .mark) == nil
          && text.lexemes(at: segment.positions[verb]).contains { $0.lexeme.form == .participle })
      && segment.child(verb, .oblAgent) == nil && !segment.isNegated(verb, in: text)
  }

  /// Whether a predicate is one of thinking or finding, whose negation takes back what it is followed by.
  private func isAttitude(_ node: Int, in segment: Segment) -> Bool {
    [
      text.lexeme(.cue, covering: segment.positions[node]),
      text.lexeme(.likelihood, covering: segment.positions[node]),
    ]
    .compactMap { $0?.lexeme }.contains { lexeme in
      lexeme.category == .cue
        ? lexeme.means(CueFrame.assess) || lexeme.means(CueFrame.suspect)
        : lexeme.means(LikelihoodWord.certain)
    }
  }

  /// Whether a verb's object is something that there may not be enough of: "does not have sufficient data".
  private func isOfEnough(_ verb: Int, in segment: Segment) -> Bool {
    (verb + 1..<max(verb + 1, min(verb + 5, segment.count))).contains { node in
      text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.sufficiency)
    }
  }

  private func isSaying(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
        && (match.lexeme.means(CueFrame.say) || match.lexeme.means(CueFrame.tell))
        // "has not established that" misses proof.
        && !text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.finding)
    }
  }

  /// "could attack", "will strike again", "would have attacked".
  private func modality(of predicate: Int, in segment: Segment) -> Factuality {
    guard segment.isVerbal(predicate) || segment.child(predicate, .cop) != nil else { return .asserted }
    // "attaquera"
    if text.lexemes(at: segment.positions[predicate]).contains(where: { $0.lexeme.form == .future }) {
      return .planned
    }
    // "has the means to attack", where the whole is what is said of somebody.
    if segment.child(predicate, .obj) != nil || segment.child(predicate, .xcomp) != nil,
      let prospect = prospect(predicate, in: segment)
    {
      return prospect
    }
    for child in segment.children(predicate).map(Int.init) where child < predicate {
      for match in text.lexemes(at: segment.positions[child]) where match.lexeme.category == .modal {
        switch match.lexeme.as(ModalWord.self) {
        // "would have attacked": it did not.
        case .will where match.lexeme.language == .en && segment.tree.tags[child] == .aux:
          return segment.child(predicate, .aux, .auxPass).map { _ in isPerfect(predicate, in: segment) }
            == true
            ? .open : .planned
        case .can where match.lexeme.language == .en: return .possible
        default: continue
        }
      }
    }
    return .asserted
  }

  private func isPerfect(_ verb: Int, in segment: Segment) -> Bool {
    segment.children(verb).contains { child in
      Int(child) < verb && text.isLexeme(at: segment.positions[Int(child)], .auxiliary, AuxiliaryWord.have)
    }
  }

  /// "neither Russia nor China", "ni Moscou ni Pékin", right before the doer or among its words.
  private func isNeither(_ doer: Party, in segment: Segment) -> Bool {
    guard let tokens = doer.tokens else { return false }
    return (max(0, tokens.lowerBound - 2)..<tokens.lowerBound + 1).contains { position in
      segment.node(at: position) != nil
        && text.lexemes(at: position).contains { match in
          match.lexeme.category == .negation
            && (match.lexeme.means(NegationWord.nor)
              || match.lexeme.means(NegationWord.not) && match.lexeme.language == .en)
        }
    }
  }

  /// "Was Russia behind the attack?": a question, inside quotation marks too.
  private func endsAsQuestion(_ predicate: Int, in segment: Segment) -> Bool {
    let bytes = text.document.text.bytes
    for position in segment.positions[predicate]..<min(segment.positions[predicate] + 40, text.tokens.count)
    where text.tokens[position].kind == .mark {
      if text.byte(position) == UInt8(ascii: "?") { return true }
      switch Mark(bytes, text.tokens[position]) {
      case .stop, .semicolon, .colon: return false
      default: if text.tokens[position].shape.contains(.lineBefore) { return false }
      }
    }
    return false
  }

  /// "whether Russia was behind it", "if China hacked the port": nobody has said so.
  private func isSupposed(_ predicate: Int, in segment: Segment) -> Bool {
    // "ce n'est pas un hasard si la Russie a piraté le ministère": she has.
    if segment.tree.relations[predicate] == .advcl, let above = segment.head(predicate), above < predicate,
      segment.isNominal(above), segment.child(above, .cop) != nil, segment.isNegated(above, in: text)
    {
      return false
    }
    if segment.children(predicate).contains(where: {
      Int($0) < predicate && isCondition(Int($0), in: segment)
    }) {
      return true
    }
    guard let subject = segment.child(predicate, .nsubj, .nsubjPass),
      let first = segment.subtree(subject).first,
      first > 0
    else { return false }
    return isCondition(first - 1, in: segment) || isInverted(first - 1, in: segment)
  }

  /// "Had Russia wanted to", "were China to hack the grid": an English auxiliary that opens a clause before its subject.
  private func isInverted(_ node: Int, in segment: Segment) -> Bool {
    text.isEnglish && (node == 0 || text.tokens[segment.positions[node] - 1].kind == .mark)
      && text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .auxiliary && match.lexeme.form != .infinitive
          && (match.lexeme.means(AuxiliaryWord.have) || match.lexeme.means(AuxiliaryWord.be))
      }
  }

  /// "aurait attaqué le port si …", "would strike if …": it did not, or has not yet.
  private func dependsOnSupposition(_ predicate: Int, in segment: Segment) -> Bool {
    segment.children(predicate).contains { child in
      segment.tree.relations[Int(child)] == .advcl && isSupposed(Int(child), in: segment)
    }
      && ([predicate] + segment.children(predicate).map(Int.init)).contains { node in
        text.lexemes(at: segment.positions[node]).contains { match in
          match.lexeme.form == .conditional
            || match.lexeme.category == .modal && match.lexeme.means(ModalWord.will)
        }
      }
  }

  private func isCondition(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .condition }
  }

  /// Whether "if" or "whether" stands right before the words for a party, whatever the tree makes of them.
  func followsCondition(_ party: Party) -> Bool {
    guard var before = party.tokens.map({ $0.lowerBound - 1 }) else { return false }
    while before >= 0, text.lexemes(at: before).contains(where: { $0.lexeme.category == .determiner }) {
      before -= 1
    }
    return before >= 0 && text.lexemes(at: before).contains { $0.lexeme.category == .condition }
  }

  /// "no clue leads to X", "aucun indice ne mène à X", "nobody has …": the subject is nothing.
  private func hasNoSubject(_ predicate: Int, in segment: Segment) -> Bool {
    guard let subject = segment.child(predicate, .nsubj, .nsubjPass) else { return false }
    let nodes = [subject] + segment.children(subject).map(Int.init)
    return nodes.contains { node in
      (node == subject || segment.tree.relations[node] == .det || segment.tree.relations[node] == .amod
        || segment.tree.relations[node] == .advmod)
        && text.lexemes(at: segment.positions[node]).contains { match in
          match.lexeme.category == .negation
            && (match.lexeme.means(NegationWord.no) || match.lexeme.means(NegationWord.not))
        }
    }
  }

  /// "no evidence that", "rien ne permet de dire que": the clause above denies the ground for the one below.
  private func lacksEvidence(above node: Int, in segment: Segment) -> Bool {
    var current = node
    for _ in 0..<4 {
      guard let head = segment.head(current) else { return false }
      // "it is no accident that": what a noun is said not to be takes back no more than that noun.
      let isPredicate =
        segment.isNominal(head) && segment.child(head, .cop) != nil
        && text.lexeme(.judgement, covering: segment.positions[head]) == nil
        && text.lexeme(.likelihood, covering: segment.positions[head]) == nil
      if !isPredicate, segment.isVerbal(head) || segment.isNominal(head) {
        for child in segment.children(head).map(Int.init) {
          let position = segment.positions[child]
          for match in text.lexemes(at: position) where match.lexeme.category == .negation {
            if match.lexeme.means(NegationWord.no) { return true }
          }
        }
      }
      current = head
    }
    return false
  }
}
