import DossierModel

/// A key of the report's JSON form, and how to tell whether a report has a value at or below it.
///
/// Most answers come from the first part of a list, so asking costs far less than writing the report would.
struct ReportKey: Sendable {
  /// The keys from the root, joined by points.
  let path: String
  /// The keys below it.
  let children: [ReportKey]
  /// Whether a report has a value here. Ids and the schema's name are labels, not values.
  let hasValue: @Sendable (Report) -> Bool

  private init(_ path: String, _ hasValue: @escaping @Sendable (Report) -> Bool, _ children: [ReportKey] = [])
  {
    self.path = path
    self.hasValue = hasValue
    self.children = children
  }

  private static func key(_ path: String, _ isPresent: @escaping @Sendable (Report) -> Bool) -> ReportKey {
    ReportKey(path, isPresent)
  }

  private static func keys(_ path: String, _ children: [ReportKey]) -> ReportKey {
    ReportKey(path, { report in children.has { $0.hasValue(report) } }, children)
  }

  /// Keys that have a value wherever the one above them has.
  private static func always(
    _ path: String, _ names: [String], _ isPresent: @escaping @Sendable (Report) -> Bool
  ) -> [ReportKey] {
    names.map { ReportKey("\(path).\($0)", isPresent) }
  }

  /// The keys of a report, in the order in which it is written.
  static let all: [ReportKey] = [
    key("title") { _ in true }, key("language") { _ in true }, key("created") { _ in true },
    keys("producer", always("producer", ["name", "kind"]) { _ in true }),
    keys("marking", always("marking", ["tlp"]) { _ in true }),
    sources, entities, events, claims, relations, indicators, techniques, candidates,
  ]

  private static let sources = keys(
    "sources",
    always("sources", ["title"]) { !$0.sources.isEmpty } + [
      key("sources.publisher") { $0.sources.has { $0.publisher != nil } },
      key("sources.authors") { $0.sources.has { !$0.authors.isEmpty } },
      key("sources.published") { $0.sources.has { $0.published != nil } },
    ] + always("sources", ["language"]) { !$0.sources.isEmpty } + [
      key("sources.url") { $0.sources.has { $0.url != nil } },
      key("sources.translation_of") { $0.sources.has { $0.translationOf != nil } },
    ] + always("sources", ["media_type", "sha256", "length"]) { !$0.sources.isEmpty } + [
      key("sources.reliability") { $0.sources.has { $0.reliability != nil } }
    ])

  private static let entities = keys(
    "entities",
    always("entities", ["kind", "name"]) { !$0.entities.isEmpty } + [
      key("entities.names") { $0.entities.has { !$0.names.isEmpty } },
      key("entities.aliases") { $0.entities.has { !$0.aliases.isEmpty } },
      key("entities.part_of") { $0.entities.has { $0.partOf != nil } },
      key("entities.role") { $0.entities.has { $0.role != nil } },
      keys(
        "entities.identifiers",
        always("entities.identifiers", ["scheme", "value"]) {
          $0.entities.has { !$0.identifiers.isEmpty }
        }),
      keys(
        "entities.mentions",
        mention("entities.mentions") { $0.entities.has { !$0.mentions.isEmpty } }),
    ])

  private static let events = keys(
    "events",
    always("events", ["kind", "label"]) { !$0.events.isEmpty } + [
      key("events.targets") { $0.events.has { !$0.targets.isEmpty } },
      time("events.time") { report, has in report.events.has { $0.time.map(has) ?? false } },
      keys(
        "events.impact",
        [
          key("events.impact.count") { $0.events.has { !$0.impact.isEmpty } },
          key("events.impact.qualifier") {
            $0.events.has { $0.impact.has { $0.qualifier != nil } }
          },
          key("events.impact.unit") { $0.events.has { !$0.impact.isEmpty } },
        ]),
    ])

