import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who a verb of claiming is said of: the subject of the tree, or the one that the tree hung elsewhere.
extension ClauseRoles {
  /// The subject of a cue: the tree's, where it can speak; for a coordinated cue that of the cue before it; else the
  /// noun phrase that stands before the verb.
  static func subject(of verb: Int, _ reading: CueReading, in segment: Segment, text: AnalysedText)
    -> Int?
  {
    // "tout en assurant que", "avant d'accuser": whoever does the rest of the sentence.
    if reading.cue.lexeme.language == .fr, segment.isAdverbial(verb, in: text),
      let own = segment.subject(ofAdverbial: verb)
    {
      return own
    }
    // In French only "ajoutant que": other participles behind a comma may be said of the noun before it.
    if reading.cue.lexeme.partOfSpeech == .verb,
      reading.cue.lexeme.language == .en
        || verb + 1 < segment.count
          && text.isLexeme(at: segment.positions[verb + 1], .complementizer, ComplementizerWord.that),
      let outer = subject(ofGerund: verb, in: segment, text: text), canSpeak(outer, in: segment, text)
    {
      return outer
    }
    if reading.cue.lexeme.language == .en, reading.frame == .say,
      let thrown = parenthetical(before: verb, in: segment, text: text)
    {
      return thrown
    }
    var found = segment.subject(of: verb)
    if reading.cue.lexeme.language == .en, reading.cue.lexeme.partOfSpeech == .verb,
      let name = opener(before: verb, in: segment, text: text), found ?? verb > name,
      found.map({ $0 < verb }) ?? true
    {
      return name
    }
    // "which the FBI holds responsible": of two subjects the relative pronoun is none.
    if let pronoun = found, text.isLexeme(at: segment.positions[pronoun], .pronoun, PronounWord.relative),
      let other = segment.children(verb).map(Int.init).last(where: { child in
        child > pronoun && child < verb && segment.tree.relations[child] == .nsubj
      })
    {
      return other
    }
    // "did not say who was behind it, and declined": "who" is the other verb's.
    if let pronoun = found, isCoordinated(verb, in: segment, text),
      text.isLexeme(at: segment.positions[pronoun], .pronoun, PronounWord.relative),
      let earlier = earlierCue(before: verb, in: segment, text: text), pronoun > earlier,
      let shared = segment.subject(of: earlier)
    {
      return shared
    }
    // "The group, the indictment says, sent": of two subjects the one behind the comma speaks.
    let subjects = segment.children(verb).map(Int.init).filter {
      segment.tree.relations[$0] == .nsubj && $0 < verb
    }
    // "Hours after publication the Department attributed": what a preposition governs is none.
    if subjects.count > 1, let first = subjects.first, let last = subjects.last,
      segment.child(first, .case) != nil, segment.child(last, .case) == nil
    {
      return last
    }
    if subjects.count > 1, let first = subjects.first, let last = subjects.last,
      !text.isLexeme(at: segment.positions[last], .pronoun, PronounWord.relative),
      let start = segment.subtree(last).first, start > 0,
      isComma(start - 1, in: segment, text)
        || text.isLexeme(at: segment.positions[start - 1], .complementizer, ComplementizerWord.that)
        // "ce dont Moscou se défend"
        || text.isLexeme(at: segment.positions[start - 1], .pronoun, PronounWord.relative)
        || (first..<last).contains(where: { isComma($0, in: segment, text) })
          && (first..<last).contains(where: { segment.isVerbal($0) }),
      !(last..<verb).contains(where: { isComma($0, in: segment, text) })
    {
      return last
    }
    // "X was responsible, Anne Neuberger, an official, said": a noun with a predicate of its own before the comma does
    // not speak.
    if let early = found, early < verb, reading.cue.lexeme.language == .en,
      let outer = subjectAcrossAside(before: verb, in: segment, text: text)
        ?? behindComma(before: verb, in: segment, text: text), outer > early,
      (early..<outer).contains(where: { segment.tree.tags[$0] == .aux || segment.tree.tags[$0] == .verb }),
      canSpeak(outer, in: segment, text)
    {
      return outer
    }
    // "New Zealand, citing its spy agency, said a group had …": what follows the verb is not its subject.
    if let after = found, after > verb, reading.cue.lexeme.language == .en,
      let outer = subjectAcrossAside(before: verb, in: segment, text: text),
      canSpeak(outer, in: segment, text)
    {
      return outer
    }
    if let time = found,
      text.lexemes(at: segment.positions[time]).contains(where: { $0.lexeme.category == .time })
    {
      found =
        segment.children(verb).map(Int.init).first { child in
          (segment.tree.relations[child] == .nsubj || segment.tree.relations[child] == .nsubjPass)
            && !isTime(child, in: segment, text)
        } ?? preceding(verb, in: segment, text: text)
    }
    // "…, and the European Union called on": a party right before a coordinated verb is its subject, not the one before.
    if segment.child(verb, .nsubj, .nsubjPass) == nil, let own = adjacent(verb, in: segment, text: text) {
      return own
    }
    if let aside = found, let name = nameBefore(aside, verb, in: segment, text: text) { return name }
    if let governed = found, let people = governor(of: governed, before: verb, in: segment, text: text) {
      return people
    }
    if let found, segment.child(verb, .nsubj, .nsubjPass) == found { return found }
    if let own = coordinatedSubject(before: verb, in: segment, text: text) { return own }
    if segment.tree.relations[verb] == .conj, let head = segment.head(verb), head < verb,
      segment.isVerbal(head), segment.subject(of: head) == nil,
      let shared = preceding(head, in: segment, text: text), canSpeak(shared, in: segment, text)
    {
      return shared
    }
    if isCoordinated(verb, in: segment, text),
      let earlier = earlierCue(before: verb, in: segment, text: text),
      let shared = segment.subject(of: earlier), canSpeak(shared, in: segment, text)
    {
      // "Researchers tied it to X; the SBU went further and accused …": the clause between has a subject of its own.
      if let found, found > earlier, canSpeak(found, in: segment, text), let own = segment.head(found),
        segment.isVerbal(own), own > earlier,
        segment.tree.relations[own] == .parataxis
          // "…, and the FBI has gone further and blamed …"
          || segment.tree.relations[own] == .conj && segment.child(own, .cc).map({ $0 < found }) == true
      {
        return found
      }
      return shared
    }
    if found == nil || segment.child(verb, .nsubj, .nsubjPass) == nil,
      let outer = subjectAcrossAside(before: verb, in: segment, text: text),
      canSpeak(outer, in: segment, text)
    {
      return outer
    }
    if let found { return found }
    return reading.cue.lexeme.form == .infinitive ? nil : preceding(verb, in: segment, text: text)
  }

