import DossierKnowledge
import DossierText

/// Which names of gangs a text uses for their programs alone.
///
/// Gangs of extortion bear the names of their ransomware (the word set `gangs`), and catalogues list the programs. A text
/// that speaks of such a name means the gang, unless each time a word for ransomware stands beside it: "hit by the
/// LockBit ransomware".
struct GangPrograms {
  /// Indices of the catalogue entries that are programs here.
  private let programs: Set<UInt32>
  private let table: KnowledgeTable

  /// Looks at each place of each such name. Linear in names, logarithmic in lexemes.
  init(names: [NameMatch], lexemes: [LexemeMatch], table: KnowledgeTable) {
    self.table = table
    var programs: Set<UInt32> = []
    var gangs: Set<UInt32> = []
    for name in names where !gangs.contains(name.entry) {
      if Self.isBesideRansomware(name, lexemes) {
        programs.insert(name.entry)
      } else {
        gangs.insert(name.entry)
        programs.remove(name.entry)
      }
    }
    self.programs = programs
  }

  /// The entry of a name as the text means it.
  func entry(_ index: UInt32) -> KnowledgeEntry? {
    guard var entry = table.entry(index) else { return nil }
    if entry.kind == .malware, !programs.contains(index), table.contains(entry.id.utf8, in: .gangs) {
      entry.kind = .group
    }
    return entry
  }

  private static func isBesideRansomware(_ name: NameMatch, _ lexemes: [LexemeMatch]) -> Bool {
    let after = lexemes.partitioningIndex { $0.first >= name.end }
    let before = lexemes.partitioningIndex { $0.first >= name.first }
    // "the LockBit ransomware gang"
    if lexemes[after...].prefix(4).contains(where: { $0.first == name.end && $0.lexeme.category == .actor }) {
      return false
    }
    return lexemes[after...].prefix(4).contains { $0.first == name.end && isRansomware($0) }
      || lexemes[..<before].suffix(4).contains { $0.end == name.first && isRansomware($0) }
  }

  private static func isRansomware(_ match: LexemeMatch) -> Bool {
    match.lexeme.category == .behaviour && match.lexeme.means(BehaviourWord.ransomware)
      && match.lexeme.partOfSpeech == .noun
  }
}
