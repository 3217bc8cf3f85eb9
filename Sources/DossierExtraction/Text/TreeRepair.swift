import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Puts right what a parser trained on other texts gets wrong in the same way again and again, where words show it.
struct TreeRepair {
  private var tree: SyntaxTree
  private let positions: [Int]
  private let text: AnalysedText

  /// The tree of these tokens, mended. Linear.
  static func repaired(_ tree: SyntaxTree, _ positions: [Int], in text: AnalysedText) -> SyntaxTree {
    var repair = TreeRepair(tree: tree, positions: positions, text: text)
    repair.joinTies()
    repair.joinSubjects()
    repair.makeActive()
    repair.joinAdjectives()
    repair.findObjects()
    repair.hangTies()
    repair.freeNamedSubjects()
    repair.freeVerbs()
    repair.freeOpeners()
    repair.freeTiedSubjects()
    return repair.isOneTree ? repair.tree : tree
  }

  /// Whether following heads from any token ends at the one root. Linear: what has been seen to end there is not followed
  /// again.
  private var isOneTree: Bool {
    var isSound = [Bool](repeating: false, count: tree.heads.count)
    guard tree.heads.count(where: { $0 < 0 }) <= 1 else { return false }
    for start in tree.heads.indices where !isSound[start] {
      var path: [Int] = []
      var node = start
      while node >= 0, !isSound[node] {
        guard path.count <= tree.heads.count else { return false }
        path.append(node)
        node = Int(tree.heads[node])
      }
      for node in path { isSound[node] = true }
    }
    return true
  }

  /// Two subjects side by side before one verb are one phrase: "the ransomware gang LockBit took", "North Korea's Lazarus
  /// Group took".
  private mutating func joinSubjects() {
    var last: [Int32: Int] = [:]
    for node in tree.heads.indices where tree.relations[node] == .nsubj || tree.relations[node] == .nsubjPass
    {
      let verb = tree.heads[node]
      guard Int(verb) > node else { continue }
      if let before = last[verb], isPhrase(from: before, to: node) {
        tree.heads[before] = Int32(node)
        tree.relations[before] = isPossessive(before) ? .nmodPoss : .compound
      } else if let before = last[verb], node - before <= 4, isNoun(before), isNoun(node),
        tree.tags[before + 1] == .adp
      {
        // "Researchers at ESET told"
        tree.heads[node] = Int32(before)
        tree.relations[node] = .nmod
        tree.heads[before + 1] = Int32(node)
        tree.relations[before + 1] = .case
        continue
      }
      last[verb] = node
    }
  }

  /// A finite verb without "be" before it is in the active, whatever its subject is called: "Norway named the hackers".
  private mutating func makeActive() {
    for node in tree.heads.indices where tree.relations[node] == .nsubjPass {
      let verb = Int(tree.heads[node])
      guard verb > node, tree.tags[verb] == .verb,
        !tree.heads.indices.contains(where: {
          tree.heads[$0] == Int32(verb)
            && (tree.relations[$0] == .expl || tree.relations[$0] == .auxPass && isBe($0))
        }),
        !(max(node, verb - 6)..<verb).contains(where: isBe)
      else { continue }
      tree.relations[node] = .nsubj
    }
  }

  private func isBe(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains {
      $0.lexeme.category == .auxiliary && $0.lexeme.means(AuxiliaryWord.be)
    } || tree.tags[node] == .aux && text.word(positions[node]).hasPrefix("g")
  }

  /// "Chinese state-sponsored hackers": what a hyphen ties together belongs to the noun behind it, and so does the
  /// adjective before it.
  private mutating func joinTies() {
    for hyphen in tree.heads.indices.dropFirst()
    where hyphen + 2 < tree.heads.count && text.tokens[positions[hyphen]].kind == .mark
      && Mark(text.document.text.bytes, text.tokens[positions[hyphen]]) == .hyphen
    {
      guard
        text.lexemes(at: positions[hyphen - 1]).contains(where: {
          $0.lexeme.category == .affiliation && Int($0.end) > positions[hyphen]
        })
          || text.lexemes(at: positions[hyphen]).contains(where: { $0.lexeme.category == .affiliation })
          // "months-long campaign", "password-stealing tools"
          || tree.tags[hyphen + 1] == .adj || tree.tags[hyphen + 1] == .verb,
        !text.document.metadata.language.hasPrefix("fr"),
        let noun = (hyphen + 2..<min(hyphen + 5, tree.heads.count)).first(where: { tree.tags[$0] != .adj }),
        tree.tags[noun] == .noun || tree.tags[noun] == .propn
      else { continue }
      var first = hyphen - 1
      if first > 0, isOfState(first - 1) { first -= 1 }
      take(first..<hyphen + 2, into: noun)
    }
  }

  private func isOfState(_ node: Int) -> Bool {
    text.names(covering: positions[node]).contains { match in
      match.usage == .demonym || text.entry(match.entry)?.kind == .state
    }
  }

