import DossierModel

extension Words {
  /// The words of briefings in English.
  static let english = Words(
    language: .english,
    labels: .english,
    acts: [
      .attribute: ActWords(
        noun: "attribution", title: "Attributions",
        full: "%S %[attributes|attribute] %M to %A", party: "%S %[attributes|attribute] activity to %A",
        matter: "%S %[says|say] who is behind %M", bare: "%S %[makes|make] an attribution"),
      .accuse: ActWords(
        noun: "accusation", title: "Accusations",
        full: "%S %[accuses|accuse] %A of %M", party: "%S %[accuses|accuse] %A",
        matter: "%S %[makes|make] an accusation of %M", bare: "%S %[makes|make] an accusation"),
      .assess: ActWords(
        noun: "assessment", title: "Assessments",
        full: "%S %[assesses|assess] the part of %A in %M", party: "%S %[assesses|assess] the part of %A",
        matter: "%S %[gives|give] an assessment of %M", bare: "%S %[gives|give] an assessment"),
      .charge: ActWords(
        noun: "charges", title: "Charges and arrests", reported: "charges",
        full: "%S %[takes|take] legal action against %A over %M",
        party: "%S %[takes|take] legal action against %A",
        matter: "%S %[takes|take] legal action over %M", bare: "%S %[takes|take] legal action"),
      .sanction: ActWords(
        noun: "sanctions", title: "Sanctions", reported: "sanctions",
        full: "%S %[sanctions|sanction] %A over %M", party: "%S %[sanctions|sanction] %A",
        matter: "%S %[imposes|impose] sanctions over %M", bare: "%S %[imposes|impose] sanctions"),
      .condemn: ActWords(
        noun: "condemnation", title: "Condemnations", reported: "a condemnation",
        full: "%S %[condemns|condemn] %A over %M", party: "%S %[condemns|condemn] %A",
        matter: "%S %[condemns|condemn] %M", bare: "%S %[utters|utter] a condemnation"),
      .demand: ActWords(
        noun: "demand", title: "Demands", reported: "a demand",
        full: "%S %[calls|call] on %A over %M", party: "%S %[calls|call] on %A",
        matter: "%S %[makes|make] a demand over %M", bare: "%S %[makes|make] a demand"),
      .warn: ActWords(
        noun: "warning", title: "Warnings", reported: "a warning",
        full: "%S %[warns|warn] about %A and %M", party: "%S %[warns|warn] about %A",
        matter: "%S %[warns|warn] about %M", bare: "%S %[gives|give] a warning"),
      .support: ActWords(
        noun: "support", title: "Support for what others say", reported: "support for what others say",
        full: "%S %[supports|support] what others say about %A and %M",
        party: "%S %[supports|support] what others say about %A",
        matter: "%S %[supports|support] what others say about %M",
        bare: "%S %[supports|support] what others say"),
      .deny: ActWords(
        noun: "denial", title: "Denials", reported: "a denial",
        full: "%S %[denies|deny] what is said about %A and %M",
        party: "%S %[denies|deny] what is said about %A",
        matter: "%S %[denies|deny] what is said about %M", bare: "%S %[issues|issue] a denial"),
      .decline: ActWords(
        noun: "refusal to comment", title: "Refusals to comment or to attribute",
        reported: "a refusal to comment or to attribute",
        full: "%S %[declines|decline] to speak about %A and %M",
        party: "%S %[declines|decline] to speak about %A",
        matter: "%S %[declines|decline] to speak about %M",
        bare: "%S %[declines|decline] to comment or to attribute"),
      .admit: ActWords(
        noun: "claim of responsibility", title: "Claims of responsibility and confessions",
        reported: "a claim of responsibility or a confession",
        full: "%S %[claims or admits|claim or admit] responsibility, with %A, for %M",
        party: "%S %[claims or admits|claim or admit] responsibility, with %A",
        matter: "%S %[claims or admits|claim or admit] responsibility for %M",
        bare: "%S %[claims or admits|claim or admit] responsibility"),
      .state: ActWords(
        noun: "statement", title: "Other statements",
        full: "%S %[makes|make] a statement about %A and %M", party: "%S %[makes|make] a statement about %A",
        matter: "%S %[makes|make] a statement about %M", bare: "%S %[makes|make] a statement"),
    ],
    reported: ReportedWords(
      full: "%S %[reports|report] %N concerning %A and %M", party: "%S %[reports|report] %N concerning %A",
      matter: "%S %[reports|report] %N concerning %M", bare: "%S %[reports|report] %N"),
    levels: [
      .person: LevelWords("individuals", wrapped: "individuals, in connection with %A"),
      .group: LevelWords("a group", wrapped: "a group, in connection with %A"),
      .agency: LevelWords("an organ of a state", wrapped: "an organ of %A"),
      .stateBacked: LevelWords("state-backed actors", wrapped: "actors described as backed by %A"),
      .fromTerritory: LevelWords(
        "activity from a territory", wrapped: "whoever acts from the territory of %A"),
      .state: LevelWords("a state"),
      .company: LevelWords("a company", wrapped: "a company, in connection with %A"),
      .unknown: LevelWords("level not stated"),
    ],
    behaviours: [
      .intrusion: BehaviourWords("intrusion"), .espionage: BehaviourWords("espionage"),
      .theft: BehaviourWords("theft"), .ransomware: BehaviourWords("ransomware use"),
      .extortion: BehaviourWords("extortion"), .cryptojacking: BehaviourWords("cryptojacking"),
      .sabotage: BehaviourWords("sabotage"), .disruption: BehaviourWords("disruption"),
      .disinformation: BehaviourWords("disinformation"), .hosting: BehaviourWords("harbouring actors"),
      .sponsorship: BehaviourWords("sponsoring actors"), .other: BehaviourWords("other activity"),
    ],
    kinds: [
      .state: "state", .agency: "organ of a state", .organisation: "organisation", .company: "company",
      .person: "person", .group: "group", .malware: "malware", .tool: "tool", .vulnerability: "vulnerability",
      .product: "product", .sector: "sector", .place: "place", .campaign: "campaign",
    ],
    relations: [
      .attributedTo: "attributed to", .targets: "targets", .uses: "uses", .exploits: "exploits",
      .affiliatedWith: "affiliated with", .locatedAt: "located at", .sameAs: "same as",
    ],
    roles: [
      .malicious: "malicious", .victim: "victim’s", .reference: "reference", .example: "example",
      .sinkhole: "sinkhole", .unknown: "not stated",
    ],
    marks: [
      .wellKnown: "a well-known service", .lookAlike: "looks like another name",
      .mixedDirection: "turns the direction of reading",
    ],
    confidence: [.low: "low confidence", .moderate: "moderate confidence", .high: "high confidence"],
    likelihood: [
      "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
      "almost certain",
    ],
    typography: Typography(
      openQuote: "“", closeQuote: "”", colon: ": ", semicolon: "; ", and: " and ", thousands: ",",
      percent: "%",
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ],
      day: { "\($0) \($1) \($2)" }),
    nameForms: EnglishNames.forms)
}

