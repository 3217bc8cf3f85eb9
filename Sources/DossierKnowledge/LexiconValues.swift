// The values that lexicon lines of each class may have. They are the vocabulary between the language data and the
// rules that read claims: a language is added by data alone, a value by a line here and the rule that needs it.

/// A value that the lexicon lines of a class may have; `Lexeme.value` is its position among them.
public protocol LexiconWord: RawRepresentable, CaseIterable, Sendable, Hashable where RawValue == String {
  /// All values, made once: `allCases` is a new array each time.
  static var all: [Self] { get }
  /// The class of lexicon lines that the values belong to.
  static var category: LexemeCategory { get }
}

/// Frames of words that make a claim: which grammatical place holds the speaker, the accused and the content.
public enum CueFrame: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.cue
  /// Subject says content: say, declare, dire, annoncer.
  case say
  /// Subject judges content: assess, believe, estimer.
  case assess
  /// Subject accuses object of content: accuse, accuser.
  case accuse
  /// Subject blames object for content, or blames content on object: blame.
  case blame
  /// Subject attributes object (content) to somebody: attribute, imputer.
  case attribute
  /// Subject holds object responsible for content: hold responsible, tenir pour responsable.
  case hold
  /// Subject points at object: point the finger at, mettre en cause, désigner.
  case point
  /// Subject links object to somebody: link, tie, rattacher.
  case link
  /// Subject suspects object of content: suspect, soupçonner.
  case suspect
  /// Subject identifies object: identify, name, identifier.
  case identify
  /// Subject calls object something: describe as, qualifier de.
  case qualify
  /// Subject condemns object (accused or act): condemn, dénoncer.
  case condemn
  /// Subject denies content: deny, nier, rejeter.
  case deny
  /// Subject clears object of blame: acquit, exonerate, relaxer.
  case clear
  /// Subject refuses to comment or attribute: decline, s'abstenir.
  case decline
  /// Subject calls on object to do content: urge, call on, exhorter.
  case demand
  /// Subject demands content (of somebody): demand, exiger.
  case require
  /// Subject warns of content: warn, alerter.
  case warn
  /// Subject backs object: back, acknowledge, prendre acte de.
  case support
  /// Subject does what somebody else has just done: follow suit, take similar measures.
  case follow
  /// Subject finds by itself what somebody else has found: reach the same conclusion.
  case concur
  /// Subject charges object with content: indict, charge, inculper.
  case charge
  /// Subject is dealt with by the law: face charges, stand trial, comparaître.
  case face
  /// Subject breaks object, who attacks, up: dismantle, take down, démanteler.
  case dismantle
  /// Subject takes a step of the law back: drop, quash, annuler, lever.
  case undo
  /// Subject sanctions object: sanction.
  case sanction
  /// Subject admits content or claims responsibility for object: claim responsibility, revendiquer.
  case admit
  /// Subject boasts of content: claim, boast, assurer avoir.
  case boast
  /// Subject wants or means content: hope, want, plan.
  case intend
  /// Subject tells object content.
  case tell
  /// Preposition before the speaker: according to, selon.
  case according
  /// Preposition before the speaker that also means other things: for, pour, per.
  case view
  /// Noun for an accusation: accusation, blame.
  case accusation
  /// Noun for an attribution: attribution, finding.
  case attribution
  /// Noun for a denial: denial, démenti.
  case denial
  /// Noun for what is said: statement, assertion, declaration.
  case assertion
}

/// What attackers do; the values are the report's behaviours.
public enum BehaviourWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.behaviour
  case intrusion, espionage, theft, ransomware, extortion, cryptojacking, sabotage, disruption,
    disinformation,
    hosting, sponsorship, other
}

