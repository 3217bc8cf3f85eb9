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

  /// These matches with those of another table, whose entries count from `offset`. A name that overlaps a longer or
  /// earlier one gives way; of two with equal tokens the other table's stays.
  func overlaid(with other: Matches, entriesFrom offset: UInt32) -> Matches {
    let added = other.names.map { match in
      var match = match
      match.entry += offset
      return match
    }
    var names: [NameMatch] = []
    var left = self.names[...]
    var right = added[...]
    var end: UInt32 = 0
    while let next = [left.first, right.first].compactMap({ $0 }).min(by: {
      $0.first != $1.first ? $0.first < $1.first : $0.end > $1.end
    }) {
      let isSame = { (match: NameMatch) in match.first == next.first && match.end == next.end }
      let ours = left.prefix(while: isSame)
      let theirs = right.prefix(while: isSame)
      left = left.dropFirst(ours.count)
      right = right.dropFirst(theirs.count)
      guard next.first >= end else { continue }
      names += theirs.isEmpty ? ours : theirs
      end = next.end
    }
    let lexemes = (self.lexemes + other.lexemes).sorted { $0.first < $1.first }
    return Matches(names: names, lexemes: other.lexemes.isEmpty ? self.lexemes : lexemes)
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
  /// The form is an ordinary word too, names several things, or stands in a line of capitals: it should be asserted
  /// only where the context speaks for it.
  public var isAmbiguous: Bool

  /// A match.
  public init(first: UInt32, end: UInt32, entry: UInt32, usage: NameUsage, isAmbiguous: Bool = false) {
    self.first = first
    self.end = end
    self.entry = entry
    self.usage = usage
    self.isAmbiguous = isAmbiguous
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
