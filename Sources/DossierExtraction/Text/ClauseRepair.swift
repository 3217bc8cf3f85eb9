import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Clauses whose verb the parser has hung below a noun, a name or a participle before it.
extension TreeRepair {
  /// "voit derrière l'attaque contre le réseau la main de Moscou": a noun with an article and no preposition hangs on no noun
  /// before it, but is the object of the verb that has none.
  mutating func freeObjects() {
    for node in tree.heads.indices where tree.relations[node] == .nmod && isNoun(node) {
      let above = Int(tree.heads[node])
      guard above >= 0, above < node, isNoun(above),
        (above + 1..<node).allSatisfy({ tree.tags[$0] != .punct && tree.tags[$0] != .verb }),
        text.document.metadata.language.hasPrefix("fr"),
        tree.heads.indices.contains(where: {
          tree.heads[$0] == Int32(node) && tree.relations[$0] == .det && $0 < node
        }),
        !tree.heads.indices.contains(where: {
          tree.heads[$0] == Int32(node) && (tree.relations[$0] == .case || tree.relations[$0] == .mark)
        })
      else { continue }
      var verb = above
      for _ in 0..<6 where verb >= 0 && (tree.tags[verb] != .verb || hasObject(verb, before: node)) {
        verb = Int(tree.heads[verb])
      }
      guard verb >= 0, verb < above, tree.tags[verb] == .verb, !hasObject(verb, before: node) else {
        continue
      }
      tree.heads[node] = Int32(verb)
      tree.relations[node] = .obj
    }
  }

  private func hasObject(_ verb: Int, before node: Int) -> Bool {
    tree.heads.indices.contains { other in
      tree.heads[other] == Int32(verb)
        && (tree.relations[other] == .obj || tree.relations[other] == .ccomp
          || tree.relations[other] == .xcomp && other < node)
    }
  }

  /// "Mis en cause par Berlin, le groupe n'a pas réagi": the verb behind the comma is the clause's, and the participle that
  /// opens it hangs on it.
  mutating func freeFronted() {
    guard text.document.metadata.language.hasPrefix("fr"),
      let root = tree.heads.firstIndex(where: { $0 < 0 }), root <= 1, tree.tags[root] == .verb,
      tree.relations.indices.contains(where: {
        tree.heads[$0] == Int32(root) && tree.relations[$0] == .oblAgent
      }),
      !tree.heads.indices.contains(where: {
        tree.heads[$0] == Int32(root) && [.nsubj, .nsubjPass, .aux, .auxPass].contains(tree.relations[$0])
      }),
      let comma = tree.heads.indices.first(where: { $0 > root && isComma($0) }),
      let subject = tree.heads.indices.first(where: { node in
        node > comma && tree.relations[node] == .nsubj && Int(tree.heads[node]) > node
          && tree.tags[Int(tree.heads[node])] == .verb
          && tree.relations[Int(tree.heads[node])] != .ccomp
      })
    else { return }
    let verb = Int(tree.heads[subject])
    lift(verb, over: root, as: .advcl)
  }

  /// "a convoqué l'ambassadeur pour protester": an infinitive behind "pour" says why the verb's subject acts.
  mutating func hangPurposes() {
    for node in tree.heads.indices where tree.relations[node] == .acl && tree.tags[node] == .verb {
      let noun = Int(tree.heads[node])
      guard noun >= 0, noun < node, isNoun(noun), tree.relations[noun] == .obj,
        tree.heads.indices.contains(where: {
          tree.heads[$0] == Int32(node) && tree.relations[$0] == .mark && $0 < node
            && text.isLexeme(at: positions[$0], .preposition, PrepositionWord.for)
        })
      else { continue }
      tree.heads[node] = tree.heads[noun]
      tree.relations[node] = .advcl
    }
  }

