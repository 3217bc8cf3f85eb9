import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who stands where in a cue's clause.
struct ClauseRoles: Sendable {
  let frame: CueFrame
  /// The cue's verb.
  let verb: Int
  let isPassive: Bool
  /// Node of the one who speaks: the subject, or the agent of a passive.
  let speaker: Int?
  /// Node of what the verb acts on: the object, or the subject of a passive.
  let object: Int?
  /// Node of the clause that is its content.
  let clause: Int?
  /// Node of the "that" which opens the content.
  let complementizer: Int?
  /// Whether the content is the clause that the cue is thrown into ("…, said X, …").
  let isParenthetical: Bool

  /// Whether a participle opens its sentence: "Asked whether Russia did it, the minister …" says nothing of the minister's.
  private static func opens(_ verb: Int, in segment: Segment) -> Bool {
    verb == 0 && segment.tree.relations[verb] == .advcl && segment.child(verb, .nsubj, .aux) == nil
  }

  /// Reads the roles around a verb.
  init(_ verb: Int, of reading: CueReading, in segment: Segment, text: AnalysedText) {
    self.verb = verb
    frame = reading.frame
    let participle =
      segment.tree.relations[verb] == .acl && reading.cue.lexeme.form == .participle
      && segment.child(verb, .aux, .nsubj) == nil
    let passive =
      // "was put on trial": a form that is past and participle alike is one behind "was".
      reading.cue.lexeme.partOfSpeech != .adjective
      && (reading.cue.lexeme.form.mayBePassive
        || segment.child(verb, .auxPass).map { !reading.tokens.contains(segment.positions[$0]) } == true)
      && !Self.isPerfect(verb, in: segment, text: text)
      && (segment.isPassive(verb) && !Self.isActive(verb, in: segment)
        || Self.opens(verb, in: segment)
        || participle && (reading.tokens.count == 1 || Self.endsInPreposition(reading, text))
          && segment.child(verb, .obj, .ccomp) == nil
          && !(reading.cue.lexeme.language == .en && Self.governsNext(verb, in: segment, text: text)))
    isPassive = passive
    let opener = Self.complementizer(after: Int(reading.cue.end), in: segment, text: text)
    let thrown = passive ? nil : Self.thrownIn(verb, reading, in: segment, text: text)
    let subject = thrown ?? Self.subject(of: verb, reading, in: segment, text: text)
    if passive {
      speaker = segment.agent(of: verb, in: text)
      object = subject ?? Self.subjectBehind(fronted: verb, in: segment, text: text)
    } else {
      let inverted =
        subject == nil && reading.frame.invertsSubject
        ? Self.invertedSubject(of: verb, reading, in: segment, text: text) : nil
      // "établit que des pirates ont …": whoever stands behind the "que" does not say it.
      let isTold = subject.map { node in opener.map { $0 > verb && node > $0 } ?? false } ?? false
      let speaking = isTold ? Self.preceding(verb, in: segment, text: text) : subject ?? inverted
      // "traiter les Etats-Unis d'empire": who stands inside the phrase is called something.
      let isInside =
        speaking.map { $0 > verb && reading.tokens.contains(segment.positions[$0]) } ?? false
      speaker = isInside ? nil : speaking
      let own = Self.object(of: verb, in: segment).flatMap { $0 == inverted ? nil : $0 }
      let isRelative =
        own.map { $0 < verb && text.isLexeme(at: segment.positions[$0], .pronoun, PronounWord.relative) }
        ?? true
      object =
        isRelative ? Self.relativeObject(of: verb, speaker: subject, in: segment, text: text) ?? own : own
    }
    let said = speaker
    // Of two clauses the one with a verb: "said [the gang LockBit] [was to blame]".
    let children = segment.children(verb).map(Int.init)
    let told = children.first { segment.tree.relations[$0] == .ccomp && segment.isVerbal($0) }
    if let own = (told.map { [$0] } ?? children).first(where: { child in
      // "a rétorqué Moscou": who speaks is not what is said.
      guard child != said else { return false }
      switch segment.tree.relations[child] {
      case .ccomp:
        return child > verb || !segment.isNominal(child) || segment.child(child, .nsubj, .cop) != nil
      case .csubj, .csubjPass: return true
      default: return false
      }
    }) {
      clause = own
      isParenthetical = false
    } else if segment.tree.relations[verb] == .parataxis, let head = segment.head(verb),
      speaker == nil || speaker != segment.child(head, .nsubj, .nsubjPass),
      // "X did not name anybody, but sources speak of Y": a clause of its own, and no tag of the one before.
      !Self.isJoined(verb, speaker, in: segment)
    {
      clause = head
      isParenthetical = true
    } else if reading.frame == .say, let told = Self.toldAs(verb, in: segment, text: text) {
      clause = told
      isParenthetical = true
    } else {
      clause =
        segment.child(verb, .xcomp).flatMap { $0 == said ? nil : $0 }
        ?? segment.child(verb, .parataxis, .advcl)
      isParenthetical = false
    }
    complementizer = opener
  }

  /// "wanted by", "recherché pour": a verb with what governs its agent or its ground.
  private static func endsInPreposition(_ reading: CueReading, _ text: AnalysedText) -> Bool {
    reading.tokens.count == 2
      && (text.isLexeme(at: reading.tokens.upperBound - 1, .preposition, PrepositionWord.by)
        || reading.frame == .charge && reading.cue.lexeme.has(.weak))
  }

