/// A set of parts of speech: what a token may be, where something is known of it that the tagger does not know.
public struct TagSet: OptionSet, Sendable, Hashable {
  /// A bit for each part of speech, by its raw value.
  public let rawValue: UInt32

  /// Bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of these.
  public init(_ tags: PartOfSpeech...) {
    rawValue = tags.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  /// Anything.
  public static let any = TagSet(rawValue: .max)

  /// Whether it holds the part of speech.
  public func allows(_ tag: PartOfSpeech) -> Bool { rawValue & 1 << UInt32(tag.rawValue) != 0 }
}