  /// "A group known as Salt Typhoon denied": the verb behind the name is that of the noun before it.
  mutating func freeNamedSubjects() {
    for verb in tree.heads.indices where tree.tags[verb] == .verb && isCue(verb) {
      guard
        let name = tree.heads.indices.first(where: {
          tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
        }),
        name < verb, name > 1, tree.heads[verb] >= 0
      else { continue }
      let naming = Int(tree.heads[verb])
      guard naming < name, name - naming <= 3, tree.relations[naming] == .acl, tree.tags[naming] == .verb,
        (naming + 1..<name).allSatisfy({
          tree.tags[$0] == .adp || tree.tags[$0] == .sconj || tree.heads[$0] == Int32(name)
        })
      else { continue }
      let noun = Int(tree.heads[naming])
      guard noun < naming, isNoun(noun) else { continue }
      tree.heads[verb] = tree.heads[noun]
      tree.relations[verb] = tree.relations[noun]
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
      tree.heads[name] = Int32(naming)
      tree.relations[name] = .obl
      for other in naming + 1..<name where tree.heads[other] == Int32(verb) {
        tree.heads[other] = Int32(name)
        tree.relations[other] = .case
      }
    }
  }

  /// "Hackers linked to Iran were accused": the participle describes the noun, and the verb behind it is the clause's.
  mutating func freeTiedSubjects() {
    for tie in tree.heads.indices.dropFirst() where tree.tags[tie] == .verb {
      let noun = tie - 1
      guard isNoun(noun), tree.heads[noun] == Int32(tie),
        tree.relations[noun] == .nsubj || tree.relations[noun] == .nsubjPass,
        text.lexemes(at: positions[tie]).contains(where: {
          $0.lexeme.category == .affiliation && $0.lexeme.language == .en
        }),
        let verb = tree.heads.indices.first(where: {
          $0 > tie && tree.heads[$0] == Int32(tie) && tree.tags[$0] == .verb
            && [.conj, .ccomp, .advcl, .parataxis, .xcomp].contains(tree.relations[$0])
        })
      else { continue }
      tree.heads[verb] = tree.heads[tie]
      tree.relations[verb] = tree.relations[tie]
      tree.heads[tie] = Int32(noun)
      tree.relations[tie] = .acl
      tree.heads[noun] = Int32(verb)
      for node in tree.heads.indices where node > verb && tree.heads[node] == Int32(tie) {
        tree.heads[node] = Int32(verb)
      }
    }
  }

