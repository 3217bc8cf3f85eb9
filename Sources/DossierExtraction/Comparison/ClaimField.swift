/// What a claim is compared by. Ids, offsets, the words around and the rule that found it are no part of what it says.
public enum ClaimField: String, Sendable, Hashable, CaseIterable {
  case act, polarity, speakers
  case relayedBy = "relayed_by"
  case channel, about, level, proposition, behaviours, targets, event, confidence
  case confidenceLevel = "confidence_level"
  case likelihood
  case likelihoodRange = "likelihood_range"
  case hedged, quoted, time, answers, unresolved, evidence

  /// The fields that are known before it is known which claims of two reports are the same.
  static let known = allCases.filter { $0 != .answers }
}

/// A value of a field, in words that need no other part of the report.
public enum ClaimValue: Sendable, Hashable {
  /// A word, or nothing.
  case text(String?)
  /// Names or words, in the report's order.
  case list([String])
  /// Yes or no.
  case flag(Bool)
  /// Places of evidence.
  case places([ClaimPlace])
}

/// A place of evidence, under its source's title.
public struct ClaimPlace: Sendable, Hashable {
  /// Title of the source.
  public let source: String
  /// First code point.
  public let start: Int
  /// The code point after the last.
  public let end: Int
  /// The words.
  public let exact: String
}

/// One field of a claim that two reports have otherwise.
public struct ClaimChange: Sendable, Hashable {
  /// Which.
  public let field: ClaimField
  /// What the old report has.
  public let old: ClaimValue
  /// What the new report has.
  public let new: ClaimValue
}
