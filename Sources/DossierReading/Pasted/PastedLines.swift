/// A line of pasted text with what it looks like and what it is taken for.
struct PastedLine {
  /// Its bytes, without white space at either end.
  var range: Range<Int>
  /// Whether an empty line, or the start of the text, stands before it.
  var opensGroup: Bool
  /// What it looks like.
  var features: LineFeatures
  /// What it is made of.
  var kind: Kind
  /// What it is taken for so far.
  var guess = Guess.open

  enum Kind { case plain, listItem, indicator }
  enum Guess { case open, prose, furniture, byline, caption, title, heading }
}

/// Cuts pasted text into lines.
enum PastedLines {
  /// The lines that hold more than white space. Lines that are broken at a fixed width, as in e-mail, are joined to
  /// paragraphs.
  static func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> [PastedLine] {
    var lines: [(range: Range<Int>, opensGroup: Bool)] = []
    var start = 0
    var isAfterGap = true
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let range = trimmed(bytes, start..<end)
      if range.isEmpty {
        isAfterGap = true
      } else {
        lines.append((range, isAfterGap))
        isAfterGap = false
      }
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
      start = end + 1
    }
    if isWrapped(lines.map(\.range), bytes) {
      lines = joined(lines, bytes)
    } else if let width = width(of: lines, bytes) {
      lines = joined(lines, cutAt: width, bytes)
    }
    var scratch: [UInt32] = []
    return lines.map { line in
      PastedLine(
        range: line.range, opensGroup: line.opensGroup,
        features: LineFeatures(bytes, line.range, scratch: &scratch), kind: kind(of: line.range, bytes))
    }
  }

  /// `range` without white space, no-break and zero-width spaces and byte-order marks at either end.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func blank(at index: Int) -> Int {
      if bytes[index] <= 0x20 || bytes[index] == 0x7F { return 1 }
      if index + 1 < end, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
      guard index + 2 < end else { return 0 }
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xEF, 0xBB, 0xBF), (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8D), (0xE2, 0x80, 0xAF): return 3
      default: return 0
      }
    }
    while start < end {
      let length = blank(at: start)
      if length == 0 { break }
      start += length
    }
    while end > start {
      if bytes[end - 1] <= 0x20 || bytes[end - 1] == 0x7F {
        end -= 1
      } else if end - start >= 2, blank(at: end - 2) == 2 {
        end -= 2
      } else if end - start >= 3, blank(at: end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// Most lines that another line follows directly are about as long as the longest and end within a sentence.
  private static func isWrapped(_ ranges: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard ranges.count >= 6, let longest = ranges.map(\.count).max(), (40...140).contains(longest) else {
      return false
    }
    let full = ranges.filter { $0.count * 5 >= longest * 3 }
    let cut = full.filter { !".!?:»”\"".utf8.contains(bytes[$0.upperBound - 1]) }
    return full.count * 2 >= ranges.count && cut.count * 3 >= full.count * 2
  }

  private static func joined(
    _ lines: [(range: Range<Int>, opensGroup: Bool)], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [(range: Range<Int>, opensGroup: Bool)] {
    let longest = lines.map(\.range.count).max() ?? 0
    var result: [(range: Range<Int>, opensGroup: Bool)] = []
    var lastLength = 0
    for line in lines {
      if let last = result.last, !line.opensGroup, lastLength * 5 >= longest * 3,
        kind(of: line.range, bytes) == .plain
      {
        result[result.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        result.append(line)
      }
      lastLength = line.range.count
    }
    return result
  }

  /// The columns at which the lines of a short text were cut: nearly none of those that another follows would hold its first word,
  /// and half of them end within a sentence. Nil if they were not.
  private static func width(
    of lines: [(range: Range<Int>, opensGroup: Bool)], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    // A long line here and there is a paragraph that was not cut.
    let followed = zip(lines, lines.dropFirst()).filter { line, next in
      !next.opensGroup && columns(bytes, line.range) <= 140
    }
    guard let longest = followed.map({ columns(bytes, $0.0.range) }).max(), longest >= 40 else { return nil }
    var full = 0
    var cut = 0
    for (line, next) in followed {
      guard !holds(line.range, firstWordOf: next.range, within: longest, bytes) else { continue }
      full += 1
      if !".!?:»”\"".utf8.contains(bytes[line.range.upperBound - 1]) { cut += 1 }
    }
    return full >= 2 && full * 5 >= followed.count * 4 && cut * 2 >= full ? longest : nil
  }

  private static func joined(
    _ lines: [(range: Range<Int>, opensGroup: Bool)], cutAt width: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [(range: Range<Int>, opensGroup: Bool)] {
    var result: [(range: Range<Int>, opensGroup: Bool)] = []
    var last: Range<Int>?
    for line in lines {
      if let last, !line.opensGroup, kind(of: line.range, bytes) == .plain,
        !holds(last, firstWordOf: line.range, within: width, bytes)
      {
        result[result.count - 1].range = result[result.count - 1].range.lowerBound..<line.range.upperBound
      } else {
        result.append(line)
      }
      last = line.range
    }
    return result
  }

  /// Whether a line of a width has room for the first word of the next.
  private static func holds(
    _ line: Range<Int>, firstWordOf next: Range<Int>, within width: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let end = next.first { bytes[$0] == 0x20 } ?? next.upperBound
    return columns(bytes, line) + 1 + columns(bytes, next.lowerBound..<end) <= width
  }

  /// Code points.
  private static func columns(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    range.count { bytes[$0] & 0xC0 != 0x80 }
  }

  private static func kind(of range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> PastedLine.Kind {
    if IndicatorShape.matches(bytes, range) { return .indicator }
    let first = bytes[range.lowerBound]
    let second = range.count > 1 ? bytes[range.lowerBound + 1] : 0
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      return second == 0x20 || second == 0x09 ? .listItem : .plain
    }
    if range.count > 2, first == 0xE2, bytes[range.lowerBound + 1] == 0x80 {
      return bytes[range.lowerBound + 2] == 0xA2 || bytes[range.lowerBound + 2] == 0xA3 ? .listItem : .plain
    }
    return .plain
  }
}

/// Tells lines of technical indicators: hashes, addresses, defanged names, CVE numbers in a table or list.
enum IndicatorShape {
  /// Whether the line holds a few words at most and one of them looks like an indicator.
  static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 400 else { return false }
    var words = 0
    var found = false
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
      let start = index
      while index < range.upperBound, bytes[index] > 0x20 { index += 1 }
      if index > start {
        words += 1
        if words > 8 { return false }
        if isIndicator(UnsafeBufferPointer(rebasing: bytes[start..<index])) { found = true }
      }
    }
    return found
  }

  private static func isIndicator(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if word.count >= 32 {
      let hexadecimal = word.filter { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
      if hexadecimal.count == word.count, [32, 40, 56, 64, 96, 128].contains(word.count) { return true }
    }
    var dots = 0
    var digits = 0
    for index in word.indices {
      if word[index] == UInt8(ascii: ".") { dots += 1 }
      if word[index] >= 0x30, word[index] <= 0x39 { digits += 1 }
      if word[index] == UInt8(ascii: "["), index + 2 < word.count, word[index + 2] == UInt8(ascii: "]"),
        word[index + 1] == UInt8(ascii: ".") || word[index + 1] == UInt8(ascii: ":")
      {
        return true
      }
    }
    if word.starts(with: "hxxp".utf8) { return true }
    if word.starts(with: "CVE-".utf8), digits >= 8 { return true }
    return dots == 3 && digits >= 4 && digits + dots == word.count
  }
}
