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
  /// Words that give what was named another name: also known as, que … appelle (`AliasWord`).
  case alias

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
    case .alias: AliasWord.allCases.map(\.rawValue)
    }
  }

  /// The flags of the class, from the lowest bit.
  public var flags: [LexemeFlag] {
    LexemeFlag.allCases.filter { $0.place(in: self) != nil }
      .sorted { ($0.place(in: self) ?? 0) < ($1.place(in: self) ?? 0) }
  }
}

/// What a line of the lexicon may say of its forms besides class and value.
public enum LexemeFlag: String, Sendable, Hashable, CaseIterable {
  /// Of cues: it also means other things, so more must be there; it takes quotations only; it makes a claim only where
  /// claims of every kind are asked for; a noun for what was said before. Of deeds: what it is done to must tell that it
  /// is hostile.
  case weak, quote, general, past
  /// Of cues: what the speaker says is about the speaker.
  case own
  /// Of deeds and doers: it blames nobody by itself.
  case neutral
  /// Of persons: whose officers they are, and what the word is. Of bodies, `company`: a business where its name stands behind.
  case state, company, media, title, senior
  /// Of pronouns, roles and doers: more than one.
  case plural
  /// Of pronouns: the places they stand in.
  case subject, object, possessive
  /// Of words of likelihood: it keeps a distance too.
  case hedged
  /// Of determiners: what follows is known.
  case definite
  /// Of words of confidence: it speaks of evidence.
  case evidence
  /// Of negations: at no time.
  case always

  /// The bit of `Lexeme.flags` that stands for it in a class; nil where it has no meaning.
  @inlinable
  public func place(in category: LexemeCategory) -> UInt16? {
    switch (self, category) {
    case (.weak, .cue), (.neutral, .behaviour), (.neutral, .actor), (.neutral, .responsibility),
      (.state, .role),
      (.subject, .pronoun), (.hedged, .likelihood), (.definite, .determiner), (.evidence, .confidence),
      (.always, .negation), (.company, .organ):
      0
    case (.quote, .cue), (.weak, .behaviour), (.company, .role), (.object, .pronoun), (.plural, .actor): 1
    case (.general, .cue), (.media, .role), (.possessive, .pronoun): 2
    case (.past, .cue), (.title, .role), (.plural, .pronoun): 3
    case (.plural, .role), (.own, .cue): 4
    case (.senior, .role): 5
    default: nil
    }
  }
}
