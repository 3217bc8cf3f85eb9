/// Converts byte offsets of a UTF-8 text to code-point offsets and back, as the report's evidence counts them
/// (W3C Web Annotation, TextPositionSelector).
///
/// Building it is one pass; each conversion scans at most one stride of bytes.
public struct CodePointIndex: Sendable {
  private static let stride = 256
  private let bytes: [UInt8]
  /// Code points before each multiple of the stride.
  private let checkpoints: [UInt32]

  /// Number of code points in the text.
  public let count: UInt32

  /// Counts the text once.
  public init(_ bytes: [UInt8]) {
    var checkpoints: [UInt32] = []
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var total: UInt32 = 0
    bytes.withUnsafeBufferPointer { buffer in
      var position = 0
      while position < buffer.count {
        checkpoints.append(total)
        let end = min(position + Self.stride, buffer.count)
        for index in position..<end { total &+= buffer[index] & 0xC0 != 0x80 ? 1 : 0 }
        position = end
      }
    }
    if checkpoints.isEmpty { checkpoints.append(0) }
    self.bytes = bytes
    self.checkpoints = checkpoints
    count = total
  }

  /// The number of code points before the byte at `offset`.
  public func codePoint(atByte offset: UInt32) -> UInt32 {
    let offset = min(Int(offset), bytes.count)
    let checkpoint = min(offset / Self.stride, checkpoints.count - 1)
    var total = checkpoints[checkpoint]
    for index in (checkpoint * Self.stride)..<offset where bytes[index] & 0xC0 != 0x80 { total += 1 }
    return total
  }

  /// The byte at which code point number `offset` starts; the text's length for an offset at or past its end.
  public func byte(atCodePoint offset: UInt32) -> UInt32 {
    if offset >= count { return UInt32(bytes.count) }
    var low = 0
    var high = checkpoints.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if checkpoints[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var index = low * Self.stride
    var total = checkpoints[low]
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if total == offset { return UInt32(index) }
        total += 1
      }
      index += 1
    }
    return UInt32(bytes.count)
  }
}
