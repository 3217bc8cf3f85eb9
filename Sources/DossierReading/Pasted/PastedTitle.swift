/// Chooses the headline of pasted text.
enum PastedTitle {
  /// The index of the headline among `lines`; nil if no line before the body looks like one.
  ///
  /// A headline speaks of what the article speaks of: the share of its words that the article repeats weighs most.
  /// Next come a byline or date below it, and where it stands.
  static func index(in lines: [PastedLine], body: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let candidates = (max(0, body - 60)...body).filter {
      isCandidate($0, lines, body: body) && !isCredited(bytes[lines[$0].range])
    }
    guard !candidates.isEmpty else { return nil }
    let words = contentWords(
      of: lines[min(body + (candidates.contains(body) ? 1 : 0), lines.count)...], bytes)
    var best: (index: Int, score: Double)?
    for index in candidates {
      let score = score(index, lines, bodyWords: words, bytes)
      if score > best?.score ?? 0.35 { best = (index, score) }
    }
    return best?.index
  }

  private static func isCandidate(_ index: Int, _ lines: [PastedLine], body: Int) -> Bool {
    let line = lines[index]
    let words = line.features.words
    guard line.kind == .plain, (2...32).contains(words), line.features.separators < 2 else { return false }
    if line.guess == .open { return true }
    // A headline that is a sentence: it stands first, alone, and longer text follows.
    guard index == body, index == 0, line.guess == .prose, words <= 24, lines.count > 1 else { return false }
    return lines[1].opensGroup && lines[1].features.words > words
  }

  /// Whether a sentence with somebody in brackets behind it, as captions credit their photographer.
  private static func isCredited(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.last == UInt8(ascii: ")"), let bracket = line.lastIndex(of: UInt8(ascii: "(")) else {
      return false
    }
    let before = line[..<bracket].last { $0 != 0x20 }
    return before == UInt8(ascii: ".") || before == UInt8(ascii: "!") || before == UInt8(ascii: "?")
  }

  private static func score(
    _ index: Int, _ lines: [PastedLine], bodyWords: Set<UInt32>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Double {
    let line = lines[index]
    let own = contentWords(of: lines[index...index], bytes)
    let shared = own.isEmpty ? 0 : Double(own.intersection(bodyWords).count) / Double(own.count)
    var score = min(0.7, shared)
    let words = line.features.words
    score += words >= 5 && words <= 22 ? 0.3 : words < 4 ? -0.2 : 0
    let next = lines[(index + 1)...].prefix(3)
    if let below = next.first, below.guess == .byline { score += 0.4 }
    if next.contains(where: { $0.guess == .byline }) { score += 0.25 }
    // A long sentence is the beginning of the text, not its headline.
    let isLongSentence = line.features.endsSentence && words >= 14
    if isLongSentence { score -= 0.3 }
    // The first line is the headline, unless a menu or a byline of others stands below it.
    if index == 0, !isLongSentence, next.first.map({ $0.opensGroup || $0.guess != .furniture }) ?? true {
      score += 0.6
    }
    // What the page's furniture repeats is the outlet's name.
    let name = bytes[line.range]
    let isRepeated = (lines.indices.prefix(60) + lines.indices.suffix(60)).contains {
      $0 != index && lines[$0].guess == .furniture && contains(bytes[lines[$0].range], name)
    }
    if isRepeated { score -= 0.6 }
    if bytes[line.range.lowerBound] == UInt8(ascii: "#") { score += 0.5 }
    if index > 0, !line.opensGroup, lines[index - 1].guess == .furniture { score -= 0.5 }
    if line.features.endsSentence { score -= 0.15 }
    return score
  }

  private static func contains(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ name: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard line.count >= name.count, line.count < 200 else { return false }
    return (line.startIndex...(line.endIndex - name.count)).contains { line[$0...].starts(with: name) }
  }

  /// The hashes of words of four letters or more that are not frequent in any language.
  private static func contentWords(
    of lines: ArraySlice<PastedLine>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Set<UInt32> {
    let masks = LanguageWords.embedded.masks
    var words: Set<UInt32> = []
    for line in lines {
      FoldedWords.forEach(in: bytes, line.range) { hash, range in
        if hash == FoldedWords.ideograph || range.count >= 4, masks[hash] == nil {
          words.insert(hash == FoldedWords.ideograph ? UInt32(bytes[range.lowerBound + 2]) << 8 | 3 : hash)
        }
      }
      if words.count > 2000 { break }
    }
    return words
  }
}
