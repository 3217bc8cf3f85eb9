/// A half-open run of bytes in a UTF-8 text: `start` is the first byte, `end` the one after the last.
public struct TextRange: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset of the byte after the last one.
  public var end: UInt32

  /// A range from `start` up to, and without, `end`.
  public init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end
  }

  /// A range from integer offsets; values that do not fit are clamped.
  public init(_ start: Int, _ end: Int) {
    self.init(UInt32(clamping: start), UInt32(clamping: end))
  }

  /// The same range of integers, to index an array of bytes.
  public var indices: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
  /// Number of bytes.
  public var count: Int { end > start ? Int(end - start) : 0 }
  /// Whether the range holds no byte.
  public var isEmpty: Bool { end <= start }

  /// Whether every byte of `other` lies in this range.
  public func contains(_ other: TextRange) -> Bool { other.start >= start && other.end <= end }
  /// Whether the byte at `offset` lies in this range.
  public func contains(_ offset: UInt32) -> Bool { offset >= start && offset < end }
  /// Whether the two ranges share a byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
  /// The smallest range that holds both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }

  /// Orders by start, the longer range first where two start together.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}