  /// Hangs words on the noun behind them, which takes the place in the tree that one of them had.
  private mutating func take(_ words: Range<Int>, into noun: Int) {
    let own = Set(words)
    var above = Int(tree.heads[noun])
    var steps = 0
    while above >= 0, steps <= tree.heads.count {
      if own.contains(above) {
        var top = above
        while own.contains(Int(tree.heads[top])) { top = Int(tree.heads[top]) }
        tree.heads[noun] = tree.heads[top]
        tree.relations[noun] = tree.relations[top]
        break
      }
      above = Int(tree.heads[above])
      steps += 1
    }
    for node in tree.heads.indices
    where own.contains(Int(tree.heads[node])) && !own.contains(node) && node != noun {
      tree.heads[node] = Int32(noun)
    }
    for word in words {
      tree.heads[word] = Int32(noun)
      tree.relations[word] = tree.tags[word] == .punct ? .punct : .amod
      if tree.tags[word] == .verb { tree.tags[word] = .adj }
    }
  }

  /// Whether nothing but names, nouns, adjectives and a genitive's mark stands from one noun to the next.
  private func isPhrase(from first: Int, to second: Int) -> Bool {
    guard isNoun(first), isNoun(second) else { return false }
    return (first + 1..<second).allSatisfy { node in
      switch tree.tags[node] {
      case .noun, .propn, .adj, .part: true
      default: false
      }
    }
  }

  private func isNoun(_ node: Int) -> Bool {
    (tree.tags[node] == .noun || tree.tags[node] == .propn)
      && !text.lexemes(at: positions[node]).contains { $0.lexeme.category == .time }
  }

  private func isPossessive(_ node: Int) -> Bool {
    node + 1 < tree.tags.count && tree.tags[node + 1] == .part && tree.heads[node + 1] == Int32(node)
  }

  /// An adjective right before an object, hung on the verb beside it, belongs to the object: "accused Chinese hackers".
  private mutating func joinAdjectives() {
    for node in tree.heads.indices where tree.relations[node] == .xcomp && tree.tags[node] == .adj {
      let verb = tree.heads[node]
      guard verb >= 0, Int(verb) < node,
        let object = tree.heads.indices.first(where: {
          $0 > node && tree.heads[$0] == verb && tree.relations[$0] == .obj
        }), object - node < 6,
        (node + 1..<object).allSatisfy({ isInside($0, object) }),
        !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(node) && tree.relations[$0] == .mark })
      else { continue }
      tree.heads[node] = Int32(object)
      tree.relations[node] = .amod
    }
  }

  /// A noun phrase right behind a verb, with no preposition, is its object: "accused North Korea's Lazarus Group".
  private mutating func findObjects() {
    for node in tree.heads.indices
    where (tree.relations[node] == .obl || tree.relations[node] == .oblAgent) && isNoun(node) {
      let verb = Int(tree.heads[node])
      guard verb >= 0, verb < node, tree.tags[verb] == .verb,
        !tree.heads.indices.contains(where: { other in
          tree.heads[other] == Int32(node)
            && (tree.relations[other] == .case && tree.tags[other] == .adp || tree.relations[other] == .mark)
            || tree.heads[other] == Int32(verb) && [.obj, .auxPass, .ccomp].contains(tree.relations[other])
        }),
        (verb + 1..<node).allSatisfy({ isInside($0, node) && tree.tags[$0] != .punct })
      else { continue }
      tree.relations[node] = .obj
    }
  }

  /// A participle of being tied to somebody belongs to the noun before it: "tied hackers linked to Iran to the breach".
  private mutating func hangTies() {
    for node in tree.heads.indices.dropFirst()
    where [.ccomp, .xcomp, .advcl].contains(tree.relations[node]) && tree.tags[node] == .verb
      && isNoun(node - 1)
    {
      guard text.lexemes(at: positions[node]).contains(where: { $0.lexeme.category == .affiliation }),
        tree.heads[node - 1] == tree.heads[node],
        !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(node) && tree.relations[$0] == .nsubj })
      else { continue }
      tree.heads[node] = Int32(node - 1)
      tree.relations[node] = .acl
    }
  }

  /// "A group known as Salt Typhoon denied": the verb behind the name is that of the noun before it.
  private mutating func freeNamedSubjects() {
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
  private mutating func freeTiedSubjects() {
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
  private mutating func freeVerbs() {
    for verb in tree.heads.indices
    where (tree.relations[verb] == .acl || tree.relations[verb] == .amod) && tree.tags[verb] == .verb {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun), isFiniteCue(verb) || isCue(verb) && opensClause(verb + 1),
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

  /// "Selon la Norvège, le GRU est responsable": the clause behind the comma is the main one, and the phrase hangs on it.
  private mutating func freeOpeners() {
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
        tree.tags[$0] == .punct && Mark(text.document.text.bytes, text.tokens[positions[$0]]) == .comma
      })
    else { return }
    tree.heads[clause] = -1
    tree.relations[clause] = .root
    tree.heads[root] = Int32(clause)
    tree.relations[root] = .obl
    for node in tree.heads.indices where node > clause && tree.heads[node] == Int32(root) {
      tree.heads[node] = Int32(clause)
    }
  }

  /// Whether a verb of claiming stands in a form that no participle has.
  private func isFiniteCue(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
        && [.finite, .conditional, .future].contains(match.lexeme.form)
    }
      && !text.lexemes(at: positions[node]).contains { match in
        match.lexeme.category == .cue && match.lexeme.form == .participle
      }
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

  private func isCue(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
    }
  }

  private func isInside(_ node: Int, _ root: Int) -> Bool {
    var current = node
    for _ in 0..<8 {
      if current == root { return true }
      guard tree.heads[current] >= 0 else { return false }
      current = Int(tree.heads[current])
    }
    return false
  }
}
