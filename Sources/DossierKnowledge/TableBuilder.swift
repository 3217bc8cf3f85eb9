import DossierText

/// Collects entries, names and lexemes, and lays them out as a `TableImage`. The same input gives the same bytes.
package struct TableBuilder {
  /// The most words that a form may have.
  package static let longestForm = 16

  /// Why a form cannot be put into the table.
  package enum FormProblem: Error, Hashable {
    /// It has no word.
    case empty
    /// It begins with a mark.
    case startsWithMark
    /// It has more than `longestForm` words.
    case tooLong
    /// A gap (`*`) stands first or last, or there are two.
    case misplacedGap

    /// What is wrong with the form, for a message.
    package var explanation: String {
      switch self {
      case .empty: "The form has no word"
      case .startsWithMark: "The form begins with a mark"
      case .tooLong: "The form has more than \(TableBuilder.longestForm) words"
      case .misplacedGap: "A form may have one gap (*), between two words"
      }
    }
  }

  private struct NameForm: Hashable {
    var entry: UInt32
    var text: [UInt8]
    var usage: NameUsage
    var rule: FormRule
    var capitals: UInt16
    var flags: FormFlags
  }

  private struct LexemeForm: Hashable {
    var text: [UInt8]
    var lexeme: Lexeme
    var followsHyphen: Bool
  }

  private struct Node {
    var edges: [UInt32: Int] = [:]
    var gap = 0
    var names: [NameForm] = []
    var lexemes: [LexemeForm] = []
  }

  /// Node 0 stands for the start; its edges become the roots.
  private var nodes = [Node()]
  private var entries: [KnowledgeEntry] = []
  private var words: Set<UInt64> = []
  /// Steps of the tries and comparisons of forms so far: what building costs.
  private(set) var work = 0

  /// An empty table.
  package init() {}

  /// Adds an entry and returns its number.
  package mutating func add(_ entry: KnowledgeEntry) -> UInt32 {
    entries.append(entry)
    return UInt32(entries.count - 1)
  }

  /// Adds a form that names entry number `entry`; the first of equal forms counts.
  package mutating func add(
    name form: String, of entry: UInt32, usage: NameUsage, rule: FormRule, flags: FormFlags = []
  ) throws(FormProblem) {
    let words = try FormWords(form)
    var capitals: UInt16 = 0
    for (index, token) in words.tokens.enumerated() where token.kind == .word {
      let needsCapital =
        rule == .acronym
        ? token.shape.contains(.capitalised) && !Self.hasSmallLetter(words, token)
        : token.shape.contains(.capitalised)
      if needsCapital { capitals |= 1 << UInt16(index) }
    }
    let node = place(words)
    let text = rule == .exact ? words.written : words.folded
    let name = NameForm(entry: entry, text: text, usage: usage, rule: rule, capitals: capitals, flags: flags)
    work += nodes[node].names.count
    let isKnown = nodes[node].names.contains { $0.entry == entry && $0.text == text && $0.rule == rule }
    if !isKnown { nodes[node].names.append(name) }
  }

  /// Adds a form of a lexicon. A `*` between words stands for up to three words of any kind; a
  /// hyphen before the first word means that the text must have one there.
  package mutating func add(lexeme form: String, _ lexeme: Lexeme) throws(FormProblem) {
    let words = try FormWords(form)
    let node = place(words)
    let form = LexemeForm(text: words.spelled, lexeme: lexeme, followsHyphen: words.followsHyphen)
    if !nodes[node].lexemes.contains(form) { nodes[node].lexemes.append(form) }
  }

  /// Adds a word to a set.
  package mutating func add(word: String, to set: WordSet) {
    var hash = WordSetHash(set)
    for byte in word.utf8 { hash.add(byte) }
    words.insert(hash.value)
  }

  private static func hasSmallLetter(_ words: FormWords, _ token: Token) -> Bool {
    words.bytes[token.range.indices].contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }

  /// The node at the end of a form's path.
  private mutating func place(_ words: FormWords) -> Int {
    var node = 0
    work += words.tokens.count
    for (index, token) in words.tokens.enumerated() {
      if index == words.gapBefore {
        if nodes[node].gap == 0 {
          nodes.append(Node())
          nodes[node].gap = nodes.count - 1
        }
        node = nodes[node].gap
      }
      if let next = nodes[node].edges[token.fold] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].edges[token.fold] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    return node
  }

  /// The table's bytes.
  package func build() -> [UInt8] {
    var image = ImageWriter()
    var numbers = [Int](repeating: 0, count: nodes.count)
    var order = [0]
    var next = 0
    while next < order.count {
      let node = nodes[order[next]]
      numbers[order[next]] = next
      order += node.edges.sorted { $0.key < $1.key }.map(\.value)
      if node.gap != 0 { order.append(node.gap) }
      next += 1
    }

    let roots = nodes[0].edges.sorted { $0.key < $1.key }
    let bits = Self.bits(for: roots.count * 2)
    var slots = [(fold: UInt32, node: Int)](repeating: (0, 0), count: 1 << bits)
    for (fold, node) in roots {
      var slot = Int(KnowledgeTable.rootSlot(fold, bits: bits))
      while slots[slot].node != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (fold, numbers[node])
    }
    image.begin(.roots)
    for slot in slots { image.append(slot.fold, UInt32(slot.node)) }
    image[.rootBits] = bits

    var edges: [UInt32] = []
    var names: [UInt32] = []
    var lexemes: [UInt32] = []
    image.begin(.nodes)
    for old in order {
      let node = nodes[old]
      image.append(
        UInt32(edges.count / 2), UInt32(names.count / 4), UInt32(lexemes.count / 4),
        UInt32(node.gap == 0 ? 0 : numbers[node.gap]))
      if old != 0 {
        for (fold, child) in node.edges.sorted(by: { $0.key < $1.key }) {
          edges += [fold, UInt32(numbers[child])]
        }
      }
      for name in node.names.sorted(by: Self.precedes) {
        let length = UInt32(name.text.count)
        let text = image.text(name.text)
        names += [
          name.entry, text, length | UInt32(name.usage.rawValue) << 16 | UInt32(name.rule.rawValue) << 24,
          UInt32(name.capitals) | UInt32(name.flags.rawValue) << 16,
        ]
      }
      for form in node.lexemes {
        let lexeme = form.lexeme
        let length = UInt32(form.text.count)
        let text = image.text(form.text)
        lexemes += [
          text, length | UInt32(lexeme.flags) << 16,
          UInt32(lexeme.category.number) | UInt32(lexeme.value) << 8 | UInt32(lexeme.language.rawValue) << 16
            | UInt32(lexeme.partOfSpeech.rawValue) << 24,
          UInt32(lexeme.form.rawValue) | (form.followsHyphen ? TableImage.followsHyphen : 0),
        ]
      }
    }
    image.append(UInt32(edges.count / 2), UInt32(names.count / 4), UInt32(lexemes.count / 4), 0)
    image[.nodeCount] = order.count
    image.section(.edges, edges)
    image.section(.names, names)
    image.section(.lexemes, lexemes)

    image[.entryCount] = entries.count
    image.section(.entries, entries.map { image.record($0) })
    let byID = entries.indices.sorted {
      entries[$0].id.utf8.lexicographicallyPrecedes(entries[$1].id.utf8)
    }
    image.section(.ids, byID.map { UInt32($0) })
    image[.setCount] = words.count
    image.section(.sets, words.sorted().flatMap { [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)] })
    return image.finish()
  }

  private static func bits(for count: Int) -> Int {
    var bits = 4
    while 1 << bits < count { bits += 1 }
    return bits
  }

  private static func precedes(_ left: NameForm, _ right: NameForm) -> Bool {
    (left.entry, left.usage.rawValue, left.rule.rawValue) < (
      right.entry, right.usage.rawValue, right.rule.rawValue
    )
  }
}
