import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Subjects and copulas that the parser has named wrongly or hung one clause off, where the words show it.
extension TreeRepair {

  /// "said the gang LockBit was to blame", "said Russia tried to": the noun right before a told clause that has no subject is
  /// its subject, not the speaker's second one.
  mutating func freeToldSubjects() {
    for noun in tree.heads.indices
    where [.nsubj, .obj, .ccomp, .obl, .iobj, .xcomp].contains(tree.relations[noun]) && isNoun(noun)
      && tree.heads[noun] >= 0
    {
      let verb = Int(tree.heads[noun])
      guard verb < noun, tree.tags[verb] == .verb, has(.nsubj, of: verb, before: verb),
        let clause = tree.heads.indices.first(where: { node in
          node > noun && tree.heads[node] == Int32(verb)
            && (tree.relations[node] == .ccomp
              || tree.relations[node] == .xcomp && has(.cop, of: node, before: node))
        }), !has(.nsubj, of: clause, before: clause), !has(.nsubjPass, of: clause, before: clause),
        !has(.mark, of: clause, before: clause) || has(.cop, of: clause, before: clause),
        !has(.case, of: noun, before: noun),
        (noun + 1..<clause).allSatisfy({ isInside($0, noun) || isInside($0, clause) })
      else { continue }
      tree.heads[noun] = Int32(clause)
      tree.relations[noun] = .nsubj
    }
  }

  /// "prosecutors issued arrest warrants": a noun with a subject before its own participle is that verb's object.
  mutating func makeVerbs() {
    for verb in tree.heads.indices where tree.relations[verb] == .amod && tree.tags[verb] == .verb {
      let noun = Int(tree.heads[verb])
      guard noun > verb, isNoun(noun), has(.nsubj, of: noun, before: verb), !has(.cop, of: noun, before: noun)
      else { continue }
      tree.heads[verb] = tree.heads[noun]
      tree.relations[verb] = tree.relations[noun]
      for node in tree.heads.indices where tree.heads[node] == Int32(noun) {
        let isOuter = node < verb && tree.relations[node] != .det || tree.relations[node] == .punct
        if isOuter { tree.heads[node] = Int32(verb) }
      }
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .obj
    }
  }

