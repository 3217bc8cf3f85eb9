import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Deeds whose verb says little by itself: "Serbian police unlocked the phones of protesters", "two Iranians leased servers to
/// the gang".
extension ClaimReader {
  /// The subject of an active verb, of which somebody else tells, that does something to what others keep to themselves, with what
  /// attacks are made with, or for attackers: a state, one of its organs, people or a group, in no act of defence.
  mutating func implicatedDoer(_ main: Int, _ reading: PropositionReading, in segment: Segment) -> Party? {
    guard let doer = reading.subject, !doer.entities.isEmpty, let telling = parties.telling,
      !judgesOthers(main, in: segment),
      !doer.entities.contains(where: { entity in telling.contains { sameSide($0, entity) } }),
      // "They befriended a developer": bodies that were spoken of before are not meant.
      segment.child(main, .nsubj).map({ segment.tree.tags[$0] != .pron }) == true || isAccused(doer)
    else { return nil }
    let isBusiness = doer.entities.allSatisfy(isUnknownBusiness)
    guard isBusiness || doer.entities.allSatisfy(mayBeImplicated), let verb = deed(main, in: segment) else {
      return nil
    }
    // "used the tools to unlock the phones": what for.
    let makers = segment.child(verb, .obj).flatMap { segment.child($0, .acl) }.map { [$0] } ?? []
    let purposes = ([verb] + makers).flatMap { segment.children($0).map(Int.init) }.filter { child in
      child > verb && (segment.tree.relations[child] == .xcomp || segment.tree.relations[child] == .advcl)
        && segment.tree.tags[child] == .verb && segment.child(child, .nsubj, .nsubjPass) == nil
    }
    let implicates = ([verb] + purposes).contains {
      incriminates($0, doer, isBusiness: isBusiness, in: segment)
    }
    return implicates ? doer : nil
  }

