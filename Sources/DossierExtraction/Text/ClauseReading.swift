import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// How the parts of a clause hang on its verb.
extension Segment {
  /// Whether the verb is in the passive: it has a passive auxiliary or subject, or it is a bare past participle that
  /// modifies a noun.
  func isPassive(_ verb: Int) -> Bool {
    // "s'est refusée": what a verb does to itself.
    if child(verb, .expl) != nil, child(verb, .oblAgent) == nil,
      child(verb, .auxPass) == nil || child(verb, .nsubj) != nil
    {
      return false
    }
    for child in children(verb) {
      switch tree.relations[Int(child)] {
      case .auxPass, .nsubjPass, .csubjPass, .oblAgent: return true
      default: continue
      }
    }
    return false
  }

  /// Where the words of a verb begin: at its first auxiliary, whatever stands between, or an adverb before it.
  ///
  /// "a mardi estimé", "s'est en revanche dite"
  func groupStart(of verb: Int) -> Int {
    var start = verb
    if let auxiliary = children(verb).map(Int.init).first(where: { child in
      child < verb && verb - child < 9 && [.aux, .auxPass].contains(tree.relations[child])
    }), !(auxiliary..<verb).contains(where: { tree.tags[$0] == .punct }) {
      start = auxiliary
    }
    while start > 0, tree.tags[start - 1] == .aux || tree.tags[start - 1] == .adv { start -= 1 }
    return start
  }

  /// The subject of a verb: its own, else the one it shares through coordination, control or a relative clause.
  ///
  /// The passive subject counts too. For a participle or relative clause the noun it modifies is the subject.
  func subject(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<6 {
      if let own = child(current, .nsubj, .nsubjPass) {
        // "It was X that did it": the "that" stands for what it follows.
        if tree.tags[own] == .sconj, tree.relations[current] == .aclRelcl { return self.head(current) }
        return own
      }
      guard let head = head(current) else { return nil }
      switch tree.relations[current] {
      case .conj, .xcomp, .advcl, .aux, .cop, .parataxis: current = head
      // "a fini par admettre": an infinitive behind a preposition.
      case .ccomp where child(current, .mark).map({ tree.tags[$0] == .adp && $0 < current }) == true:
        current = head
      case .acl, .aclRelcl: return head
      default: return nil
      }
      if isNominal(current), tree.tags[current] != .pron, child(current, .cop) == nil,
        child(current, .nsubj) == nil
      {
        return nil
      }
    }
    return nil
  }

  /// The object of the verb above that is the subject of an infinitive after it: "vu la Russie s'introduire", "enabled
  /// APT28 to steal".
  func controller(of verb: Int) -> Int? {
    guard tree.relations[verb] == .xcomp, child(verb, .nsubj, .nsubjPass) == nil, let head = head(verb),
      isVerbal(head), let object = child(head, .obj), object > head, object < verb
    else { return nil }
    return object
  }

  /// The agent of a passive verb: "by X", "par X".
  func agent(of verb: Int, in text: AnalysedText) -> Int? {
    agentPhrase(of: verb, in: text).flatMap { isDoer($0, ofNounBehind: verb, in: text) ? nil : $0 }
  }

  /// "was sanctioned over intrusions by APT28": attackers right behind a deed have done that deed.
  private func isDoer(_ node: Int, ofNounBehind verb: Int, in text: AnalysedText) -> Bool {
    guard let preposition = prepositions(of: node).first, preposition > verb + 1,
      text.lexemes(at: positions[preposition - 1]).contains(where: { match in
        match.lexeme.category == .behaviour && match.lexeme.partOfSpeech == .noun
      })
    else { return false }
    return text.lexeme(.actor, covering: positions[node]) != nil
      || text.names(covering: positions[node]).contains { match in
        text.entry(match.entry).map { EntityKind($0.kind) == .group } ?? false
      }
  }

