package import DossierModel

/// Every word that a briefing adds to what the sources say: one value a language, in a file of its own.
///
/// Nothing here judges: the verbs say what a speaker does with a proposition, never that it is true. It is a class, as
/// every sentence holds it.
package final class Words: Sendable {
  /// The language.
  package let language: BriefingLanguage
  /// Titles and labels.
  package let labels: Labels
  /// How a claim of each act is told.
  package let acts: [Act: ActWords]
  /// How the article tells of an act that is not its own.
  let reported: ReportedWords
  /// What is blamed.
  package let levels: [Level: LevelWords]
  /// What is said to have been done.
  package let behaviours: [Behaviour: BehaviourWords]
  /// What entities are.
  package let kinds: [EntityKind: String]
  /// How two things are related.
  package let relations: [RelationType: String]
  /// The part indicators play.
  package let roles: [IndicatorRole: String]
  /// What is to be known of an indicator.
  package let marks: [IndicatorMark: String]
  /// Levels of confidence in the words of ICD 203.
  package let confidence: [ConfidenceLevel: String]
  /// The seven expressions of likelihood of ICD 203, from the least to the most likely.
  package let likelihood: [String]
  /// Notation of the language.
  package let typography: Typography
  /// What stands before a name, by the name, its kind, and whether the name is in this language.
  let nameForms: @Sendable (_ name: String, _ kind: EntityKind, _ isNative: Bool) -> NameForms

  init(
    language: BriefingLanguage,
    labels: Labels,
    acts: [Act: ActWords],
    reported: ReportedWords,
    levels: [Level: LevelWords],
    behaviours: [Behaviour: BehaviourWords],
    kinds: [EntityKind: String],
    relations: [RelationType: String],
    roles: [IndicatorRole: String],
    marks: [IndicatorMark: String],
    confidence: [ConfidenceLevel: String],
    likelihood: [String],
    typography: Typography,
    nameForms: @escaping @Sendable (_ name: String, _ kind: EntityKind, _ isNative: Bool) -> NameForms
  ) {
    self.language = language
    self.labels = labels
    self.acts = acts
    self.reported = reported
    self.levels = levels
    self.behaviours = behaviours
    self.kinds = kinds
    self.relations = relations
    self.roles = roles
    self.marks = marks
    self.confidence = confidence
    self.likelihood = likelihood
    self.typography = typography
    self.nameForms = nameForms
  }

  /// The part that an indicator plays, and what is to be known of it.
  package func part(of indicator: Indicator) -> String {
    ([roles[indicator.role]] + indicator.marks.map { marks[$0] }).compactMap { $0 }.joined(separator: ", ")
  }
}

/// How claims of one act are told.
package struct ActWords: Sendable {
  /// The act as a noun: "accusation".
  package let noun: String
  /// Title over the claims of this act: "Accusations".
  package let title: String
  /// The act as the article reports it, where it cannot do it itself: "a denial", *d’un démenti*.
  let reported: String?
  /// With a party and a matter, a party only, a matter only, neither.
  let full: SentencePattern
  let party: SentencePattern
  let matter: SentencePattern
  let bare: SentencePattern

  init(
    noun: String, title: String, reported: String? = nil, full: SentencePattern, party: SentencePattern,
    matter: SentencePattern,
    bare: SentencePattern
  ) {
    self.noun = noun
    self.title = title
    self.reported = reported
    self.full = full
    self.party = party
    self.matter = matter
    self.bare = bare
  }
}

/// How the article tells of somebody's act without naming them; `%N` is the act.
struct ReportedWords: Sendable {
  /// With a party and a matter, a party only, a matter only, neither.
  let full: SentencePattern
  let party: SentencePattern
  let matter: SentencePattern
  let bare: SentencePattern
}

/// How the level of what is blamed is told.
package struct LevelWords: Sendable {
  /// The level by itself: "state-backed actors".
  package let label: String
  /// The party named where the level differs from what the named thing is: "an organ of %A".
  let wrapped: SentencePattern?
  /// The same after "of", where the language changes it.
  let wrappedOf: SentencePattern?

  init(_ label: String, wrapped: SentencePattern? = nil, of wrappedOf: SentencePattern? = nil) {
    self.label = label
    self.wrapped = wrapped
    self.wrappedOf = wrappedOf ?? wrapped
  }
}

/// A kind of act as a noun.
package struct BehaviourWords: Sendable {
  /// By itself: "intrusion".
  package let noun: String
  /// As an object: "une intrusion".
  let indefinite: String
  /// After "of": "d’intrusion".
  let of: String

  init(_ noun: String, indefinite: String? = nil, of: String? = nil) {
    self.noun = noun
    self.indefinite = indefinite ?? noun
    self.of = of ?? noun
  }
}

/// What stands before a name in a sentence.
package struct NameForms: Sendable, Hashable {
  /// As subject or object: "the ", "les ".
  package let base: String
  /// After "of": "of the ", "des ".
  package let of: String
  /// After "to": "to the ", "aux ".
  package let to: String
  /// Whether its verb is in the plural.
  package let isPlural: Bool

  init(base: String, of: String, to: String, isPlural: Bool = false) {
    self.base = base
    self.of = of
    self.to = to
    self.isPlural = isPlural
  }
}

/// Notation of a language.
package struct Typography: Sendable {
  /// Opens a quotation, with the space that follows.
  package let openQuote: String
  /// Closes a quotation, with the space before.
  package let closeQuote: String
  /// A colon with the space before it, and after.
  package let colon: String
  /// A semicolon with the space before it, and after.
  package let semicolon: String
  /// Between the last two of a list.
  package let and: String
  /// Between groups of three digits.
  package let thousands: String
  /// Per cent, after a number, with the space before it.
  package let percent: String
  /// Names of the months.
  package let months: [String]
  /// Day, month and year from `(day, month, year)`.
  let day: @Sendable (Int, String, Int) -> String
}
