import CKnowledgeTable
public import DossierText

/// A technique of ATT&CK found in a text.
public struct TechniqueMatch: Sendable, Hashable {
  /// Its id: `T1566.001`.
  public var id: String
  /// ATT&CK's name for it.
  public var name: String
  /// First token.
  public var first: Int
  /// The token after the last.
  public var end: Int
  /// Whether the text gives the id, and not a name or words for it.
  public var isByID: Bool
}

/// The techniques of ATT&CK with the names and words for them: a table apart from that of names, so that a technique's
/// words neither hide a name nor are hidden by one.
public struct TechniqueTable: Sendable {
  /// The table built into the program.
  public static let embedded = TechniqueTable(
    KnowledgeTable(at: technique_table_bytes(), count: technique_table_count()))

  private let table: KnowledgeTable

  private init(_ table: KnowledgeTable) { self.table = table }

  /// Whether the table's bytes are these.
  package func holds(_ bytes: [UInt8]) -> Bool { table.holds(bytes) }

  /// Number of bytes of the compiled table.
  public var size: Int { table.size }

  /// Number of techniques.
  public var count: Int { table.entryCount }

  /// The techniques that a run of tokens names or describes, leftmost-longest. One pass.
  public func matches(in bytes: [UInt8], tokens: [Token]) -> [TechniqueMatch] {
    table.matches(in: bytes, tokens: tokens).names.compactMap { match in
      guard let entry = table.entry(match.entry) else { return nil }
      let first = Int(match.first)
      let end = Int(match.end)
      let isByID = end == first + 1 && bytes[tokens[first].range.indices].elementsEqual(entry.id.utf8)
      return TechniqueMatch(id: entry.id, name: entry.name, first: first, end: end, isByID: isByID)
    }
  }
}
