public import DossierText

extension Matches {
  /// These matches without ambiguous names that their surroundings do not support; those that stay count as settled.
  ///
  /// A name of a threat actor, malware or tool needs a word like *gang*, *ransomware* or *groupe* near it (the word set
  /// `threat-context`), a state no capitalised neighbour (*Jordan Smith*), any other name a place within a sentence, where
  /// a capital tells something. A name that the same text uses without doubt elsewhere counts everywhere. Linear.
  public func settled(in bytes: [UInt8], tokens: [Token], table: KnowledgeTable) -> Matches {
    guard names.contains(where: \.isAmbiguous) else { return self }
    let context = NameContext(bytes: bytes, tokens: tokens, table: table)
    var certain = Set(names.lazy.filter { !$0.isAmbiguous }.map(\.entry))
    for name in names where name.isAmbiguous && context.supports(name) { certain.insert(name.entry) }
    var result = self
    result.names = names.compactMap { name in
      guard certain.contains(name.entry) else { return nil }
      var name = name
      name.isAmbiguous = false
      return name
    }
    return result
  }
}

/// What stands around a name.
private struct NameContext {
  let bytes: [UInt8]
  let tokens: [Token]
  let table: KnowledgeTable

  /// Whether the surroundings of an ambiguous name speak for it.
  func supports(_ name: NameMatch) -> Bool {
    let first = Int(name.first)
    let end = Int(name.end)
    guard first < end, end <= tokens.count, let kind = table.kind(of: name.entry) else { return false }
    switch kind {
    case .group, .malware, .tool, .campaign:
      return ((first - 2)..<first).contains(where: isThreatWord)
        || (end..<(end + 2)).contains(where: isThreatWord)
    case .state, .place:
      return name.usage != .acronym && !isCapitalisedWord(first - 1) && !isCapitalisedWord(end)
    default:
      return name.usage != .acronym && !startsSentence(first) && !isCapitalisedWord(first - 1)
        && !isCapitalisedWord(end)
    }
  }

  private func isThreatWord(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    var folded: [UInt8] = []
    bytes.withUnsafeBufferPointer { FoldedBytes.append($0, tokens[index].range.indices, to: &folded) }
    return table.contains(folded, in: .threatContext)
  }

  private func isCapitalisedWord(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    return tokens[index].shape.contains(.capitalised) && !startsSentence(index)
  }

  /// Whether a token is the first of its line, or stands after a mark that ends a sentence or opens a quotation.
  private func startsSentence(_ index: Int) -> Bool {
    guard index > 0, index < tokens.count, !tokens[index].shape.contains(.lineBefore) else { return true }
    let before = tokens[index - 1]
    guard before.kind == .mark else { return false }
    return !bytes[before.range.indices].elementsEqual([UInt8(ascii: ",")])
      && !bytes[before.range.indices].elementsEqual([UInt8(ascii: "-")])
  }
}
