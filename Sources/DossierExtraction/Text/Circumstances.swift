import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Phrases that only say when, in what or in whose turn something is said, told by their words: "two weeks later", "dans un
/// rapport publié lundi", "for its part". Wherever they stand, the clause is read as if they did not.
extension AsideParsing {
  /// The end of such a phrase that starts here; nil if none does. A few steps.
  func circumstance(at first: Int) -> Int? {
    // "s'est rangé à l'analyse": the preposition belongs to the verb.
    guard text.tokens[positions[first]].kind != .mark,
      text.lexeme(.cue, covering: positions[first]).map({ Int($0.first) >= positions[first] }) ?? true
    else { return nil }
    return lapse(at: first) ?? moment(at: first) ?? medium(at: first) ?? turn(from: first)
  }

  /// A phrase that parts a subject, an auxiliary or a verb from what goes on with it.
  func circumstanceWithin(at first: Int) -> Aside? {
    guard first > 0, let end = circumstance(at: first), end < positions.count else { return nil }
    let before = first - 1
    let isSplit =
      isSplitAuxiliary(before) || text.isLexeme(at: positions[before], .auxiliary, AuxiliaryWord.be)
    if isSplit {
      // "has on Tuesday strongly condemned"
      guard isParticiple(end) || whole.tags[end] == .adv && end + 1 < positions.count && isParticiple(end + 1)
      else { return nil }
    } else if isClaiming(before) && !isNominal(before) || endsClaimingPhrase(before) {
      guard opensWhatIsGoverned(end) else { return nil }
      return Aside(
        range: first..<end, hasComma: false, isClosed: false, relation: .obl, isCircumstance: true,
        follows: before)
    } else if whole.tags[before] == .verb, [.det, .propn, .num].contains(whole.tags[end]),
      moment(at: first) == end || lapse(at: first) == end
    {
      // "a imposé ce jour des mesures"
      return Aside(
        range: first..<end, hasComma: false, isClosed: false, relation: .obl, isCircumstance: true,
        follows: before)
    } else {
      guard isNominal(before) || isRelative(before) || isComma(before) && first > 3, startsPredicate(end),
        whole.tags[end] != .part
      else { return nil }
    }
    return Aside(range: first..<end, hasComma: false, isClosed: false, relation: .obl, isCircumstance: true)
  }

  /// A phrase that opens a sentence, whether a comma closes it or not: "On Tuesday Russia denied".
  func openingCircumstance(at start: Int) -> Aside? {
    guard start + 3 < positions.count, var end = circumstance(at: start), end + 1 < positions.count else {
      return nil
    }
    let isClosed = isComma(end)
    if isClosed { end += 1 }
    guard end + 1 < positions.count, opensSubject(end), (end..<positions.count).contains(where: isPredicate),
      // "March attacks on": without a preposition or a comma, the word may belong to the noun behind it.
      isClosed || whole.tags[start] == .adp || end - start > 1 || whole.tags[end] != .noun
    else { return nil }
    return Aside(
      range: start..<end, hasComma: false, isClosed: isClosed, relation: .obl, isFronted: true,
      isCircumstance: true)
  }

  /// "two weeks later", "quelques jours plus tôt", "un mois après"
  private func lapse(at first: Int) -> Int? {
    guard isAmount(first) else { return nil }
    for node in first + 1..<max(first + 1, min(first + 4, positions.count)) {
      if let unit = time(node), [.day, .week, .month, .year, .occasion].contains(unit) {
        var end = node + 1
        // "plus tard"
        if end + 1 < positions.count, whole.tags[end] == .adv,
          text.table.contains(text.folded(positions[end + 1]), in: .lapseWords)
        {
          end += 1
        }
        guard end < positions.count, text.table.contains(text.folded(positions[end]), in: .lapseWords),
          // "two days after the attack": a clause or a noun goes on with it.
          end + 1 == positions.count || !opensSubject(end + 1) || whole.tags[end] == .adv
        else { return nil }
        return end + 1
      }
      guard [.adj, .num, .adp].contains(whole.tags[node]) else { return nil }
    }
    return nil
  }

  private func isAmount(_ node: Int) -> Bool {
    whole.tags[node] == .num || whole.tags[node] == .det || text.tokens[positions[node]].kind == .number
  }

  /// "on Tuesday", "last week", "le 10 mai", "for the first time", "in March 2023"
  private func moment(at first: Int) -> Int? {
    guard !isGenitive(first) else { return nil }
    var end: Int?
    var isNamed = false
    var isMonth = false
    var node = first
    while node < min(first + 8, positions.count) {
      let next = node + 1 < positions.count ? time(node + 1) : nil
      if let match = text.lexemes(at: positions[node]).first(where: { $0.lexeme.category == .time }),
        let word = match.lexeme.as(TimeWord.self)
      {
        let past = node + Int(match.end) - max(Int(match.first), positions[node])
        // "last week", but "la semaine dernière"
        let isBound = [.last, .this, .since, .beginning, .middle, .end].contains(word)
        if !isBound || word == .last && end == node { end = past }
        isNamed =
          isNamed || TimeWord.weekdays.contains(word) || [.today, .yesterday, .again].contains(word)
          || word == .last && end == past
        isMonth = isMonth || TimeWord.months.contains(word)
        node = max(past, node + 1)
        continue
      }
      if text.tokens[positions[node]].kind == .number {
        let goesOn = next.map { TimeWord.months.contains($0) } ?? false
        if end == node || isYear(node) && node > first { end = node + 1 } else if !goesOn { break }
      } else if whole.tags[node] == .adp || whole.tags[node] == .det {
        if end == node, isGenitive(node), next == nil { break }
      } else if whole.tags[node] == .adj || whole.tags[node] == .num {
        guard next != nil else { break }
      } else {
        break
      }
      node += 1
    }
    guard let end, end > first else { return nil }
    // Not "week", "eleven weeks", "deux ans": how long, or how often.
    return isNamed || isMonth && isAmount(first)
      || end - first > 1 && (time(first) != nil || !isAmount(first))
      ? end : nil
  }

