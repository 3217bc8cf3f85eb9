import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A list of names ("Russia, China and Iran", "Anna Berg ainsi que Luc Rey"), of which the parser is shown the first only: what belongs
/// together, and where the list ends, the names tell better than a tree.
struct ListsAsWords {
  /// What a hidden word of a list is, and the index of the word that it hangs on.
  struct Hidden {
    var index: Int
    var head: Int
    var tag: PartOfSpeech
    var relation: DependencyRelation
  }

  private let positions: [Int]
  private let text: AnalysedText

  init(_ positions: [Int], in text: AnalysedText) {
    self.positions = positions
    self.text = text
  }

  /// The words to hide of the list that begins at an index, in order; empty where none does. Linear in the list's length.
  ///
  /// Two names with nothing but "and" between them are left to the parser, which knows whether a clause ends there.
  func hidden(from first: Int) -> [Hidden] {
    guard let start = memberEnd(from: first), !isPlace(first) else { return [] }
    var found: [Hidden] = []
    var end = start
    var members = 1
    while true {
      var index = end
      var joiners: [Hidden] = []
      if index < positions.count, text.isComma(positions[index]) {
        joiners.append(Hidden(index: index, head: 0, tag: .punct, relation: .punct))
        index += 1
      }
      var closes = false
      if index < positions.count, let joint = joint(at: index) {
        closes = true
        for (place, word) in (index..<index + joint).enumerated() {
          joiners.append(
            Hidden(index: word, head: 0, tag: place == 0 ? .cconj : .adv, relation: place == 0 ? .cc : .fixed)
          )
        }
        index += joint
        if joint > 1 { members += 1 }
      }
      guard !joiners.isEmpty else { return [] }
      if index < positions.count, isArticle(index) {
        joiners.append(Hidden(index: index, head: 0, tag: .det, relation: .det))
        index += 1
      }
      guard index < positions.count, let next = memberEnd(from: index) else { return [] }
      for joiner in joiners {
        found.append(Hidden(index: joiner.index, head: index, tag: joiner.tag, relation: joiner.relation))
      }
      found.append(Hidden(index: index, head: first, tag: .propn, relation: .conj))
      for word in index + 1..<next {
        found.append(Hidden(index: word, head: index, tag: .propn, relation: .flat))
      }
      members += 1
      end = next
      if closes { break }
    }
    // "Sweden's" is of the last one alone.
    let isOwner =
      end < positions.count && text.isEnglish && text.ends(positions[end], with: "s")
      && text.tokens[positions[end]].shape.isDisjoint(with: .spaceBefore)
      && text.tokens[positions[end]].kind == .word
    return members > 2 && !isOwner && !tags(from: end, behind: first) ? found : []
  }

  /// "carried out by Russia, Denmark and Norway said": the last two tell of what stands before them.
  private func tags(from end: Int, behind first: Int) -> Bool {
    guard end < positions.count, TagKnowledge.isVerbOfClaiming(positions[end], in: text) else { return false }
    return positions[..<first].contains { position in
      text.lexemes(at: position).contains { match in
        match.lexeme.partOfSpeech == .verb || match.lexeme.category == .auxiliary
      }
    }
  }

  /// The commas within all lists.
  var commas: Set<Int> {
    var found: Set<Int> = []
    var index = 0
    while index < positions.count {
      let words = hidden(from: index)
      for word in words where word.relation == .punct { found.insert(word.index) }
      index = max(index, words.last?.index ?? index) + 1
    }
    return found
  }

  /// Where the name that begins at an index ends; nil if none does.
  private func memberEnd(from index: Int) -> Int? {
    let position = positions[index]
    guard ProperName.isNameWord(position, in: text) else { return nil }
    if let match = text.names(in: position..<position + 1).filter({ Int($0.first) == position })
      .max(by: { $0.end < $1.end })
    {
      guard match.usage != .demonym,
        text.entry(match.entry).map({ EntityKind($0.kind).isParty || $0.kind == .malware }) == true
      else { return nil }
      let end = index + Int(match.end) - position
      return end <= positions.count && positions[end - 1] == Int(match.end) - 1 ? end : nil
    }
    guard text.names(covering: position).isEmpty, text.lexemes(at: position).isEmpty else { return nil }
    var end = index + 1
    while end < positions.count, positions[end] == positions[end - 1] + 1,
      ProperName.isNameWord(positions[end], in: text)
    {
      end += 1
    }
    return end == index + 1 && mayBeAdverb(position) ? nil : end
  }

  /// "Meanwhile, Norway and Denmark said": a word that opens the sentence may have its capital from there.
  private func mayBeAdverb(_ position: Int) -> Bool {
    guard position == 0 || text.tokens[position - 1].kind == .mark,
      text.sentence(at: position).map({ $0.tokens.lowerBound + 1 >= position }) ?? true
    else { return false }
    return text.word(position).hasSuffix("ly") || text.word(position).hasSuffix("ment")
      || text.table.contains(text.folded(position), in: .openingAdverbs)
  }

  /// How many words the "and" or "as well as" at an index has; nil where there is none.
  private func joint(at index: Int) -> Int? {
    guard
      let match = text.lexemes(at: positions[index]).first(where: { $0.lexeme.means(CoordinationWord.and) }),
      Int(match.first) == positions[index]
    else { return nil }
    let count = Int(match.end - match.first)
    return index + count <= positions.count && positions[index + count - 1] == Int(match.end) - 1
      ? count : nil
  }

  private func isArticle(_ index: Int) -> Bool {
    text.lexemes(at: positions[index]).contains {
      $0.lexeme.category == .determiner && $0.lexeme.has(.definite)
    }
  }

  /// "In Moscow, Russia and China said": where the sentence plays.
  private func isPlace(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return (index == 1 || text.tokens[positions[index - 2]].kind == .mark)
      && text.lexemes(at: positions[index - 1]).contains { match in
        match.lexeme.means(PrepositionWord.in) || match.lexeme.means(PrepositionWord.to)
      }
  }
}
