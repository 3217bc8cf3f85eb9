import DossierKnowledge
import DossierText

/// What is a host name, by the Public Suffix List and by what it looks like in prose.
enum HostNames {
  private static var table: KnowledgeTable { .embedded }

  /// Whether a label in small letters is a top-level domain.
  static func isTopLevel(_ label: some Sequence<UInt8>) -> Bool {
    let label = label.map(lowered)
    return table.contains(label, in: .publicSuffixes) || label.elementsEqual("onion".utf8)
      || table.contains(Array("*.".utf8) + label, in: .publicSuffixes)
  }

  /// The small form of an ASCII capital.
  static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether a name in small letters is a public suffix itself, under which names are registered.
  private static func isPublicSuffix(_ name: ArraySlice<UInt8>, _ labels: [ArraySlice<UInt8>]) -> Bool {
    if table.contains(name, in: .publicSuffixes) { return true }
    guard labels.count > 1, labels.count <= 6 else { return false }
    let parent = name[labels[1].startIndex...]
    return table.contains(Array("*.".utf8) + parent, in: .publicSuffixes)
      && !table.contains([UInt8(ascii: "!")] + name, in: .publicSuffixes)
  }

  /// Whether a name in small letters, with its labels, can be registered.
  private static func isRegistrable(_ name: ArraySlice<UInt8>, _ labels: [ArraySlice<UInt8>]) -> Bool {
    guard labels.count >= 2, let last = labels.last, isTopLevel(last) else { return false }
    if last.elementsEqual("onion".utf8) {
      let name = labels[labels.count - 2]
      return (name.count == 16 || name.count == 56)
        && name.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x32 && $0 <= 0x37 }
    }
    return !isPublicSuffix(name, labels)
  }

  /// Where and how a name stands, for telling domains from names of files and ends of sentences.
  struct Surroundings {
    /// Written with a disguised mark, in a URL or in an address: no doubt that it is a host.
    var isCertain = false
    /// A path, a port or a quotation mark stands beside it.
    var isMarkedOff = false
    /// An opening parenthesis follows at once: a call in a program.
    var isCalled = false
  }

  /// Whether a name, as written, is a domain's rather than a file's, a program's or a sentence's.
  static func isDomain(_ written: ArraySlice<UInt8>, _ surroundings: Surroundings) -> Bool {
    let name = written.map(lowered)[...]
    let labels = name.split(separator: UInt8(ascii: "."))
    guard isRegistrable(name, labels), let lowTop = labels.last, let first = labels.first else {
      return false
    }
    if surroundings.isCertain { return true }
    if surroundings.isCalled || table.contains(name, in: .dottedNames) { return false }
    let isShouted = written.allSatisfy { lowered($0) != $0 || !isSmallLetter($0) }
    let hasCapitalTop = written.suffix(lowTop.count).contains { lowered($0) != $0 }
    if hasCapitalTop, !(isShouted && ["com", "org"].contains { lowTop.elementsEqual($0.utf8) }) {
      return false
    }
    // `com.android.vending`, `org.apache.log4j`: names of packages.
    if labels.count > 2,
      ["com", "org", "net", "edu", "gov", "io", "java", "javax", "android"].contains(where: {
        labels[0].elementsEqual($0.utf8)
      })
    {
      return false
    }
    if labels.count > 2 || surroundings.isMarkedOff { return true }
    let isPlainWord = first.allSatisfy { isSmallLetter(lowered($0)) || $0 >= 0x80 }
    if table.contains(lowTop, in: .fileExtensions),
      !["com"].contains(where: { lowTop.elementsEqual($0.utf8) })
    {
      return false
    }
    if isPlainWord, table.contains(lowTop, in: .wordTopLevels) { return false }
    // `Il l'a dit.de fait`: a sentence without a space, where the word before is one of the lexicon.
    if isPlainWord, ["de", "me", "es"].contains(where: { lowTop.elementsEqual($0.utf8) }),
      isOrdinaryWord(first)
    {
      return false
    }
    return table.contains(lowTop, in: .commonTopLevels) || !isPlainWord || lowTop.contains { $0 >= 0x80 }
  }

  private static func isOrdinaryWord(_ label: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(label)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    return !table.matches(in: bytes, tokens: tokens).lexemes.isEmpty
  }

  private static func isSmallLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// Whether a name or a parent of it is in a set.
  static func isListed(_ name: [UInt8], in set: WordSet) -> Bool {
    var rest = name[...]
    while true {
      if table.contains(rest, in: set) { return true }
      guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else { return false }
      rest = rest[(dot + 1)...]
    }
  }
}
