import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Tags that say who tells of a sentence, read by themselves: ", Dan Reyes, the interior minister, said on Monday.", ", a affirmé
/// Jean Roux, le ministre, …".
extension AsideParsing {
  /// An English tag around a verb of saying, at the end of a sentence or before another comma: its subject stands between a comma
  /// and the verb, with what explains it between two more.
  func englishTag(around verb: Int) -> Aside? {
    guard !text.isFrench, verb > 3, tells(verb), let opening = tagOpening(before: verb), opening > 0,
      // "When Russia attacked, Norway said …" tells by its main clause.
      ![.sconj, .cconj].contains(whole.tags[0])
    else { return nil }
    var end = verb + 1
    while end < positions.count, !isComma(end), text.tokens[positions[end]].kind != .mark { end += 1 }
    let tail = verb + 1..<end
    guard tail.count <= 9, !tail.contains(where: isPredicate), !tail.contains(where: isRelative),
      tail.isEmpty || opensManner(tail.lowerBound)
        || text.isLexeme(at: positions[verb], .cue, CueFrame.tell)
    else { return nil }
    let isClosed = end < positions.count && isComma(end)
    let isLast = (end..<positions.count).allSatisfy { text.tokens[positions[$0]].kind == .mark }
    guard isClosed ? end + 2 < positions.count : isLast,
      isClosed || (0..<opening).contains(where: isFinite)
    else { return nil }
    return Aside(
      range: opening..<(isClosed ? end + 1 : end), isClosed: isClosed, relation: .parataxis, isTag: true)
  }

  /// "La Russie, a affirmé Jean Roux, le ministre, a attaqué …": a French tag whose speaker is explained before the sentence goes on
  /// with its verb.
  func frenchTag(at comma: Int, before commas: ArraySlice<Int>) -> Aside? {
    guard text.isFrench, commas.count > 1 else { return nil }
    let isPerfect =
      text.isLexeme(at: positions[comma + 1], .auxiliary, AuxiliaryWord.have) && comma + 3 < positions.count
    let verb = comma + (isPerfect ? 2 : 1)
    guard tells(verb), isPerfect || isFinite(verb), [.det, .propn, .noun].contains(whole.tags[verb + 1]),
      let close = commas.first(where: { $0 + 1 < positions.count && startsPredicate($0 + 1) }),
      close != commas.first, close - comma <= 26
    else { return nil }
    let isPlain = !(verb + 1..<close).contains(where: isFinite)
    let explains = commas.first.map { isRelative($0 + 1) } ?? false
    guard isPlain || explains else { return nil }
    return Aside(range: comma..<close + 1, isClosed: true, relation: .parataxis, isTag: true)
  }

  /// The comma before the subject of a tag's verb: the nearest, or the third last where the subject is explained.
  private func tagOpening(before verb: Int) -> Int? {
    guard isComma(verb - 1) else {
      guard var opening = comma(before: verb), isNounPhrase(opening + 1..<verb) else { return nil }
      // "…, Norway, Denmark and Poland said": all that speak together.
      if (opening + 1..<verb).contains(where: { whole.tags[$0] == .cconj }) {
        while let earlier = comma(before: opening), isNounPhrase(earlier + 1..<opening) { opening = earlier }
      }
      return opening
    }
    guard let inner = comma(before: verb - 1), let outer = comma(before: inner),
      isNounPhrase(outer + 1..<inner), isRelative(inner + 1) || isNounPhrase(inner + 1..<verb - 1)
    else { return nil }
    return outer
  }

  private func comma(before node: Int) -> Int? {
    stride(from: node - 1, through: max(1, node - 16), by: -1).first(where: isComma)
  }

  /// Whether nothing but a noun phrase that may speak stands in a range, prepositions within it allowed.
  private func isNounPhrase(_ nodes: Range<Int>) -> Bool {
    guard let first = nodes.first, whole.tags[first] != .adp, nodes.contains(where: { isNominal($0) }) else {
      return false
    }
    return nodes.allSatisfy { node in
      switch whole.tags[node] {
      case .det, .noun, .propn, .adj, .num, .adp, .part, .x: !isPredicate(node)
      // "Norway and Denmark"
      case .cconj:
        text.isLexeme(at: positions[node], .coordination, CoordinationWord.and) && node > nodes.lowerBound
      default: text.isSign(positions[node], "(") || text.isSign(positions[node], ")")
      }
    }
  }

  /// Whether a verb tells of something, and is no verb of blaming that takes an object.
  private func tells(_ verb: Int) -> Bool {
    text.lexemes(at: positions[verb]).contains { match in
      guard match.lexeme.category == .cue, match.lexeme.partOfSpeech == .verb, match.end - match.first == 1
      else { return false }
      return [CueFrame.say, .tell, .assess, .warn].contains(where: match.lexeme.means)
    }
  }

  /// "said on Monday", "said Monday", "said in a statement", "said separately"
  private func opensManner(_ node: Int) -> Bool {
    whole.tags[node] == .adp || whole.tags[node] == .adv
      || text.lexeme(.time, covering: positions[node]) != nil
  }
}
