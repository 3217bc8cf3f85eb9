/// Small steps over a page's bytes.
enum PageScan {
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Letters, digits and what names of custom elements hold.
  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "_")
  }

  /// The offset behind the first `pattern` at or after `start`; the page's end if there is none.
  static func find(_ pattern: StaticString, _ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let length = pattern.utf8CodeUnitCount
    let first = pattern.utf8Start[0]
    var index = start
    while index + length <= page.count {
      if page[index] == first, matches(pattern, page, at: index) { return index + length }
      index += 1
    }
    return page.count
  }

  /// Whether `pattern`, which is in small letters, stands at `index` in any case.
  static func matches(_ pattern: StaticString, _ page: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let length = pattern.utf8CodeUnitCount
    guard index + length <= page.count else { return false }
    for offset in 0..<length {
      let byte = page[index + offset]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != pattern.utf8Start[offset] { return false }
    }
    return true
  }
}
