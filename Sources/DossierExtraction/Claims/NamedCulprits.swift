import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Doers that a sentence equates with "it" or a word for them: "c'est Sandworm", "the culprit is Kimsuky", "it was me".
extension ClaimReader {
  /// "It was Sandworm", "c'est la Russie": a group, or somebody who was blamed, that a bare "it" is said to be.
  mutating func namedCulprit(_ main: Int, in segment: Segment) -> Party? {
    guard segment.isNominal(main), segment.child(main, .cop) != nil,
      let subject = segment.child(main, .nsubj, .expl),
      segment.tree.tags[subject] == .pron || segment.tree.tags[subject] == .det,
      segment.child(main, .case, .aclRelcl, .acl) == nil
    else { return nil }
    let party = parties.blamedParty(at: main, in: segment)
    guard !party.entities.isEmpty else { return nil }
    let isBrief =
      ((0..<segment.count).count { node in
        text.lexeme(.negation, covering: segment.positions[node]) == nil
      } <= 6
        || segment.positions.prefix(7).contains { text.isComma($0) } && main < 6)
      && party.entities.allSatisfy { [.state, .agency].contains(parties.registry[$0].kind) }
    return isBrief || isLikelyCulprit(party) ? party : nil
  }

  /// Named attackers, a service that spies, or somebody who was blamed before.
  private func isLikelyCulprit(_ party: Party) -> Bool {
    isAccused(party) || areSpies(party)
      || !party.entities.isEmpty
        && party.entities.allSatisfy { entity in
          let draft = parties.registry[entity]
          return draft.kind == .group && !draft.isUnnamed
            || draft.names["en"] == OrganWord.intelligence.rawValue && draft.partOf != nil
        }
  }

  /// "It was the Russian military that launched it", "ce sont les Russes qui ont volé": whom a sentence picks out as the doer,
  /// by its words, since trees hang them in many ways. What follows must be hostile, or the one picked out an attacker.
  /// Of two, "not X but Y", the second where it has a name.
  mutating func pickedOut(_ nodes: [Int], in segment: Segment) -> (party: Party, verb: Int, isDenied: Bool)? {
    for pronoun in nodes where isImpersonal(pronoun, in: segment) {
      let ahead = pronoun + 1..<max(pronoun + 1, min(pronoun + 7, segment.count))
      guard
        let copula = ahead.first(where: {
          text.isLexeme(at: segment.positions[$0], .auxiliary, AuxiliaryWord.be)
        }), copula - pronoun <= 2,
        let noun = nominal(after: segment.positions[copula] + 1, in: segment), noun - copula <= 6,
        segment.tree.tags[noun] != .pron,
        segment.child(noun, .case).map({ $0 < copula }) ?? true,
        let relative = (noun + 1..<max(noun + 1, min(noun + 8, segment.count))).first(where: { node in
          text.isLexeme(at: segment.positions[node], .pronoun, PronounWord.relative)
        }), (noun + 1..<relative).allSatisfy({ !segment.isVerbal($0) && segment.tree.tags[$0] != .sconj }),
        let verb = (relative + 1..<max(relative + 1, min(relative + 9, segment.count))).first(where: {
          segment.tree.tags[$0] == .verb || isBehind($0, in: segment)
        })
      else { continue }
      let isDenied = (pronoun..<noun).contains { node in
        text.isLexeme(at: segment.positions[node], .negation, NegationWord.not)
      }
      if isDenied, let other = namedBehindBut(noun + 1..<relative, in: segment) {
        return (other, verb, false)
      }
      let party = parties.blamedParty(at: noun, in: segment)
      guard isBlamable(party) || party.entities.contains(where: { parties.registry[$0].isUnnamed }),
        party.isActor || isAccused(party) || isHostile(verb, by: party, in: segment)
          || isDeed(of: verb, in: segment) || doesWhatWasTold(verb, in: segment)
          || isBehind(verb, in: segment) || isAttack(verb, in: segment)
      else { continue }
      return (party, verb, isDenied)
    }
    return nil
  }

  /// "not China but Russia", "n'est pas la Russie, mais Sandworm,": the name behind the "but".
  private mutating func namedBehindBut(_ nodes: Range<Int>, in segment: Segment) -> Party? {
    guard
      let but = nodes.first(where: {
        segment.tree.tags[$0] == .cconj && text.lexeme(.coordination, covering: segment.positions[$0]) == nil
      }), let name = nominal(after: segment.positions[but] + 1, in: segment), nodes.contains(name)
    else { return nil }
    let party = parties.single(at: name, in: segment)
    for entity in party.entities where parties.isGang(entity) { parties.registry[entity].kind = .group }
    return isBlamable(party) && parties.registry.areNamedBodies(party.entities) ? party : nil
  }

