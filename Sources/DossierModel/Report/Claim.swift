/// One speaker (or several speaking together) taking one stance on one proposition.
public struct Claim: Sendable, Hashable {
  /// Local id: `c1`, `c2`, …
  public var id: String
  /// What the speaker does.
  public var act: Act
  /// Whether the proposition is affirmed or denied.
  public var polarity: Polarity
  /// Ids of the entities that speak; empty when the article speaks in its own voice or the speaker is unresolved.
  public var speakers: [String]
  /// Ids of the chain between the speaker and the article, nearest to the speaker first.
  public var relayedBy: [String]
  /// How it was said: "communiqué", "press conference"; nil if not said.
  public var channel: String?
  /// Ids of the entities that are blamed, condemned or called upon.
  public var about: [String]
  /// What sort of thing is blamed.
  public var level: Level
  /// What is claimed.
  public var proposition: Proposition
  /// Words of confidence in the judgement, with a level beside them (ICD 203).
  public var confidence: Confidence?
  /// Words of likelihood of the event, with a range beside them (ICD 203).
  public var likelihood: Likelihood?
  /// Whether the article or the speaker distances itself ("aurait", "allegedly").
  public var hedged: Bool
  /// Whether direct speech is part of the evidence.
  public var quoted: Bool
  /// When it was said, if the text tells.
  public var time: TimeInterval?
  /// Ids of the claims that this one denies or supports.
  public var answers: [String]
  /// Parties the text leaves open, with the reason.
  public var unresolved: [UnresolvedParty]
  /// Where it stands, at least once.
  public var evidence: [Evidence]
  /// The rule that found it, such as `fr.verb.accuser`.
  public var rule: String

  /// A claim; what is not given is absent.
  public init(
    id: String, act: Act, polarity: Polarity = .affirm, speakers: [String] = [], relayedBy: [String] = [],
    channel: String? = nil, about: [String] = [], level: Level = .unknown,
    proposition: Proposition = Proposition(), confidence: Confidence? = nil, likelihood: Likelihood? = nil,
    hedged: Bool = false, quoted: Bool = false, time: TimeInterval? = nil, answers: [String] = [],
    unresolved: [UnresolvedParty] = [], evidence: [Evidence] = [], rule: String = ""
  ) {
    self.id = id
    self.act = act
    self.polarity = polarity
    self.speakers = speakers
    self.relayedBy = relayedBy
    self.channel = channel
    self.about = about
    self.level = level
    self.proposition = proposition
    self.confidence = confidence
    self.likelihood = likelihood
    self.hedged = hedged
    self.quoted = quoted
    self.time = time
    self.answers = answers
    self.unresolved = unresolved
    self.evidence = evidence
    self.rule = rule
  }
}

/// What is claimed.
public struct Proposition: Sendable, Hashable {
  /// The words of the proposition.
  public var text: String
  /// What is said to have been done.
  public var behaviours: [Behaviour]
  /// Ids of the victims, products or sectors named.
  public var targets: [String]
  /// Id of the event.
  public var event: String?

  /// A proposition.
  public init(text: String = "", behaviours: [Behaviour] = [], targets: [String] = [], event: String? = nil) {
    self.text = text
    self.behaviours = behaviours
    self.targets = targets
    self.event = event
  }
}

/// Confidence in the basis of a judgement: the words as written and the level they stand for.
public struct Confidence: Sendable, Hashable {
  /// The source's words; nil where a parsed claim gives only a level.
  public var words: String?
  /// The level, where the words have one.
  public var level: ConfidenceLevel?

  /// Words and a level.
  public init(words: String?, level: ConfidenceLevel?) {
    self.words = words
    self.level = level
  }
}

/// Likelihood of an event: the words as written and the range of per cent they stand for.
public struct Likelihood: Sendable, Hashable {
  /// The source's words.
  public var words: String?
  /// Lower bound in per cent, where the words have one.
  public var low: Int?
  /// Upper bound in per cent, where the words have one.
  public var high: Int?

  /// Words and a range.
  public init(words: String?, low: Int?, high: Int?) {
    self.words = words
    self.low = low
    self.high = high
  }
}

/// A party that the text leaves open.
public struct UnresolvedParty: Sendable, Hashable {
  /// The parts that a party can play in a claim.
  public static let roles = ["speaker", "about", "target"]

  /// `speaker`, `about` or `target`.
  public var role: String
  /// The text's words for it.
  public var words: String
  /// Why it stays open.
  public var reason: String

  /// An open party.
  public init(role: String, words: String, reason: String) {
    self.role = role
    self.words = words
    self.reason = reason
  }
}

/// Where a claim stands in a source (W3C Web Annotation: TextPositionSelector and TextQuoteSelector).
public struct Evidence: Sendable, Hashable {
  /// Id of the source.
  public var source: String
  /// First code point.
  public var start: Int
  /// The code point after the last.
  public var end: Int
  /// The words between `start` and `end`.
  public var exact: String
  /// Words before, to find the place again in a changed text.
  public var prefix: String
  /// Words after.
  public var suffix: String
  /// XPath of the block in an HTML page.
  public var xpath: String?
  /// Where the speaker stands.
  public var speaker: [Span]
  /// Where the words stand that make it a claim.
  public var cue: [Span]
  /// Where what is claimed stands.
  public var content: [Span]

  /// A place of evidence.
  public init(
    source: String, start: Int, end: Int, exact: String, prefix: String = "", suffix: String = "",
    xpath: String? = nil, speaker: [Span] = [], cue: [Span] = [], content: [Span] = []
  ) {
    self.source = source
    self.start = start
    self.end = end
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.xpath = xpath
    self.speaker = speaker
    self.cue = cue
    self.content = content
  }
}

/// A run of code points of a source's plain text, end exclusive; `[start, end]` in JSON.
public struct Span: Sendable, Hashable {
  /// First code point.
  public var start: Int
  /// The code point after the last.
  public var end: Int

  /// A span.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}
