import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Phrases that open a sentence before its subject, read by themselves.
extension AsideParsing {
  /// A phrase that opens a sentence: "In Beijing, Mao Ning …", "Interrogé, le porte-parole …", "Selon X, …". English
  /// ones are taken out where they are short.
  ///
  /// Several may stand one behind the other: "Earlier today, in a court in Brooklyn, Jane Roe …".
  func fronted(from start: Int, before comma: Int, in commas: [Int]) -> Aside? {
    guard start < comma, comma - start <= (text.isFrench ? 14 : 8), positions.count - comma >= 7 else {
      return nil
    }
    let isTime =
      comma - start <= 3 && (start..<comma).contains { text.lexeme(.time, covering: positions[$0]) != nil }
    guard
      whole.tags[start] == .adp || text.isFrench && isParticiple(start) || cites(start)
        || whole.tags[start] == .adv && isTime,
      !(start..<comma).contains(where: { node in
        isPredicate(node) && node > start
      }), comma + 1 < positions.count
    else { return nil }
    let aside = Aside(
      range: start..<comma + 1, hasComma: false, isClosed: true, relation: .obl, isFronted: true)
    // "According to Ann Lee, who runs the company, …"
    if appositionEnd(behind: aside, in: commas) != nil { return aside }
    guard
      [.det, .propn, .noun, .pron].contains(whole.tags[comma + 1])
        || cites(comma + 1) && (comma + 1..<positions.count).contains(where: isFinite)
        || whole.tags[comma + 1] == .adp && (comma + 1..<positions.count).contains(where: isFinite)
          && positions.indices.contains { $0 > comma && isComma($0) },
      !isRelative(comma + 1)
    else { return nil }
    return aside
  }

  /// "But according to X, …", "Or, selon X, …": a word that only joins the sentence to the one before.
  func joiningWord(at start: Int) -> Aside? {
    guard start + 4 < positions.count, whole.tags[start] == .cconj || whole.tags[start] == .adv,
      text.lexeme(.negation, covering: positions[start]) == nil
    else { return nil }
    let isClosed = isComma(start + 1)
    let end = start + (isClosed ? 2 : 1)
    guard cites(end) else { return nil }
    return Aside(
      range: start..<end, hasComma: false, isClosed: isClosed, relation: .cc, isFronted: true,
      isCircumstance: true)
  }

  /// The comma that ends the name or office of who is cited at a sentence's start: "D'après le ministre, Jean Roux, le GRU a …".
  /// What stands behind it is a subject with its verb and no comma between.
  func appositionEnd(behind fronted: Aside, in commas: [Int]) -> Int? {
    let start = fronted.range.upperBound
    guard cites(fronted.range.lowerBound), let comma = commas.first(where: { $0 > start }),
      comma - start <= 10, comma + 1 < positions.count,
      explains(start..<comma, behind: fronted.range),
      [.det, .noun, .propn, .pron].contains(whole.tags[comma + 1]),
      let verb = (comma + 1..<positions.count).first(where: isFinite),
      !(comma + 1..<verb).contains(where: isComma)
    else { return nil }
    return comma
  }

  /// Whether words tell of whoever is cited before them: an office or a year, an age, a relative clause.
  private func explains(_ words: Range<Int>, behind fronted: Range<Int>) -> Bool {
    if isRelative(words.lowerBound) { return words.contains(where: isPredicate) }
    if words.count == 1 { return text.tokens[positions[words.lowerBound]].kind == .number }
    return whole.tags[words.lowerBound] != .adp
      && words.allSatisfy { [.det, .noun, .propn, .adj, .adp, .punct, .num].contains(whole.tags[$0]) }
      && (fronted.lowerBound..<words.upperBound).contains {
        text.lexeme(.role, covering: positions[$0]) != nil
          || text.lexeme(.time, covering: positions[$0])?.lexeme.means(TimeWord.year) == true
      }
  }

  /// "Selon", "d'après", "according to"
  func cites(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .cue
        && (match.lexeme.partOfSpeech == .preposition || match.lexeme.means(CueFrame.according))
    }
  }

  /// A French participle by its ending, at a sentence's start: "Interrogée", "Sollicités".
  private func isParticiple(_ node: Int) -> Bool {
    let word = text.word(positions[node])
    return word.count > 4 && ["é", "ée", "és", "ées"].contains { word.hasSuffix($0) }
      && text.names(covering: positions[node]).isEmpty
  }

  /// "Selon Paul Durand, le chef de la police, …": the name stands on top of what explains it, whichever the parser took for the head.
  func hangExplanation(in inner: [Int], _ tree: inout SyntaxTree) {
    guard let comma = inner.first(where: isComma),
      let top = inner.first(where: { tree.heads[$0] < 0 || !inner.contains(Int(tree.heads[$0])) }),
      top > comma,
      var name = inner.first(where: { $0 < comma && isNominal($0) })
    else { return }
    while tree.heads[name] >= 0, Int(tree.heads[name]) < comma, inner.contains(Int(tree.heads[name])) {
      name = Int(tree.heads[name])
    }
    guard Int(tree.heads[name]) == top || tree.heads[name] == tree.heads[top] else { return }
    tree.heads[name] = tree.heads[top]
    tree.relations[name] = tree.relations[top]
    tree.heads[top] = Int32(name)
    tree.relations[top] = .appos
  }
}
