// The values of the lexicon's small words and other classes of grammar; those of meaning are in LexiconValues.swift.

/// Negation.
public enum NegationWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.negation
  /// not, ne … pas, never.
  case not
  /// no, aucun, nothing, rien.
  case no
  /// without, sans.
  case without
  /// far from, loin de.
  case far
  /// nor, ni.
  case nor
  /// Half of a French negation: ne.
  case ne
  /// A whole answer: non.
  case answer
  /// What denies nothing: not only, non seulement.
  case only
}

/// Modal verbs.
public enum ModalWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.modal
  /// must, should, doit.
  case must
  /// may, might, peut.
  case may
  /// can, could.
  case can
  /// will, would, va.
  case will
}

/// Pronouns and possessives.
public enum PronounWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.pronoun
  /// I, je.
  case i
  /// we, nous.
  case we
  /// he, il (also impersonal).
  case he
  /// she, elle.
  case she
  /// it.
  case it
  /// they, ils, elles.
  case they
  /// on.
  case one
  /// who, which, qui.
  case relative
  /// this, that, ce, cela.
  case this
  /// l', le, la, les, lui, leur as clitics.
  case clitic
  /// celui-ci, ce dernier, the latter.
  case latter
  /// X, in "porter plainte contre X": persons unknown.
  case unknown
  /// the former, of two.
  case former
  /// you: who is spoken to.
  case you
}

/// Words of time.
public enum TimeWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.time
  case january, february, march, april, may, june, july, august, september, october, november, december
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  case day, week, month, year
  case last, this, beginning, middle, end, today, yesterday, since
  /// How often, or which part of the day: times, fois, reprises, morning, soir.
  case occasion
  /// Another time: again, de nouveau.
  case again

  /// The months, January first.
  public static let months: [TimeWord] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november,
    .december,
  ]
  /// The days of the week, Monday first.
  public static let weekdays: [TimeWord] = [
    .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
  ]
}

/// Lines that are no part of an article.
public enum BoilerplateWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.boilerplate
  case line
}

/// Words that are written with a full stop.
public enum AbbreviationWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.abbreviation
  case word
}

/// Prepositions, by the part they play in a frame.
public enum PrepositionWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.preposition
  /// by, par
  case by
  /// of, de, du, des
  case of
  /// to, à, au, aux
  case to
  /// for, pour, over
  case `for`
  /// on, upon, sur
  case on
  /// against, contre, envers
  case against
  /// with, avec
  case with
  /// as, comme
  case `as`
  /// from, depuis
  case from
  /// in, at, en, dans
  case `in`
  /// about, concerning
  case about
  /// after, during, après: what happens when, and belongs to no phrase before it
  case after
  /// as for, quant à
  case asFor = "as-for"
}

/// Small words within names.
public enum NameParticleWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.nameParticle
  case word
}

/// Articles and demonstratives, by gender and number.
public enum DeterminerWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.determiner
  /// le, un, ce, du, au
  case masculine
  /// la, une, cette
  case feminine
  /// les, des, ces, these
  case plural
  /// the, a, l'
  case neutral
  /// deux, two, both
  case two

  /// Whether it goes with a plural.
  public var isPlural: Bool { self == .plural || self == .two }
}

/// Auxiliary verbs.
public enum AuxiliaryWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.auxiliary
  case have, be, get
}

/// Words that open a condition.
public enum ConditionWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.condition
  case word
}

/// How exact a count is.
public enum QualifierWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.qualifier
  case more, less, about
}

/// Words that join the members of a list.
public enum CoordinationWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.coordination
  /// and, as well as, et
  case and
  /// including, notamment
  case including
  /// or, ou
  case or
}

/// Words that open the content of a claim.
public enum ComplementizerWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.complementizer
  case that
  /// Opens what is doubted where a negation stands before it: "see no reason why".
  case why
  /// Opens a sentence that says whose the words before it were: "that is what", "c'est ce que".
  case before
  /// Does so right before the verb: "so says X".
  case so
  /// Opens what is granted: "although", "même si".
  case concession
}
