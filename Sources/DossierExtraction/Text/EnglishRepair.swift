import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What English trees of press prose get wrong again and again.
extension TreeRepair {
  /// All of them, phrases before clauses.
  mutating func mendEnglish() {
    freeTimes()
    hangCharges()
    markPlurals()
    hangOffices()
    hangBeliefs()
    freeCoordinated()
    freeFromRelative()
    findSpeakers()
  }

  /// "Officers this morning arrested": of two subjects a time is none.
  private mutating func freeTimes() {
    for node in tree.heads.indices where tree.relations[node] == .nsubj && !isNoun(node) {
      guard tree.tags[node] == .noun || tree.tags[node] == .propn,
        tree.heads.indices.contains(where: {
          $0 < node && tree.heads[$0] == tree.heads[node] && tree.relations[$0] == .nsubj
        })
      else { continue }
      tree.relations[node] = .obl
    }
  }

  /// "accused Canada of having spied": a verb behind a preposition is coordinated with nothing.
  private mutating func hangCharges() {
    for node in tree.heads.indices where tree.relations[node] == .conj && tree.tags[node] == .verb {
      let children = tree.heads.indices.filter { tree.heads[$0] == Int32(node) && $0 < node }
      guard !children.contains(where: { tree.relations[$0] == .cc }),
        children.contains(where: {
          tree.relations[$0] == .mark
            && text.isLexeme(at: positions[$0], .preposition, PrepositionWord.of)
        })
      else { continue }
      tree.relations[node] = .advcl
    }
  }

  /// "warns that hacktivists will try": before a noun in the plural "that" opens a clause.
  private mutating func markPlurals() {
    for node in tree.heads.indices.dropFirst()
    where tree.tags[node] == .det
      && text.isLexeme(at: positions[node], .complementizer, ComplementizerWord.that)
      && tree.tags[node - 1] == .verb
    {
      let noun = Int(tree.heads[node])
      guard noun > node, isNoun(noun), text.isPlural(positions[noun]), tree.relations[noun] == .nsubj else {
        continue
      }
      let verb = Int(tree.heads[noun])
      guard verb > noun else { continue }
      tree.tags[node] = .sconj
      tree.relations[node] = .mark
      tree.heads[node] = Int32(verb)
      if tree.relations[verb] == .parataxis, tree.heads[verb] == Int32(node - 1) {
        tree.relations[verb] = .ccomp
      }
    }
  }

