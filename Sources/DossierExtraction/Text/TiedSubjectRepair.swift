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
      let subjects = tree.heads.indices.filter { node in
        tree.heads[node] == Int32(predicate)
          && [.nsubj, .nsubjPass, .expl].contains(tree.relations[node])
      }
      guard subjects.allSatisfy({ $0 > tie && $0 < predicate && isGoverned($0) }),
        !subjects.isEmpty || hangsTogether(noun, tie, predicate)
      else { continue }
      for subject in subjects {
        tree.heads[subject] = Int32(tie)
        tree.relations[subject] = .obl
      }
      // What they were to the sentence the finite verb is.
      let top = isInside(tie, noun) ? noun : tie
      if isInside(predicate, top) {
        tree.heads[predicate] = tree.heads[top]
        tree.relations[predicate] = tree.relations[top]
      }
      if tree.relations[predicate] == .obj || tree.relations[predicate] == .obl {
        tree.relations[predicate] = .ccomp
      }
      tree.heads[noun] = Int32(predicate)
      tree.relations[noun] = .nsubj
      tree.heads[tie] = Int32(noun)
      tree.relations[tie] = .acl
    }
  }

  /// "a gang loyal to the Kremlin took it": the noun before an adjective of affiliation is the subject.
  mutating func freeTiedNouns() {
    for tie in tree.heads.indices.dropFirst()
    where tree.relations[tie] == .nsubj && [.noun, .adj].contains(tree.tags[tie]) && isNoun(tie - 1) {
      let verb = tree.heads[tie]
      guard verb > Int32(tie), tree.heads[tie - 1] == Int32(tie) || tree.heads[tie - 1] == verb,
        text.lexemes(at: positions[tie]).contains(where: {
          $0.lexeme.category == .affiliation && $0.end - $0.first > 1
        })
      else { continue }
      for child in tree.heads.indices where child < tie && tree.heads[child] == Int32(tie) {
        tree.heads[child] = Int32(tie - 1)
      }
      tree.heads[tie - 1] = verb
      tree.relations[tie - 1] = .nsubj
      tree.heads[tie] = Int32(tie - 1)
      tree.relations[tie] = .amod
    }
  }

  /// "Selon la Suède, deux hommes ont mené l'attaque": what one comma parts from an opening source, before a verb without a subject,
  /// is that verb's.
  mutating func freeSubjectsBehindSource() {
    guard let opener = tree.heads.indices.first,
      text.lexeme(.cue, covering: positions[opener])?.lexeme.means(CueFrame.according) == true
    else { return }
    for noun in tree.heads.indices where tree.relations[noun] == .appos && isNoun(noun) {
      let source = Int(tree.heads[noun])
      guard source >= 0, source < noun, case let verb = Int(tree.heads[source]), verb > noun,
        tree.relations[source] == .obl,
        (source..<verb).filter({ text.isComma(positions[$0]) }).count == 1,
        !has(.nsubj, of: verb, before: verb), !has(.nsubjPass, of: verb, before: verb),
        !has(.expl, of: verb, before: verb), tree.tags[verb] == .verb || has(.cop, of: verb, before: verb)
      else { continue }
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
      return
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
    tree.heads.indices.contains { node in
      tree.heads[node] == Int32(noun)
        && text.isLexeme(at: positions[node], .pronoun, PronounWord.relative)
    }
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
    while first > 0, tree.heads[first - 1] == Int32(noun) || tree.heads[first - 1] == Int32(first),
      [.det, .amod, .compound, .nmodPoss, .nummod, .flat].contains(tree.relations[first - 1])
    {
      first -= 1
    }
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