  private func agentPhrase(of verb: Int, in text: AnalysedText) -> Int? {
    if let agent = child(verb, .oblAgent) { return agent }
    for child in children(verb)
    where tree.relations[Int(child)] == .obl || tree.relations[Int(child)] == .nmod {
      if prepositions(of: Int(child)).contains(where: { isAgentPreposition($0, in: text) }) {
        return Int(child)
      }
    }
    // "pris pour cible par X": the agent may hang on what stands between.
    guard isPassive(verb) else { return nil }
    for child in children(verb).map(Int.init) where child > verb && child <= verb + 3 {
      switch tree.relations[child] {
      case .obl, .advcl, .xcomp, .obj, .advmod:
        for inner in children(child).map(Int.init) where isNominal(inner) {
          if prepositions(of: inner).contains(where: { isAgentPreposition($0, in: text) }) { return inner }
        }
      default: continue
      }
    }
    // "attributed to the GRU by the minister": it may hang on what stands before it.
    for node in verb + 1..<max(verb + 1, min(verb + 12, count)) {
      if tree.tags[node] == .verb, tree.relations[node] != .acl { return nil }
      // Not the sponsor of "backed by X".
      if isNominal(node),
        prepositions(of: node).contains(where: {
          isAgentPreposition($0, in: text) && text.lexeme(.affiliation, covering: positions[$0]) == nil
        })
      {
        return node
      }
    }
    return nil
  }

  private func isAgentPreposition(_ node: Int, in text: AnalysedText) -> Bool {
    text.isLexeme(at: positions[node], .preposition, PrepositionWord.by)
  }

  /// The first complement of a verb or noun behind one of some prepositions.
  /// Only those after `start`, if given.
  func complement(
    of node: Int, behind prepositions: Set<PrepositionWord>, after start: Int = -1, in text: AnalysedText
  ) -> Int? {
    for child in children(node).map(Int.init) where child > start {
      switch tree.relations[child] {
      case .obl, .nmod, .oblAgent, .iobj, .advcl, .xcomp, .acl, .ccomp, .advmod, .obj:
        if self.preposition(of: child, in: text).map(prepositions.contains) == true {
          return governed(child, in: text)
        }
      default: continue
      }
    }
    return nil
  }

  /// What a preposition of several words governs where the tree has it govern one of its own: "à l'encontre de X".
  private func governed(_ node: Int, in text: AnalysedText) -> Int {
    let isWithin = text.lexeme(.preposition, covering: positions[node]) != nil
    return isWithin ? child(node, .nmod) ?? node : node
  }

  /// The name that a noun is an apposition to: "Song Kum Hyok, a hacker whom Washington accuses", "REvil, the gang that".
  func named(by noun: Int, in text: AnalysedText) -> Int? {
    guard tree.tags[noun] == .noun, let article = child(noun, .det), article > 1,
      tree.relations[noun] == .appos
        || !text.lexemes(at: positions[article]).contains(where: { $0.lexeme.has(.definite) }),
      text.isComma(positions[article - 1]), tree.tags[article - 2] == .propn
    else { return nil }
    var name = article - 2
    while let head = head(name), head < name, tree.tags[head] == .propn,
      [.flat, .compound].contains(tree.relations[name])
    {
      name = head
    }
    return child(name, .case) == nil ? name : nil
  }

  /// A complement of a verb behind a preposition wherever the tree hangs it: on the verb, on its object, or after both
  /// before the next verb.
  func complement(ofClause verb: Int, behind prepositions: Set<PrepositionWord>, in text: AnalysedText)
    -> Int?
  {
    if let own = complement(of: verb, behind: prepositions, in: text) { return own }
    if let object = child(verb, .obj, .nsubjPass),
      let found = complement(of: object, behind: prepositions, in: text)
    {
      return found
    }
    for node in verb + 1..<max(verb + 1, count) {
      if tree.tags[node] == .verb, tree.relations[node] != .acl, tree.relations[node] != .amod { return nil }
      if isNominal(node), let found = preposition(of: node, in: text), prepositions.contains(found) {
        return node
      }
      if tree.tags[node] == .adp, child(node, .case) == nil, !isMarker(node),
        text.lexemes(at: positions[node]).contains(where: { match in
          match.lexeme.category == .preposition
            && match.lexeme.as(PrepositionWord.self).map(prepositions.contains) == true
        }), let behind = nominalBehind(node)
      {
        return behind
      }
    }
    return nil
  }

