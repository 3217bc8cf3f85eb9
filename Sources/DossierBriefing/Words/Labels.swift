/// Titles, labels and short sentences of a briefing.
package struct Labels: Sendable {
  // Titles.
  package let bottomLine: String
  package let keyJudgements: String
  package let whoClaimsWhat: String
  package let claims: String
  package let timeline: String
  package let events: String
  package let techniques: String
  package let indicators: String
  package let connections: String
  package let candidates: String
  package let reason: String
  package let places: String
  package let parties: String
  package let sources: String
  package let reading: String
  // The first lines.
  package let producedBy: String
  package let on: String
  /// `(claims, claimants, sources, denials)`.
  package let counts: @Sendable (Int, Int, Int, Int) -> String
  package let noClaim: String
  package let noParty: String
  package let namedParties: String
  package let strongestConfidence: String
  package let by: String
  package let contestedBy: String
  package let supportedBy: String
  /// How many more there are.
  package let more: @Sendable (Int) -> String
  // Speakers that are no entity.
  package let article: String
  package let openSpeaker: String
  // Details of a claim.
  package let confidence: String
  package let likelihood: String
  package let icd203: String
  package let noLevel: String
  package let hedged: String
  package let negated: String
  package let affirmed: String
  package let directSpeech: String
  package let relayedBy: String
  package let channel: String
  package let saidOn: String
  package let answers: String
  package let leftOpen: String
  package let proposition: String
  package let contested: String
  package let asWritten: String
  package let openRoles: [String: String]
  /// Between which characters of which source.
  package let place: PlaceWords
  // Tables.
  package let claimant: String
  package let about: String
  package let level: String
  package let targets: String
  package let impact: String
  package let noParticularParty: String
  package let otherParties: String
  package let when: String
  package let what: String
  package let claim: String
  package let identifier: String
  package let name: String
  package let kind: String
  package let value: String
  package let role: String
  package let partOf: String
  package let aliases: String
  package let identifiers: String
  package let relation: String
  package let disputed: String
  package let mention: String
  package let from: String
  package let to: String
  /// Legend under the matrix.
  package let contestedMark: String
  package let hedgedMark: String
  // The timeline.
  package let published: String
  package let said: String
  package let happened: String
  package let until: String
  package let since: String
  package let noClaimRefers: String
  // Sources.
  package let publisher: String
  package let authors: String
  package let publishedOn: String
  package let language: String
  package let address: String
  package let translationOf: String
  package let mediaType: String
  package let hash: String
  package let length: String
  package let reliability: String
  package let characters: String
  // A page of hypertext.
  package let contents: String
  package let skip: String
  package let graph: String
  package let graphText: String
  package let passages: String
  package let showPassage: String
  package let speakerMark: String
  package let cueMark: String
  package let contentMark: String
  package let rule: String
  package let mentions: String
  /// How to read the briefing, a paragraph each.
  package let howToRead: [String]
  /// Said where a target is named without a kind of act.
  package let activity: String
  package let activityBare: String
  package let activityOf: String
  package let against: String
  /// "To" before a phrase that is no name, where the sentence patterns do not write it.
  package let toPhrase: String
}

/// How a place in a source is told: "s1, characters 12 to 34".
package struct PlaceWords: Sendable {
  /// Between the source and the first character.
  package let characters: String
  /// Between the first character and the last.
  package let to: String

  /// The place as a text.
  package func callAsFunction(_ source: String, _ start: Int, _ end: Int) -> String {
    "\(source)\(characters)\(start)\(to)\(end)"
  }
}
