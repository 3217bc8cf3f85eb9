import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Puts right what a parser trained on other texts gets wrong in the same way again and again, where words show it.
struct TreeRepair {
  var tree: SyntaxTree
  let positions: [Int]
  let text: AnalysedText

  /// The longest sentence that is mended: repairs look over the whole of it again and again.
  private static let longest = 256

  /// The tree of these tokens, mended. Quadratic in the sentence's length, which is bounded.
  static func repaired(_ tree: SyntaxTree, _ positions: [Int], in text: AnalysedText) -> SyntaxTree {
    guard positions.count <= longest else { return tree }
    var repair = TreeRepair(tree: tree, positions: positions, text: text)
    repair.makeCopulas()
    repair.makeClefts()
    repair.makeClosingTags()
    repair.makeReflexiveTags()
    repair.makeInvertedReports()
    repair.makeConjoinedTags()
    repair.partPlacesFromSpeakers()
    repair.raiseOpeningVerb()
    repair.joinFrenchAdjectives()
    repair.raiseFiniteVerbs()
    repair.joinNamedSubjects()
    repair.makeVerbs()
    repair.freeFiniteVerbs()
    repair.joinCoordinatedVerbs()
    repair.joinVerbsBehindThen()
    repair.joinVerbsBehindAdverb()
    repair.freeSecondSpeakers()
    repair.hangOnTags()
    repair.freeToldSubjects()
    repair.freeTiedNouns()
    repair.freeGovernedSubjects()
    repair.freeTiedSubjects()
    repair.freeSubjectsBehindSource()
    repair.hangRelatives()
    repair.freeMainVerbs()
    repair.freeLastVerbs()
    repair.freeVerbsBehindNames()
    repair.freeLastPredicates()
    repair.makePronounSubjects()
    repair.joinTies()
    repair.hangTies()
    repair.joinNames()
    repair.joinPhrasalPrepositions()
    repair.joinSubjects()
    repair.makeActive()
    repair.raisePredicates()
    repair.makeObjects()
    repair.makePossessors()
    repair.makeContents()
    repair.nestContents()
    repair.freeStatedContents()
    repair.freeSecondSubjects()
    repair.freeObjects()
    repair.joinTopics()
    repair.freeDateline()
    repair.freeFrontedObjects()
    repair.freePointers()
    repair.makeOpenedTags()
    repair.makeNations()
    repair.joinGenitiveSubjects()
    repair.joinPartitives()
    repair.makePartitiveObjects()
    repair.makeChargedGerunds()
    repair.freeCharges()
    repair.freeChargedDeeds()
    repair.makeSuffered()
    repair.makeReflexiveCausatives()
    return isOneTree(repair.tree) ? repair.tree : tree
  }

  /// Whether following heads from any token ends at the one root. Linear: what has been seen to end there is not followed
  /// again.
  static func isOneTree(_ tree: SyntaxTree) -> Bool {
    guard tree.heads.count(where: { $0 < 0 }) <= 1 else { return false }
    var isSound = [Bool](repeating: false, count: tree.heads.count)
    for start in tree.heads.indices where !isSound[start] {
      var node = start
      var steps = 0
      while node >= 0, !isSound[node] {
        guard steps <= tree.heads.count else { return false }
        steps += 1
        node = Int(tree.heads[node])
      }
      node = start
      while node >= 0, !isSound[node] {
        isSound[node] = true
        node = Int(tree.heads[node])
      }
    }
    return true
  }

  /// "Bramley & Holt", "[said] Bluestone Software [had]": one name.
  private mutating func joinNames() {
    for word in tree.heads.indices.dropLast()
    where tree.relations[word] == .nsubj && tree.relations[word + 1] == .nsubj
      && tree.heads[word] < Int32(word) && tree.heads[word + 1] > Int32(word + 1)
      && positions[word + 1] == positions[word] + 1 && ProperName.isNameWord(positions[word], in: text)
      && ProperName.isNameWord(positions[word + 1], in: text)
    {
      tree.heads[word] = Int32(word + 1)
      tree.relations[word] = .compound
    }
    for sign in tree.heads.indices.dropFirst()
    where sign + 1 < tree.heads.count && text.isSign(positions[sign], "&")
      && ProperName.isNameWord(positions[sign - 1], in: text)
      && ProperName.isNameWord(positions[sign + 1], in: text) && tree.heads[sign + 1] == Int32(sign - 1)
    {
      tree.relations[sign + 1] = .flat
      tree.heads[sign] = Int32(sign - 1)
      tree.relations[sign] = .flat
    }
  }