  /// The subject right after a verb that a comma throws in, whatever verb the tree joins it to: "…, martèle Pékin".
  static func thrownIn(_ verb: Int, _ reading: CueReading, in segment: Segment, text: AnalysedText)
    -> Int?
  {
    // "blamed X, saying the hackers had …": no subject stands behind a gerund.
    guard reading.frame.invertsSubject, !text.endsAsGerund(segment.positions[verb]) else { return nil }
    let start = segment.groupStart(of: verb)
    if start > 1, let inserted = insertedSubject(verb, from: start, in: segment, text: text) {
      return inserted
    }
    // What stands before the comma is the subject of what is said: "Ces accusations sont fausses, a fait savoir X".
    if let own = segment.child(verb, .nsubj, .nsubjPass) {
      guard reading.cue.lexeme.language == .fr, own < start - 1, segment.tree.relations[verb] == .root else {
        return nil
      }
      // "Des accusations absurdes, a répliqué X": what cannot speak is said.
      // "La sénatrice, qui suit le dossier, somme les opérateurs": what is said of her between commas is no predicate.
      let aside = (own..<start).first {
        text.isComma(segment.positions[$0])
      }
      let predicate = (own..<start).first {
        (segment.tree.tags[$0] == .aux || segment.isVerbal($0) || segment.child($0, .cop) != nil)
          && !((aside ?? start) < $0 && segment.isInside($0, own))
      }
      guard predicate.map({ $0 < start - 1 }) ?? (start < verb && !canSpeak(own, in: segment, text)) else {
        return nil
      }
    }
    guard start > 0, verb + 1 < segment.count,
      text.isComma(segment.positions[start - 1]),
      let subject = invertedSubject(of: verb, reading, in: segment, text: text), subject <= verb + 3,
      canSpeak(subject, in: segment, text)
    else { return nil }
    // In English a noun there may begin what is said ("…, said users were hit"): only where nothing follows it.
    guard reading.cue.lexeme.language == .en else { return subject }
    guard reading.frame == .say, segment.child(subject, .cop, .nsubj, .aux) == nil else { return nil }
    let after = (segment.subtree(subject).last ?? subject) + 1
    return after >= segment.count || text.tokens[segment.positions[after]].kind == .mark ? subject : nil
  }
}
