/// What claims assert about two things of the report; a contested one carries `disputedBy`.
public struct Relation: Sendable, Hashable {
  /// Local id: `r1`, `r2`, …
  public var id: String
  /// How they are related.
  public var type: RelationType
  /// Id of an entity, event or indicator.
  public var from: String
  /// Id of an entity, event or technique.
  public var to: String
  /// Ids of the claims that assert it, at least one.
  public var claims: [String]
  /// Ids of the claims that contest it.
  public var disputedBy: [String]
  /// The strongest confidence among its claims.
  public var confidence: Confidence?

  /// A relation.
  public init(
    id: String, type: RelationType, from: String, to: String, claims: [String], disputedBy: [String] = [],
    confidence: Confidence? = nil
  ) {
    self.id = id
    self.type = type
    self.from = from
    self.to = to
    self.claims = claims
    self.disputedBy = disputedBy
    self.confidence = confidence
  }
}

/// An address, hash or id that the text names.
public struct Indicator: Sendable, Hashable {
  /// Local id: `i1`, `i2`, …
  public var id: String
  /// The STIX observable's type where there is one (`ipv4-addr`, `domain-name`, `url`, `email-addr`), else a
  /// name of the same style (`cve`, `sha-256`, `bitcoin-address`).
  public var kind: String
  /// The refanged, normalised value.
  public var value: String
  /// Where it stands first, as written.
  public var mention: Mention
  /// The part it plays in the text.
  public var role: IndicatorRole
  /// What is to be known of it before it is used.
  public var marks: [IndicatorMark]

  /// An indicator.
  public init(
    id: String, kind: String, value: String, mention: Mention, role: IndicatorRole,
    marks: [IndicatorMark] = []
  ) {
    self.id = id
    self.kind = kind
    self.value = value
    self.mention = mention
    self.role = role
    self.marks = marks
  }
}

/// An ATT&CK technique that the text names or describes.
public struct Technique: Sendable, Hashable {
  /// Local id: `t1`, `t2`, …
  public var id: String
  /// ATT&CK id: `T1190`, `T1059.001`.
  public var attackID: String
  /// ATT&CK's name.
  public var name: String
  /// Where the text names it.
  public var mentions: [Mention]
  /// Ids of the claims whose evidence holds a mention.
  public var claims: [String]

  /// A technique.
  public init(id: String, attackID: String, name: String, mentions: [Mention], claims: [String] = []) {
    self.id = id
    self.attackID = attackID
    self.name = name
    self.mentions = mentions
    self.claims = claims
  }
}
