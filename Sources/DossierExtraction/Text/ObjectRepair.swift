import DossierKnowledge
import DossierSyntax

/// Objects that the parser makes a clause of, clauses that it hangs on their subjects, and subjects that it lists with other words.
extension TreeRepair {
  /// "Russian-speaking hackers had hacked the bank": a verb without a subject that hangs as a clause on the noun before it has that noun
  /// for its subject.
  mutating func raisePredicates() {
    for verb in tree.heads.indices where tree.relations[verb] == .ccomp && tree.tags[verb] == .verb {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun),
        tree.morphology[verb].contains(.finite) || hasAuxiliary(verb),
        !tree.heads.indices.contains(where: { other in
          tree.heads[other] == Int32(verb)
            && [.nsubj, .nsubjPass, .mark, .expl].contains(tree.relations[other])
            || tree.heads[other] == Int32(noun) && [.case, .cop, .nsubj].contains(tree.relations[other])
        }),
        (noun + 1..<verb).allSatisfy({ tree.tags[$0] == .aux || tree.tags[$0] == .adv })
      else { continue }
      let above = tree.heads[noun]
      tree.heads[verb] = above
      tree.relations[verb] =
        above >= 0 && TagKnowledge.isVerbOfClaiming(positions[Int(above)], in: text)
        ? .ccomp : tree.relations[noun]
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
    }
  }

  /// "It had high confidence that Russia did it": what somebody has hangs on "had", and so does what they are confident of.
  mutating func makePossessors() {
    for verb in tree.heads.indices where tree.relations[verb] == .aux && tree.tags[verb] == .verb {
      let noun = Int(tree.heads[verb])
      guard noun > verb, tree.tags[noun] == .noun else { continue }
      let head = tree.heads[noun]
      give(verb, placeOf: noun)
      for child in tree.heads.indices
      where child < verb && tree.heads[child] == Int32(noun)
        && [.nsubj, .mark, .cc].contains(tree.relations[child])
      {
        tree.heads[child] = Int32(verb)
      }
      hang(noun, on: verb, as: .obj)
      if noun + 1 < tree.heads.count,
        let clause = tree.heads.indices.first(where: { node in
          node > noun && tree.heads[node] == head && tree.relations[node] == .ccomp
            && tree.heads[noun + 1] == Int32(node) && tree.relations[noun + 1] == .mark
        })
      {
        hang(clause, on: verb, as: .ccomp)
      }
    }
  }

  /// "said an inquiry had found that X did it": of two clauses under one verb the second, which opens with "that" right behind the verb
  /// of the first, is what that one found.
  mutating func nestContents() {
    for inner in tree.heads.indices where tree.relations[inner] == .ccomp {
      let outer = tree.heads[inner]
      guard outer >= 0, Int(outer) < inner,
        let that = tree.heads.indices.prefix(inner).first(where: { node in
          tree.heads[node] == Int32(inner) && tree.relations[node] == .mark
        }), that > 1, case let finder = that - 1, tree.tags[finder] == .verb,
        tree.heads[finder] == outer, tree.relations[finder] == .ccomp,
        text.lexeme(.cue, covering: positions[finder]) != nil
          || text.lexeme(.judgement, covering: positions[finder]) != nil
      else { continue }
      tree.heads[inner] = Int32(finder)
    }
  }

  /// "is not convinced that Russia did it": a clause that opens with "that" right behind a word of claiming is its content.
  mutating func makeContents() {
    for clause in tree.heads.indices where tree.relations[clause] == .advcl {
      let head = Int(tree.heads[clause])
      guard head >= 0, head + 1 < clause, text.lexeme(.cue, covering: positions[head]) != nil,
        tree.heads[head + 1] == Int32(clause), tree.relations[head + 1] == .mark,
        text.isLexeme(at: positions[head + 1], .complementizer, ComplementizerWord.that)
      else { continue }
      tree.relations[clause] = .ccomp
    }
  }

  /// "a déclaré dans un communiqué que la Russie …", "a dit aux journalistes que la Norvège …": the clause that opens behind a
  /// statement's name, or behind those who were told, is what was said.
  mutating func freeStatedContents() {
    for clause in tree.heads.indices where [.ccomp, .acl, .aclRelcl].contains(tree.relations[clause]) {
      var paper = Int(tree.heads[clause])
      // "in a statement published on Monday that"
      if paper >= 0, tree.relations[paper] == .acl { paper = Int(tree.heads[paper]) }
      guard paper >= 0, paper < clause,
        text.lexeme(.channel, covering: positions[paper]) != nil || isTold(paper, clause),
        tree.relations[paper] == .obl || tree.relations[paper] == .nmod,
        let opener = (paper + 1..<clause).first(where: {
          text.isLexeme(at: positions[$0], .complementizer, ComplementizerWord.that)
        }), tree.heads[opener] == Int32(clause), tree.relations[opener] == .mark,
        let verb = (max(0, paper - 8)..<paper).last(where: {
          tree.tags[$0] == .verb && isClaiming($0)
        }), isInside(paper, verb),
        !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(verb) && tree.relations[$0] == .ccomp })
      else { continue }
      tree.heads[clause] = Int32(verb)
      tree.relations[clause] = .ccomp
      // « communiqué » is a participle, too.
      tree.tags[paper] = .noun
    }
    freeToldObjects()
    for clause in tree.heads.indices where tree.relations[clause] == .ccomp && tree.tags[clause] == .verb {
      makeOpener(of: clause)
      makeObject(ofSecondSubjectIn: clause)
    }
  }

  /// Whether those whom a noun names are told a clause that has a subject of its own.
  private func isTold(_ noun: Int, _ clause: Int) -> Bool {
    text.lexeme(.role, covering: positions[noun]) != nil
      && tree.heads.indices.contains { child in
        tree.heads[child] == Int32(noun) && tree.relations[child] == .case
          && text.isLexeme(at: positions[child], .preposition, PrepositionWord.to)
      }
      && has(.nsubj, of: clause, before: clause)
  }

  /// "a déclaré que la Norvège mettait la Russie en cause": a "que" that is called the object, beside another, opens the clause.
  private mutating func makeOpener(of clause: Int) {
    let objects = tree.heads.indices.filter { child in
      tree.heads[child] == Int32(clause) && tree.relations[child] == .obj
    }
    guard objects.count == 2, objects[0] < clause, objects[1] > clause, tree.tags[objects[0]] == .sconj,
      text.isLexeme(at: positions[objects[0]], .complementizer, ComplementizerWord.that)
    else { return }
    tree.relations[objects[0]] = .mark
  }

  /// "had said Russia hacked the port": a noun behind a verb of saying, with a verb right behind it that has no other subject, is what
  /// the clause without a "that" is about.
  private mutating func freeToldObjects() {
    for verb in tree.heads.indices where tree.relations[verb] == .advcl && tree.tags[verb] == .verb {
      let saying = Int(tree.heads[verb])
      guard text.isEnglish, saying >= 0, saying + 1 < verb,
        text.isLexeme(at: positions[saying], .cue, CueFrame.say),
        tree.morphology[verb].contains(.finite) || hasAuxiliary(verb),
        let noun = tree.heads.indices.first(where: {
          tree.heads[$0] == Int32(saying) && tree.relations[$0] == .obj
        }),
        noun > saying, noun < verb, isNoun(noun),
        (saying + 1..<noun).allSatisfy({ isInside($0, noun) }),
        (noun + 1..<verb).allSatisfy({ isInside($0, noun) || [.aux, .adv].contains(tree.tags[$0]) }),
        !tree.heads.indices.contains(where: { child in
          tree.heads[child] == Int32(verb) && [.mark, .nsubj, .nsubjPass].contains(tree.relations[child])
        })
      else { continue }
      tree.relations[verb] = .ccomp
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
    }
  }

  /// "que la Norvège avait accusé Dunn": of two subjects the one behind the verb is its object.
  private mutating func makeObject(ofSecondSubjectIn clause: Int) {
    let subjects = tree.heads.indices.filter { child in
      tree.heads[child] == Int32(clause) && tree.relations[child] == .nsubj
    }
    guard subjects.count == 2, subjects[0] < clause, subjects[1] > clause else { return }
    tree.relations[subjects[1]] = .obj
  }

  private func isClaiming(_ verb: Int) -> Bool {
    text.lexemes(at: positions[verb]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.general)
    }
  }

  func hasAuxiliary(_ verb: Int) -> Bool {
    tree.heads.indices.contains { tree.heads[$0] == Int32(verb) && tree.relations[$0] == .aux }
  }

  /// "blamed Russian-speaking hackers for it": a noun right behind a verb of claiming that has no object, with nothing of a clause about
  /// it, is its object.
  mutating func makeObjects() {
    for noun in tree.heads.indices where mayBeObject(noun) {
      let verb = Int(tree.heads[noun])
      guard verb >= 0, verb < noun, TagKnowledge.isVerbOfClaiming(positions[verb], in: text),
        !tree.heads.indices.contains(where: { other in
          tree.heads[other] == Int32(verb) && tree.relations[other] == .obj
            || tree.heads[other] == Int32(noun)
              && [.mark, .cop, .nsubj, .aux, .case].contains(tree.relations[other])
        }),
        (verb + 1..<noun).allSatisfy({ isInside($0, noun) })
      else { continue }
      tree.relations[noun] = .obj
    }
  }

  /// Whether the tree has taken a noun behind a verb for a clause or for its second subject: "a condamné [Dunn]", "exhorte [M. Dunn] à".
  private func mayBeObject(_ noun: Int) -> Bool {
    switch tree.relations[noun] {
    case .advcl: isNoun(noun)
    case .xcomp: tree.tags[noun] == .propn
    case .nsubj:
      isNoun(noun) && tree.heads[noun] == Int32(noun - 1)
        && has(.nsubj, of: noun - 1, before: noun - 1)
    default: false
    }
  }

  /// "…, et l'ambassade de Russie rejette l'accusation": a noun behind a comma and "and", right before a verb of claiming that has no
  /// subject, is its subject and nothing that the words before are listed with.
  mutating func freeSecondSubjects() {
    for noun in tree.heads.indices where tree.relations[noun] == .conj && isNoun(noun) {
      guard
        let and = tree.heads.indices.first(where: {
          $0 < noun && tree.heads[$0] == Int32(noun) && tree.relations[$0] == .cc
        }), and > 1, text.isComma(positions[and - 1]),
        let verb = (noun + 1..<max(noun + 1, min(noun + 6, tree.heads.count))).first(where: {
          !isInside($0, noun) || tree.relations[$0] == .acl
        }), TagKnowledge.isVerbOfClaiming(positions[verb], in: text), tree.relations[verb] == .conj,
        tree.morphology[verb].contains(.finite), !has(.nsubj, of: verb, before: verb),
        (and + 1..<verb).allSatisfy({ isInside($0, noun) })
      else { continue }
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
      tree.heads[and] = Int32(verb)
    }
  }
}
