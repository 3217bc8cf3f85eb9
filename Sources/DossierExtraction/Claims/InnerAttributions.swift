import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Attributions within what is said: "evidence that points to X", "evidence linking X to the attack".
extension ClaimReader {
  /// Offers whoever a verb within the content attributes to, blames, suspects or points at.
  mutating func readInnerAttribution(
    _ match: LexemeMatch, _ node: Int, _ inside: Set<Int>, in segment: Segment,
    into reading: inout PropositionReading
  ) {
    if match.lexeme.means(CueFrame.suspect), match.lexeme.partOfSpeech == .noun {
      return readSuspicion(node, inside, in: segment, into: &reading)
    }
    guard match.lexeme.partOfSpeech == .verb, segment.isVerbal(node) else { return }
    if match.lexeme.means(CueFrame.point) {
      // "une campagne visant des journalistes": who is aimed at did nothing.
      if match.lexeme.has(.weak) { return }
      // "evidence that points to X", "les indices désignent X"
      guard Int(match.first) == segment.positions[node],
        let place = match.end - match.first > 1
          ? nominal(after: Int(match.end), in: segment) : segment.child(node, .obj, .xcomp),
        inside.contains(place)
      else { return }
      let party = parties.party(at: place, in: segment)
      if isBlamable(party) { offer(party, .responsibility, predicate: node, in: segment, to: &reading) }
      return
    }
    if match.lexeme.form == .participle, isAttributedByOthers(node, in: segment) { return }
    if isToldByOthers(node, in: segment) { return }
    if match.lexeme.means(CueFrame.link) { return readInnerLink(node, inside, in: segment, into: &reading) }
    // "we do not attribute it to any known group"
    if match.lexeme.means(CueFrame.attribute), segment.isNegated(node, in: text) {
      reading.leavesOpen = true
      return
    }
    // "said investigators suspected the group"
    if match.lexeme.means(CueFrame.suspect), !segment.isPassive(node), !segment.isNegated(node, in: text),
      segment.tree.relations[node] != .acl, segment.child(node, .nsubj) != nil,
      let object = segment.child(node, .obj), inside.contains(object)
    {
      let party = parties.blamedParty(at: object, in: segment)
      if isBlamable(party) {
        offer(party, .responsibility, predicate: node, in: segment, to: &reading)
        reading.likeness = true
        reading.hedged = true
      }
      return
    }
    let isBlame = match.lexeme.means(CueFrame.blame) && match.lexeme.language == .en
    guard isBlame || match.lexeme.means(CueFrame.attribute),
      let place = segment.complement(ofClause: node, behind: isBlame ? [.on] : [.to], in: text),
      inside.contains(place)
    else { return }
    let party = parties.party(at: place, in: segment)
    guard !isBlame || isBlamable(party) else { return }
    offer(party, .responsibility, predicate: nil, in: segment, to: &reading)
  }

  /// "Suspicion fell on X", « les soupçons se portent sur X »: whom it falls on.
  private mutating func readSuspicion(
    _ suspicion: Int, _ inside: Set<Int>, in segment: Segment, into reading: inout PropositionReading
  ) {
    guard segment.tree.relations[suspicion] == .nsubj, let verb = segment.head(suspicion), verb > suspicion,
      !segment.isNegated(verb, in: text),
      let place = segment.complement(of: verb, behind: [.on], after: verb, in: text), inside.contains(place)
    else { return }
    let party = parties.blamedParty(at: place, in: segment)
    guard isBlamable(party) else { return }
    offer(party, .responsibility, predicate: verb, in: segment, to: &reading)
    reading.likeness = true
    reading.hedged = true
  }

  /// "une opération de X, que Mandiant a reliée au Bélarus": what a relative clause has somebody else say.
  private func isToldByOthers(_ verb: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[verb] == .aclRelcl, let speaker = segment.child(verb, .nsubj), speaker > 0,
      segment.tree.tags[speaker] == .propn || segment.tree.tags[speaker] == .noun
    else { return false }
    return (max(0, speaker - 3)..<speaker).contains {
      text.isLexeme(at: segment.positions[$0], .pronoun, PronounWord.relative)
    }
  }

  /// "evidence linking the attack to X", "evidence linking X to the attack".
  private mutating func readInnerLink(
    _ node: Int, _ inside: Set<Int>, in segment: Segment, into reading: inout PropositionReading
  ) {
    let places = [segment.complement(ofClause: node, behind: [.to], in: text), segment.child(node, .obj)]
    for place in places.compactMap({ $0 }) where inside.contains(place) {
      let party = parties.blamedParty(at: place, in: segment)
      guard isBlamable(party) else { continue }
      offer(party, .responsibility, predicate: node, in: segment, to: &reading)
      return
    }
  }

  /// "promised an answer after the attack attributed to X": what had happened before is as others have said.
  func isAttributedByOthers(_ participle: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[participle] == .acl, let noun = segment.head(participle), noun < participle
    else { return false }
    return segment.preposition(of: noun, in: text) == .after
  }
}