  /// Whether a preposition hangs on what it governs, as it should.
  private func isMarker(_ node: Int) -> Bool {
    tree.relations[node] == .case || tree.relations[node] == .mark || tree.relations[node] == .fixed
  }

  /// The noun right behind a preposition that the tree has made the head of it.
  private func nominalBehind(_ preposition: Int) -> Int? {
    for node in preposition + 1..<max(preposition + 1, min(preposition + 5, count)) {
      switch tree.tags[node] {
      case .det, .adj, .num, .pron: continue
      case .noun, .propn:
        var top = node
        while let head = head(top), head > top, isNominal(head) { top = head }
        return top
      default: return nil
      }
    }
    return nil
  }

  /// The preposition before a nominal, by the part it plays.
  func preposition(of node: Int, in text: AnalysedText) -> PrepositionWord? {
    for child in self.prepositions(of: node) {
      for match in text.lexemes(at: positions[child]) where match.lexeme.category == .preposition {
        return match.lexeme.as(PrepositionWord.self)
      }
    }
    return nil
  }

  /// Whether a node is negated, in either language.
  func isNegated(_ node: Int, in text: AnalysedText) -> Bool {
    // "assure n'avoir jamais visé": a "ne" after the verb belongs to the next one, with what stands behind it.
    let ahead = node + 1..<max(node + 1, min(node + 6, count))
    let end =
      ahead.prefix { tree.tags[$0] != .verb }
      .first { text.isLexeme(at: positions[$0], .negation, NegationWord.ne) } ?? count
    if hasNeither(node, in: text) || isFar(node, in: text) { return true }
    for child in children(node) where Int(child) < end {
      let position = positions[Int(child)]
      switch tree.relations[Int(child)] {
      case .advmod, .det, .obl, .aux, .dep, .mark, .cc, .obj, .nsubj, .nsubjPass:
        // "No. The attackers are to blame.": an answer, not a negation.
        if Int(child) < node, Int(child) + 1 < count,
          Mark(text.document.text.bytes, text.tokens[positions[Int(child) + 1]]) == .stop
        {
          continue
        }
        // "no longer believes": the phrase begins before the word that the tree hangs on the verb.
        let phrase = text.lexeme(.negation, covering: position).map { [$0] } ?? []
        let here = text.lexemes(at: position).filter { $0.lexeme.category == .negation }
        // "not only Washington but also Tokyo"
        if here.contains(where: { $0.lexeme.means(NegationWord.only) }) { continue }
        for match in here.isEmpty ? phrase : here {
          // "répond que non"
          if match.lexeme.means(NegationWord.answer) { continue }
          // "la plus vraisemblable"
          if Int(child) > 0, tree.tags[Int(child) - 1] == .det, text.ends(position, with: "plus") { continue }
          // "ne pas être convaincu", "ne pouvait exclure"
          if match.lexeme.means(NegationWord.ne), Int(child) < node,
            isWholeNegation(Int(child), of: node, in: text)
          {
            return true
          }
          if match.lexeme.means(NegationWord.not) || match.lexeme.means(NegationWord.no)
            || match.lexeme.means(NegationWord.nor) && Int(child) == node - 1
          {
            return true
          }
        }
      default: continue
      }
    }
    return end == count && hasNothing(node, in: text)
  }

  /// "loin d'être sûre", "far from believing": right before the word, or with an auxiliary between.
  private func isFar(_ node: Int, in text: AnalysedText) -> Bool {
    for place in stride(from: node - 1, through: max(0, node - 2), by: -1) where place >= 0 {
      if let word = text.lexeme(.negation, covering: positions[place]) {
        return word.lexeme.means(NegationWord.far)
      }
      guard tree.tags[place] == .aux || tree.tags[place] == .part else { return false }
    }
    return false
  }

