extension String {
  /// Whether the bytes of `part` stand somewhere in the text, as they are: unlike `contains`, nothing is taken for
  /// equal that is written in other bytes. An empty part stands everywhere.
  public func holds(_ part: String) -> Bool {
    withUTF8Bytes { text in
      part.withUTF8Bytes { part in
        guard let first = part.first else { return true }
        var place = 0
        while place + part.count <= text.count {
          if text[place] == first, text[place..<place + part.count].elementsEqual(part) { return true }
          place += 1
        }
        return false
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether one of these bytes stands in it. Looks at eight bytes at once.
  @inlinable
  @inline(__always)
  public func holds(anyOf first: UInt8, _ second: UInt8) -> Bool {
    holds {
      $0 == first || $0 == second
    } word: {
      $0.mayHold(first) | $0.mayHold(second)
    }
  }

  /// Whether one of these bytes stands in it. Looks at eight bytes at once.
  @inlinable
  @inline(__always)
  public func holds(anyOf first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Bool {
    holds {
      $0 == first || $0 == second || $0 == third || $0 == fourth
    } word: {
      $0.mayHold(first) | $0.mayHold(second) | $0.mayHold(third) | $0.mayHold(fourth)
    }
  }

  /// Whether `byte` is true of a byte. `word` tells the same of eight by a high bit.
  @inlinable
  @inline(__always)
  func holds(_ byte: (UInt8) -> Bool, word: (UInt64) -> UInt64) -> Bool {
    guard let base = UnsafeRawPointer(baseAddress), count >= 8 else { return contains(where: byte) }
    var place = 0
    while true {
      // The last eight may overlap those before.
      place = Swift.min(place, count - 8)
      let eight = (base + place).loadUnaligned(as: UInt64.self)
      if word(eight) & 0x8080_8080_8080_8080 != 0 { return true }
      place += 8
      if place >= count { return false }
    }
  }
}

extension UInt64 {
  /// A high bit is set if one of the eight bytes is `byte`, and none if none is.
  @inlinable
  @inline(__always)
  func mayHold(_ byte: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let differences = self ^ (ones &* UInt64(byte))
    return (differences &- ones) & ~differences
  }
}
