import DossierKnowledge
import DossierSyntax

/// Verbs behind "and", "but" or "puis" that the parser hangs on the noun before.
extension TreeRepair {
  /// "a remercié la Pologne de son soutien, puis a accusé la Russie", "sanctions on four officers and called on Russia": a finite verb
  /// behind a conjunction, with no subject and no opener of its own, goes on with what the clause's subject does, and not with a noun in
  /// it.
  mutating func joinCoordinatedVerbs() {
    for verb in tree.heads.indices where tree.tags[verb] == .verb && mayGoOn(verb) {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun), isFinite(verb),
        let and = tree.heads.indices.first(where: { node in
          node < verb && tree.heads[node] == Int32(verb) && tree.relations[node] == .cc
        }), and > noun, standsAtOnce(behind: and, verb),
        let host = clauseVerb(above: noun, before: and)
      else { continue }
      tree.heads[verb] = Int32(host)
      tree.relations[verb] = .conj
    }
  }

  /// "Russia hacked the port, Berg said, adding that …", "…, Berg said, and warned that …": what goes on right behind a tag is what whoever
  /// said so does.
  mutating func hangOnTags() {
    for tag in tree.heads.indices
    where tree.relations[tag] == .parataxis && tree.heads[tag] >= 0 && Int(tree.heads[tag]) < tag
      && TagKnowledge.isVerbOfClaiming(positions[tag], in: text)
    {
      for verb in tree.heads.indices.dropFirst(tag + 1)
      where tree.heads[verb] == tree.heads[tag] && [.advcl, .conj].contains(tree.relations[verb]) {
        // "…, Berg said, because it wanted …" goes on with what was said.
        guard tree.tags[verb] == .verb,
          tree.relations[verb] == .conj || text.endsAsGerund(positions[verb]),
          !tree.heads.indices.contains(where: { child in
            tree.heads[child] == Int32(verb) && [.nsubj, .nsubjPass, .mark].contains(tree.relations[child])
          }),
          (tag + 1..<verb).allSatisfy({ [.punct, .cconj, .adv, .aux].contains(tree.tags[$0]) }),
          text.lexemes(at: positions[verb]).contains(where: { match in
            match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
              // "…, the Post reported, quoting officials"
              && !match.lexeme.means(CueFrame.intend)
          })
        else { continue }
        tree.heads[verb] = Int32(tag)
      }
    }
  }

  /// "called on Russia to stop and then imposed sanctions": a participle behind "and then" or "and also" is what the sentence goes on with,
  /// and no quality, as in "and newly imposed sanctions".
  mutating func joinVerbsBehindAdverb() {
    guard text.isEnglish else { return }
    for verb in tree.heads.indices.dropFirst(3)
    where tree.relations[verb] == .amod && tree.tags[verb] == .verb && !text.endsAsGerund(positions[verb]) {
      let noun = Int(tree.heads[verb])
      guard noun > verb, isNoun(noun), tree.tags[verb - 1] == .adv,
        !text.ends(positions[verb - 1], with: "ly"),
        tree.tags[verb - 2] == .cconj, (verb + 1..<noun).allSatisfy({ isInside($0, noun) }),
        let host = tree.heads.indices.last(where: { node in
          node < verb - 2 && tree.tags[node] == .verb && has(.nsubj, of: node, before: node)
        })
      else { continue }
      for node in [verb - 2, verb - 1] { tree.heads[node] = Int32(verb) }
      tree.heads[verb] = Int32(host)
      tree.relations[verb] = .conj
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .obj
    }
  }

  /// "accused Russia of hacking the port and Russia denied it": of two listed nouns between a verb that tells nothing and one of
  /// claiming the first is the former's object, and the second begins a clause.
  mutating func freeSecondSpeakers() {
    for verb in tree.heads.indices
    where tree.relations[verb] == .ccomp && TagKnowledge.isVerbOfClaiming(positions[verb], in: text) {
      let deed = Int(tree.heads[verb])
      guard deed >= 0, deed < verb, tree.tags[deed] == .verb,
        !TagKnowledge.isVerbOfClaiming(positions[deed], in: text),
        let victim = child(of: verb, .nsubj), victim > deed, victim < verb,
        let speaker = child(of: victim, .conj), speaker > victim, speaker < verb,
        let and = child(of: speaker, .cc), standsAtOnce(behind: speaker, verb),
        let host = clauseVerb(above: deed, before: deed)
      else { continue }
      tree.heads[victim] = Int32(deed)
      tree.relations[victim] = .obj
      for node in [speaker, and] { tree.heads[node] = Int32(verb) }
      tree.relations[speaker] = .nsubj
      tree.heads[verb] = Int32(host)
      tree.relations[verb] = .conj
    }
  }

  private func child(of head: Int, _ relation: DependencyRelation) -> Int? {
    tree.heads.indices.first { tree.heads[$0] == Int32(head) && tree.relations[$0] == relation }
  }

  /// Whether a verb that hangs on a noun has nothing of a clause of its own.
  private func mayGoOn(_ verb: Int) -> Bool {
    [.aclRelcl, .acl, .advcl, .appos, .conj, .nmod].contains(tree.relations[verb])
      && !tree.heads.indices.contains { child in
        child < verb && tree.heads[child] == Int32(verb)
          && ([.nsubj, .nsubjPass, .mark].contains(tree.relations[child])
            // "mais l'a aussi appelée"
            || tree.relations[child] == .obj && !isClitic(child))
      }
  }

  private func isClitic(_ node: Int) -> Bool { text.isFrench && tree.tags[node] == .pron }

  /// In English, whose simple past may look like a participle, a verb with words of its own behind it.
  private func isFinite(_ verb: Int) -> Bool {
    if tree.morphology[verb].contains(.finite) || hasAuxiliary(verb) { return true }
    return text.isEnglish && !text.endsAsGerund(positions[verb])
      && tree.heads.indices.contains { child in
        child > verb && tree.heads[child] == Int32(verb)
          && [.obj, .obl, .ccomp, .xcomp, .advcl].contains(tree.relations[child])
      }
  }

  /// "accused Russia of the hack, then urged firms to patch": what "then" or "later" opens behind a comma goes on with the sentence.
  mutating func joinVerbsBehindThen() {
    for verb in tree.heads.indices
    where tree.tags[verb] == .verb && tree.relations[verb] == .advcl && verb > 2 {
      let above = Int(tree.heads[verb])
      guard above >= 0, above < verb - 2, tree.tags[above] == .verb, isFinite(verb),
        let then = tree.heads.indices.first(where: { node in
          node < verb && tree.heads[node] == Int32(verb) && tree.relations[node] == .advmod
        }), then > above + 1, text.isComma(positions[then - 1]),
        (then + 1..<verb).allSatisfy({ [.aux, .adv].contains(tree.tags[$0]) }),
        !tree.heads.indices.contains(where: { child in
          tree.heads[child] == Int32(verb) && [.nsubj, .nsubjPass, .mark].contains(tree.relations[child])
        })
      else { continue }
      tree.relations[verb] = .conj
    }
  }

  /// Whether only auxiliaries, adverbs and days stand between the conjunction and the verb.
  private func standsAtOnce(behind and: Int, _ verb: Int) -> Bool {
    (and + 1..<verb).allSatisfy { node in
      [.aux, .adv, .part, .adp, .num].contains(tree.tags[node]) || isClitic(node)
        || text.lexeme(.time, covering: positions[node]) != nil
    }
  }

  /// The nearest predicate above a noun that has a subject.
  private func clauseVerb(above noun: Int, before and: Int) -> Int? {
    var node = noun
    for _ in 0..<6 {
      let above = Int(tree.heads[node])
      guard above >= 0, above < and else { return nil }
      if has(.nsubj, of: above, before: above) || has(.nsubjPass, of: above, before: above) { return above }
      node = above
    }
    return nil
  }
}
