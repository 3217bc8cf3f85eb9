/// A word or phrase of a language's lexicon, found in a text.
public struct LexemeMatch: Sendable, Hashable {
  /// First token.
  public var first: UInt32
  /// The token after the last.
  public var end: UInt32
  /// What the form means.
  public var lexeme: Lexeme

  /// A match.
  public init(first: UInt32, end: UInt32, lexeme: Lexeme) {
    self.first = first
    self.end = end
    self.lexeme = lexeme
  }
}

/// What a form of a lexicon means: a class, a value in that class, and flags, as its line in the lexicon says.
public struct Lexeme: Sendable, Hashable {
  /// The class (a lexicon line's first column).
  public var category: LexemeCategory
  /// Position of the value among the class's values (`LexemeCategory.values`).
  public var value: UInt8
  /// Which language's lexicon the line stands in.
  public var language: LexiconLanguage
  /// The part of speech that the line names.
  public var partOfSpeech: LexemePart
  /// The grammatical form, where the form was inflected from a verb.
  public var form: LexemeForm
  /// Bits named by the class (`LexemeCategory.flags`).
  public var flags: UInt16

  /// A lexeme.
  public init(
    category: LexemeCategory, value: UInt8, language: LexiconLanguage, partOfSpeech: LexemePart,
    form: LexemeForm, flags: UInt16
  ) {
    self.category = category
    self.value = value
    self.language = language
    self.partOfSpeech = partOfSpeech
    self.form = form
    self.flags = flags
  }
}

/// The languages that have a lexicon.
public enum LexiconLanguage: UInt8, Sendable, Hashable, CaseIterable {
  case en, fr
}

/// Parts of speech of lexicon lines.
public enum LexemePart: UInt8, Sendable, Hashable, CaseIterable {
  case verb, noun, adjective, adverb, preposition, pronoun, phrase
}

/// Forms of verbs that matter for reading a claim.
public enum LexemeForm: UInt8, Sendable, Hashable, CaseIterable {
  /// Not a verb, or a form that needs no distinction.
  case plain
  /// A finite form of the indicative.
  case finite
  /// A finite form of the conditional ("accuserait").
  case conditional
  /// An infinitive.
  case infinitive
  /// A past participle; in English also the simple past, which looks the same.
  case participle
  /// A present participle or gerund.
  case gerund
  /// A finite form of the French future ("accusera").
  case future
}

extension Lexeme {
  /// Whether its line has the flag.
  @inlinable
  public func has(_ flag: LexemeFlag) -> Bool {
    guard let place = flag.place(in: category) else { return false }
    return flags & (1 &<< place) != 0
  }

  /// Whether the lexeme is of the value's class and has this value.
  @inlinable
  public func means<Word: LexiconWord>(_ word: Word) -> Bool { self.as(Word.self) == word }

  /// The lexeme's value as one of a class; nil where the lexeme is of another.
  @inlinable
  public func `as`<Word: LexiconWord>(_ type: Word.Type) -> Word? {
    guard category == Word.category else { return nil }
    let all = Word.all
    return Int(value) < all.count ? all[Int(value)] : nil
  }
}

extension LexemeCategory {
  /// The classes by number.
  private static let byNumber = allCases

  /// The class's number in a compiled table: its position among all classes.
  @inlinable
  public var number: UInt8 {
    switch self {
    case .cue: 0
    case .behaviour: 1
    case .actor: 2
    case .affiliation: 3
    case .responsibility: 4
    case .confidence: 5
    case .likelihood: 6
    case .hedge: 7
    case .negation: 8
    case .modal: 9
    case .pronoun: 10
    case .role: 11
    case .organ: 12
    case .channel: 13
    case .time: 14
    case .judgement: 15
    case .threat: 16
    case .auxiliary: 17
    case .condition: 18
    case .qualifier: 19
    case .coordination: 20
    case .complementizer: 21
    case .determiner: 22
    case .preposition: 23
    case .nameParticle: 24
    case .abbreviation: 25
    case .boilerplate: 26
    case .alias: 27
    }
  }

  /// The class with this number.
  init?(number: UInt8) {
    guard Int(number) < Self.byNumber.count else { return nil }
    self = Self.byNumber[Int(number)]
  }
}