  /// "the actors compromised thirty devices": only a finite verb has an object behind it, so the noun before it is its subject.
  mutating func freeFiniteVerbs() {
    guard text.isEnglish else { return }
    for verb in tree.heads.indices
    where tree.relations[verb] == .acl && tree.tags[verb] == .verb && !text.endsAsGerund(positions[verb]) {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun), !has(.case, of: noun, before: noun),
        [.root, .ccomp, .conj, .parataxis].contains(tree.relations[noun]), !has(.cop, of: noun, before: noun),
        !has(.mark, of: verb, before: verb),
        tree.heads.indices.contains(where: {
          $0 > verb && tree.heads[$0] == Int32(verb) && tree.relations[$0] == .obj
        })
      else { continue }
      tree.heads[verb] = tree.heads[noun]
      tree.relations[verb] = tree.relations[noun]
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
      for node in tree.heads.indices where tree.heads[node] == Int32(noun) && tree.relations[node] == .mark {
        tree.heads[node] = Int32(verb)
      }
    }
  }

  /// "hackers with ties to Russian intelligence": the noun of a phrase of affiliation hangs on the noun before it, and whoever
  /// stands behind it on that noun.
  mutating func hangTies() {
    for first in tree.heads.indices.dropFirst() where tree.tags[first] == .adp && isNoun(first - 1) {
      guard
        let match = text.lexemes(at: positions[first]).first(where: { $0.lexeme.category == .affiliation }),
        case let last = first + Int(match.end - match.first) - 1, last > first + 1, last < tree.heads.count,
        tree.tags[last] == .adp, let noun = (first..<last).last(where: { tree.tags[$0] == .noun })
      else { continue }
      let behind = Int(tree.heads[last])
      guard behind > last, tree.relations[last] == .case, isNoun(behind) else { continue }
      if tree.heads[noun] != Int32(first - 1) {
        tree.heads[noun] = Int32(first - 1)
        tree.relations[noun] = .nmod
      }
      if tree.heads[behind] != Int32(noun), [.obl, .nmod, .nsubj].contains(tree.relations[behind]) {
        tree.heads[behind] = Int32(noun)
        tree.relations[behind] = .nmod
      }
    }
  }

  /// "X is behind the attack, the director said.": a verb of claiming at the very end, whose subject stands behind a comma, tags
  /// the whole sentence.
  mutating func makeClosingTags() {
    guard let verb = tree.heads.indices.last(where: { tree.tags[$0] != .punct }),
      TagKnowledge.isVerbOfClaiming(positions[verb], in: text),
      let root = tree.heads.firstIndex(where: { $0 < 0 })
    else { return }
    if root == verb { return freePredicate(before: verb) }
    guard tree.relations[verb] == .aclRelcl,
      let subject = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
      }),
      subject < verb, tree.tags[subject] != .pron,
      var first = tree.heads.indices.first(where: { isInside($0, subject) && tree.tags[$0] != .punct })
    else { return }
    // "…, security firm ESET said": what stands before the name belongs to it.
    while first > 4, tree.heads[first - 1] == Int32(verb) || tree.heads[first - 1] == Int32(first),
      isNoun(first - 1) || tree.tags[first - 1] == .adj
    {
      first -= 1
      for node in 0..<first where tree.heads[node] == Int32(first) && tree.relations[node] == .compound {
        tree.heads[node] = Int32(subject)
      }
      tree.heads[first] = Int32(subject)
      tree.relations[first] = .compound
      first = tree.heads.indices.first { isInside($0, subject) && tree.tags[$0] != .punct } ?? first
    }
    guard first > 3, text.isComma(positions[first - 1]), root < first else { return }
    tree.heads[verb] = Int32(root)
    tree.relations[verb] = .parataxis
  }

  /// "X was behind the theft, one of the officials said.": a predicate with a subject of its own is not the subject of the tag,
  /// which stands behind the comma.
  private mutating func freePredicate(before verb: Int) {
    guard
      let predicate = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(verb) && (tree.relations[$0] == .nsubj || tree.relations[$0] == .obl)
          && has(.cop, of: $0, before: $0) && has(.nsubj, of: $0, before: $0)
      }), predicate < verb,
      let subject = tree.heads.indices.last(where: {
        tree.heads[$0] == Int32(predicate) && tree.relations[$0] == .appos
          || tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
      }), subject > predicate,
      let first = tree.heads.indices.first(where: { isInside($0, subject) && tree.tags[$0] != .punct }),
      text.isComma(positions[first - 1])
    else { return }
    hang(predicate, on: -1, as: .root)
    hang(verb, on: predicate, as: .parataxis)
    hang(subject, on: verb, as: .nsubj)
  }

  /// "the defendant, Tyler Brandt, 20, told": a noun without a preposition and the name between commas behind it are one subject.
  mutating func joinNamedSubjects() {
    for noun in tree.heads.indices.dropLast(2) where tree.tags[noun] == .noun && tree.relations[noun] == .obl
    {
      let verb = tree.heads[noun]
      let name = noun + 2
      guard verb > Int32(name), text.isComma(positions[noun + 1]), tree.tags[name] == .propn,
        tree.heads[name] == verb, tree.relations[name] == .nsubj, !has(.case, of: noun, before: noun),
        text.lexeme(.time, covering: positions[noun]) == nil
      else { continue }
      tree.relations[noun] = .nsubj
      tree.heads[name] = Int32(noun)
      tree.relations[name] = .appos
    }
  }

  /// "affirme avoir copié des documents et exige dix millions": a finite verb of claiming behind "and" stands beside the finite
  /// verb, not beside the infinitive.
  mutating func raiseFiniteVerbs() {
    for verb in tree.heads.indices
    where tree.relations[verb] == .conj && tree.tags[verb] == .verb
      && text.lexemes(at: positions[verb]).contains(where: {
        $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .verb && $0.lexeme.form == .finite
      })
    {
      let before = Int(tree.heads[verb])
      guard before >= 0, before < verb, tree.relations[before] == .xcomp,
        !has(.nsubj, of: before, before: before), !has(.nsubj, of: verb, before: verb),
        !has(.mark, of: verb, before: verb), !has(.aux, of: verb, before: verb),
        text.isFrench || text.ends(positions[verb], with: "s")
      else { continue }
      tree.heads[verb] = tree.heads[before]
    }
  }

  /// "L'agence a connaissance de la faille": a noun that opens the sentence as its root, with a French finite verb hung on it
  /// right behind, is that verb's subject.
  mutating func raiseOpeningVerb() {
    guard text.isFrench, let noun = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(noun),
      !has(.cop, of: noun, before: noun), !has(.case, of: noun, before: noun),
      !has(.nsubj, of: noun, before: noun),
      let verb = tree.heads.indices.first(where: {
        $0 > noun && tree.heads[$0] == Int32(noun) && (tree.tags[$0] == .verb || tree.tags[$0] == .aux)
      }), tree.relations[verb] != .aclRelcl, !has(.mark, of: verb, before: verb),
      !has(.nsubj, of: verb, before: verb), !has(.aux, of: verb, before: verb),
      text.lexemes(at: positions[verb]).contains(where: { match in
        match.lexeme.form == .finite
          && (match.lexeme.category == .auxiliary || match.lexeme.category == .cue)
      }),
      !(noun + 1..<verb).contains(where: { tree.tags[$0] == .punct })
    else { return }
    tree.heads[verb] = -1
    tree.relations[verb] = .root
    for node in tree.heads.indices where tree.heads[node] == Int32(noun) && node > verb {
      tree.heads[node] = Int32(verb)
    }
    tree.heads[noun] = Int32(verb)
    tree.relations[noun] = .nsubj
  }

  /// "les récents piratages": of two French nouns side by side of which the second is called the first one's adjective, the
  /// first is the adjective where only the second is a word of the lexicon.
  mutating func joinFrenchAdjectives() {
    guard text.isFrench else { return }
    for noun in tree.heads.indices.dropFirst()
    where tree.relations[noun] == .amod && tree.tags[noun] == .noun && tree.heads[noun] == Int32(noun - 1) {
      let adjective = noun - 1
      guard tree.tags[adjective] == .noun, text.lexemes(at: positions[adjective]).isEmpty,
        text.names(covering: positions[adjective]).isEmpty,
        [LexemeCategory.behaviour, .role, .organ, .actor].contains(where: {
          text.lexeme($0, covering: positions[noun]) != nil
        }), has(.det, of: adjective, before: adjective)
      else { continue }
      tree.heads[noun] = tree.heads[adjective]
      tree.relations[noun] = tree.relations[adjective]
      for node in tree.heads.indices where tree.heads[node] == Int32(adjective) && node != noun {
        tree.heads[node] = Int32(noun)
      }
      tree.heads[adjective] = Int32(noun)
      tree.relations[adjective] = .amod
      tree.tags[adjective] = .adj
    }
  }

  /// "s'est indigné l'ambassadeur": the noun behind a French reflexive verb of claiming is its subject.
  mutating func makeReflexiveTags() {
    guard text.isFrench else { return }
    for verb in tree.heads.indices.dropFirst() where tree.tags[verb] == .verb {
      guard
        let pronoun = tree.heads.indices.first(where: {
          tree.heads[$0] == Int32(verb) && tree.relations[$0] == .expl
        }), pronoun < verb, pronoun == 0 || text.isComma(positions[pronoun - 1]),
        let subject = tree.heads.indices.first(where: {
          $0 > verb && tree.heads[$0] == Int32(verb) && tree.relations[$0] == .obj
        }), isNoun(subject), !has(.case, of: subject, before: subject),
        text.lexemes(at: positions[verb]).contains(where: { $0.lexeme.category == .cue })
          || text.lexemes(at: positions[pronoun]).contains(where: { $0.lexeme.category == .cue })
      else { continue }
      tree.relations[subject] = .nsubj
      // "Une calomnie, s'est emportée l'ambassade": what stands before it is what is said.
      for node in tree.heads.indices
      where node < pronoun && tree.heads[node] == Int32(verb)
        && (tree.relations[node] == .nsubj || tree.relations[node] == .nsubjPass)
      {
        tree.relations[node] = .ccomp
      }
    }
  }

  func has(_ relation: DependencyRelation, of head: Int, before end: Int) -> Bool {
    tree.heads.indices.contains {
      $0 < end && tree.heads[$0] == Int32(head) && tree.relations[$0] == relation
    }
  }

  /// "Berlin, which had accused Moscow, closed": what a relative pronoun behind a comma is the subject of is said of the noun
  /// before the comma, and that noun is the subject of the verb behind it.
  mutating func hangRelatives() {
    for pronoun in tree.heads.indices.dropFirst(2)
    where tree.relations[pronoun] == .nsubj && tree.heads[pronoun] > Int32(pronoun)
      && text.isComma(positions[pronoun - 1]) && isNoun(pronoun - 2)
      && text.isLexeme(at: positions[pronoun], .pronoun, PronounWord.relative)
    {
      let clause = Int(tree.heads[pronoun])
      let noun = pronoun - 2
      guard tree.heads[noun] == Int32(clause), tree.relations[clause] != .aclRelcl,
        case let main = Int(tree.heads[clause]), main > clause, !has(.case, of: noun, before: noun),
        !has(.nsubj, of: main, before: main), !has(.nsubjPass, of: main, before: main)
      else { continue }
      tree.heads[noun] = Int32(main)
      tree.relations[noun] = .nsubj
      tree.heads[clause] = Int32(noun)
      tree.relations[clause] = .aclRelcl
    }
  }

  /// "it has never taken part": "it" before a verb that has an object or a deed behind it, and no other subject, does it; so
  /// does "il" before a verb of will, which always has somebody for a subject: "il n'a pas voulu commenter".
  mutating func makePronounSubjects() {
    for pronoun in tree.heads.indices
    where tree.relations[pronoun] == .expl && tree.heads[pronoun] > Int32(pronoun) {
      let verb = Int(tree.heads[pronoun])
      guard
        text.isEnglish
          || text.isLexeme(at: positions[verb], .modal, ModalWord.will)
            && text.lexemes(at: positions[pronoun]).contains(where: { $0.lexeme.has(.subject) })
      else { continue }
      let isOwn = tree.heads.indices.contains { node in
        tree.heads[node] == Int32(verb)
          && [.nsubj, .nsubjPass, .csubj, .ccomp, .cop].contains(tree.relations[node])
      }
      if tree.tags[verb] == .verb, !isOwn { tree.relations[pronoun] = .nsubj }
    }
  }

  /// "que l'Iran soit derrière l'attaque": a form of "be" before its predicate is the copula.
  mutating func makeCopulas() {
    for node in tree.heads.indices where tree.relations[node] == .cc && isBe(node) {
      let head = Int(tree.heads[node])
      guard head > node else { continue }
      tree.relations[node] = .cop
      if tree.relations[head] == .conj,
        tree.heads.indices.contains(where: {
          tree.heads[$0] == Int32(head) && tree.relations[$0] == .mark
        })
      {
        tree.relations[head] = .ccomp
      }
      for child in tree.heads.indices
      where child < node && tree.relations[child] == .nsubj && tree.heads[child] == Int32(node) {
        tree.heads[child] = Int32(head)
      }
    }
    for copula in tree.heads.indices where tree.relations[copula] == .cop && isBe(copula) {
      let predicate = Int(tree.heads[copula])
      guard predicate > copula, [.conj, .appos, .nmod].contains(tree.relations[predicate]),
        let subject = phrase(of: Int(tree.heads[predicate])), subject < copula,
        !tree.heads.indices.contains(where: { node in
          tree.heads[node] == Int32(predicate)
            && ([.cc, .nsubj, .nsubjPass, .csubj].contains(tree.relations[node])
              || [.case, .mark].contains(tree.relations[node]) && tree.relations[predicate] != .conj
                && node < copula)
        })
      else { continue }
      tree.heads[predicate] = tree.heads[subject]
      tree.relations[predicate] = tree.relations[subject]
      if tree.relations[subject] == .nsubj, tree.heads[subject] > Int32(predicate) {
        tree.relations[predicate] = .ccomp
      }
      tree.heads[subject] = Int32(predicate)
      tree.relations[subject] = .nsubj
    }
  }

  /// The noun that heads the whole phrase a noun is in: "auteur" of "l'auteur de l'attaque".
  private func phrase(of noun: Int) -> Int? {
    var head = noun
    while head >= 0, isNoun(head), [.nmod, .appos].contains(tree.relations[head]) {
      head = Int(tree.heads[head])
    }
    return head >= 0 && isNoun(head) ? head : nil
  }
}
