/// What a speaker does with a proposition (report model, `act`).
public enum Act: String, Sendable, Hashable, CaseIterable {
  /// Says who did it.
  case attribute
  /// Blames without stating a finding.
  case accuse
  /// Gives a judgement with words of likelihood or confidence.
  case assess
  /// Indicts, arrests or takes to court.
  case charge
  /// Imposes sanctions.
  case sanction
  /// Condemns.
  case condemn
  /// Calls on somebody to act.
  case demand
  /// Warns.
  case warn
  /// Backs or acknowledges somebody else's attribution.
  case support
  /// Rejects or contests.
  case deny
  /// Refuses to comment or to attribute.
  case decline
  /// Claims responsibility or confesses.
  case admit
  /// Makes any other statement of fact.
  case state
}

/// What is blamed: the thing that press stories blur most.
public enum Level: String, Sendable, Hashable, CaseIterable {
  /// Named or counted individuals.
  case person
  /// A threat actor or an unnamed group.
  case group
  /// An organ of a state.
  case agency
  /// A group that a state backs, hires or steers.
  case stateBacked = "state-backed"
  /// Activity from a territory, whoever is behind it.
  case fromTerritory = "from-territory"
  /// The state itself.
  case state
  /// A company.
  case company
  /// Not said.
  case unknown
}

/// Whether the speaker affirms or denies the proposition.
public enum Polarity: String, Sendable, Hashable, CaseIterable {
  /// Affirms it.
  case affirm
  /// Denies it.
  case deny
}

/// What an entity is.
public enum EntityKind: String, Sendable, Hashable, CaseIterable {
  /// A state or territory that speaks for itself.
  case state
  /// An organ of a state.
  case agency
  /// An international body, NGO, media house, hospital and the like.
  case organisation
  /// A company.
  case company
  /// A person, named or not.
  case person
  /// A threat actor or intrusion set.
  case group
  /// Malware.
  case malware
  /// A tool.
  case tool
  /// A vulnerability.
  case vulnerability
  /// A product.
  case product
  /// A sector of the economy or of society.
  case sector
  /// A place.
  case place
  /// A campaign.
  case campaign
}

/// What is said to have been done.
public enum Behaviour: String, Sendable, Hashable, CaseIterable {
  /// Breaking in.
  case intrusion
  /// Spying.
  case espionage
  /// Stealing data or money.
  case theft
  /// Encrypting for ransom.
  case ransomware
  /// Extorting.
  case extortion
  /// Mining with others' machines.
  case cryptojacking
  /// Destroying.
  case sabotage
  /// Interrupting a service.
  case disruption
  /// Spreading falsehood.
  case disinformation
  /// Tolerating actors on one's territory.
  case hosting
  /// Paying, ordering or steering actors.
  case sponsorship
  /// Anything else.
  case other
}

/// How two things of the report are related, according to claims.
public enum RelationType: String, Sendable, Hashable, CaseIterable {
  /// An event or group is the doing of a party.
  case attributedTo = "attributed-to"
  /// A party attacks a victim, product or sector.
  case targets
  /// A party uses malware, a tool or a technique.
  case uses
  /// A party exploits a vulnerability.
  case exploits
  /// A party belongs to or works for another.
  case affiliatedWith = "affiliated-with"
  /// A party is in a place.
  case locatedAt = "located-at"
  /// Two names are of one thing, somebody asserts.
  case sameAs = "same-as"
}

/// Traffic Light Protocol 2.0 (FIRST), from the widest circle of readers to the narrowest.
public enum TLP: String, Sendable, Hashable, CaseIterable, Comparable {
  /// TLP:CLEAR.
  case clear
  /// TLP:GREEN.
  case green
  /// TLP:AMBER.
  case amber
  /// TLP:AMBER+STRICT.
  case amberStrict = "amber+strict"
  /// TLP:RED.
  case red

  /// The marking as it is printed: `TLP:AMBER+STRICT`.
  public var label: String { "TLP:\(rawValue.uppercased())" }

  /// Whether the first allows more readers than the second.
  public static func < (first: TLP, second: TLP) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .clear: 0
    case .green: 1
    case .amber: 2
    case .amberStrict: 3
    case .red: 4
    }
  }
}

/// A level of confidence in a judgement (ICD 203, D.6.e.2.b).
public enum ConfidenceLevel: String, Sendable, Hashable, CaseIterable {
  /// Low confidence.
  case low
  /// Moderate confidence.
  case moderate
  /// High confidence.
  case high
}

/// What is to be known of an indicator before it is used; the text does not say it.
public enum IndicatorMark: String, Sendable, Hashable, CaseIterable {
  /// It is on a list of services, addresses and hashes that many reports hold and that tell little by themselves.
  case wellKnown = "well-known"
  /// Its host is written with letters that are taken for others, or imitates a well-known name.
  case lookAlike = "look-alike"
  /// It turns the direction of reading, or mixes letters that are read leftward and rightward.
  case mixedDirection = "mixed-direction"
}

/// The role an indicator plays in the text.
public enum IndicatorRole: String, Sendable, Hashable, CaseIterable {
  /// Used by an attacker.
  case malicious
  /// Belongs to a victim.
  case victim
  /// A link or address that the article merely refers to.
  case reference
  /// Reserved for documentation (RFC 2606, RFC 5737).
  case example
  /// Taken over by defenders.
  case sinkhole
  /// Not said.
  case unknown
}
