/// The classes of lexicon lines. The raw value is the word in a line's first column.
///
/// `values` are the words allowed in the second column; `Lexeme.value` is the position among them.
public enum LexemeCategory: String, Sendable, Hashable, CaseIterable {
  /// Words that make a claim; the value is the frame that says where the parties stand.
  case cue
  /// What attackers do and what it is called.
  case behaviour
  /// Nouns for attackers that have no name.
  case actor
  /// How an attacker is tied to a sponsor.
  case affiliation
  /// Predicates that say who did it.
  case responsibility
  /// Words of confidence in a judgement (ICD 203).
  case confidence
  /// Words of likelihood (ICD 203 and its French use).
  case likelihood
  /// Words by which an author or speaker keeps a distance.
  case hedge
  /// Negation.
  case negation
  /// Modal verbs.
  case modal
  /// Pronouns, by person, number and gender.
  case pronoun
  /// What a person is: minister, spokesman, chief executive.
  case role
  /// Generic names of institutions: ministry, government, embassy.
  case organ
  /// Through what something was said: statement, press conference.
  case channel
  /// Months, weekdays and other words of time.
  case time
  /// Words that make a text one about threats.
  case threat
  /// Lines that are no part of an article.
  case boilerplate

  /// The values of the class, in the order of their numbers.
  public var values: [String] { [] }
  /// The flags of the class, from the lowest bit.
  public var flags: [String] { [] }
}
