/// A word, number or mark of a text: a range of bytes with what matching and parsing need to know of it.
public struct Token: Sendable, Hashable {
  /// What the token is made of.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Letters, possibly with digits in them; an elided article or a clitic is a word of its own (`l'`, `'s`).
    case word
    /// Digits, with separators of thousands and decimals.
    case number
    /// A mark: punctuation, quotation mark, hyphen, currency sign.
    case mark
  }

  /// What the token looks like and what stands before it.
  public struct Shape: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital.
    public static let capitalised = Shape(rawValue: 1)
    /// Two letters or more, all capitals.
    public static let allCapitals = Shape(rawValue: 2)
    /// A capital stands after a small letter (`iPhone`, `LockBit`).
    public static let mixedCase = Shape(rawValue: 4)
    /// Holds a digit.
    public static let hasDigit = Shape(rawValue: 8)
    /// White space stands before the token, or it is the first of its text.
    public static let spaceBefore = Shape(rawValue: 16)
    /// A line break stands before the token, or it is the first of its text.
    public static let lineBefore = Shape(rawValue: 32)
  }

  /// The token's bytes.
  public var range: TextRange
  /// Hash of the token folded: small letters without accents, `’` as `'`. Equal words have equal folds.
  public var fold: UInt32
  /// What it is made of.
  public var kind: Kind
  /// What it looks like.
  public var shape: Shape

  /// A token.
  public init(range: TextRange, fold: UInt32, kind: Kind, shape: Shape) {
    self.range = range
    self.fold = fold
    self.kind = kind
    self.shape = shape
  }
}
