import DossierKnowledge
import DossierModel
import DossierText

/// Puts the ATT&CK techniques that documents name or describe into a report: one for each, at all its places.
///
/// An id counts anywhere; names and words for techniques count in texts about threats only.
struct TechniqueAssembly {
  private var techniques: [Technique] = []
  private var places: [String: Int] = [:]

  /// The techniques in the texts, with ids in the order of the text and the claims whose evidence holds a mention.
  static func techniques(in texts: [AnalysedText], claims: [Claim]) -> [Technique] {
    var assembly = TechniqueAssembly()
    for (number, text) in texts.enumerated() { assembly.add(text, source: "s\(number + 1)") }
    assembly.tie(to: claims)
    return assembly.techniques
  }

  private mutating func add(_ text: AnalysedText, source: String) {
    let isThreatText = Relevance(text).isThreatText
    let bytes = text.document.text.bytes
    var index: CodePointIndex?
    for sentence in text.sentences {
      let found = TechniqueTable.embedded.matches(in: bytes, tokens: Array(text.tokens[sentence.tokens]))
      for match in found where match.isByID || isThreatText {
        let first = sentence.tokens.lowerBound + match.first
        let end = sentence.tokens.lowerBound + match.end
        guard match.isByID || !isWardedOff(first..<end, in: text) else { continue }
        let points = index ?? CodePointIndex(bytes)
        index = points
        let range = text.range(of: first..<end)
        note(
          match,
          Mention(
            source: source, start: Int(points.codePoint(atByte: range.start)),
            end: Int(points.codePoint(atByte: range.end)), text: text.document.text[range]))
      }
    }
  }

  /// Whether a compound turns the words against the technique: `anti-phishing campaign`, `…-resistant`, `…-proof`.
  private func isWardedOff(_ words: Range<Int>, in text: AnalysedText) -> Bool {
    func isHyphen(_ token: Int) -> Bool {
      text.tokens.indices.contains(token) && text.byte(token) == UInt8(ascii: "-")
        && text.tokens[token].range.count == 1 && !text.tokens[token].shape.contains(.spaceBefore)
    }
    if isHyphen(words.lowerBound - 1), words.lowerBound > 1,
      ["anti", "counter"].contains(text.word(words.lowerBound - 2).lowercased())
    {
      return true
    }
    return isHyphen(words.upperBound) && words.upperBound + 1 < text.tokens.count
      && ["resistant", "proof"].contains(text.word(words.upperBound + 1).lowercased())
  }

  private mutating func note(_ match: TechniqueMatch, _ mention: Mention) {
    if let known = places[match.id] {
      // A name may be among the words for its technique too.
      guard techniques[known].mentions.last != mention else { return }
      techniques[known].mentions.append(mention)
      return
    }
    places[match.id] = techniques.count
    techniques.append(
      Technique(id: "t\(techniques.count + 1)", attackID: match.id, name: match.name, mentions: [mention]))
  }

  /// Notes the claims whose evidence holds a mention.
  private mutating func tie(to claims: [Claim]) {
    var mentions: [String: [(start: Int, end: Int, technique: Int)]] = [:]
    for (index, technique) in techniques.enumerated() {
      for one in technique.mentions { mentions[one.source, default: []].append((one.start, one.end, index)) }
    }
    for source in mentions.keys { mentions[source]?.sort { $0.start < $1.start } }
    for claim in claims {
      var held: Set<Int> = []
      for evidence in claim.evidence {
        let places = mentions[evidence.source] ?? []
        let first = places.partitioningIndex { $0.start >= evidence.start }
        for place in places[first...].prefix(while: { $0.start < evidence.end })
        where place.end <= evidence.end {
          held.insert(place.technique)
        }
      }
      for index in held.sorted() { techniques[index].claims.append(claim.id) }
    }
  }
}
