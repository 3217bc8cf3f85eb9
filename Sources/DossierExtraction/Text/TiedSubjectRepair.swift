import DossierKnowledge
import DossierSyntax

/// Subjects with a shortened relative clause behind them, of whose last noun the parser makes the subject: "a group acting on behalf
/// of the Kremlin was behind it" does not say that the Kremlin was.
extension TreeRepair {
  /// The noun before the participle is the subject of the finite verb behind it all.
  mutating func freeTiedSubjects() {
    for tie in tree.heads.indices.dropFirst() where isShortenedClause(tie) {
      guard let noun = (max(0, tie - 2)..<tie).last(where: { tree.tags[$0] != .adv }), isNoun(noun),
        !has(.nsubj, of: tie, before: tie) || tree.heads[noun] == Int32(tie), !isOfRelative(noun),
        let predicate = finitePredicate(behind: tie),
        tree.heads[noun] != Int32(predicate)
          || tree.relations[noun] != .nsubj && tree.relations[noun] != .nsubjPass
      else { continue }
      let subjects = children(of: predicate).filter {
        [.nsubj, .nsubjPass, .expl].contains(tree.relations[$0])
      }
      guard subjects.allSatisfy({ $0 > tie && $0 < predicate && isGoverned($0) }),
        !subjects.isEmpty || hangsTogether(noun, tie, predicate)
      else { continue }
      for subject in subjects {
        hang(subject, on: tie, as: .obl)
      }
      // What they were to the sentence the finite verb is.
      let top = isInside(tie, noun) ? noun : tie
      if isInside(predicate, top) {
        give(predicate, placeOf: top)
      }
      if tree.relations[predicate] == .obj || tree.relations[predicate] == .obl {
        tree.relations[predicate] = .ccomp
      }
      hang(noun, on: predicate, as: .nsubj)
      hang(tie, on: noun, as: .acl)
    }
  }

  /// "a gang loyal to the Kremlin took it": an adjective of affiliation that the parser takes for the noun hangs on the noun before it.
  mutating func freeTiedNouns() {
    for tie in tree.heads.indices.dropFirst()
    where [.noun, .adj].contains(tree.tags[tie]) && isNoun(tie - 1) {
      guard
        tree.heads[tie - 1] == Int32(tie)
          || tree.relations[tie] == .nsubj && tree.heads[tie - 1] == tree.heads[tie],
        text.lexemes(at: positions[tie]).contains(where: {
          $0.lexeme.category == .affiliation && $0.end - $0.first > 1
        })
      else { continue }
      for child in tree.heads.indices where child < tie - 1 && tree.heads[child] == Int32(tie) {
        tree.heads[child] = Int32(tie - 1)
      }
      give(tie - 1, placeOf: tie)
      hang(tie, on: tie - 1, as: .amod)
    }
  }

  /// "Selon la Suède, deux hommes ont mené l'attaque": what one comma parts from an opening source, before a verb without a subject,
  /// is that verb's.
  mutating func freeSubjectsBehindSource() {
    guard let opener = tree.heads.indices.first,
      text.lexeme(.cue, covering: positions[opener])?.lexeme.means(CueFrame.according) == true
    else { return }
    for noun in tree.heads.indices
    where [.appos, .nsubj].contains(tree.relations[noun]) && isNoun(noun) {
      guard let source = source(of: noun, behind: opener), case let verb = Int(tree.heads[source]),
        verb > noun,
        (source..<verb).filter({ text.isComma(positions[$0]) }).count == 1,
        (source..<noun).contains(where: { text.isComma(positions[$0]) }),
        tree.relations[source] == .nsubj
          || !has(.nsubj, of: verb, before: verb) && !has(.nsubjPass, of: verb, before: verb),
        !has(.expl, of: verb, before: verb), tree.tags[verb] == .verb || has(.cop, of: verb, before: verb)
      else { continue }
      tree.relations[source] = .obl
      hang(noun, on: verb, as: .nsubj)
      return
    }
  }

