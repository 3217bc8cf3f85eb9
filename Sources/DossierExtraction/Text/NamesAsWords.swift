import DossierKnowledge
import DossierSyntax
import DossierText

/// Names that hold prepositions, "and" or "&" ("Department of Health and Human Services", "Conseil de l'Union européenne"), each
/// shown to the parser as its first word: where they begin and end the catalogue knows better than a tree. So are names with
/// particles ("von Stetten", "Min-jae"), and offices with a prefix ("ex-ministre") as their last word.
struct NamesAsWords {
  /// Indices of the words that the parser sees.
  private let kept: [Int]
  /// For each word of the sentence, its place among those kept; -1 where another word stands for it.
  private let places: [Int32]
  /// For each word, the index of the one that stands for it; -1 where it is kept.
  private let owners: [Int32]
  /// The words of lists behind their first members.
  private let listed: [ListsAsWords.Hidden]

  /// Nil where the sentence has no such name.
  init?(_ positions: [Int], in text: AnalysedText) {
    var first = [Int32](repeating: -1, count: positions.count)
    var isAny = false
    var index = 0
    while index < positions.count {
      let length = Self.length(at: index, positions, in: text)
      if length > 1 {
        isAny = true
        for inner in index + 1..<index + length { first[inner] = Int32(index) }
      }
      if length == 0, Self.isPrefixed(at: index, positions, in: text) {
        isAny = true
        for prefix in index..<index + 2 { first[prefix] = Int32(index + 2) }
        index += 2
      }
      index += max(1, length)
    }
    var listed: [ListsAsWords.Hidden] = []
    let lists = ListsAsWords(positions, in: text)
    index = 0
    while index < positions.count {
      let hidden = first[index] < 0 ? lists.hidden(from: index) : []
      for word in hidden {
        // "the Bank of England": within a member its first word stands for the others already.
        if first[word.index] >= 0 { continue }
        first[word.index] = Int32(word.head)
        listed.append(word)
      }
      index = max(index, hidden.last?.index ?? index) + 1
    }
    guard isAny || !listed.isEmpty else { return nil }
    self.listed = listed
    let kept = positions.indices.filter { first[$0] < 0 }
    var places = [Int32](repeating: -1, count: positions.count)
    for (place, index) in kept.enumerated() { places[index] = Int32(place) }
    self.kept = kept
    self.places = places
    owners = first
  }

  /// Of the values of all words those that the parser sees.
  func seen<Value>(of values: [Value]) -> [Value] { kept.map { values[$0] } }

  /// The tree over all words; what the parser has not seen hangs on the word that stood for it.
  func whole(_ tree: SyntaxTree) -> SyntaxTree {
    guard tree.tags.count == kept.count else { return tree }
    var whole = SyntaxTree(
      tags: Array(repeating: .propn, count: places.count), heads: Array(repeating: -1, count: places.count),
      relations: Array(repeating: .flat, count: places.count))
    for (index, place) in places.enumerated() {
      guard place >= 0 else {
        whole.heads[index] = owners[index]
        continue
      }
      let head = tree.heads[Int(place)]
      whole.tags[index] = tree.tags[Int(place)]
      whole.heads[index] = head < 0 ? head : Int32(kept[Int(head)])
      whole.relations[index] = tree.relations[Int(place)]
      whole.morphology[index] = tree.morphology[Int(place)]
    }
    for word in listed {
      whole.tags[word.index] = word.tag
      whole.relations[word.index] = word.relation
    }
    return whole
  }

  /// "l'ex-ministre Luc Rey": a prefix, a hyphen and a word for an office.
  private static func isPrefixed(at index: Int, _ positions: [Int], in text: AnalysedText) -> Bool {
    let start = positions[index]
    guard index + 2 < positions.count, positions[index + 2] == start + 2, text.isSign(start + 1, "-"),
      text.tokens[start + 1].shape.isDisjoint(with: .spaceBefore),
      text.tokens[start + 2].shape.isDisjoint(with: .spaceBefore),
      text.lexeme(.role, covering: start) == nil, text.lexeme(.role, covering: start + 2) != nil
    else { return false }
    return text.table.contains(text.folded(start), in: .officePrefixes)
  }

  /// How many words of the sentence the name that begins at one has, if words in small letters stand within it.
  private static func length(at index: Int, _ positions: [Int], in text: AnalysedText) -> Int {
    let start = positions[index]
    guard text.tokens[start].shape.contains(.capitalised) else { return 0 }
    var length = 0
    for match in text.names(in: start..<start + 1) where match.usage != .demonym {
      let count = Int(match.end - match.first)
      guard count > 2, count > length, index + count <= positions.count,
        positions[index + count - 1] == start + count - 1,
        (start + 1..<start + count - 1).contains(where: { inner in
          text.tokens[inner].kind == .word
            ? !text.tokens[inner].shape.contains(.capitalised) : text.isSign(inner, "&")
        }),
        // "China's foreign ministry" is a phrase of two.
        text.isFrench || text.tokens[start + count - 1].shape.contains(.capitalised)
      else { continue }
      length = count
    }
    // "Harcourt & Lyle", which no catalogue has
    if length == 0, index + 2 < positions.count, positions[index + 2] == start + 2,
      text.isSign(start + 1, "&"), text.tokens[start + 2].shape.contains(.capitalised)
    {
      return 3
    }
    return length > 0 ? length : particleName(at: index, positions, in: text)
  }

  /// "Otto von Stetten": a name goes on behind small words that are nothing else in the language.
  private static func particleName(at index: Int, _ positions: [Int], in text: AnalysedText) -> Int {
    // "Kim Min-jae"
    if index > 0, index + 2 < positions.count, positions[index + 2] == positions[index - 1] + 3,
      ProperName.isNameWord(positions[index - 1], in: text),
      ProperName.isNameWord(positions[index], in: text),
      ProperName.isSecondSyllable(positions[index + 2], in: text)
    {
      return 3
    }
    var end = index + 1
    while end < positions.count, positions[end] == positions[end - 1] + 1,
      isParticle(positions[end], in: text)
    {
      end += 1
    }
    guard end > index + 1, end < positions.count, positions[end] == positions[end - 1] + 1,
      ProperName.isNameWord(positions[index], in: text), ProperName.isNameWord(positions[end], in: text)
    else { return 0 }
    return end + 1 - index
  }

  private static func isParticle(_ position: Int, in text: AnalysedText) -> Bool {
    let lexemes = text.lexemes(at: position)
    return !lexemes.isEmpty && text.tokens[position].shape.isDisjoint(with: .capitalised)
      && lexemes.allSatisfy { $0.lexeme.category == .nameParticle }
  }
}