  /// "Only Russia's most senior officials could have authorised this": whoever alone can have done it.
  mutating func onlyDoer(_ main: Int, in segment: Segment) -> Party? {
    // "ont pu autoriser": what they could do.
    let verb = segment.child(main, .xcomp) ?? main
    guard segment.isVerbal(main), !segment.isPassive(main), !segment.isNegated(main, in: text),
      let subject = segment.subject(of: main), subject < main, segment.child(verb, .obj) != nil,
      (max(0, (segment.subtree(subject).first ?? subject) - 1)..<subject).contains(where: {
        text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.sole)
      }),
      (subject...main).contains(where: {
        text.isLexeme(at: segment.positions[$0], .modal, ModalWord.can)
          || text.isLexeme(at: segment.positions[$0], .modal, ModalWord.may)
      })
    else { return nil }
    let party = parties.party(at: subject, in: segment)
    return party.entities.isEmpty ? nil : party
  }

  /// Whether a verb is a deed of attackers by what it is done to.
  private mutating func incriminates(_ verb: Int, _ doer: Party, isBusiness: Bool, in segment: Segment)
    -> Bool
  {
    // "a Chinese company attacked the port"
    if isAttack(verb, in: segment),
      doer.entities.allSatisfy({ !parties.registry[$0].isPlural || !isBusiness })
    {
      return true
    }
    let means = text.lexemes(at: segment.positions[verb]).map(\.lexeme)
    let isSuspicious = doer.entities.allSatisfy { isSuspect($0) || isOfActors($0) }
    let takes = means.contains {
      $0.means(JudgementWord.taking) || isSuspicious && $0.means(JudgementWord.handling)
        || $0.category == .behaviour && $0.has(.weak)
    }
    let arms = means.contains { $0.means(JudgementWord.arming) }
    let serves = means.contains { $0.means(JudgementWord.serving) || $0.means(BehaviourWord.sponsorship) }
    for noun in touched(by: verb, in: segment) where isOfOthers(noun, in: segment) {
      if takes, !isBusiness, isBelonging(noun, in: segment) { return true }
      if arms, isArmament(noun, in: segment) { return true }
      if serves, helps(noun, of: verb, in: segment) { return true }
    }
    // "had access to mail": words that say it together.
    let phrase = text.lexemes(at: segment.positions[verb]).first {
      $0.end - $0.first > 2 && $0.lexeme.has(.weak)
    }
    if !isBusiness, let phrase, phrase.lexeme.category == .behaviour,
      let noun = nominal(after: Int(phrase.end), in: segment), isOfOthers(noun, in: segment),
      isKept(noun, in: segment)
    {
      return true
    }
    return false
  }

  /// What a verb is done to, with, or for: its objects and what stands behind a preposition, also where the tree hangs it on the
  /// object: "leased servers to the gang".
  private func touched(by verb: Int, in segment: Segment) -> [Int] {
    segment.children(verb).map(Int.init).flatMap { child -> [Int] in
      guard child > verb else { return [] }
      switch segment.tree.relations[child] {
      case .obj:
        let behind = segment.children(child).map(Int.init).filter { inner in
          segment.tree.relations[inner] == .nmod
            && [.to, .for].contains(segment.preposition(of: inner, in: text) ?? .of)
        }
        return [child] + behind
      case .iobj, .obl: return [child]
      default: return []
      }
    }
  }

  /// States, their organs, groups, and people of whom no office or employer makes sense of what they do.
  private func mayBeImplicated(_ entity: Int) -> Bool {
    let draft = parties.registry[entity]
    switch draft.kind {
    case .state, .agency, .group: return true
    // "a group calling itself Night Owls"
    case .organisation: return draft.isUnnamed && !draft.isPlural
    case .person: return draft.isUnnamed ? isOfActors(entity) : draft.role == nil && draft.partOf == nil
    default: return false
    }
  }

  /// Companies, or bodies of a kind, that the text only describes: "a Shanghai company".
  private func isUnknownBusiness(_ entity: Int) -> Bool {
    let draft = parties.registry[entity]
    return draft.isUnnamed && (draft.kind == .company || draft.kind == .organisation && draft.isPlural)
  }

  /// The verb of what was done, if a verb in the active asserts it: no plan, no denial. What was tried or planned counts as done:
  /// "had tried to alter the data".
  private func deed(_ verb: Int, in segment: Segment) -> Int? {
    guard segment.tree.tags[verb] == .verb, !segment.isPassive(verb), !segment.isNegated(verb, in: text),
      !isPlanned(verb, in: segment)
    else { return nil }
    if segment.child(verb, .obj) == nil, let tried = segment.child(verb, .xcomp),
      text.lexemes(at: segment.positions[verb]).isEmpty
        || text.isLexeme(at: segment.positions[verb], .cue, CueFrame.intend)
    {
      return deed(tried, in: segment)
    }
    return verb
  }

  /// Whether a noun is a thing, and not what belongs to the doer.
  private func isOfOthers(_ noun: Int, in segment: Segment) -> Bool {
    segment.isNominal(noun) && segment.tree.tags[noun] != .pron
      && !segment.children(noun).contains { child in
        text.lexemes(at: segment.positions[Int(child)]).contains {
          $0.lexeme.category == .pronoun && $0.lexeme.has(.possessive)
        }
      }
  }

  /// What attacks are made with: "the botnet", "the domains used in the campaign".
  func isArmament(_ noun: Int, in segment: Segment) -> Bool {
    if namesWeapon(noun, in: segment)
      || text.isLexeme(at: segment.positions[noun], .behaviour, BehaviourWord.extortion)
    {
      return true
    }
    return segment.children(noun).map(Int.init).contains { child in
      // not "a unit to fight attacks"
      segment.tree.relations[child] == .acl && segment.child(child, .mark, .case) == nil
        && isThreat(segment.subtree(child), in: segment)
    }
  }

  /// Whether attackers are whom something is done for, or those whom a sponsor hires: "to the gang", "hired hackers", not "handed
  /// the hackers over".
  private mutating func helps(_ noun: Int, of verb: Int, in segment: Segment) -> Bool {
    if segment.tree.relations[noun] == .obj,
      !text.isLexeme(at: segment.positions[verb], .behaviour, BehaviourWord.sponsorship),
      // "provided the gang with servers"
      !text.isLexeme(at: segment.positions[noun] + 1, .preposition, PrepositionWord.with)
    {
      return false
    }
    return text.holdsAttackers([segment.positions[noun]])
      || text.isLexeme(at: segment.positions[noun], .actor, ActorWord.gang)
      || parties.party(at: noun, in: segment).isActor
  }

  /// What people and bodies keep to themselves: "the mail of ministers", "the port's networks", "stolen data".
  private func isBelonging(_ noun: Int, in segment: Segment) -> Bool {
    guard !namesDeed([noun], in: segment) else { return false }
    let parts = [noun] + [segment.complement(of: noun, behind: [.of, .to], in: text)].compactMap { $0 }
    return parts.contains { part in
      guard isKept(part, in: segment) else { return false }
      // Whosever they are, wherever the tree hangs them: "the data of two million members".
      if text.isLexeme(at: segment.positions[part] + 1, .preposition, PrepositionWord.of) { return true }
      return segment.children(part).map(Int.init).contains { child in
        switch segment.tree.relations[child] {
        case .nmodPoss, .compound: true
        case .amod, .acl: isThreat([child], in: segment)
        default: false
        }
      }
    }
  }

  /// Data, systems or papers, whosever they are.
  private func isKept(_ noun: Int, in segment: Segment) -> Bool {
    isThreat([noun], in: segment)
      // "voters' list" is one word.
      || text.lexeme(.judgement, covering: segment.positions[noun])?.lexeme.means(JudgementWord.possession)
        == true
  }
}
