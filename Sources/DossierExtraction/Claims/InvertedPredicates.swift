import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Doers that stand behind what is said of them: "Behind the attack was Russia", "Derrière l'attaque se cache APT28", "Responsible
/// for the breach is a Chinese company".
extension ClaimReader {
  /// The noun phrase behind a phrase of responsibility that opens a content and a verb of being, by the words, since trees hang
  /// them in many ways.
  mutating func invertedDoer(_ nodes: [Int], in segment: Segment)
    -> (party: Party, predicate: Int, isDenied: Bool)?
  {
    guard let opening = nodes.prefix(2).first(where: { opensPredicate($0, in: segment) }),
      let verb = nodes.first(where: { $0 > opening + 1 && standing($0, in: segment) != nil }),
      let end = standing(verb, in: segment),
      // "Behind the attack that Russia denies was …" has another verb first.
      !nodes.contains(where: { $0 > opening && $0 < verb && isFullVerb($0, in: segment) }),
      case let before = nodes.filter({ $0 > opening && $0 < verb }),
      case let front = namedGroup(in: before, segment), front != nil || isDeed(before, in: segment),
      let noun = nominal(after: end, in: segment), nodes.contains(noun),
      segment.tree.tags[noun] != .pron,
      case var party = parties.blamedParty(at: noun, in: segment),
      isBlamable(party) || party.entities.contains(where: { parties.registry[$0].isUnnamed })
    else { return nil }
    // « Derrière le CyberCaliphate se cache APT28 »: the one and the other.
    if let front { party.entities += front.entities.filter { !party.entities.contains($0) } }
    let isDenied = nodes.contains { node in
      node > opening && node < noun
        && text.isLexeme(at: segment.positions[node], .negation, NegationWord.not)
    }
    return (party, noun, isDenied)
  }

  /// "behind", "responsible for", "derrière", "à l'origine de"
  private func opensPredicate(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      match.lexeme.category == .responsibility && match.lexeme.means(ResponsibilityWord.subject)
        && match.lexeme.partOfSpeech != .verb
    }
  }

  /// The position behind "was", "stands", "se cache", "il y a".
  private func standing(_ node: Int, in segment: Segment) -> Int? {
    text.lexemes(at: segment.positions[node]).filter { match in
      match.lexeme.means(AuxiliaryWord.be) || match.lexeme.means(JudgementWord.standing)
    }.map { Int($0.end) }.max()
  }

  private func isFullVerb(_ node: Int, in segment: Segment) -> Bool {
    segment.tree.tags[node] == .verb && standing(node, in: segment) == nil
  }
}
