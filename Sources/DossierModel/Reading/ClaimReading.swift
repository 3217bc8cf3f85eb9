import DossierText

extension ReportReader {
  mutating func claim(_ node: DataNode, id: String) -> Claim {
    let object = open(node, ReportShapes.claim)
    let act: Act = choice(object, "act") ?? .state
    var claim = Claim(
      id: id, act: act, polarity: choice(object, "polarity") ?? (act == .deny ? .deny : .affirm),
      speakers: references(object, "speakers", to: ["entities"]),
      relayedBy: references(object, "relayed_by", to: ["entities"]),
      channel: optionalText(object, "channel"), about: references(object, "about", to: ["entities"]),
      level: choice(object, "level") ?? .unknown,
      confidence: record(object, "confidence") { $0.confidence($1) },
      likelihood: record(object, "likelihood") { $0.likelihood($1) }, hedged: flag(object, "hedged"),
      quoted: flag(object, "quoted"), time: record(object, "time") { $0.time($1) },
      answers: references(object, "answers", to: ["claims"]),
      unresolved: records(object, "unresolved") { reader, node in
        let object = reader.open(node, ReportShapes.unresolved)
        return UnresolvedParty(
          role: reader.oneOf(UnresolvedParty.roles, object, "role") ?? "",
          words: reader.text(object, "words"),
          reason: reader.text(object, "reason"))
      },
      evidence: records(object, "evidence") { $0.evidence($1) }, rule: text(object, "rule"))
    if let node = object["proposition"] { claim.proposition = proposition(node) }
    if claim.proposition.text.isEmpty, form == .claims, let first = claim.evidence.first {
      claim.proposition.text = first.exact
    }
    if let list = object["evidence"], list.elements?.isEmpty == true {
      decoder.report(
        "no-evidence", "a claim needs evidence", at: list.range,
        help: "give at least one place: source, start, end and exact")
    }
    if claim.answers.contains(id), let list = object["answers"] {
      decoder.report("self-answer", "claim '\(id)' answers itself", at: list.range)
    }
    return claim
  }

  private mutating func proposition(_ node: DataNode) -> Proposition {
    let object = open(node, ReportShapes.proposition)
    return Proposition(
      text: text(object, "text"),
      behaviours: decoder.array(object["behaviours"], what: "'behaviours'").compactMap {
        decoder.choice($0, of: Behaviour.self, what: "each of 'behaviours'")
      },
      targets: references(object, "targets", to: ["entities"]),
      event: reference(object, "event", to: ["events"]))
  }

  mutating func confidence(_ node: DataNode) -> Confidence {
    let object = open(node, ReportShapes.confidence)
    return Confidence(words: optionalText(object, "words"), level: choice(object, "level"))
  }

  private mutating func likelihood(_ node: DataNode) -> Likelihood {
    let object = open(node, ReportShapes.likelihood)
    let likelihood = Likelihood(
      words: optionalText(object, "words"), low: number(object, "low", upTo: 100),
      high: number(object, "high", upTo: 100))
    if let low = likelihood.low, let high = likelihood.high, low > high {
      decoder.report("bad-value", "'low' is above 'high'", at: node.range)
    }
    return likelihood
  }

  private mutating func evidence(_ node: DataNode) -> Evidence {
    let object = open(node, ReportShapes.evidence)
    let place = place(object, words: "exact", at: node)
    return Evidence(
      source: place.source, start: place.start, end: place.end, exact: place.text,
      prefix: text(object, "prefix"), suffix: text(object, "suffix"), xpath: optionalText(object, "xpath"),
      speaker: spans(object, "speaker", in: place.source), cue: spans(object, "cue", in: place.source),
      content: spans(object, "content", in: place.source))
  }

  private mutating func spans(_ object: DataObject, _ key: String, in source: String) -> [Span] {
    decoder.array(object[key], what: "'\(key)'").compactMap { node in
      guard let pair = node.elements, pair.count == 2,
        case .integer(let start) = pair[0].value, case .integer(let end) = pair[1].value
      else {
        decoder.report(
          "wrong-type", "each of '\(key)' must be two whole numbers, start and end", at: node.range,
          help: "for example: [12, 34]")
        return nil
      }
      check(start, end, in: source, at: node)
      return Span(start, end)
    }
  }
}
