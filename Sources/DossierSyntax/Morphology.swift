/// What a word's form says: the features of Universal Dependencies that help to read claims.
public struct Morphology: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt32
  /// Bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `Number=Sing`.
  public static let singular = Morphology(rawValue: 1 << 0)
  /// `Number=Plur`.
  public static let plural = Morphology(rawValue: 1 << 1)
  /// `Gender=Masc`; French, and English pronouns.
  public static let masculine = Morphology(rawValue: 1 << 2)
  /// `Gender=Fem`; French, and English pronouns.
  public static let feminine = Morphology(rawValue: 1 << 3)
  /// `Person=1`.
  public static let firstPerson = Morphology(rawValue: 1 << 4)
  /// `Person=2`.
  public static let secondPerson = Morphology(rawValue: 1 << 5)
  /// `Person=3`.
  public static let thirdPerson = Morphology(rawValue: 1 << 6)
  /// `VerbForm=Fin`.
  public static let finite = Morphology(rawValue: 1 << 7)
  /// `VerbForm=Inf`.
  public static let infinitive = Morphology(rawValue: 1 << 8)
  /// `VerbForm=Part`.
  public static let participle = Morphology(rawValue: 1 << 9)
  /// `VerbForm=Ger`; English.
  public static let gerund = Morphology(rawValue: 1 << 10)
  /// `Tense=Past`.
  public static let past = Morphology(rawValue: 1 << 11)
  /// `Tense=Imp`; French.
  public static let imperfect = Morphology(rawValue: 1 << 12)
  /// `Tense=Pres`.
  public static let present = Morphology(rawValue: 1 << 13)
  /// `Tense=Fut`; French.
  public static let future = Morphology(rawValue: 1 << 14)
  /// `Mood=Cnd`, the mood of French news that vouches for nothing (`aurait`).
  public static let conditional = Morphology(rawValue: 1 << 15)
  /// `Mood=Sub`; French.
  public static let subjunctive = Morphology(rawValue: 1 << 16)
  /// `Mood=Imp`.
  public static let imperative = Morphology(rawValue: 1 << 17)
  /// `PronType=Rel`: a relative pronoun (`qui`, `which`).
  public static let relative = Morphology(rawValue: 1 << 18)
  /// `PronType=Int`: an interrogative word.
  public static let interrogative = Morphology(rawValue: 1 << 19)
  /// `PronType=Prs`: a personal or possessive pronoun.
  public static let personal = Morphology(rawValue: 1 << 20)

  /// The bits that the parser's features look at; number, person and gender would only thin the counts out.
  package static let structural: Morphology = [
    .finite, .infinitive, .participle, .gerund, .past, .present, .imperative, .relative, .interrogative,
    .personal,
  ]
}
