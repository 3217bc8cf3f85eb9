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
  /// earlier one gives way; of two with equal tokens the other table's stays, and where that is a stop-name, none.
  ///
  /// Linear: each match of both is looked at once. Returns the number of matches looked at.
  @discardableResult
  mutating func overlay(_ other: Matches, entriesFrom offset: UInt32) -> Int {
    guard !other.names.isEmpty || !other.lexemes.isEmpty else { return 0 }
    var work = 0
    if !other.names.isEmpty {
      var merged: [NameMatch] = []
      merged.reserveCapacity(names.count + other.names.count)
      var left = 0
      var right = 0
      var end: UInt32 = 0
      while left < names.count || right < other.names.count {
        let isTheirs =
          left == names.count || right < other.names.count && !names[left].precedes(other.names[right])
        let next = isTheirs ? other.names[right] : names[left]
        let counts = next.first >= end && !next.isStopped
        // Those with equal tokens stand together: homonyms. Theirs put ours aside.
        while left < names.count, names[left].hasTokens(of: next) {
          if counts, !isTheirs { merged.append(names[left]) }
          left += 1
          work += 1
        }
        while right < other.names.count, other.names[right].hasTokens(of: next) {
          if counts, !other.names[right].isStopped {
            var match = other.names[right]
            match.entry += offset
            merged.append(match)
          }
          right += 1
          work += 1
        }
        if counts { end = next.end }
      }
      names = merged
    }
    if !other.lexemes.isEmpty {
      var merged: [LexemeMatch] = []
      merged.reserveCapacity(lexemes.count + other.lexemes.count)
      var left = 0
      for match in other.lexemes {
        while left < lexemes.count, lexemes[left].first <= match.first {
          merged.append(lexemes[left])
          left += 1
        }
        merged.append(match)
      }
      merged += lexemes[left...]
      work += merged.count
      lexemes = merged
    }
    return work
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
  /// The form is a stop-name, and this no name.
  var isStopped = false

  /// A match.
  public init(first: UInt32, end: UInt32, entry: UInt32, usage: NameUsage, isAmbiguous: Bool = false) {
    self.first = first
    self.end = end
    self.entry = entry
    self.usage = usage
    self.isAmbiguous = isAmbiguous
  }

  /// Whether this begins earlier than another or, beginning with it, ends later.
  func precedes(_ other: NameMatch) -> Bool {
    first != other.first ? first < other.first : end > other.end
  }

  /// Whether this stands on the same tokens.
  func hasTokens(of other: NameMatch) -> Bool { first == other.first && end == other.end }
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
