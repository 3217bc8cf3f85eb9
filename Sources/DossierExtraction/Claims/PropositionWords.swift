import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What single words and phrases of a content show: how sure it is, whether it condemns, rejects or demands.
extension ClaimReader {
  /// Confidence, likelihood, distance, condemnation, rejection, modality: what single words and phrases show.
  func readWords(_ nodes: [Int], in segment: Segment, into reading: inout PropositionReading) {
    if isOnlyNo(nodes, in: segment) { reading.rejects = true }
    for node in nodes {
      let position = segment.positions[node]
      for match in text.lexemes(at: position) {
        let lexeme = match.lexeme
        let words = Int(match.first)..<Int(match.end)
        switch lexeme.category {
        case .confidence:
          if lexeme.has(.evidence), !isOfEvidence(node, in: segment) { continue }
          if reading.confidence == nil, let level = lexeme.as(ConfidenceWord.self) {
            reading.confidence = (words, level)
          }
        case .likelihood: readLikelihood(lexeme, words, node: node, in: segment, into: &reading)
        case .hedge: reading.hedged = true
        case .judgement:
          if lexeme.means(JudgementWord.baseless),
            words.count == 1 && saysOfThing(node, in: segment)
              || words.count == 1 && isDeedItself(node, in: segment)
              || words.count == 1 && isOfThings(node, in: segment)
              // "the blame lies with X"
              || lexeme.partOfSpeech == .noun && segment.tree.tags[node] == .verb
          {
            continue
          }
          // "the dangerous ransomware": a quality of a program reproaches nobody.
          if lexeme.means(JudgementWord.condemned),
            isOfProgram(node, in: segment) || onlySorts(node, in: segment)
          {
            continue
          }
          // "similar to other companies": likeness is one of attacks, tools and groups.
          if lexeme.means(JudgementWord.likeness), words.count > 1,
            !namesThreat(nodes, besides: words, in: segment)
          {
            continue
          }
          // "found links to X", but not "hackers with links to X", which says whose they are.
          if lexeme.means(JudgementWord.vestige), isFound(node, in: segment),
            isTraceOfSomebody(node, in: segment)
          {
            reading.likeness = true
          }
          readJudgement(lexeme, into: &reading)
        case .modal:
          if lexeme.means(ModalWord.must) {
            reading.demands = reading.demands || isObligation(node, in: segment)
          }
          if lexeme.means(ModalWord.may), lexeme.form == .conditional || lexeme.language == .en,
            segment.tree.tags[node] == .aux || segment.tree.tags[node] == .verb, isPossibility(position)
          {
            if reading.likelihood == nil { reading.likelihood = (words, .possible) }
            reading.hedged = true
          }
        case .behaviour:
          if !segment.isNoun(node, for: lexeme), let word = lexeme.as(BehaviourWord.self),
            let behaviour = Behaviour(rawValue: word.rawValue),
            !lexeme.has(.neutral) || reading.behaviours.isEmpty, !reading.behaviours.contains(behaviour)
          {
            reading.behaviours.append(behaviour)
          }
        default: break
        }
        if lexeme.form == .conditional, lexeme.language == .fr, lexeme.category != .modal,
          segment.tree.tags[node] == .verb || segment.tree.tags[node] == .aux
        {
          reading.hedged = true
        }
      }
    }
  }

  /// Whether an adjective tells of a program and not of a deed: "the dangerous ransomware".
  func isOfProgram(_ adjective: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[adjective] == .amod, let noun = segment.head(adjective) else { return false }
    let lexemes = text.lexemes(at: segment.positions[noun]).map(\.lexeme)
    return lexemes.contains { $0.category == .threat }
      && lexemes.allSatisfy { $0.category != .behaviour || $0.means(BehaviourWord.ransomware) }
  }

  /// "the extent of the malicious campaign": an adjective that only says what sort of thing it is of which something else is said.
  private func onlySorts(_ adjective: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[adjective] == .amod, let noun = segment.head(adjective) else { return false }
    switch segment.tree.relations[noun] {
    case .nmod, .nsubj, .nsubjPass, .compound: return true
    default: return false
    }
  }

  /// Whether attacks, attackers or their tools are told of besides some words.
  private func namesThreat(_ nodes: [Int], besides words: Range<Int>, in segment: Segment) -> Bool {
    nodes.contains { node in
      let position = segment.positions[node]
      guard !words.contains(position) else { return false }
      return text.lexemes(at: position).contains { match in
        switch match.lexeme.category {
        case .actor: true
        case .behaviour: !match.lexeme.has(.weak)
        case .threat: match.lexeme.means(ThreatWord.strong)
        default: false
        }
      }
        || text.names(covering: position).contains { name in
          switch text.entry(name.entry)?.kind {
          case .group, .malware, .campaign, .tool, .state, .agency: true
          default: false
          }
        }
    }
  }

