/// The neutral report: who claims what about whom, with the words and the place of each claim.
///
/// It takes no side: it never says that something happened, only who said so. Its JSON form is
/// `dossier.report/1`; `ReportValidator` checks the rules that always hold.
public struct Report: Sendable, Hashable {
  /// The version of the JSON form.
  public static let schema = "dossier.report/1"

  /// `report--` and a UUID made from the sources and the configuration.
  public var id: String
  /// Title, from the first source.
  public var title: String
  /// BCP 47 tag of the sources' language; `und` if unknown.
  public var language: String
  /// RFC 3339, UTC: the configured time, else the publication date, else the input's.
  public var created: String
  /// Who made the report.
  public var producer: Producer
  /// Who may see it.
  public var marking: Marking
  /// What was read.
  public var sources: [Source]
  /// Parties and things that the sources name.
  public var entities: [Entity]
  /// What is said to have happened.
  public var events: [Event]
  /// Who claims what, in the order of the text.
  public var claims: [Claim]
  /// What claims assert about pairs of entities and events.
  public var relations: [Relation]
  /// Addresses, hashes, ids.
  public var indicators: [Indicator]
  /// ATT&CK techniques.
  public var techniques: [Technique]
  /// Names and indicators that are not asserted, with the reason.
  public var candidates: [Candidate]

  /// A report; lists that are not given are empty.
  public init(
    id: String, title: String, language: String, created: String, producer: Producer, marking: Marking,
    sources: [Source], entities: [Entity] = [], events: [Event] = [], claims: [Claim] = [],
    relations: [Relation] = [], indicators: [Indicator] = [], techniques: [Technique] = [],
    candidates: [Candidate] = []
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.created = created
    self.producer = producer
    self.marking = marking
    self.sources = sources
    self.entities = entities
    self.events = events
    self.claims = claims
    self.relations = relations
    self.indicators = indicators
    self.techniques = techniques
    self.candidates = candidates
  }

  /// The entity with this id. Linear; exporters that look up many build a dictionary.
  public func entity(_ id: String) -> Entity? { entities.first { $0.id == id } }
}

/// Who makes a report.
public struct Producer: Sendable, Hashable {
  /// STIX's identity classes, which `kind` is one of.
  public static let kinds = ["individual", "group", "system", "organization", "class", "unknown"]

  /// Its name.
  public var name: String
  /// STIX identity class: `organization`, `individual`, `group`, `system`, `class`, `unknown`.
  public var kind: String

  /// A producer.
  public init(name: String, kind: String = "organization") {
    self.name = name
    self.kind = kind
  }
}

/// Handling restrictions of a report.
public struct Marking: Sendable, Hashable {
  /// Traffic Light Protocol 2.0.
  public var tlp: TLP

  /// A marking.
  public init(tlp: TLP = .clear) { self.tlp = tlp }
}

/// An article or statement that was read.
public struct Source: Sendable, Hashable {
  /// The Admiralty code's letters, from completely reliable to cannot be judged.
  public static let reliabilities = ["A", "B", "C", "D", "E", "F"]

  /// Local id: `s1`, `s2`, …
  public var id: String
  /// Headline.
  public var title: String
  /// Outlet.
  public var publisher: String?
  /// Authors as printed.
  public var authors: [String]
  /// Publication date: `2021`, `2021-07`, `2021-07-20` or an RFC 3339 time, as precise as it was given.
  public var published: String?
  /// BCP 47 tag; `und` if unknown.
  public var language: String
  /// Address, as the page or the user gave it.
  public var url: String?
  /// The outlet whose article this translates.
  public var translationOf: String?
  /// Media type of the input, such as `text/html`.
  public var mediaType: String
  /// SHA-256 of the input's bytes, lower-case hex; empty where claims were handed over without their source.
  public var sha256: String
  /// Length of the plain text in code points.
  public var length: Int
  /// Admiralty reliability, `A` to `F`, if the user gave one.
  public var reliability: String?

  /// A source.
  public init(
    id: String, title: String, publisher: String? = nil, authors: [String] = [], published: String? = nil,
    language: String, url: String? = nil, translationOf: String? = nil, mediaType: String, sha256: String,
    length: Int, reliability: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.authors = authors
    self.published = published
    self.language = language
    self.url = url
    self.translationOf = translationOf
    self.mediaType = mediaType
    self.sha256 = sha256
    self.length = length
    self.reliability = reliability
  }
}
