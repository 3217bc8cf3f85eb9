/// Lists of words that the program looks things up in; the raw value is the file's name in `Data/sets`.
public enum WordSet: String, Sendable, Hashable, CaseIterable {
  /// Rules of the Public Suffix List (its ICANN part): `com`, `co.uk`, `*.ck`, `!www.ck`; also in Punycode.
  case publicSuffixes = "public-suffixes"
  /// Top-level domains under which a plain name of two labels counts as a domain anywhere.
  case commonTopLevels = "common-top-levels"
  /// Top-level domains that are words of English or French prose.
  case wordTopLevels = "word-top-levels"
  /// Extensions of file names.
  case fileExtensions = "file-extensions"
  /// Domains of services and publishers that attackers do not own.
  case wellKnownDomains = "well-known-domains"
  /// Hosts whose URLs are names of formats.
  case namespaceHosts = "namespace-hosts"
  /// First parts of Unix paths.
  case pathRoots = "path-roots"
  /// Schemes of URLs.
  case schemes = "url-schemes"
  /// Words before a dotted number that make it a version or section.
  case versionWords = "version-words"
  /// Names with dots that are no domains: `asp.net`.
  case dottedNames = "dotted-names"
  /// Words near a name that make it one of an attacker or of malware; folded.
  case threatContext = "threat-context"
  /// Words for books, films and games beside a name that make it their title; folded.
  case workContext = "work-context"
  /// Words beside a name that make it a region's, a town's or a dish's; folded.
  case regionContext = "region-context"
  /// States that share their name with a region; folded.
  case regionHomonyms = "region-homonyms"
  /// Given names that are frequent in English and French; folded.
  case givenNames = "given-names"
  /// What the names of vendors for attackers begin with that have no other name yet: `UNC1234`, `Storm-0123`; folded.
  case clusterPrefixes = "cluster-prefixes"
  /// Words between what something is and its name; folded.
  case namingWords = "naming-words"
  /// Nouns of phrases that only say whose turn it is ("for its part", "à son tour"); folded.
  case turnWords = "turn-words"
  /// Words behind a span of time that make it a time before or after another ("two weeks later"); folded.
  case lapseWords = "lapse-words"
  /// Nouns for what something is said in or on, beside those for papers and talks ("on its website"); folded.
  case mediumWords = "medium-words"
  /// Press agencies as they stand in brackets at a dispatch's start; folded.
  case newsAgencies = "news-agencies"
  /// What stands behind an hour: a.m., GMT; folded.
  case clockWords = "clock-words"
  /// Nouns for what a court sentences somebody to; folded.
  case penaltyWords = "penalty-words"
  /// Participles that say how a paper came out ("a report published on Monday"); folded.
  case issuingWords = "issuing-words"
  /// Participles that say who has read a paper, which does not make it theirs ("a memo obtained by CBC"); folded.
  case readerWords = "reader-words"
  /// Acronyms of technologies, which are no party; folded.
  case technologyWords = "technology-words"
  /// Words that make a sum of money of what is asked for; folded.
  case moneyWords = "money-words"
  /// Nouns for inquiries, which charge nobody by themselves; folded.
  case inquiryWords = "inquiry-words"
  /// Words that say that those are meant who were meant before.
  case sameWords = "same-words"
  /// Words above a text that tell that a body has put it out, beside those for statements and reports; folded.
  case paperWords = "paper-words"
  /// Words that a hyphen joins to a name to say on whose side somebody is: pro, anti; folded.
  case sidePrefixes = "side-prefixes"
  /// French adverbs between a verb and what it governs: `pourtant`, `également`; folded.
  case joiningAdverbs = "joining-adverbs"
  /// Adverbs that open a sentence before a comma: `meanwhile`, `pourtant`; folded. Those in -ly and -ment need no list.
  case openingAdverbs = "opening-adverbs"
  /// Prepositions before the body that somebody works for: at, chez; folded.
  case workplacePrepositions = "workplace-prepositions"
  /// Words that a hyphen joins to a name to make an adjective of it ("London-born"), but those in -ed; folded.
  case compoundWords = "compound-words"
  /// What a hyphen joins to a word for an office: `ex-ministre`, `co-founder`; folded.
  case officePrefixes = "office-prefixes"
  /// Prepositions before a state's name; folded.
  case placePrepositions = "place-prepositions"
  /// Words between the members of a list of states; folded.
  case listWords = "list-words"
  /// Words that make a capitalised name one of a company and of no person; folded.
  case companyWords = "company-words"
  /// French prepositions that hold a definite article: au, du.
  case contractedArticles = "contracted-articles"
  /// Catalogue ids of companies that are press or news agencies, and no party to what they report.
  case media
  /// Catalogue ids of agencies that spy or attack abroad.
  case spyServices = "spy-services"
  /// Catalogue ids of bodies whose business is attacks on networks: agencies for security, makers of security products and of spyware.
  case threatBodies = "threat-bodies"
  /// Adjectives of nations that have no plural: chinese, british.
  case invariableNations = "invariable-nations"
  /// Catalogue ids of companies on whose platforms others speak.
  case platforms
  /// Catalogue ids of programs whose makers bear the same name: gangs of extortion.
  case gangs
  /// Catalogue ids of states that are kingdoms.
  case kingdoms
  /// Words for a package of software.
  case packageNouns = "package-nouns"
  /// Words that stand after a package's name.
  case packageFollowers = "package-followers"
  /// Words beside a registry of packages that are no package's name.
  case packageStopWords = "package-stop-words"
  /// Words on an indicator's line that make it an attacker's.
  case attackWords = "attack-words"
  /// Domains, addresses and hashes that many reports hold and that tell little by themselves.
  case warningList = "warning-list"
  /// A letter of another script, or a digit, and the Latin letter that it is taken for: `аa`.
  case confusableLetters = "confusable-letters"
}

extension KnowledgeTable {
  /// Whether a set has a word. The bytes are compared as they are: sets are in small letters. Logarithmic.
  public func contains(_ word: some Sequence<UInt8>, in set: WordSet) -> Bool {
    var hash = WordSetHash(set)
    let isAdded = word.withContiguousStorageIfAvailable { for byte in $0 { hash.add(byte) } }
    if isAdded == nil { for byte in word { hash.add(byte) } }
    return containsWord(hash.value)
  }

  /// Whether a set has a word in small letters; capitals of ASCII are taken for small ones.
  public func contains(lowered word: UnsafeBufferPointer<UInt8>, in set: WordSet) -> Bool {
    var hash = WordSetHash(set)
    for byte in word { hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    return containsWord(hash.value)
  }
}

/// A hash of 64 bits (FNV-1a) of a set and a word in it.
struct WordSetHash {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  /// The hash of an empty word in a set.
  init(_ set: WordSet) {
    for byte in set.rawValue.utf8 { add(byte) }
    add(0)
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 1_099_511_628_211 }
}
