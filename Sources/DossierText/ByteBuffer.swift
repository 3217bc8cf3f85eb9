/// Bytes being written: the one buffer under all writers.
///
/// A writer asks once for the room that a piece can need and fills it through a pointer, so that a piece costs one
/// check of its room and not one a byte.
public struct ByteBuffer: Sendable {
  /// Written bytes, then room.
  @usableFromInline var storage: [UInt8] = []
  /// How many bytes have been written.
  @inlinable
  public var count: Int { used }
  @usableFromInline var used = 0

  /// An empty buffer with room for so many bytes.
  public init(reserving capacity: Int = 0) {
    if capacity > 0 { storage = [UInt8](repeating: 0, count: capacity) }
  }

  /// What has been written. Copies it.
  public var bytes: [UInt8] { Array(storage[..<used]) }

  /// Takes out what has been written, without a copy; the buffer is empty then.
  public mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &storage)
    taken.removeLast(taken.count - used)
    used = 0
    return taken
  }

  /// Forgets what was written from `count` on.
  @inlinable
  public mutating func truncate(to count: Int) { used = min(used, max(0, count)) }

  /// The written byte at `index`.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    get { storage[index] }
    set { storage[index] = newValue }
  }

  /// Calls `body` with what was written from `start` on.
  @inlinable
  public func withBytes<Result>(from start: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<used])) }
  }

  /// Gives `body` room for at most `room` bytes, and takes as written as many as it returns.
  @inlinable
  @inline(__always)
  public mutating func append(room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if storage.count - used < room { grow(by: room) }
    let start = used
    used += storage.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { body($0 + start) } ?? 0
    }
  }

  /// Appends a byte.
  @inlinable
  public mutating func append(_ byte: UInt8) {
    append(room: 1) { place in
      place.pointee = byte
      return 1
    }
  }

  /// Appends bytes.
  @inlinable
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    append(room: bytes.count) { place in
      place.update(from: source, count: bytes.count)
      return bytes.count
    }
  }

  /// Appends bytes.
  @inlinable
  public mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends bytes.
  @inlinable
  public mutating func append(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends a text that is known at compile time.
  @inlinable
  public mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends the UTF-8 bytes of a text.
  @inlinable
  @_disfavoredOverload
  public mutating func append(_ text: String) {
    text.withUTF8Bytes { append($0) }
  }

  /// Appends a byte several times.
  @inlinable
  public mutating func append(_ byte: UInt8, times: Int) {
    append(room: times) { place in
      place.update(repeating: byte, count: times)
      return times
    }
  }

  /// Appends a whole number in decimal digits.
  @inlinable
  public mutating func append(decimal value: Int) {
    append(room: 20) { place in
      var rest = value.magnitude
      var digits = 1
      var bound: UInt = 10
      while digits < 20, rest >= bound {
        digits += 1
        let (next, isOver) = bound.multipliedReportingOverflow(by: 10)
        if isOver { break }
        bound = next
      }
      let sign = value < 0 ? 1 : 0
      if value < 0 { place[0] = UInt8(ascii: "-") }
      var index = sign + digits
      while index > sign {
        index -= 1
        place[index] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
        rest /= 10
      }
      return sign + digits
    }
  }

  @usableFromInline
  @inline(never)
  mutating func grow(by room: Int) {
    let more = max(room, storage.count, 256)
    storage.append(contentsOf: repeatElement(0, count: more))
  }
}

extension String {
  /// Calls `body` with the text's UTF-8 bytes, without a copy where it is stored as such.
  @inlinable
  @inline(__always)
  public func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