/// Nouns for attackers that have no name; the value is the English word used for them.
public enum ActorWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.actor
  case hacker, group, gang, criminal, attacker, `operator`, spy, affiliate, contractor, actor, unit, network
  case hackerGroup = "hacker group"
  case threatActor = "threat actor"
  case espionageGroup = "espionage group"
  case ransomwareGang = "ransomware gang"
  case hacktivist
  case national, officer, agent, individual, member, suspect, employee
  /// Whoever did it: culprit, coupable.
  case culprit

  /// Whether the word counts or describes people rather than a group.
  public var isPeople: Bool {
    switch self {
    case .national, .officer, .agent, .individual, .member, .suspect, .employee: true
    default: false
    }
  }
}

/// How an attacker is tied to a sponsor.
public enum AffiliationWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.affiliation
  /// Paid, ordered or steered: state-backed, soutenu par.
  case backed
  /// Belonging to or working for: affiliated with, lié à, agents of.
  case affiliated
  /// Tied in ways left open: linked to, associated with.
  case linked
  /// Acting from a territory: based in, operating from.
  case territory
}

/// Predicates that say who did it.
public enum ResponsibilityWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.responsibility
  /// The subject did it: responsible for, behind, à l'origine de.
  case subject
  /// The one named after did it: the work of, carried out by.
  case object
  /// So did the one named after, but a country there may be only where it came from: came from, provient de.
  case origin
  /// The subject had a part in it: involved in, impliqué dans.
  case involved
}

/// Words of confidence, by level (ICD 203).
public enum ConfidenceWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.confidence
  case low, moderate, high
}

/// Words of likelihood, by the bands of ICD 203 (D.6.e.2.a), with one more for bare possibility.
public enum LikelihoodWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.likelihood
  /// 1 to 5 per cent.
  case remote
  /// 5 to 20.
  case veryUnlikely = "very-unlikely"
  /// 20 to 45.
  case unlikely
  /// 45 to 55.
  case even
  /// 55 to 80.
  case likely
  /// 80 to 95.
  case veryLikely = "very-likely"
  /// 95 to 99.
  case almostCertain = "almost-certain"
  /// May or might: no band.
  case possible
  /// Certain: no band.
  case certain

  /// Whether it says that something is rather not so.
  public var isBelowEven: Bool { self == .remote || self == .veryUnlikely || self == .unlikely }
}

/// Words of distance.
public enum HedgeWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.hedge
  /// allegedly, présumé.
  case alleged
  /// suspected, soupçonné.
  case suspected
}

/// What a person is; the value is the English word used for an unnamed one.
public enum RoleWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.role
  case official, spokesperson, minister, president, ambassador, prosecutor, judge, executive, director,
    expert,
    researcher, analyst, journalist, source, lawmaker, mayor, lawyer, commissioner, diplomat, officer, leader,
    witness, engineer, consultant, founder, resident, employee, honorific
  case primeMinister = "prime minister"
  case foreignMinister = "foreign minister"
  case secretary
}

/// Generic names of institutions.
public enum OrganWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.organ
  case government, ministry, embassy, mission, agency, police, military, intelligence, prosecution,
    parliament,
    court, presidency, authorities, allies, commission, council, company, bank, hospital, university, party,
    newspaper,
    alliance, union, state, kingdom, city, association, laboratory, regulator, service, management
  case foreignMinistry = "foreign ministry"
  case defenceMinistry = "defence ministry"
  case interiorMinistry = "interior ministry"
  case justiceMinistry = "justice ministry"
}

/// Through what something was said.
public enum ChannelWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.channel
  case statement, report, briefing, post, interview, indictment, advisory, letter, hearing
}