  /// A finite verb of claiming hung on the noun before it: "[L'Anssi dit] ne disposer d'aucune preuve".
  mutating func freeVerbs() {
    for verb in tree.heads.indices
    where (tree.relations[verb] == .acl || tree.relations[verb] == .amod) && tree.tags[verb] == .verb {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun),
        isFiniteCue(verb) || isCue(verb) && (opensClause(verb + 1) || governs(verb, of: noun)),
        (noun + 1..<verb).allSatisfy({ isInside($0, noun) && tree.tags[$0] != .punct }),
        !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(noun) && tree.relations[$0] == .case })
      else { continue }
      let above = Int(tree.heads[noun])
      if above < 0 {
        tree.heads[verb] = -1
        tree.relations[verb] = .root
      } else if tree.relations[noun] == .nsubj, above > verb {
        tree.heads[verb] = tree.heads[above]
        tree.relations[verb] = tree.relations[above]
        tree.heads[above] = Int32(verb)
        tree.relations[above] = .ccomp
      } else {
        continue
      }
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
      for node in tree.heads.indices where node > verb && tree.heads[node] == Int32(noun) {
        tree.heads[node] = Int32(verb)
        if tree.relations[node] == .flat { tree.relations[node] = .obj }
      }
    }
  }

  /// "Anne Neuberger, a White House official, declined": no clause has a name alone for its head; the verb behind the
  /// comma is it.
  mutating func freeMainVerb() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(root), root < 6,
      !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(root) && tree.relations[$0] == .cop }),
      let verb = tree.heads.indices.first(where: { node in
        node > root + 2 && tree.tags[node] == .verb && tree.relations[node] == .acl && isCue(node)
          && tree.heads[node] >= 0 && tree.heads[Int(tree.heads[node])] == Int32(root)
          && tree.relations[Int(tree.heads[node])] == .appos && isComma(node - 1)
      })
    else { return }
    lift(verb, over: root, as: .nsubj)
  }

  /// "The Minister for Health appealed": of the noun that heads no clause and the name behind its preposition the noun is
  /// the subject.
  mutating func freeGoverned() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(root), root < 6,
      !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(root) && tree.relations[$0] == .cop }),
      let verb = tree.heads.indices.first(where: { node in
        node > root + 2 && tree.tags[node] == .verb && isCue(node)
          && (tree.relations[node] == .aclRelcl || tree.relations[node] == .acl)
      }),
      let name = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj && $0 < verb
      }),
      let preposition = (root + 1..<name).first(where: { tree.tags[$0] == .adp }),
      (root + 1..<verb).allSatisfy({ node in
        switch tree.tags[node] {
        case .adp, .det, .adj, .noun, .propn, .aux, .adv: true
        default: false
        }
      })
    else { return }
    lift(verb, over: root, as: .nsubj)
    tree.heads[name] = Int32(root)
    tree.relations[name] = .nmod
    tree.heads[preposition] = Int32(name)
    tree.relations[preposition] = .case
  }

  /// "The Treasury on the same day [imposed sanctions] on both men": a verb that makes a phrase of claiming with the noun
  /// behind it describes no noun; it is the verb that the sentence has not.
  mutating func freePhrases() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }) else { return }
    for verb in tree.heads.indices
    where verb > root && tree.tags[verb] == .verb && tree.relations[verb] == .amod {
      let noun = Int(tree.heads[verb])
      guard noun > verb,
        text.lexemes(at: positions[verb]).contains(where: { match in
          match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
            && Int(match.end) > positions[noun]
        })
      else { continue }
      if isNoun(root) {
        for node in tree.heads.indices where node > verb && tree.heads[node] == tree.heads[noun] {
          tree.heads[node] = Int32(verb)
        }
        lift(verb, over: root, as: .nsubj)
      } else if tree.heads.indices.contains(where: {
        $0 < verb && tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
      }) {
        // "came after Britain [imposed sanctions] on"
        tree.heads[verb] = tree.heads[noun]
        tree.relations[verb] = .advcl
        for node in tree.heads.indices where node < verb && tree.heads[node] == Int32(noun) {
          tree.heads[node] = Int32(verb)
          if tree.relations[node] == .case { tree.relations[node] = .mark }
        }
      } else {
        continue
      }
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .obj
      return
    }
  }

  /// Makes a verb the head of the sentence instead of its root, which hangs on it from now on; what hung on the root
  /// behind the verb goes with the verb.
  mutating func lift(_ verb: Int, over root: Int, as relation: DependencyRelation) {
    for node in tree.heads.indices where node > verb && tree.heads[node] == Int32(root) {
      tree.heads[node] = Int32(verb)
    }
    tree.heads[verb] = -1
    tree.relations[verb] = .root
    tree.heads[root] = Int32(verb)
    tree.relations[root] = relation
  }

  /// "Volexity a des raisons de penser": "a" before a noun with an article is the verb, and the noun its object.
  mutating func freeHave() {
    for have in tree.heads.indices where tree.tags[have] == .aux && tree.relations[have] == .case {
      let noun = Int(tree.heads[have])
      guard noun > have, isNoun(noun),
        tree.heads.indices.contains(where: {
          $0 < have && tree.heads[$0] == Int32(noun) && tree.relations[$0] == .nsubj
        })
      else { continue }
      for node in tree.heads.indices
      where tree.heads[node] == Int32(noun)
        && (node < have || [.ccomp, .punct].contains(tree.relations[node]))
      {
        tree.heads[node] = Int32(have)
      }
      tree.tags[have] = .verb
      tree.heads[have] = tree.heads[noun]
      tree.relations[have] = tree.relations[noun]
      tree.heads[noun] = Int32(have)
      tree.relations[noun] = .obj
    }
  }

  /// "Finland, citing evidence, blamed": the gerund between commas is no main verb; the verb of claiming behind it is.
  mutating func freeFromGerund() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }), tree.tags[root] == .verb, root > 1,
      isComma(root - 1),
      text.endsAsGerund(positions[root]),
      let subject = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(root) && tree.relations[$0] == .nsubj && $0 < root - 1
      }),
      let verb = tree.heads.indices.first(where: { node in
        node > root + 1 && tree.tags[node] == .verb && isCue(node) && isComma(node - 1)
          && !text.endsAsGerund(positions[node])
          && !tree.heads.indices.contains { tree.heads[$0] == Int32(node) && tree.relations[$0] == .nsubj }
      })
    else { return }
    lift(verb, over: root, as: .advcl)
    tree.heads[subject] = Int32(verb)
  }

  func isComma(_ node: Int) -> Bool {
    tree.tags[node] == .punct && text.isComma(positions[node])
  }

  /// "indications that Iran was behind it": of two subjects the "that" only opens the clause.
  mutating func markClauses() {
    for node in tree.heads.indices
    where tree.relations[node] == .nsubj && tree.heads[node] >= 0
      && text.isLexeme(at: positions[node], .complementizer, ComplementizerWord.that)
    {
      let verb = tree.heads[node]
      guard
        tree.heads.indices.contains(where: {
          $0 > node && Int32($0) < verb && tree.heads[$0] == verb && tree.relations[$0] == .nsubj
        })
      else { continue }
      tree.relations[node] = .mark
      tree.tags[node] = .sconj
    }
  }

  /// "Selon la Norvège, le GRU est responsable": the clause behind the comma is the main one, and the phrase hangs on it.
  mutating func freeOpeners() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(root), root <= 6,
      tree.heads.indices.contains(where: {
        $0 < root && tree.heads[$0] == Int32(root) && tree.relations[$0] == .case
      }),
      let clause = tree.heads.indices.first(where: { node in
        node > root + 1 && tree.heads[node] == Int32(root)
          && [.aclRelcl, .appos, .parataxis, .acl, .ccomp, .advcl, .conj, .dep].contains(tree.relations[node])
          && tree.heads.indices.contains { tree.heads[$0] == Int32(node) && tree.relations[$0] == .nsubj }
      }),
      (root + 1..<clause).contains(where: {
        tree.tags[$0] == .punct && text.isComma(positions[$0])
      })
    else { return }
    lift(clause, over: root, as: .obl)
  }

  /// Whether a verb of claiming stands in a form that no participle has.
  private func isFiniteCue(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.general)
        && [.finite, .conditional, .future].contains(match.lexeme.form)
    }
      && !text.lexemes(at: positions[node]).contains { match in
        match.lexeme.category == .cue && match.lexeme.form == .participle
      }
  }

  /// "A senior official named the hackers": the only noun of a sentence without a verb has people before an English verb
  /// with an object at once behind it, which a participle has not.
  private func governs(_ verb: Int, of noun: Int) -> Bool {
    guard tree.heads[noun] < 0, verb + 1 < tree.tags.count, verb == noun + 1,
      text.document.metadata.language.hasPrefix("en"), text.tokens[positions[verb + 1]].kind == .word
    else { return false }
    // "A spokesman declined to say"
    let isInfinitive = tree.tags[verb + 1] == .part || tree.relations[verb + 1] == .mark
    return
      (isInfinitive
      || !text.lexemes(at: positions[verb + 1]).contains { $0.lexeme.category == .preposition })
      && (text.lexeme(.role, covering: positions[noun]) != nil
        || text.lexeme(.organ, covering: positions[noun]) != nil)
  }

  /// Whether "que", "ne" or a French infinitive stands here, which no participle before it governs.
  private func opensClause(_ node: Int) -> Bool {
    guard node < tree.tags.count else { return false }
    return text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .complementizer
        || match.lexeme.category == .negation && match.lexeme.means(NegationWord.ne)
        || match.lexeme.category == .auxiliary && match.lexeme.form == .infinitive
          && match.lexeme.language == .fr
    }
  }

  func isCue(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.general)
    }
  }
}
