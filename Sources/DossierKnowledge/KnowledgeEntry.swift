/// What a name may be.
public enum NameKind: UInt8, Sendable, Hashable, CaseIterable {
  case state, agency, organisation, company, person, group, malware, tool, vulnerability, product, sector,
    place,
    campaign
}

/// A party or thing that the catalogues know.
public struct KnowledgeEntry: Sendable, Hashable {
  /// Stable id: `state.cn`, `agency.ru.gru`, `group.apt28`.
  public var id: String
  /// What it is.
  public var kind: NameKind
  /// Canonical name, in English.
  public var name: String
  /// The name by language tag.
  public var names: [String: String]
  /// Other names.
  public var aliases: [String]
  /// Id of the entry it is an organ, member or product of.
  public var partOf: String?
  /// Ids in public schemes: (scheme, value).
  public var identifiers: [String: String]
  /// Who is suspected to stand behind it: the state's id by the source that says so. Never to be asserted as ours.
  public var suspectedSponsors: [String: String]

  /// An entry.
  public init(
    id: String, kind: NameKind, name: String, names: [String: String] = [:], aliases: [String] = [],
    partOf: String? = nil, identifiers: [String: String] = [:], suspectedSponsors: [String: String] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.names = names
    self.aliases = aliases
    self.partOf = partOf
    self.identifiers = identifiers
    self.suspectedSponsors = suspectedSponsors
  }
}

extension NameKind {
  /// The kind of a word.
  public init?(word: String) {
    guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = kind
  }

  /// The kind's word in catalogues and names files.
  public var word: String {
    switch self {
    case .state: "state"
    case .agency: "agency"
    case .organisation: "organisation"
    case .company: "company"
    case .person: "person"
    case .group: "group"
    case .malware: "malware"
    case .tool: "tool"
    case .vulnerability: "vulnerability"
    case .product: "product"
    case .sector: "sector"
    case .place: "place"
    case .campaign: "campaign"
    }
  }
}