  private static let claims = keys(
    "claims",
    always("claims", ["act", "polarity"]) { !$0.claims.isEmpty } + [
      key("claims.speakers") { $0.claims.has { !$0.speakers.isEmpty } },
      key("claims.relayed_by") { $0.claims.has { !$0.relayedBy.isEmpty } },
      key("claims.channel") { $0.claims.has { $0.channel != nil } },
      key("claims.about") { $0.claims.has { !$0.about.isEmpty } },
      key("claims.level") { !$0.claims.isEmpty },
      keys(
        "claims.proposition",
        [
          key("claims.proposition.text") { !$0.claims.isEmpty },
          key("claims.proposition.behaviours") { $0.claims.has { !$0.proposition.behaviours.isEmpty } },
          key("claims.proposition.targets") { $0.claims.has { !$0.proposition.targets.isEmpty } },
          key("claims.proposition.event") { $0.claims.has { $0.proposition.event != nil } },
        ]),
      confidence("claims.confidence") { report, has in
        report.claims.has { $0.confidence.map(has) ?? false }
      },
      keys(
        "claims.likelihood",
        [
          key("claims.likelihood.words") { $0.claims.has { $0.likelihood?.words != nil } },
          key("claims.likelihood.low") { $0.claims.has { $0.likelihood?.low != nil } },
          key("claims.likelihood.high") { $0.claims.has { $0.likelihood?.high != nil } },
        ]),
    ] + always("claims", ["hedged", "quoted"]) { !$0.claims.isEmpty } + [
      time("claims.time") { report, has in report.claims.has { $0.time.map(has) ?? false } },
      key("claims.answers") { $0.claims.has { !$0.answers.isEmpty } },
      keys(
        "claims.unresolved",
        always("claims.unresolved", ["role", "words", "reason"]) {
          $0.claims.has { !$0.unresolved.isEmpty }
        }),
      evidence,
    ] + always("claims", ["rule"]) { !$0.claims.isEmpty })

  private static let evidence = keys(
    "claims.evidence",
    always("claims.evidence", ["source", "start", "end", "exact", "prefix", "suffix"]) {
      $0.claims.has { !$0.evidence.isEmpty }
    } + [
      key("claims.evidence.xpath") { $0.claims.has { $0.evidence.has { $0.xpath != nil } } },
      key("claims.evidence.speaker") { $0.claims.has { $0.evidence.has { !$0.speaker.isEmpty } } },
      key("claims.evidence.cue") { $0.claims.has { $0.evidence.has { !$0.cue.isEmpty } } },
      key("claims.evidence.content") { $0.claims.has { $0.evidence.has { !$0.content.isEmpty } } },
    ])

  private static let relations = keys(
    "relations",
    always("relations", ["type", "from", "to"]) { !$0.relations.isEmpty } + [
      key("relations.claims") { $0.relations.has { !$0.claims.isEmpty } },
      key("relations.disputed_by") { $0.relations.has { !$0.disputedBy.isEmpty } },
      confidence("relations.confidence") { report, has in
        report.relations.has { $0.confidence.map(has) ?? false }
      },
    ])

  private static let indicators = keys(
    "indicators",
    always("indicators", ["kind", "value"]) { !$0.indicators.isEmpty } + [
      keys("indicators.mention", mention("indicators.mention") { !$0.indicators.isEmpty })
    ] + always("indicators", ["role"]) { !$0.indicators.isEmpty } + [
      key("indicators.marks") { $0.indicators.has { !$0.marks.isEmpty } }
    ])

  private static let techniques = keys(
    "techniques",
    always("techniques", ["attack_id", "name"]) { !$0.techniques.isEmpty } + [
      keys(
        "techniques.mentions",
        mention("techniques.mentions") { $0.techniques.has { !$0.mentions.isEmpty } }),
      key("techniques.claims") { $0.techniques.has { !$0.claims.isEmpty } },
    ])

  private static let candidates = keys(
    "candidates",
    always("candidates", ["kind"]) { !$0.candidates.isEmpty } + [
      key("candidates.name") { $0.candidates.has { $0.name != nil } },
      keys("candidates.mention", mention("candidates.mention") { !$0.candidates.isEmpty }),
    ] + always("candidates", ["count", "reason"]) { !$0.candidates.isEmpty })

  // MARK: Parts that several have

  private static func mention(
    _ path: String, _ isPresent: @escaping @Sendable (Report) -> Bool
  ) -> [ReportKey] {
    always(path, ["source", "start", "end", "text"], isPresent)
  }

  private static func time(
    _ path: String, _ any: @escaping @Sendable (Report, (TimeInterval) -> Bool) -> Bool
  ) -> ReportKey {
    keys(
      path,
      [
        key("\(path).earliest") { any($0) { $0.earliest != nil } },
        key("\(path).latest") { any($0) { $0.latest != nil } },
        key("\(path).words") { any($0) { _ in true } },
      ])
  }

  private static func confidence(
    _ path: String, _ any: @escaping @Sendable (Report, (Confidence) -> Bool) -> Bool
  ) -> ReportKey {
    keys(
      path,
      [
        key("\(path).words") { any($0) { $0.words != nil } },
        key("\(path).level") { any($0) { $0.level != nil } },
      ])
  }
}

extension Array {
  /// Whether `test` holds for an element. Looks at each where it stands: `contains` would copy it first, and a claim
  /// has many fields.
  @inline(__always)
  fileprivate func has(_ test: (Element) -> Bool) -> Bool {
    withUnsafeBufferPointer { elements in
      var place = 0
      while place < elements.count {
        if test(elements[place]) { return true }
        place += 1
      }
      return false
    }
  }
}
