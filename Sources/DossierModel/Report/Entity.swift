/// A party or thing that the sources name.
public struct Entity: Sendable, Hashable {
  /// Local id: `e1`, `e2`, …
  public var id: String
  /// What it is.
  public var kind: EntityKind
  /// Canonical name, in English where the catalogues know one.
  public var name: String
  /// The name by language tag, as far as known.
  public var names: [String: String]
  /// Other names of the same thing, from the catalogues.
  public var aliases: [String]
  /// Id of the entity this one is an organ, member or product of.
  public var partOf: String?
  /// What a person or unnamed party is, as the text puts it ("ministre britannique des Affaires étrangères").
  public var role: String?
  /// Ids in public schemes.
  public var identifiers: [Identifier]
  /// Where the text names it, in the order of the text.
  public var mentions: [Mention]

  /// An entity.
  public init(
    id: String, kind: EntityKind, name: String, names: [String: String] = [:], aliases: [String] = [],
    partOf: String? = nil, role: String? = nil, identifiers: [Identifier] = [], mentions: [Mention] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.names = names
    self.aliases = aliases
    self.partOf = partOf
    self.role = role
    self.identifiers = identifiers
    self.mentions = mentions
  }
}

/// An id in a public scheme.
public struct Identifier: Sendable, Hashable {
  /// Such as `iso-3166-1`, `mitre-attack`, `misp-galaxy`, `cve`.
  public var scheme: String
  /// The id.
  public var value: String

  /// An id in a scheme.
  public init(scheme: String, value: String) {
    self.scheme = scheme
    self.value = value
  }
}

/// A place in a source, with its words.
public struct Mention: Sendable, Hashable {
  /// Id of the source.
  public var source: String
  /// First code point.
  public var start: Int
  /// The code point after the last.
  public var end: Int
  /// The words between.
  public var text: String

  /// A mention.
  public init(source: String, start: Int, end: Int, text: String) {
    self.source = source
    self.start = start
    self.end = end
    self.text = text
  }
}

/// Something that is said to have happened.
public struct Event: Sendable, Hashable {
  /// Local id: `v1`, `v2`, …
  public var id: String
  /// What kind of act.
  public var kind: Behaviour
  /// A short name, usually the target's.
  public var label: String
  /// Ids of the entities it struck.
  public var targets: [String]
  /// When, if anybody says.
  public var time: TimeInterval?
  /// Counts of what was struck.
  public var impact: [Impact]

  /// An event.
  public init(
    id: String, kind: Behaviour, label: String, targets: [String] = [], time: TimeInterval? = nil,
    impact: [Impact] = []
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.targets = targets
    self.time = time
    self.impact = impact
  }
}

/// An interval of days with the source's words for it; a month is an interval, never a made-up day.
public struct TimeInterval: Sendable, Hashable {
  /// First day, `YYYY-MM-DD`; nil if open.
  public var earliest: String?
  /// Last day, `YYYY-MM-DD`; nil if open.
  public var latest: String?
  /// The source's words.
  public var words: String

  /// An interval.
  public init(earliest: String?, latest: String?, words: String) {
    self.earliest = earliest
    self.latest = latest
    self.words = words
  }
}

/// A count of what an event struck.
public struct Impact: Sendable, Hashable {
  /// How many.
  public var count: Int
  /// How exact the count is, as written: "more than", "près de"; nil if exact.
  public var qualifier: String?
  /// What was counted, as written.
  public var unit: String

  /// A count.
  public init(count: Int, qualifier: String?, unit: String) {
    self.count = count
    self.qualifier = qualifier
    self.unit = unit
  }
}
