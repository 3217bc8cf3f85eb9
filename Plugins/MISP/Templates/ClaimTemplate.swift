/// `dossier-claim`: who claims what, in which words, and where it stands.
enum ClaimTemplate {
  static let claim = ObjectRelation("claim", .text, "Id of the claim in its report")
  static let act = ObjectRelation(
    "act", .text,
    "What the speaker does: attribute, accuse, assess, charge, sanction, condemn, demand, warn, support, deny, "
      + "decline, admit or state")
  static let polarity = ObjectRelation(
    "polarity", .text, "affirm, or deny where the speaker says that it is not so")
  static let speaker = ObjectRelation(
    "speaker", .text, "Name of who speaks; none where the article speaks in its own voice", isMultiple: true,
    correlates: true)
  static let relayedBy = ObjectRelation(
    "relayed-by", .text, "Name of who passes it on, nearest to the speaker first", isMultiple: true)
  static let channel = ObjectRelation("channel", .text, "How it was said")
  static let about = ObjectRelation(
    "about", .text, "Name of who is blamed, condemned or called upon, at the level that 'level' names",
    isMultiple: true, correlates: true)
  static let level = ObjectRelation(
    "level", .text,
    "What is blamed: person, group, agency, state-backed, from-territory, state, company or unknown; only with its "
      + "own level is a party itself blamed")
  static let proposition = ObjectRelation(
    "proposition", .text, "What is claimed, as written; its tags are of the claim, never of the facts")
  static let behaviour = ObjectRelation(
    "behaviour", .text, "What is said to have been done", isMultiple: true)
  static let target = ObjectRelation(
    "target", .text, "Name of whom it is said to have struck", isMultiple: true, correlates: true)
  static let confidence = ObjectRelation("confidence", .text, "Words of confidence, as written")
  static let confidenceLevel = ObjectRelation(
    "confidence-level", .text, "low, moderate or high, where the words have a level")
  static let likelihood = ObjectRelation(
    "likelihood", .text, "Words of likelihood, as written; likelihood is not confidence")
  static let likelihoodLow = ObjectRelation("likelihood-low", .counter, "Lower bound in per cent")
  static let likelihoodHigh = ObjectRelation("likelihood-high", .counter, "Upper bound in per cent")
  static let hedged = ObjectRelation(
    "hedged", .boolean, "Whether the article or the speaker distances itself from it")
  static let quoted = ObjectRelation("quoted", .boolean, "Whether direct speech is part of the evidence")
  static let said = ObjectRelation("said", .text, "When it was said, as written")
  static let saidEarliest = ObjectRelation("said-earliest", .text, "First day on which it may have been said")
  static let saidLatest = ObjectRelation("said-latest", .text, "Last day on which it may have been said")
  static let unresolved = ObjectRelation(
    "unresolved", .text, "A party that the text leaves open, and why", isMultiple: true)
  static let answers = ObjectRelation(
    "answers", .text, "Id of a claim that this one denies, supports or declines to comment on",
    isMultiple: true)
  static let evidence = ObjectRelation(
    "evidence", .text,
    "The words in the source; the attribute's comment has the source and the code points, end exclusive",
    isMultiple: true)

  static let template = ObjectTemplate(
    "dossier-claim", uuid: "c85496f7-cee1-529d-8e66-05636a51dd97", version: 1,
    description:
      "A claim in an article or statement: who says what about whom, in which words of confidence, with the evidence. "
      + "It does not say that what is claimed is so.",
    relations: [
      claim, act, polarity, speaker, relayedBy, channel, about, level, proposition, behaviour, target,
      confidence, confidenceLevel, likelihood, likelihoodLow, likelihoodHigh, hedged, quoted, said,
      saidEarliest, saidLatest, unresolved, answers, evidence,
    ], required: ["claim", "act", "polarity", "level"])
}