  /// Whether "but" or the like opens a clause: it hangs on the verb or on the subject before it.
  private static func isJoined(_ verb: Int, _ subject: Int?, in segment: Segment) -> Bool {
    [verb, subject].compactMap { $0 }.contains { host in
      segment.child(host, .cc).map { $0 < host && host <= verb } == true
    }
  }

  /// The object; of several not the number before it ("put three alleged agents on a list").
  private static func object(of verb: Int, in segment: Segment) -> Int? {
    let objects = segment.children(verb).map(Int.init).filter {
      segment.tree.relations[$0] == .obj || segment.tree.relations[$0] == .iobj
    }
    return objects.first { segment.tree.tags[$0] != .num } ?? objects.first
  }

  /// Whether a verb with an object and without an auxiliary or agent of the passive stands in the active, though its
  /// subject is called passive.
  private static func isActive(_ verb: Int, in segment: Segment) -> Bool {
    segment.child(verb, .obj) != nil && segment.child(verb, .auxPass, .oblAgent) == nil
  }

  /// Whether "avoir" or "have" without "être" or "be" stands before a participle: never a passive, whatever the tree says.
  private static func isPerfect(_ verb: Int, in segment: Segment, text: AnalysedText) -> Bool {
    var hasHave = false
    for node in stride(from: verb - 1, through: max(0, verb - 5), by: -1) {
      let position = segment.positions[node]
      if text.isLexeme(at: position, .auxiliary, AuxiliaryWord.be) { return false }
      if text.isLexeme(at: position, .auxiliary, AuxiliaryWord.have) { hasHave = true }
      if segment.tree.tags[node] == .noun || segment.tree.tags[node] == .propn,
        !isTime(node, in: segment, text)
      {
        break
      }
    }
    return hasHave
  }

  /// Whether a noun without a preposition follows at once: "the service blamed APT28" is no passive.
  private static func governsNext(_ verb: Int, in segment: Segment, text: AnalysedText) -> Bool {
    guard verb + 1 < segment.count else { return false }
    let next = segment.positions[verb + 1]
    let isTime = text.lexemes(in: next..<min(next + 2, text.tokens.count)).contains {
      $0.lexeme.category == .time
    }
    switch segment.tree.tags[verb + 1] {
    case .propn, .det, .pron: return !isTime
    default: return false
    }
  }

  /// The subject of a cue: the tree's, where it can speak; for a coordinated cue that of the cue before it; else the
  /// noun phrase that stands before the verb.
  private static func subject(of verb: Int, _ reading: CueReading, in segment: Segment, text: AnalysedText)
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
        segment.isVerbal(own), own > earlier, segment.tree.relations[own] == .parataxis
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
  private static func thrownIn(_ verb: Int, _ reading: CueReading, in segment: Segment, text: AnalysedText)
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

  static func isComma(_ node: Int, in segment: Segment, _ text: AnalysedText) -> Bool {
    text.isComma(segment.positions[node])
  }

  /// Whether a noun is one of a party: a name, a role, an institution, a pronoun.
  static func canSpeak(_ node: Int, in segment: Segment, _ text: AnalysedText) -> Bool {
    let position = segment.positions[node]
    if ProperName.isNameWord(position, in: text) { return true }
    return [LexemeCategory.role, .organ, .actor, .pronoun, .channel].contains {
      text.lexeme($0, covering: position) != nil
    }
  }

  static func isCoordinated(_ verb: Int, in segment: Segment, _ text: AnalysedText) -> Bool {
    if segment.tree.relations[verb] == .conj { return true }
    guard verb > 0 else { return false }
    return segment.tree.tags[verb - 1] == .cconj
  }

  /// "has" and "had", which the parser may take for the main verb before a participle.
  static func isPerfectAuxiliary(_ node: Int, in segment: Segment, _ text: AnalysedText) -> Bool {
    text.isLexeme(at: segment.positions[node], .auxiliary, AuxiliaryWord.have)
  }

  static func isTime(_ node: Int, in segment: Segment, _ text: AnalysedText) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .time }
  }

  /// Right after a verb of saying without a subject, a noun is its inverted subject ("said the ministry",
  /// "a déclaré le ministre"), whatever the tree calls it.
  private static func invertedSubject(
    of verb: Int, _ reading: CueReading, in segment: Segment, text: AnalysedText
  ) -> Int? {
    var isGoverned = false
    // "a fait savoir la porte-parole": behind all words of the cue.
    let end = segment.node(at: Int(reading.cue.end) - 1).map { $0 < verb + 4 ? max($0, verb) : verb } ?? verb
    for node in end + 1..<max(end + 1, min(end + 9, segment.count)) {
      let position = segment.positions[node]
      if text.isLexeme(at: position, .complementizer, ComplementizerWord.that) { return nil }
      switch segment.tree.tags[node] {
      case .noun where isTime(node, in: segment, text): continue
      case .noun, .propn, .pron,
        .num where segment.tree.tags[node] != .num || node == end + 1:
        var top = node
        while let head = segment.head(top), head > top, head != verb, segment.isNominal(head) { top = head }
        if segment.child(top, .case) == nil, !isGoverned { return top }
        isGoverned = false  // "a déclaré à Londres Graeme Biggar"
      case .adp: isGoverned = true
      case .det, .adj, .num, .adv, .x: continue
      case .punct where Mark(text.document.text.bytes, text.tokens[position]) == .hyphen: continue
      // "a réagi, mercredi, l'ambassadeur"
      case .punct
      where text.isComma(position)
        && (isTime(min(node + 1, segment.count - 1), in: segment, text)
          || isTime(node - 1, in: segment, text)):
        continue
      default: return nil
      }
    }
    return nil
  }
}