  /// "It was Russia", "je doute que ce soit la Russie": somebody who was blamed before, and nothing behind the name.
  mutating func pickedOutBare(_ nodes: [Int], in segment: Segment) -> (party: Party, noun: Int)? {
    guard let end = nodes.last(where: { segment.tree.tags[$0] != .punct }), nodes.count > 2,
      segment.isNominal(end), segment.tree.tags[end] != .pron
    else { return nil }
    for pronoun in nodes where isImpersonal(pronoun, in: segment) && pronoun < end && end - pronoun <= 6 {
      guard
        let copula = (pronoun + 1..<end).first(where: {
          text.isLexeme(at: segment.positions[$0], .auxiliary, AuxiliaryWord.be)
        }), copula - pronoun <= 3, end - copula <= 3,
        (copula + 1..<end).allSatisfy({
          [.det, .adj, .propn, .noun, .adv, .part].contains(segment.tree.tags[$0])
        })
      else { continue }
      let party = parties.blamedParty(at: end, in: segment)
      if isBlamable(party), isLikelyCulprit(party) { return (party, end) }
    }
    return nil
  }

  /// "that launched it", "qui les conduit": a verb of doing whose object was told before.
  private func doesWhatWasTold(_ verb: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[verb]).contains { $0.lexeme.category == .responsibility }
      && segment.child(verb, .obj).map { object in
        text.lexeme(.pronoun, covering: segment.positions[object]) != nil
      } == true
  }

  /// "do not see any reason why it would be Russia", "ne voit pas pourquoi": what opens with "why", a noun before it allowed.
  func asksWhy(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.prefix(5).contains { node in
      text.isLexeme(at: segment.positions[node], .complementizer, ComplementizerWord.why)
    }
  }

  private func isImpersonal(_ node: Int, in segment: Segment) -> Bool {
    text.isLexeme(at: segment.positions[node], .pronoun, PronounWord.it)
      || text.isLexeme(at: segment.positions[node], .pronoun, PronounWord.this)
  }

  /// "The group behind the intrusion is UNC3886", "l'auteur de l'attaque serait APT28": whom a word for attackers is said
  /// to be. A word that others are called by, too, must be tied to a deed unless a group is named: not "the author of the
  /// report is Microsoft".
  mutating func namedDoer(_ main: Int, in segment: Segment) -> Party? {
    if let own = nationals(main, in: segment) { return own }
    guard segment.isNominal(main), segment.child(main, .cop) != nil, segment.child(main, .case) == nil,
      let subject = segment.child(main, .nsubj), subject < main
    else { return nil }
    // "China was the likeliest culprit"
    if text.isLexeme(at: segment.positions[main], .actor, ActorWord.culprit) {
      let party = parties.blamedParty(at: subject, in: segment)
      return isBlamable(party) && segment.tree.tags[subject] != .pron ? party : nil
    }
    // "The United States is the biggest hacker of all"
    if text.lexemes(at: segment.positions[main]).contains(where: {
      $0.lexeme.category == .actor && !$0.lexeme.has(.neutral)
    }), segment.tree.tags[subject] != .pron {
      let party = parties.party(at: subject, in: segment)
      let isBody = party.entities.allSatisfy { [.state, .agency].contains(parties.registry[$0].kind) }
      if !party.entities.isEmpty, isBody { return party }
    }
    guard
      let word = text.lexemes(at: segment.positions[subject]).first(where: { $0.lexeme.category == .actor })
    else { return nil }
    let party = parties.blamedParty(at: main, in: segment)
    let isNamed = party.entities.allSatisfy { entity in
      !parties.registry[entity].isUnnamed && parties.registry[entity].kind.isParty
    }
    // "The culprit is a Chinese company"
    guard !party.entities.isEmpty,
      isNamed || word.lexeme.means(ActorWord.culprit) || !word.lexeme.has(.neutral)
    else { return nil }
    let isGroup = party.entities.allSatisfy { parties.registry[$0].kind == .group }
    return isGroup || !word.lexeme.has(.neutral) || word.lexeme.means(ActorWord.culprit)
      || isDeed(segment.subtree(subject), in: segment)
      ? party : nil
  }

  /// "The four men were officers of Russia's GRU", "the intruders are members of APT28": of which body or group people are said
  /// to be. Only of attackers, of those who stand accused, or of people who are told by their number.
  mutating func membersOf(_ main: Int, in segment: Segment) -> Party? {
    guard segment.tree.tags[main] == .noun, segment.child(main, .cop) != nil,
      segment.child(main, .case) == nil,
      text.lexemes(at: segment.positions[main]).contains(where: { match in
        match.lexeme.category == .actor && match.lexeme.as(ActorWord.self)?.isMembership == true
          || match.lexeme.category == .role && match.lexeme.means(RoleWord.officer)
      }), let subject = segment.child(main, .nsubj), subject < main,
      let body = segment.complement(of: main, behind: [.of, .in], in: text)
    else { return nil }
    // Read before it is asked about: reading may bring in somebody new.
    let people = parties.party(at: subject, in: segment)
    guard text.lexeme(.actor, covering: segment.positions[subject]) != nil || isAccused(people) else {
      return nil
    }
    let party = parties.blamedParty(at: body, in: segment)
    let isNamed = party.entities.allSatisfy { entity in
      [.agency, .group, .state].contains(parties.registry[entity].kind)
    }
    return !party.entities.isEmpty && isNamed ? party : nil
  }

  /// "Nous savons qui a fait cela : c'est Sandworm", "knows who the attacker is: Russia": what a content ends with behind a colon.
  mutating func namedBehindColon(_ nodes: [Int], in segment: Segment) -> (party: Party, node: Int)? {
    guard
      let colon = nodes.last(where: { node in
        text.tokens[segment.positions[node]].kind == .mark
          && Mark(text.document.text.bytes, text.tokens[segment.positions[node]]) == .colon
      })
    else { return nil }
    let isEquation =
      colon + 2 < segment.count
      && text.isLexeme(at: segment.positions[colon + 2], .auxiliary, AuxiliaryWord.be)
      && (text.isLexeme(at: segment.positions[colon + 1], .pronoun, PronounWord.this)
        || text.isLexeme(at: segment.positions[colon + 1], .pronoun, PronounWord.it))
    guard isEquation || asksForCulprit(nodes.filter { $0 < colon }, in: segment),
      let name = nominal(after: segment.positions[colon] + (isEquation ? 3 : 1), in: segment),
      let end = segment.subtree(name).last, let last = nodes.last, end + 2 >= last
    else { return nil }
    let party = parties.blamedParty(at: name, in: segment)
    let isNamed = party.entities.contains {
      !parties.registry[$0].isUnnamed
        && [.group, .state, .agency].contains(parties.registry[$0].kind)
    }
    return isNamed ? (party, name) : nil
  }

  /// "the attacker:", "l'auteur de l'attaque :", "who did it:", "who was behind it:": words that whoever is named behind them
  /// answers.
  private func asksForCulprit(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.suffix(6).contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .actor
          && [ActorWord.attacker, .culprit, .hacker].contains(where: match.lexeme.means)
          || match.lexeme.category == .responsibility && !match.lexeme.means(ResponsibilityWord.object)
      }
    }
  }

  /// "Il s'agit, selon nous, de Kimsuky": a group, or a party that was blamed, behind an impersonal verb that equates.
  mutating func equated(_ main: Int, in segment: Segment) -> Party? {
    guard segment.children(main).count(where: { segment.tree.relations[Int($0)] == .expl }) > 1,
      segment.child(main, .nsubj, .nsubjPass) == nil,
      let place = segment.complement(of: main, behind: [.of], after: main, in: text)
    else { return nil }
    var party = parties.blamedParty(at: place, in: segment)
    if party.entities.isEmpty, isDeedNoun(place, in: segment) {
      party = owner(of: place, in: segment) ?? party
    }
    return isLikelyCulprit(party) ? party : nil
  }

  /// "The attack was almost certainly Russian", "les pirates étaient russes": the state that a deed is said to be of, and
  /// attackers with the state that they are said to be from.
  private mutating func nationals(_ main: Int, in segment: Segment) -> Party? {
    guard [.adj, .noun, .propn].contains(segment.tree.tags[main]), segment.child(main, .cop) != nil,
      segment.child(main, .case, .det) == nil, let subject = segment.child(main, .nsubj), subject < main,
      segment.tree.tags[subject] == .noun,
      let match = parties.bestName(covering: segment.positions[main]), match.usage == .demonym,
      let entry = text.entry(match.entry), entry.kind == .state
    else { return nil }
    let isOfAttackers = isAttackersNoun(subject, in: segment)
    guard isOfAttackers || isDeedNoun(subject, in: segment) else { return nil }
    let state = parties.registry.insert(entry, from: text.table)
    parties.registry.mention(state, at: text.range(of: Int(match.first)..<Int(match.end)))
    guard isOfAttackers else { return Party(entities: [state], level: .state) }
    var party = parties.party(at: subject, in: segment)
    guard !party.entities.isEmpty else { return nil }
    party.sponsors = [state]
    party.level = .group
    return party
  }

  /// "C'est le GRU qui les conduit": a pronoun stands for the deeds of whom the sentence picks out.
  func isCleftOfDeed(_ verb: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[verb] == .aclRelcl, let named = segment.head(verb),
      segment.child(named, .cop) != nil, let object = segment.child(verb, .obj)
    else { return false }
    return text.isLexeme(at: segment.positions[object], .pronoun, PronounWord.clitic)
      || text.lexemes(at: segment.positions[object]).contains {
        $0.lexeme.category == .pronoun && $0.lexeme.has(.object)
      }
  }
}

extension ActorWord {
  /// Whether people who are called so belong to somebody.
  fileprivate var isMembership: Bool {
    switch self {
    case .officer, .agent, .member, .employee, .spy: true
    default: false
    }
  }
}