/// What is judged or rejected in a claim.
public enum JudgementWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.judgement
  /// Bad conduct: irresponsible, malicious, menace.
  case condemned
  /// False charges: smear, baseless, sans fondement.
  case baseless
  /// What only the accused call a report to discredit it: disinformation campaign, unprofessional.
  case scorned
  /// An answer that is a no and nothing else: no, not so, pas du tout.
  case no
  /// What is denied of a report or a charge by negating it: true, correct, vrai.
  case truth
  /// What may be so or not, which a clause tells: idea, theory, rumour, hypothèse.
  case thesis
  /// What can be denied of oneself: involvement, role, responsabilité.
  case involvement
  /// What can be rejected: accusation, allegation, charge, report.
  case accusation
  /// A comment that can be declined.
  case comment
  /// Evidence: proof, preuves.
  case evidence
  /// What nobody can say yet: too early to, trop tôt pour.
  case open
  /// Likeness of code, tools or ways: similar to, ressemble à.
  case likeness
  /// Doubt, which turns what is doubted round: doubt, sceptique.
  case doubt
  /// Nobody else: only, nobody but, seul.
  case sole
  /// What makes people believe something or wishes it, and so does not say it: pretend, faire croire, hope.
  case pretence
  /// What there may not be enough of to say so: enough, sufficient, assez de.
  case sufficiency
  /// What somebody could or would like to do, or is kept from doing: capable of, reason to, prevent.
  case ability
  /// Not doing something, which has then not been done: fail to, omettre de.
  case omission
  /// Ruling something out, which negated leaves it possible: rule out, exclure.
  case exclusion
  /// A verb of speaking out that negated in the present is a refusal: comment, se prononcer.
  case verdict
  /// A step against a state or somebody sought, which is about them: summon an ambassador, cut ties, offer a reward.
  case step
  /// What sources ask for, which is no demand of the matter: anonymity.
  case anonymity
  /// What keeps somebody from saying something: too early, reluctant, hésiter; negated it keeps from nothing.
  case withholding
  /// What people and bodies keep to themselves, and others read or take: mail, passwords, courriel.
  case possession
  /// What says of a deed that it is still to come: expected to, poised to, va, risque de.
  case prospect
  /// A verb of making somebody or something so: make sure, se faire voler.
  case making
  /// What an attacker leaves: proof only where it is said to be missing.
  case vestige
  /// A verb of finding: negated it says that proof is missing.
  case finding
  /// What an accused says of itself to clear itself: opposes, combats, is a victim of, interdit.
  case opposed
  /// what befalls a victim: suffer, fall prey to, subir, faire l'objet de
  case suffering
  /// Coming to an end, which a deed must: stop, cease, prendre fin.
  case ending
  /// A deed by a general word: act, conduct, agissements.
  case deed
  /// Owning up: admit, confess, avouer.
  case confession
  /// Having done nothing: innocent, not guilty.
  case cleared
  /// Having no part in it, by words that negate themselves: "had nothing to do with".
  case uninvolved
  /// What one threatens attackers with: retaliate, face consequences.
  case reprisal
  /// What one threatens with by its negation: go unanswered, rester impuni.
  case impunity
  /// What is a deed where it is done to what others keep to themselves: unlock, pass on, déverrouiller.
  case taking
  /// The same where somebody does it who is under suspicion, and nothing else of others: hand, transmettre.
  case handling
  /// What is a deed where it is done with what attacks are made with: build, register, rent out, concevoir.
  case arming
  /// What is a deed where it is done for attackers: lease to, work with, fournir à.
  case serving
  /// Being somewhere, of who is behind something: stand, lurk, se cacher, il y a.
  case standing
  /// Putting a step of the law into force: impose, slap, prononcer, infliger.
  case imposed
  /// What the law has against somebody: case, charge, conviction, poursuites.
  case proceeding
}

/// Words that make a text one about threats.
public enum ThreatWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.threat
  /// Enough by itself: cyberattack, malware.
  case strong
  /// One of several that together are enough: server, data, breach.
  case weak
}

/// Words that give what was named another name.
public enum AliasWord: String, LexiconWord {
  /// All values.
  public static let all = allCases
  /// The class of the values.
  public static let category = LexemeCategory.alias
  /// The other name follows: also known as, alias, aussi connu sous le nom de.
  case known
  /// A verb whose subject uses the other name, which follows: call, dub, appeler.
  case call
  /// A verb whose subject uses the other name, which stands behind `as`: track, suivre.
  case track
  /// Between such a verb and the name: as, sous le nom de.
  case `as`
  /// May stand between a name and the words for another: also, now, également.
  case between
}
