import DossierModel
import DossierText

/// Tells one claim in one sentence that says who says what, and never that it is so.
package struct ClaimSentence {
  private let index: ReportIndex
  private let number: Int

  private var words: Words { index.words }
  private var labels: Labels { index.words.labels }
  private var claim: Claim { index.report.claims[number] }
  private var speakers: [Int] { index.speakers[number] }
  private var targets: [Int] { index.entityNumbers(claim.proposition.targets) }
  private var parties: [Int] {
    let about = index.about[number]
    return claim.act == .admit ? about.filter { !speakers.contains($0) } : about
  }

  /// The sentence of claim number `number`.
  package init(_ number: Int, in index: ReportIndex) {
    self.index = index
    self.number = number
  }

  /// Writes the sentence with its reference and full stop.
  package func write(to sink: inout some ProseSink) {
    let pattern = self.pattern
    for part in pattern.parts { write(part, to: &sink) }
    sink.words(" ")
    sink.reference(number)
    let answered = index.claimNumbers(claim.answers)
    if !answered.isEmpty {
      sink.words(", ")
      sink.words(words.labels.answers)
      sink.list(answered, words) { $0.reference($1) }
    }
    sink.words(".")
  }

  /// Writes who speaks, as the subject of a sentence or standing alone.
  package func writeSpeakers(to sink: inout some ProseSink, capitalised: Bool) {
    if !speakers.isEmpty {
      var isFirst = true
      sink.list(speakers, words) { sink, speaker in
        write(speaker, form: nil, capitalised: capitalised && isFirst, to: &sink)
        isFirst = false
      }
      return
    }
    if let open = claim.unresolved.first(where: { $0.role == "speaker" }) {
      sink.words(capitalised ? labels.openSpeaker : labels.openSpeaker.uncapitalised)
      sink.words(" (")
      sink.words(words.typography.openQuote)
      sink.sourceText(open.words)
      sink.words(words.typography.closeQuote)
      sink.words(")")
      return
    }
    sink.words(capitalised ? labels.article : labels.article.uncapitalised)
    if index.report.sources.count > 1, !claim.evidence.isEmpty {
      sink.words(" (")
      sink.sourceText(claim.evidence[0].source)
      sink.words(")")
    }
  }

  // MARK: - Parts

  private var hasMatter: Bool { !claim.proposition.behaviours.isEmpty || !targets.isEmpty }

  /// Whether the article tells of an act that is not its own, such as a denial by nobody in particular.
  private var isReported: Bool {
    speakers.isEmpty && words.acts[claim.act]?.reported != nil
      && !claim.unresolved.contains { $0.role == "speaker" }
  }

  private var pattern: SentencePattern {
    guard let act = words.acts[claim.act] else { return "%S" }
    let reported = isReported ? words.reported : nil
    switch (parties.isEmpty, hasMatter) {
    case (false, true): return reported?.full ?? act.full
    case (false, false): return reported?.party ?? act.party
    case (true, true): return reported?.matter ?? act.matter
    case (true, false): return reported?.bare ?? act.bare
    }
  }

  private var isPlural: Bool {
    speakers.count > 1 || speakers.contains { index.forms[$0].isPlural }
  }

  private func write(_ part: SentencePattern.Part, to sink: inout some ProseSink) {
    switch part {
    case .words(let text): sink.words(text)
    case .speaker: writeSpeakers(to: &sink, capitalised: true)
    case .act: sink.words(words.acts[claim.act]?.reported ?? "")
    case .verb(let singular, let plural): sink.words(isPlural ? plural : singular)
    case .matter(let form): writeMatter(form, to: &sink)
    case .party(let form): writeParties(form, to: &sink)
    }
  }

  private func write(
    _ entity: Int, form: SentencePattern.Form?, capitalised: Bool = false, to sink: inout some ProseSink
  ) {
    let forms = index.forms[entity]
    let before =
      switch form {
      case .of: forms.of
      case .to: forms.to
      default: forms.base
      }
    if !before.isEmpty { sink.words(capitalised ? before.capitalisedFirst : before) }
    sink.name(
      entity, capitalised: capitalised && before.isEmpty && index.report.entities[entity].kind == .person)
  }

  private func writeMatter(_ form: SentencePattern.Form?, to sink: inout some ProseSink) {
    let behaviours = claim.proposition.behaviours.compactMap { words.behaviours[$0] }
    if behaviours.isEmpty {
      switch form {
      case .of: sink.words(labels.activityOf)
      case .bare: sink.words(labels.activityBare)
      default: sink.words(labels.activity)
      }
    } else {
      sink.list(count: behaviours.count, words) { sink, place in
        let behaviour = behaviours[place]
        switch form {
        case .of: sink.words(behaviour.of)
        case .bare: sink.words(behaviour.noun)
        default: sink.words(behaviour.indefinite)
        }
      }
    }
    let targets = self.targets
    if !targets.isEmpty {
      sink.words(labels.against)
      sink.list(targets, words) { write($1, form: nil, to: &$0) }
    }
  }

  /// Writes the parties spoken about at the level the speaker chose: what backs, hosts or employs is never made the
  /// doer.
  private func writeParties(_ form: SentencePattern.Form?, to sink: inout some ProseSink) {
    let level = claim.level
    let parties = self.parties
    let direct = parties.filter { isAtLevel(index.report.entities[$0].kind, level) }
    let above = parties.filter { !isAtLevel(index.report.entities[$0].kind, level) }
    if above.isEmpty || words.levels[level]?.wrapped == nil {
      sink.list(parties, words) { write($1, form: form, to: &$0) }
      return
    }
    if !direct.isEmpty {
      sink.list(direct, words) { write($1, form: form, to: &$0) }
      sink.words(" (")
      writeWrapped(above, form: nil, to: &sink)
      sink.words(")")
    } else {
      writeWrapped(above, form: form, to: &sink)
    }
  }

  private func writeWrapped(
    _ entities: [Int], form: SentencePattern.Form?, to sink: inout some ProseSink
  ) {
    guard let level = words.levels[claim.level], let wrapped = form == .of ? level.wrappedOf : level.wrapped
    else {
      return
    }
    if form == .to { sink.words(words.labels.toPhrase) }
    for part in wrapped.parts {
      switch part {
      case .words(let text): sink.words(text)
      case .party(let inner): sink.list(entities, words) { write($1, form: inner, to: &$0) }
      default: break
      }
    }
  }

  /// Whether a thing of this kind can itself be what is blamed at this level.
  private func isAtLevel(_ kind: EntityKind, _ level: Level) -> Bool {
    switch level {
    case .state, .unknown: true
    case .agency: kind != .state && kind != .place
    case .stateBacked, .group: kind != .state && kind != .agency && kind != .place
    case .fromTerritory: kind != .state && kind != .place
    case .person: kind == .person || kind == .group
    case .company: kind == .company || kind == .organisation
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  package var capitalisedFirst: String {
    withFirst(in: 0x61...0x7A) ?? prefix(1).uppercased() + dropFirst()
  }
  /// The text with its first letter in lower case.
  package var uncapitalised: String {
    withFirst(in: 0x41...0x5A) ?? prefix(1).lowercased() + dropFirst()
  }

  /// The text with its first letter in the other case if that is one of these letters of ASCII, or as it is if it is
  /// another sign of ASCII; nil where the first letter is none.
  private func withFirst(in letters: ClosedRange<UInt8>) -> String? {
    guard let first = utf8.first, first < 0x80 else { return nil }
    guard letters.contains(first) else { return self }
    return withUTF8Bytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { other in
        _ = other.initialize(fromContentsOf: bytes)
        other[0] ^= 0x20
        return bytes.count
      }
    }
  }
}
