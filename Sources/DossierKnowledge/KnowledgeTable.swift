public import DossierText

/// The compiled table of names and lexemes: everything the program knows of the world and of languages.
///
/// It is embedded in the executable, read-only, and needs no parsing at start.
public struct KnowledgeTable: Sendable {
  /// The table built into the program.
  public static let embedded = KnowledgeTable()

  /// Finds every name and lexeme in a run of tokens: leftmost-longest for names and, apart from them, for lexemes.
  ///
  /// Hyphens between words are transparent (`Maison-Blanche` is found as `Maison Blanche`); a possessive after a name
  /// is not part of it. One pass; no allocation but the result's.
  public func matches(in bytes: [UInt8], tokens: [Token]) -> Matches {
    Matches(names: [], lexemes: [])
  }

  /// The entry with this stable id.
  public func entry(id: String) -> KnowledgeEntry? { nil }

  /// The entry with this index.
  public func entry(_ index: UInt32) -> KnowledgeEntry? { nil }
}

/// What the table found, in the order of the text.
public struct Matches: Sendable {
  /// Names of parties and things. Several with equal tokens are homonyms.
  public var names: [NameMatch]
  /// Words and phrases of the lexicons. Several with equal tokens are readings of one form.
  public var lexemes: [LexemeMatch]

  /// Matches.
  public init(names: [NameMatch], lexemes: [LexemeMatch]) {
    self.names = names
    self.lexemes = lexemes
  }
}

/// A name found in a text.
public struct NameMatch: Sendable, Hashable {
  /// First token.
  public var first: UInt32
  /// The token after the last.
  public var end: UInt32
  /// Index of the entry, for `KnowledgeTable.entry`.
  public var entry: UInt32
  /// How the form names the entry.
  public var usage: NameUsage

  /// A match.
  public init(first: UInt32, end: UInt32, entry: UInt32, usage: NameUsage) {
    self.first = first
    self.end = end
    self.entry = entry
    self.usage = usage
  }
}

/// How a form names an entry.
public enum NameUsage: UInt8, Sendable, Hashable, CaseIterable {
  /// Its name, or a short or older one.
  case name
  /// An acronym, matched in capitals only.
  case acronym
  /// Another name of a threat actor or tool.
  case alias
  /// A place or building that stands for a state or organ: Pékin, the Kremlin.
  case metonym
  /// The adjective or the inhabitant: chinois, Russian.
  case demonym
}

/// What a name may be.
public enum NameKind: UInt8, Sendable, Hashable, CaseIterable {
  case state, agency, organisation, company, person, group, malware, tool, vulnerability, product, sector, place,
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

  /// An entry.
  public init(
    id: String, kind: NameKind, name: String, names: [String: String] = [:], aliases: [String] = [],
    partOf: String? = nil, identifiers: [String: String] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.names = names
    self.aliases = aliases
    self.partOf = partOf
    self.identifiers = identifiers
  }
}
