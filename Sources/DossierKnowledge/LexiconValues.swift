// The values that lexicon lines of each class may have. They are the vocabulary between the language data and the
// rules that read claims: a language is added by data alone, a value by a line here and the rule that needs it.

/// Frames of words that make a claim: which grammatical place holds the speaker, the accused and the content.
public enum CueFrame: String, Sendable, Hashable, CaseIterable {
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
  /// Subject charges object with content: indict, charge, inculper.
  case charge
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
public enum BehaviourWord: String, Sendable, Hashable, CaseIterable {
  case intrusion, espionage, theft, ransomware, extortion, cryptojacking, sabotage, disruption,
    disinformation,
    hosting, sponsorship, other
}

/// Nouns for attackers that have no name; the value is the English word used for them.
public enum ActorWord: String, Sendable, Hashable, CaseIterable {
  case hacker, group, gang, criminal, attacker, `operator`, spy, affiliate, contractor, actor, unit, network
  case hackerGroup = "hacker group"
  case threatActor = "threat actor"
  case espionageGroup = "espionage group"
  case ransomwareGang = "ransomware gang"
  case hacktivist
  case national, officer, agent, individual, member, suspect, employee

  /// Whether the word counts or describes people rather than a group.
  public var isPeople: Bool {
    switch self {
    case .national, .officer, .agent, .individual, .member, .suspect, .employee: true
    default: false
    }
  }
}

/// How an attacker is tied to a sponsor.
public enum AffiliationWord: String, Sendable, Hashable, CaseIterable {
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
public enum ResponsibilityWord: String, Sendable, Hashable, CaseIterable {
  /// The subject did it: responsible for, behind, à l'origine de.
  case subject
  /// The one named after did it: the work of, carried out by.
  case object
  /// The subject had a part in it: involved in, impliqué dans.
  case involved
}

/// Words of confidence, by level (ICD 203).
public enum ConfidenceWord: String, Sendable, Hashable, CaseIterable {
  case low, moderate, high
}

/// Words of likelihood, by the bands of ICD 203 (D.6.e.2.a), with one more for bare possibility.
public enum LikelihoodWord: String, Sendable, Hashable, CaseIterable {
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
}

/// Words of distance.
public enum HedgeWord: String, Sendable, Hashable, CaseIterable {
  /// allegedly, présumé.
  case alleged
  /// suspected, soupçonné.
  case suspected
}

/// Negation.
public enum NegationWord: String, Sendable, Hashable, CaseIterable {
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
}

/// Modal verbs.
public enum ModalWord: String, Sendable, Hashable, CaseIterable {
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
public enum PronounWord: String, Sendable, Hashable, CaseIterable {
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
}

/// What a person is; the value is the English word used for an unnamed one.
public enum RoleWord: String, Sendable, Hashable, CaseIterable {
  case official, spokesperson, minister, president, ambassador, prosecutor, judge, executive, director,
    expert,
    researcher, analyst, journalist, source, lawmaker, mayor, lawyer, commissioner, diplomat, officer, leader,
    witness, engineer, consultant, founder, resident, employee, honorific
  case primeMinister = "prime minister"
  case foreignMinister = "foreign minister"
  case secretary
}

/// Generic names of institutions.
public enum OrganWord: String, Sendable, Hashable, CaseIterable {
  case government, ministry, embassy, mission, agency, police, military, intelligence, prosecution,
    parliament,
    court, presidency, authorities, allies, commission, council, company, bank, hospital, university, party,
    newspaper,
    alliance, union, state, city, association, laboratory, regulator, service
  case foreignMinistry = "foreign ministry"
  case defenceMinistry = "defence ministry"
  case interiorMinistry = "interior ministry"
  case justiceMinistry = "justice ministry"
}

/// Through what something was said.
public enum ChannelWord: String, Sendable, Hashable, CaseIterable {
  case statement, report, briefing, post, interview, indictment, advisory, letter, hearing
}

/// Words of time.
public enum TimeWord: String, Sendable, Hashable, CaseIterable {
  case january, february, march, april, may, june, july, august, september, october, november, december
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  case day, week, month, year
  case last, this, beginning, middle, end, today, yesterday, since
}

/// What is judged or rejected in a claim.
public enum JudgementWord: String, Sendable, Hashable, CaseIterable {
  /// Bad conduct: irresponsible, malicious, menace.
  case condemned
  /// False charges: smear, baseless, sans fondement.
  case baseless
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
}

/// Words that make a text one about threats.
public enum ThreatWord: String, Sendable, Hashable, CaseIterable {
  /// Enough by itself: cyberattack, malware.
  case strong
  /// One of several that together are enough: server, data, breach.
  case weak
}

/// Lines that are no part of an article.
public enum BoilerplateWord: String, Sendable, Hashable, CaseIterable {
  case line
}

/// Words that are written with a full stop.
public enum AbbreviationWord: String, Sendable, Hashable, CaseIterable {
  case word
}

/// Prepositions, by the part they play in a frame.
public enum PrepositionWord: String, Sendable, Hashable, CaseIterable {
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
}

/// Small words within names.
public enum NameParticleWord: String, Sendable, Hashable, CaseIterable {
  case word
}

/// Articles and demonstratives, by gender and number.
public enum DeterminerWord: String, Sendable, Hashable, CaseIterable {
  /// le, un, ce, du, au
  case masculine
  /// la, une, cette
  case feminine
  /// les, des, ces, these
  case plural
  /// the, a, l'
  case neutral
}

/// Auxiliary verbs.
public enum AuxiliaryWord: String, Sendable, Hashable, CaseIterable {
  case have, be
}

/// Words that open a condition.
public enum ConditionWord: String, Sendable, Hashable, CaseIterable {
  case word
}

/// How exact a count is.
public enum QualifierWord: String, Sendable, Hashable, CaseIterable {
  case more, less, about
}

/// Words that join the members of a list.
public enum CoordinationWord: String, Sendable, Hashable, CaseIterable {
  /// and, as well as, et
  case and
  /// including, notamment
  case including
}

/// Words that open the content of a claim.
public enum ComplementizerWord: String, Sendable, Hashable, CaseIterable {
  case that
}
