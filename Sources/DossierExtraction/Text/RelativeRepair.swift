import DossierKnowledge
import DossierSyntax

/// Relative clauses that the parser lets go on too far.
extension TreeRepair {
  /// "The hackers who attacked Northway Logistics demand money": where nothing but a relative clause follows the noun that is to
  /// be the whole sentence, the verb in it that has taken the clause's object for its subject is the sentence's own.
  mutating func freeMainVerbs() {
    guard let noun = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(noun),
      let clause = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(noun) && tree.relations[$0] == .aclRelcl
      }), clause > noun, tree.tags[clause] == .verb,
      !TagKnowledge.isVerbOfClaiming(positions[clause], in: text),
      let verb = tree.heads.indices.first(where: { node in
        tree.heads[node] == Int32(clause) && node > clause && tree.tags[node] == .verb
          && [.ccomp, .obj, .parataxis, .xcomp, .advcl].contains(tree.relations[node])
      }),
      let object = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
      }), isNoun(object), object < verb
    else { return }
    // "who sit on the committee demanded": its preposition.
    let preposition = tree.heads.indices.first {
      tree.heads[$0] == Int32(verb) && tree.relations[$0] == .mark && tree.tags[$0] == .adp && $0 < object
    }
    guard (clause + 1..<verb).allSatisfy({ isInside($0, object) || $0 == preposition }),
      preposition != nil || tree.relations[verb] != .advcl,
      !tree.heads.indices.contains(where: {
        tree.heads[$0] == Int32(clause) && tree.relations[$0] == .obj && $0 != verb
      })
    else { return }
    raise(verb, over: noun)
    hang(object, on: clause, as: preposition == nil ? .obj : .obl)
    if let preposition { hang(preposition, on: object, as: .case) }
    for node in tree.heads.indices where node > verb && tree.heads[node] == Int32(clause) {
      tree.heads[node] = Int32(verb)
    }
  }

  /// "a group which supports Russia hacked the bank", "a gang sheltered by Russia had hacked the bank": where a noun with nothing but a
  /// clause behind it is to be the whole, the finite verb at the end of that clause is what the noun does.
  mutating func freeLastVerbs() {
    guard let noun = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(noun),
      let clause = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(noun) && (tree.relations[$0] == .aclRelcl || tree.relations[$0] == .acl)
      }), clause > noun, tree.tags[clause] == .verb,
      !tree.heads.indices.contains(where: {
        tree.heads[$0] == Int32(noun) && [.cop, .nsubj, .mark].contains(tree.relations[$0])
      }),
      let verb = tree.heads.indices.last(where: { node in
        node > clause + 1 && tree.tags[node] == .verb && isInside(node, clause)
          && [.ccomp, .appos, .conj, .xcomp, .advcl, .aclRelcl, .parataxis].contains(tree.relations[node])
          && (tree.morphology[node].contains(.finite) || hasAuxiliary(node))
      }),
      !tree.heads.indices.contains(where: { node in
        tree.heads[node] == Int32(verb) && [.mark, .cc].contains(tree.relations[node])
          && tree.tags[node] != .adp
      }),
      (clause + 1..<verb).allSatisfy({ node in
        tree.tags[node] != .punct && tree.tags[node] != .sconj && tree.tags[node] != .cconj
          && (tree.tags[node] != .verb)
      })
    else { return }
    let subject = tree.heads.indices.first {
      tree.heads[$0] == Int32(verb) && [.nsubj, .nsubjPass].contains(tree.relations[$0]) && $0 < verb
    }
    guard subject.map({ $0 > clause && isNoun($0) }) ?? true else { return }
    if let subject {
      tree.heads[subject] = Int32(clause)
      tree.relations[subject] = .obj
      // "works for the Kremlin hacked": a preposition that was taken for the clause's opener.
      for mark in tree.heads.indices
      where tree.heads[mark] == Int32(verb) && tree.relations[mark] == .mark && mark < subject {
        tree.heads[mark] = Int32(subject)
        tree.relations[mark] = .case
        tree.relations[subject] = .obl
      }
    }
    raise(verb, over: noun)
  }

  /// "a group that works for the Kremlin was behind the hack": the same where the end of the clause is no verb but a form of "be" and
  /// what it is said to be; no preposition stands before a subject of its own.
  mutating func freeLastPredicates() {
    guard let noun = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(noun),
      let clause = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(noun) && (tree.relations[$0] == .aclRelcl || tree.relations[$0] == .acl)
      }), clause > noun,
      let predicate = tree.heads.indices.last(where: { node in
        node > clause + 2 && isInside(node, clause) && has(.cop, of: node, before: node)
          && has(.nsubj, of: node, before: node)
      }),
      let subject = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(predicate) && tree.relations[$0] == .nsubj
      }), subject > clause + 1, isNoun(subject),
      let opener = tree.heads.indices.first(where: { node in
        tree.heads[node] == Int32(predicate) && tree.tags[node] == .adp && node > clause && node < subject
      }), (opener + 1..<subject).allSatisfy({ isInside($0, subject) })
    else { return }
    tree.heads[opener] = Int32(subject)
    tree.relations[opener] = .case
    tree.heads[subject] = Int32(clause)
    tree.relations[subject] = .obl
    raise(predicate, over: noun)
  }

  /// Makes a verb the whole, and the noun that was the whole its subject.
  private mutating func raise(_ verb: Int, over noun: Int) {
    for node in tree.heads.indices where tree.heads[node] == Int32(noun) && tree.relations[node] == .punct {
      tree.heads[node] = Int32(verb)
    }
    tree.heads[verb] = -1
    tree.relations[verb] = .root
    tree.heads[noun] = Int32(verb)
    tree.relations[noun] = .nsubj
  }

  /// "says a group that Cisco calls Silver Wren did it": the verb behind the name that a clause gives to a noun is what the noun does, and
  /// the name is no subject.
  mutating func freeVerbsBehindNames() {
    for naming in tree.heads.indices
    where tree.relations[naming] == .aclRelcl
      && text.lexemes(at: positions[naming]).contains(where: { $0.lexeme.means(AliasWord.call) })
    {
      let noun = Int(tree.heads[naming])
      guard noun >= 0, noun < naming, tree.relations[noun] == .obj, naming + 2 < tree.heads.count,
        text.lexemes(at: positions[noun]).contains(where: { $0.lexeme.category == .actor }),
        case let outer = Int(tree.heads[noun]), outer >= 0, outer < noun,
        TagKnowledge.isVerbOfClaiming(positions[outer], in: text),
        let verb = tree.heads.indices.first(where: { node in
          node > naming + 1 && tree.heads[node] == Int32(naming) && tree.relations[node] == .ccomp
            && tree.tags[node] == .verb
        }),
        let name = tree.heads.indices.first(where: {
          tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
        }), name > naming, name < verb, tree.tags[name] == .propn
      else { continue }
      hang(name, on: naming, as: .xcomp)
      hang(verb, on: outer, as: .ccomp)
      hang(noun, on: verb, as: .nsubj)
    }
  }
}