extension Labels {
  static let english = Labels(
    bottomLine: "Bottom line up front", keyJudgements: "Key judgements", whoClaimsWhat: "Who claims what",
    claims: "Claims and their evidence", timeline: "Timeline", events: "Events and impact",
    techniques: "Techniques",
    indicators: "Indicators", connections: "What the claims connect",
    candidates: "Not taken for what they look like", reason: "Why not", places: "Places",
    parties: "Parties and things named",
    sources: "Sources", reading: "How to read this briefing",
    producedBy: "Produced by", on: "on",
    counts: { claims, claimants, sources, denials in
      "This briefing reports \(claims) \(claims == 1 ? "claim" : "claims") by \(claimants) "
        + "\(claimants == 1 ? "claimant" : "claimants"), from \(sources) "
        + "\(sources == 1 ? "source" : "sources")"
        + (denials == 0
          ? "." : denials == 1 ? "; one of them is a denial." : "; \(denials) of them are denials.")
    },
    noClaim: "No claim was found in the sources: nothing here says anything about who did what.",
    noParty: "No claim in the sources names a responsible party.",
    namedParties: "Parties named as responsible in the sources, and by whom:",
    strongestConfidence: "Strongest words of confidence: ",
    by: "by ", contestedBy: "Contested by ", supportedBy: "Supported by ",
    more: { "\($0) more" },
    article: "The article", openSpeaker: "A speaker whom the text does not name",
    confidence: "Confidence", likelihood: "Likelihood", icd203: "in ICD 203 words: ",
    noLevel: "ICD 203 has no level for these words",
    hedged: "the wording keeps its distance (conditional, “allegedly” and the like)",
    negated: "the proposition is negated", affirmed: "the proposition is put in the affirmative",
    directSpeech: "direct speech", relayedBy: "Relayed by ",
    channel: "Channel", saidOn: "Said", answers: "in answer to ", leftOpen: "Left open by the text",
    proposition: "What is claimed", contested: "contested", asWritten: "as written",
    openRoles: ["speaker": "speaker", "about": "party spoken about", "target": "target"],
    place: PlaceWords(characters: ", characters ", to: " to "),
    claimant: "Claimant", about: "About", level: "Level", targets: "Targets", impact: "Impact",
    noParticularParty: "No party named", otherParties: "Other parties",
    when: "When", what: "What", claim: "Claim", identifier: "Id", name: "Name", kind: "Kind", value: "Value",
    role: "Role", partOf: "Part of", aliases: "Also called", identifiers: "Ids", relation: "Relation",
    disputed: "Disputed by", mention: "As written", from: "From", to: "To",
    contestedMark: "† contested by a denial or an opposite claim", hedgedMark: "? hedged in the source",
    published: "Publication of", said: "Statement", happened: "Event, as claimed", until: "until ",
    since: "from ", noClaimRefers: "no claim refers to it",
    publisher: "Publisher", authors: "Authors", publishedOn: "Published", language: "Language",
    address: "Address",
    translationOf: "Translation of", mediaType: "Media type", hash: "SHA-256", length: "Length",
    reliability: "Reliability (Admiralty)", characters: "characters",
    contents: "Contents", skip: "Skip to the briefing", graph: "Parties and claims",
    graphText:
      "Claimants stand on the left, the parties they speak about on the right; a dashed line is a denial. "
      + "The table above says the same in words.",
    passages: "Passages quoted, by source", showPassage: "among the source’s passages",
    speakerMark: "speaker",
    cueMark: "words that make it a claim", contentMark: "what is claimed", rule: "Found by rule",
    mentions: "Places in the text",
    howToRead: [
      "This briefing takes no side. It reports what speakers say; that a claim is listed does not make it true.",
      "References such as [c1] lead to the claim and its evidence. Offsets count Unicode characters of the source’s "
        + "plain text, from 0, the last one excluded.",
      "Confidence is in the basis of a judgement, likelihood is of an event (ICD 203): the words of the source come "
        + "first, the standard’s words beside them.",
      "Addresses are written so that they cannot be followed by accident, such as hxxps or [.].",
    ],
    activity: "activity", activityBare: "activity", activityOf: "activity", against: " against ", toPhrase: ""
  )
}
