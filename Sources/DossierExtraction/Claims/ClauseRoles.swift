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

  /// "was arrested and charged", « a été interpellé puis mis en examen »: a participle joined to a passive, whose "was" it shares.
  private static func sharesPassive(_ verb: Int, _ reading: CueReading, in segment: Segment) -> Bool {
    guard reading.frame.act.isResponsibility || reading.frame.act == .condemn,
      segment.tree.relations[verb] == .conj, let first = segment.head(verb), first < verb
    else { return false }
    return segment.child(first, .auxPass) != nil
      && segment.child(verb, .aux, .auxPass, .nsubj, .nsubjPass, .obj, .ccomp) == nil
      && !(first + 1..<verb).contains { [.nsubj, .nsubjPass].contains(segment.tree.relations[$0]) }
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
        || Self.sharesPassive(verb, reading, in: segment)
        || Self.opens(verb, in: segment)
        || participle
          && (reading.tokens.count == 1 || Self.endsInPreposition(reading, text)
            // "X, mis en examen en France"
            || reading.frame == .charge && reading.cue.lexeme.language == .fr)
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
      // "traiter les Etats-Unis d'empire": who stands inside the phrase is called something; "tient aux mots de X : un acteur
      // étatique": whoever a colon leads to is what is said.
      let isInside =
        speaking.map { subject in
          subject > verb
            && (reading.tokens.contains(segment.positions[subject])
              || (verb + 1..<subject).contains { text.isSign(segment.positions[$0], ":") })
        } ?? false
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
  static func invertedSubject(
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