  /// "Neither Microsoft nor the ministry would say", "Ni l'un ni l'autre n'a voulu dire": the subject opens with the negation.
  private func hasNeither(_ verb: Int, in text: AnalysedText) -> Bool {
    guard let subject = child(verb, .nsubj, .nsubjPass) else { return false }
    // "Neither the Prime Minister's Office nor the army": wherever within the subject it hangs.
    return subtree(subject).contains { node in
      node < subject && tree.relations[node] == .cc
        && text.lexemes(at: positions[node]).contains { $0.lexeme.category == .negation }
    }
  }

  /// "has no connection to it", "n'a joué aucun rôle", "ne travaille pour aucun État": what is denied is the object, or in French
  /// what a preposition ties to the verb.
  private func hasNothing(_ verb: Int, in text: AnalysedText) -> Bool {
    let hasNe = children(verb).contains {
      text.isLexeme(at: positions[Int($0)], .negation, NegationWord.ne)
    }
    guard hasNe || text.isLexeme(at: positions[verb], .auxiliary, AuxiliaryWord.have) else { return false }
    func isNone(_ node: Int) -> Bool {
      // "n'impute l'attaque à personne"
      hasNe && text.isLexeme(at: positions[node], .negation, NegationWord.no)
        || children(node).contains { child in
          tree.relations[Int(child)] == .det
            && text.isLexeme(at: positions[Int(child)], .negation, NegationWord.no)
        }
    }
    return children(verb).map(Int.init).contains { object in
      object > verb && (tree.relations[object] == .obj || hasNe && tree.relations[object] == .obl)
        // "ne rattache cette campagne à aucun groupe", however the tree hangs it
        && (isNone(object)
          || hasNe && children(object).contains { tree.relations[Int($0)] == .nmod && isNone(Int($0)) })
    }
  }

  /// Whether a French "ne" has its "pas" before the verb that it negates, or stands alone before a verb of ability.
  private func isWholeNegation(_ ne: Int, of verb: Int, in text: AnalysedText) -> Bool {
    guard verb - ne <= 4 else { return false }
    // "ne peut exclure", "n'a pu établir"
    if text.isLexeme(at: positions[ne + 1], .modal, ModalWord.may)
      || ne + 2 < count && text.isLexeme(at: positions[ne + 2], .modal, ModalWord.may)
        && text.isLexeme(at: positions[ne + 1], .auxiliary, AuxiliaryWord.have)
    {
      return true
    }
    return (ne + 1..<verb).contains { text.isLexeme(at: positions[$0], .negation, NegationWord.not) }
  }

  /// The noun that ends right before a node, a comma between them allowed: what a relative pronoun there stands for.
  func nounBefore(_ node: Int, in text: AnalysedText) -> Int? {
    var last = node - 1
    if last > 0, text.isComma(positions[last]) { last -= 1 }
    guard last >= 0, isNominal(last), tree.tags[last] != .pron,
      !text.lexemes(at: positions[last]).contains(where: { $0.lexeme.category == .time })
    else { return nil }
    var top = last
    while let head = head(top), head < node, isNominal(head),
      [.flat, .compound, .appos].contains(tree.relations[top])
    {
      top = head
    }
    return top
  }

  /// The node of a phrase on which its other words hang: "ministry" of "foreign ministry".
  func head(ofPhrase tokens: Range<Int>) -> Int? {
    let nodes = tokens.compactMap { node(at: $0) }
    return nodes.first { node in head(node).map { !nodes.contains($0) } ?? true } ?? nodes.first
  }

  /// The clause a node stands in: the nearest node above that is a predicate.
  func clause(of node: Int) -> Int {
    ancestor(node) { here in
      switch tree.relations[here] {
      case .root, .ccomp, .xcomp, .advcl, .acl, .aclRelcl, .parataxis, .csubj, .csubjPass: true
      case .conj: isVerbal(here) || child(here, .nsubj, .nsubjPass, .cop) != nil
      // "dit que X n'était pas derrière l'attaque": whatever the tree calls it, what has a copula and a subject is one.
      default: child(here, .cop) != nil && child(here, .nsubj) != nil
      }
    } ?? node
  }
}