  /// Whether an adjective only says what sort of thing a noun is that nobody accused with: "false documents".
  func saysOfThing(_ node: Int, in segment: Segment) -> Bool {
    guard segment.tree.tags[node] == .adj, segment.tree.relations[node] == .amod,
      let noun = segment.head(node),
      segment.isNominal(noun)
    else { return false }
    // "spread false stories": lies that somebody tells are a deed.
    if let verb = segment.head(noun),
      text.lexemes(at: segment.positions[verb]).contains(where: { $0.lexeme.category == .behaviour })
    {
      return true
    }
    return !text.lexemes(at: segment.positions[noun]).contains { match in
      match.lexeme.category == .judgement
        || match.lexeme.category == .cue && !match.lexeme.has(.general)
        || match.lexeme.category == .channel
    }
  }

  /// "a campaign of disinformation": a deed of attackers rather than a word for false charges.
  private func isDeedItself(_ node: Int, in segment: Segment) -> Bool {
    switch segment.tree.relations[node] {
    case .nmod, .compound, .conj, .obl, .nsubj, .nsubjPass: break
    default: return false
    }
    return text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .behaviour }
  }

  /// "une série de faux sites", "fake accounts": a quality of things contests no claim.
  func isOfThings(_ node: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[node] == .amod, let noun = segment.head(node),
      text.isPlural(segment.positions[noun])
    else { return false }
    return !text.lexemes(at: segment.positions[noun]).contains { match in
      match.lexeme.category == .judgement || match.lexeme.category == .cue
    }
  }

  /// Whether an adjective is said of proof: "credible evidence", "preuves accablantes".
  private func isOfEvidence(_ node: Int, in segment: Segment) -> Bool {
    var current = node
    for _ in 0..<3 {
      guard let head = segment.head(current) else { return false }
      if text.isLexeme(at: segment.positions[head], .judgement, JudgementWord.evidence) { return true }
      current = head
    }
    return false
  }

  /// "could" before "have" or a verb is a possibility; "could not", "can" and abilities are not.
  private func isPossibility(_ position: Int) -> Bool {
    let next = position + 1
    guard next < text.tokens.count else { return true }
    return !text.lexemes(at: next).contains { $0.lexeme.category == .negation }
  }

  private func readLikelihood(
    _ lexeme: Lexeme, _ words: Range<Int>, node: Int, in segment: Segment,
    into reading: inout PropositionReading
  ) {
    guard let band = lexeme.as(LikelihoodWord.self) else { return }
    // "certain" and "certains" before a noun are determiners.
    if band == .certain, segment.tree.tags[node] == .det || segment.tree.relations[node] == .amod { return }
    if let known = reading.likelihood, known.words.count >= words.count { return }
    reading.likelihood = (words, band)
    if lexeme.has(.hedged) { reading.hedged = true }
  }

  /// Whether a noun is the object of a verb, and not of "have".
  private func isFound(_ noun: Int, in segment: Segment) -> Bool {
    guard segment.tree.tags[noun] == .noun, segment.tree.relations[noun] == .obj,
      let verb = segment.head(noun)
    else { return false }
    return !text.isLexeme(at: segment.positions[verb], .auxiliary, AuxiliaryWord.have)
  }

  private func readJudgement(_ lexeme: Lexeme, into reading: inout PropositionReading) {
    switch lexeme.as(JudgementWord.self) {
    case .condemned: reading.condemns = true
    case .scorned: reading.rejectsIfAccused = true
    case .baseless: reading.rejects = true
    case .involvement: reading.involvement = true
    case .accusation: reading.mentionsAccusation = true
    case .open: reading.leavesOpen = true
    case .likeness: reading.likeness = true
    default: break
    }
  }

  /// "must stop", "doit mettre fin": an obligation on the clause's subject.
  private func isObligation(_ node: Int, in segment: Segment) -> Bool {
    segment.tree.tags[node] == .aux || segment.tree.tags[node] == .verb
  }
}

extension Segment {
  /// Whether the word is a noun here, with an article or the like, and the lexicon means the verb: "the harbour".
  fileprivate func isNoun(_ node: Int, for lexeme: Lexeme) -> Bool {
    lexeme.partOfSpeech == .verb && (tree.tags[node] == .noun || tree.tags[node] == .propn)
      && child(node, .det, .nmodPoss) != nil
  }
}