  /// "… bears the marks of X, analysts at Chainward said": the phrase between the last comma and a verb of saying that has no
  /// subject is its subject.
  private mutating func findSpeakers() {
    guard let verb = tree.heads.firstIndex(where: { $0 < 0 }), tree.tags[verb] == .verb, verb > 4,
      text.lexemes(at: positions[verb]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.form != .gerund
          && (match.lexeme.means(CueFrame.say) || match.lexeme.means(CueFrame.tell))
      }),
      let comma = (0..<verb).last(where: { node in
        tree.tags[node] == .punct && text.isComma(positions[node])
      }), comma + 1 < verb, comma > 2,
      (comma + 1..<verb).allSatisfy({ node in
        switch tree.tags[node] {
        case .noun, .propn, .adj, .adp, .det, .num, .part, .pron: true
        // "two people briefed on the case told"
        case .verb: text.lexeme(.role, covering: positions[node]) != nil
        default: false
        }
      }),
      // A subject before the comma is one only if nothing there says that it heads a clause of its own.
      tree.heads.indices.allSatisfy({ subject in
        tree.heads[subject] != Int32(verb) || tree.relations[subject] != .nsubj
          || subject < comma && hasCopula(subject)
      }),
      let noun = (comma + 1..<verb).first(where: { node in
        isNoun(node)
          && (!(comma + 1..<verb ~= Int(tree.heads[node])) || tree.tags[Int(tree.heads[node])] == .verb)
          && !tree.heads.indices.contains {
            tree.heads[$0] == Int32(node) && tree.relations[$0] == .case && tree.tags[$0] == .adp
          }
      })
    else { return }
    for node in tree.heads.indices where tree.heads[node] == Int32(verb) && tree.relations[node] == .nsubj {
      tree.relations[node] = .ccomp
    }
    let before = Int(tree.heads[noun])
    tree.heads[noun] = Int32(verb)
    tree.relations[noun] = .nsubj
    if comma + 1..<verb ~= before {
      tree.heads[before] = Int32(noun)
      tree.relations[before] = .acl
    }
  }

  /// "came to a different conclusion and blamed Turla": a verb of claiming behind "and" goes on with the verb before it, not
  /// with its noun.
  private mutating func freeCoordinated() {
    for verb in tree.heads.indices.dropFirst(3)
    where tree.relations[verb] == .conj && tree.tags[verb] == .verb && tree.tags[verb - 1] == .cconj
      && isClaim(verb)
    {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun),
        !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(noun) && tree.relations[$0] == .nsubj })
      else { continue }
      var above = Int(tree.heads[noun])
      for _ in 0..<4 where above >= 0 && tree.tags[above] != .verb { above = Int(tree.heads[above]) }
      guard above >= 0, above < noun, tree.tags[above] == .verb,
        tree.heads.indices.contains(where: {
          $0 < above && tree.heads[$0] == Int32(above) && tree.relations[$0] == .nsubj
        })
      else { continue }
      tree.heads[verb] = Int32(above)
      // "blamed Turla": a name is no predicate.
      if verb + 1 < tree.heads.count, tree.tags[verb + 1] == .propn, tree.heads[verb + 1] == Int32(verb),
        tree.relations[verb + 1] == .xcomp
      {
        tree.relations[verb + 1] = .obj
      }
    }
  }

  /// "Two lawmakers who sit on the committee demanded": where the sentence has no verb but that of a relative clause, the verb of
  /// claiming hung within that clause is the one it has not.
  private mutating func freeFromRelative() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(root), root < 6, !hasCopula(root),
      let relative = tree.heads.indices.first(where: {
        $0 > root && tree.heads[$0] == Int32(root) && tree.relations[$0] == .aclRelcl
      }),
      let verb = tree.heads.indices.first(where: { node in
        node > relative + 1 && tree.relations[node] == .acl && tree.tags[node] == .verb && isClaim(node)
          && isInside(Int(tree.heads[node]), relative)
      }), tree.tags[verb - 1] != .punct,
      !(root + 1..<verb).contains(where: { tree.tags[$0] == .punct })
    else { return }
    let noun = Int(tree.heads[verb])
    for node in tree.heads.indices where node > verb && tree.heads[node] == Int32(noun) {
      tree.heads[node] = Int32(verb)
      if tree.relations[node] == .aclRelcl { tree.relations[node] = .ccomp }
    }
    lift(verb, over: root, as: .nsubj)
  }

  private func isClaim(_ node: Int) -> Bool { isCue(node) && !text.endsAsGerund(positions[node]) }

  private func hasCopula(_ node: Int) -> Bool {
    tree.heads.indices.contains { tree.heads[$0] == Int32(node) && tree.relations[$0] == .cop }
  }

  /// "said X, spokesman for the embassy": what stands behind "for" and "of" belongs to the office before it.
  private mutating func hangOffices() {
    for node in tree.heads.indices where tree.relations[node] == .obl && isNoun(node) {
      guard
        let preposition = tree.heads.indices.first(where: {
          tree.heads[$0] == Int32(node) && tree.relations[$0] == .case
        }), preposition > 0, preposition < node, isNoun(preposition - 1),
        Int(tree.heads[node]) < preposition - 1,
        text.isLexeme(at: positions[preposition], .preposition, PrepositionWord.for)
          || text.isLexeme(at: positions[preposition], .preposition, PrepositionWord.of),
        text.lexeme(.role, covering: positions[preposition - 1]) != nil
      else { continue }
      tree.heads[node] = Int32(preposition - 1)
      tree.relations[node] = .nmod
    }
  }

  /// "Earth Lusca, a group thought to act for Beijing": nobody thinks there; what is thought is said of the noun.
  private mutating func hangBeliefs() {
    for verb in tree.heads.indices.dropFirst(3)
    where tree.tags[verb] == .verb && tree.heads[verb] >= 0 && tree.heads[verb - 1] == Int32(verb)
      && tree.relations[verb - 1] == .nsubj && isNoun(verb - 1)
    {
      guard verb + 2 < tree.heads.count,
        tree.tags[verb + 1] == .part,
        tree.heads.indices.contains(where: {
          $0 > verb && tree.heads[$0] == Int32(verb) && tree.relations[$0] == .xcomp
        }),
        text.lexemes(at: positions[verb]).contains(where: { match in
          match.lexeme.category == .cue && match.lexeme.form != .gerund
            && (match.lexeme.means(CueFrame.assess) || match.lexeme.means(CueFrame.suspect))
        }),
        let comma = (max(0, verb - 4)..<verb).last(where: { tree.tags[$0] == .punct }), comma > 0
      else { continue }
      var host = comma - 1
      while tree.relations[host] == .flat || tree.relations[host] == .compound, tree.heads[host] >= 0 {
        host = Int(tree.heads[host])
      }
      guard isNoun(host), host < verb else { continue }
      tree.heads[verb - 1] = Int32(host)
      tree.relations[verb - 1] = .appos
      tree.heads[verb] = Int32(verb - 1)
      tree.relations[verb] = .acl
    }
  }
}
