/// The classes of lexicon lines. The raw value is the word in a line's first column.
///
/// `values` are the words allowed in the second column; `Lexeme.value` is the position among them. `flags` are the
/// words allowed in the fourth column; bit *n* of `Lexeme.flags` is the *n*-th of them.
public enum LexemeCategory: String, Sendable, Hashable, CaseIterable {
  /// Words that make a claim; the value is the frame that says where the parties stand (`CueFrame`).
  case cue
  /// What attackers do and what it is called (`BehaviourWord`).
  case behaviour
  /// Nouns for attackers that have no name (`ActorWord`).
  case actor
  /// How an attacker is tied to a sponsor (`AffiliationWord`).
  case affiliation
  /// Predicates that say who did it (`ResponsibilityWord`).
  case responsibility
  /// Words of confidence in a judgement (ICD 203; `ConfidenceWord`).
  case confidence
  /// Words of likelihood (ICD 203 and its French use; `LikelihoodWord`).
  case likelihood
  /// Words by which an author or speaker keeps a distance (`HedgeWord`).
  case hedge
  /// Negation (`NegationWord`).
  case negation
  /// Modal verbs (`ModalWord`).
  case modal
  /// Pronouns and possessives, by person, number and gender (`PronounWord`).
  case pronoun
  /// What a person is: minister, spokesman, chief executive (`RoleWord`).
  case role
  /// Generic names of institutions: ministry, government, embassy (`OrganWord`).
  case organ
  /// Through what something was said: statement, press conference (`ChannelWord`).
  case channel
  /// Months, weekdays and other words of time (`TimeWord`).
  case time
  /// What is judged or rejected in a claim: accusation words, words of praise and blame (`JudgementWord`).
  case judgement
  /// Words that make a text one about threats (`ThreatWord`).
  case threat
  /// Auxiliary verbs, whose conditional in French keeps a distance (`AuxiliaryWord`).
  case auxiliary
  /// Words that open a condition: if, si (`ConditionWord`).
  case condition
  /// How exact a count is: more than, près de (`QualifierWord`).
  case qualifier
  /// Words that join the members of a list (`CoordinationWord`).
  case coordination
  /// Words that open the content of a claim: that, que (`ComplementizerWord`).
  case complementizer
  /// Articles and demonstratives, by gender and number (`DeterminerWord`).
  case determiner
  /// Prepositions, by the part they play in a frame (`PrepositionWord`).
  case preposition
  /// Small words within names (`NameParticleWord`).
  case nameParticle = "name-particle"
  /// Words that are written with a full stop that ends no sentence (`AbbreviationWord`).
  case abbreviation
  /// Lines that are no part of an article (`BoilerplateWord`).
  case boilerplate

  /// The values of the class, in the order of their numbers.
  public var values: [String] {
    switch self {
    case .cue: CueFrame.allCases.map(\.rawValue)
    case .behaviour: BehaviourWord.allCases.map(\.rawValue)
    case .actor: ActorWord.allCases.map(\.rawValue)
    case .affiliation: AffiliationWord.allCases.map(\.rawValue)
    case .responsibility: ResponsibilityWord.allCases.map(\.rawValue)
    case .confidence: ConfidenceWord.allCases.map(\.rawValue)
    case .likelihood: LikelihoodWord.allCases.map(\.rawValue)
    case .hedge: HedgeWord.allCases.map(\.rawValue)
    case .negation: NegationWord.allCases.map(\.rawValue)
    case .modal: ModalWord.allCases.map(\.rawValue)
    case .pronoun: PronounWord.allCases.map(\.rawValue)
    case .role: RoleWord.allCases.map(\.rawValue)
    case .organ: OrganWord.allCases.map(\.rawValue)
    case .channel: ChannelWord.allCases.map(\.rawValue)
    case .time: TimeWord.allCases.map(\.rawValue)
    case .judgement: JudgementWord.allCases.map(\.rawValue)
    case .threat: ThreatWord.allCases.map(\.rawValue)
    case .auxiliary: AuxiliaryWord.allCases.map(\.rawValue)
    case .condition: ConditionWord.allCases.map(\.rawValue)
    case .qualifier: QualifierWord.allCases.map(\.rawValue)
    case .coordination: CoordinationWord.allCases.map(\.rawValue)
    case .complementizer: ComplementizerWord.allCases.map(\.rawValue)
    case .determiner: DeterminerWord.allCases.map(\.rawValue)
    case .preposition: PrepositionWord.allCases.map(\.rawValue)
    case .nameParticle: NameParticleWord.allCases.map(\.rawValue)
    case .abbreviation: AbbreviationWord.allCases.map(\.rawValue)
    case .boilerplate: BoilerplateWord.allCases.map(\.rawValue)
    }
  }

  /// The flags of the class, from the lowest bit.
  public var flags: [String] {
    switch self {
    case .cue: ["weak", "quote", "general", "past"]
    case .behaviour: ["neutral"]
    case .actor: ["neutral"]
    case .responsibility: ["neutral"]
    case .role: ["state", "company", "media", "title", "plural", "senior"]
    case .pronoun: ["subject", "object", "possessive", "plural"]
    case .likelihood: ["hedged"]
    case .determiner: ["definite"]
    case .confidence: ["evidence"]
    default: []
    }
  }
}
