/// A name or indicator that a text may hold and that the report does not assert, with the reason.
public struct Candidate: Sendable, Hashable {
  /// What it would be: an entity's kind, such as `group`, or an indicator's, such as `ipv4-addr`.
  public var kind: String
  /// The catalogues' name of the thing it would be; nil for an indicator.
  public var name: String?
  /// Where it stands first, as written.
  public var mention: Mention
  /// At how many places it stands so, for the same reason.
  public var count: Int
  /// Why it is not asserted.
  public var reason: String

  /// A candidate.
  public init(kind: String, name: String?, mention: Mention, count: Int = 1, reason: String) {
    self.kind = kind
    self.name = name
    self.mention = mention
    self.count = count
    self.reason = reason
  }
}