  /// The noun of an opening source that another noun hangs on, or that is a second subject beside it.
  private func source(of noun: Int, behind opener: Int) -> Int? {
    if tree.relations[noun] == .nsubj {
      return (opener + 1..<noun).first {
        tree.heads[$0] == tree.heads[noun] && tree.relations[$0] == .nsubj
      }
    }
    var source = Int(tree.heads[noun])
    // Not forever: a tree that is being mended may run in a circle.
    for _ in 0..<8 where source >= 0 && [.nmod, .appos, .flat].contains(tree.relations[source]) {
      source = Int(tree.heads[source])
    }
    guard source >= 0, source < noun, source < opener + 12,
      [.obl, .nsubj].contains(tree.relations[source])
    else { return nil }
    return source
  }

  /// "A spokeswoman for Mandiant says": a name behind a preposition is no subject, but the noun before it, of which the parser has
  /// made a clause the relative.
  mutating func freeGovernedSubjects() {
    for verb in tree.heads.indices where tree.relations[verb] == .aclRelcl && tree.tags[verb] == .verb {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun),
        let subject = (noun + 1..<verb).first(where: { node in
          tree.heads[node] == Int32(verb) && tree.relations[node] == .nsubj
        }), isGoverned(subject),
        (noun + 1..<verb).allSatisfy({ node in
          !text.isComma(positions[node])
            && !text.isLexeme(at: positions[node], .pronoun, PronounWord.relative)
        })
      else { continue }
      give(verb, placeOf: noun)
      hang(noun, on: verb, as: .nsubj)
      hang(subject, on: noun, as: .nmod)
    }
  }

  /// "linked to", "acting on", "trained by": a participle without an auxiliary, of no verb of claiming.
  private func isShortenedClause(_ node: Int) -> Bool {
    guard tree.tags[node] == .verb || tree.tags[node] == .adj || tree.tags[node] == .adp,
      !hasAuxiliary(node), node + 2 < tree.heads.count,
      !TagKnowledge.isVerbOfClaiming(positions[node], in: text)
        // "thought to be backed by"
        || tree.tags[node + 1] == .part || text.lexeme(.affiliation, covering: positions[node]) != nil
    else { return false }
    return text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .affiliation || match.lexeme.form == .participle
        || match.lexeme.form == .gerund
    }
  }

  /// "whose results": the verb behind is the relative clause's own.
  private func isOfRelative(_ noun: Int) -> Bool {
    children(of: noun).contains { text.isLexeme(at: positions[$0], .pronoun, PronounWord.relative) }
  }

  /// The first verb or copula in a finite form behind a participle, with no mark and no "and" before it.
  private func finitePredicate(behind tie: Int) -> Int? {
    for node in tie + 2..<max(tie + 2, min(tie + 14, tree.heads.count)) {
      if tree.tags[node] == .punct || tree.tags[node] == .cconj || tree.tags[node] == .sconj { return nil }
      if text.isLexeme(at: positions[node], .pronoun, PronounWord.relative) { return nil }
      guard tree.tags[node] == .verb || has(.cop, of: node, before: node) else { continue }
      if tree.morphology[node].contains(.finite) || hasAuxiliary(node) || has(.cop, of: node, before: node)
        || has(.aux, of: node, before: node)
      {
        return node
      }
    }
    return nil
  }

  /// Whether a preposition stands right before a noun's phrase.
  private func isGoverned(_ noun: Int) -> Bool {
    var first = noun
    while first > 0, tree.tags[first - 1] != .adp, isInside(first - 1, noun) { first -= 1 }
    return first > 0 && tree.tags[first - 1] == .adp
  }

  /// Whether a predicate without a subject hangs on the participle, or the participle on it.
  private func hangsTogether(_ noun: Int, _ tie: Int, _ predicate: Int) -> Bool {
    guard tree.heads[noun] == Int32(tie), [.nsubj, .nsubjPass].contains(tree.relations[noun]) else {
      return false
    }
    return tree.heads[predicate] == Int32(tie)
      && [.ccomp, .xcomp, .advcl].contains(tree.relations[predicate])
      && !has(.mark, of: predicate, before: predicate)
      || tree.heads[tie] == Int32(predicate) && [.advcl, .csubj, .nsubj].contains(tree.relations[tie])
        && !has(.mark, of: tie, before: tie)
  }
}
