/// Takes the pieces of a sentence, so that each notation escapes what comes from the sources and leaves the rest.
package protocol ProseSink {
  /// Takes generated words, which hold no character that any notation could mistake for markup.
  mutating func words(_ text: String)
  /// Takes text from the sources, as it stands there.
  mutating func sourceText(_ text: String)
  /// Takes the name of the report's entity number `entity`, with its first letter in upper case if asked.
  mutating func name(_ entity: Int, capitalised: Bool)
  /// Takes a reference to the report's claim number `claim`: `[c9]`.
  mutating func reference(_ claim: Int)
}

extension ProseSink {
  /// Writes so many things as a list: commas between, "and" before the last.
  mutating func list(count: Int, _ words: Words, _ write: (inout Self, _ place: Int) -> Void) {
    for place in 0..<count {
      if place > 0 { self.words(place + 1 == count ? words.typography.and : ", ") }
      write(&self, place)
    }
  }

  /// Writes parts of the report, by their numbers, as a list.
  mutating func list(_ numbers: [Int], _ words: Words, _ write: (inout Self, Int) -> Void) {
    list(count: numbers.count, words) { write(&$0, numbers[$1]) }
  }

  /// Writes the name of an entity as it is.
  package mutating func name(_ entity: Int) { name(entity, capitalised: false) }

  /// Writes references one after another, a space before each.
  package mutating func references(_ claims: some Sequence<Int>) {
    for claim in claims {
      words(" ")
      reference(claim)
    }
  }
}