  private func isYear(_ node: Int) -> Bool {
    let word = text.word(positions[node])
    return word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
  }

  private func isGenitive(_ node: Int) -> Bool {
    text.isLexeme(at: positions[node], .preposition, PrepositionWord.of)
  }

  /// "in a report published on Monday", "dans un communiqué", "on Telegram", "in an interview with the BBC"
  private func medium(at first: Int) -> Int? {
    guard whole.tags[first] == .adp, !isGenitive(first),
      ![PrepositionWord.by, .to, .for, .against, .from, .about, .after].contains(where: { word in
        text.isLexeme(at: positions[first], .preposition, word)
      })
    else { return nil }
    var noun: Int?
    for node in first + 1..<max(first + 1, min(first + 6, positions.count)) {
      let position = positions[node]
      if text.lexemes(at: position).contains(where: { match in
        match.lexeme.category == .channel && match.lexeme.partOfSpeech == .noun
      }) || isPlatform(position) || text.table.contains(text.folded(position), in: .mediumWords) {
        noun = node
      } else if ![.det, .adj, .noun, .propn, .num, .pron].contains(whole.tags[node]) || isPredicate(node) {
        break
      }
    }
    guard var noun else { return nil }
    // "its Telegram channel"
    while noun + 1 < positions.count, noun > first + 1, whole.tags[noun] == .propn,
      whole.tags[noun + 1] == .noun, !isPredicate(noun + 1)
    {
      noun += 1
    }
    let end = tail(behind: noun)
    // "in a note on its website"
    return end < positions.count ? medium(at: end) ?? end : end
  }

  /// What goes on with a paper or a talk: how and when it came out, and to whom it was given.
  private func tail(behind noun: Int) -> Int {
    var end = noun + 1
    // "une déclaration commune"
    while end < positions.count, text.isFrench, [.adj, .noun].contains(whole.tags[end]),
      text.tokens[positions[end]].shape.isDisjoint(with: [.capitalised, .allCapitals]), time(end) == nil,
      !isPredicate(end), !isParticiple(end)
    {
      end += 1
    }
    if end < positions.count, text.table.contains(text.folded(positions[end]), in: .issuingWords) {
      end += 1
      if end < positions.count,
        text.lexemes(at: positions[end]).contains(where: { $0.lexeme.form == .participle }),
        !isClaiming(end)
      {
        end += 1
      }
    }
    if end < positions.count, whole.tags[end] == .adp,
      text.isLexeme(at: positions[end], .preposition, PrepositionWord.to)
        || text.isLexeme(at: positions[end], .preposition, PrepositionWord.with)
    {
      var node = end + 1
      var isNamed = false
      while node < positions.count, [.det, .propn, .adj, .noun].contains(whole.tags[node]),
        !isPredicate(node),
        // "au Monde la Russie": another noun phrase opens.
        !isNamed || whole.tags[node] != .det
      {
        isNamed = isNamed || text.tokens[positions[node]].shape.contains(.capitalised)
        node += 1
      }
      if isNamed { end = node }
    }
    if end < positions.count, let past = moment(at: end) { end = past }
    return end
  }

  private func isPlatform(_ position: Int) -> Bool {
    text.names(covering: position).contains { match in
      text.entry(match.entry).map { text.table.contains($0.id.utf8, in: .platforms) } ?? false
    }
  }

  /// "for its part", "à son tour"
  private func turn(from first: Int) -> Int? {
    guard first + 2 < positions.count, whole.tags[first] == .adp, holdsPossessive(first + 1..<first + 2),
      text.table.contains(text.folded(positions[first + 2]), in: .turnWords)
    else { return nil }
    return first + 3
  }

  /// "a mis en cause mardi X": the last word of a verb of claiming of several words.
  private func endsClaimingPhrase(_ node: Int) -> Bool {
    text.lexeme(.cue, covering: positions[node]).map { match in
      match.lexeme.partOfSpeech == .verb && Int(match.end) == positions[node] + 1
        && Int(match.first) < positions[node]
    } ?? false
  }

  private func isParticiple(_ node: Int) -> Bool {
    text.lexemes(at: positions[node]).contains { $0.lexeme.form == .participle }
      || [.verb, .aux].contains(whole.tags[node]) && !whole.morphology[node].contains(.finite)
  }

  /// Whether a noun phrase that may be a subject opens here.
  private func opensSubject(_ node: Int) -> Bool {
    [.det, .propn, .noun, .pron, .num, .adj].contains(whole.tags[node]) && !isPredicate(node)
  }

  /// Whether what a verb of claiming governs opens here: an object, whoever speaks behind it, or a clause.
  private func opensWhatIsGoverned(_ node: Int) -> Bool {
    opensSubject(node) || text.isLexeme(at: positions[node], .complementizer, ComplementizerWord.that)
      || [PrepositionWord.of, .to, .against].contains { word in
        text.isLexeme(at: positions[node], .preposition, word)
      }
  }
}