  /// "voit derrière l'attaque contre le réseau la main de Moscou": a noun with an article and no preposition hangs on no noun
  /// before it, but is the object of the verb that has none.
  private mutating func freeObjects() {
    for node in tree.heads.indices where tree.relations[node] == .nmod && isNoun(node) {
      let above = Int(tree.heads[node])
      guard above >= 0, above < node, isNoun(above),
        (above + 1..<node).allSatisfy({ tree.tags[$0] != .punct && tree.tags[$0] != .verb }),
        text.isFrench,
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

  /// Two subjects side by side before one verb are one phrase: "the ransomware gang LockBit took", "North Korea's Lazarus
  /// Group took".
  private mutating func joinSubjects() {
    var last: [Int32: Int] = [:]
    for node in tree.heads.indices where tree.relations[node] == .nsubj || tree.relations[node] == .nsubjPass
    {
      let verb = tree.heads[node]
      guard Int(verb) > node else {
        // "officials see no reason": behind an English verb with a subject before it stands its object.
        if last[verb] != nil, text.isEnglish, tree.relations[node] == .nsubj, isNoun(node),
          (Int(verb)..<node).allSatisfy({ tree.tags[$0] != .punct }), !hasObject(Int(verb), before: node)
        {
          tree.relations[node] = .obj
        }
        continue
      }
      if let before = last[verb], isPhrase(from: before, to: node) {
        tree.heads[before] = Int32(node)
        tree.relations[before] =
          isPossessive(before) ? .nmodPoss : tree.tags[before] == .adj ? .amod : .compound
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
      // "The EU and its member states condemn"
      if let before = last[verb],
        tree.heads.indices.contains(where: {
          $0 > before && $0 < node && tree.heads[$0] == Int32(node) && tree.relations[$0] == .cc
        })
      {
        tree.heads[node] = Int32(before)
        tree.relations[node] = .conj
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

  func isBe(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains {
      $0.lexeme.category == .auxiliary
        && ($0.lexeme.means(AuxiliaryWord.be) || $0.lexeme.means(AuxiliaryWord.get))
    }
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
        !text.isFrench,
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
    // "Norwegian software firm Fjordlink"
    guard isNoun(first) || tree.tags[first] == .adj && isOfState(first), isNoun(second) else { return false }
    return (first + 1..<second).allSatisfy { node in
      switch tree.tags[node] {
      case .noun, .propn, .adj, .part: true
      default: false
      }
    }
  }

  func isNoun(_ node: Int) -> Bool {
    (tree.tags[node] == .noun || tree.tags[node] == .propn)
      && !text.lexemes(at: positions[node]).contains { $0.lexeme.category == .time }
  }

  private func isPossessive(_ node: Int) -> Bool {
    node + 1 < tree.tags.count && tree.tags[node + 1] == .part && tree.heads[node + 1] == Int32(node)
  }

  /// Hangs a node on another.
  mutating func hang(_ node: Int, on head: Int, as relation: DependencyRelation) {
    tree.heads[node] = Int32(head)
    tree.relations[node] = relation
  }

  /// Gives a node the place that another has in the tree.
  mutating func give(_ node: Int, placeOf other: Int) {
    hang(node, on: Int(tree.heads[other]), as: tree.relations[other])
  }

  /// The nodes that hang on a node, in order. Linear.
  func children(of node: Int) -> [Int] {
    tree.heads.indices.filter { tree.heads[$0] == Int32(node) }
  }

  func isInside(_ node: Int, _ root: Int) -> Bool {
    var current = node
    for _ in 0..<8 {
      if current == root { return true }
      guard tree.heads[current] >= 0 else { return false }
      current = Int(tree.heads[current])
    }
    return false
  }
}
