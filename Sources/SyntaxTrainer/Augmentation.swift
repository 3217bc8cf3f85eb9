import DossierSyntax

/// Rewrites a sentence as the press would have set it: typographic quotation marks and apostrophes, no-break spaces,
/// dashes, headlines in capitals or without a full stop. Words and their analysis stay.
struct Augmentation {
  /// The language, for its quotation marks.
  var language: SyntaxModel.Language
  var generator: SeededGenerator

  /// The sentence in another dress.
  mutating func vary(_ gold: GoldSentence) -> GoldSentence {
    let apostrophe = generator.chance(0.7)
    let quotes = generator.chance(0.7) ? quotationMarks() : nil
    let dash = generator.chance(0.5) ? ["–", "—"].randomElement(using: &generator) : nil
    let capitals = generator.chance(0.05)
    let title = !capitals && language == .english && generator.chance(0.08)
    var words = gold.words
    if generator.chance(0.15) { dropFullStop(&words) }

    var text: [UInt8] = []
    var result: [GoldWord] = []
    var opened = false
    var cursor = 0
    var space: [UInt8] = []
    for (index, word) in words.enumerated() {
      if index > 0, word.start == words[index - 1].start, word.end == words[index - 1].end,
        let last = result.last
      {
        result.append(word.moved(to: last.start, last.end))
        continue
      }
      space = Array(gold.text[cursor..<max(cursor, word.start)])
      var form = Array(gold.text[word.start..<word.end])
      if let quotes, form == [0x22] || form == [0xC2, 0xAB] || form == [0xC2, 0xBB] {
        if form != [0x22] { opened = form == [0xC2, 0xBB] }
        form = Array((opened ? quotes.close : quotes.open).utf8)
        if opened, quotes.close.utf8.count > 3 || !space.isEmpty { space = [] }
        opened.toggle()
      } else if form == [0x2D], !space.isEmpty, let dash {
        form = Array(dash.utf8)
      } else {
        if apostrophe { form = form.flatMap { $0 == 0x27 ? Array("’".utf8) : [$0] } }
        if capitals || title { form = raise(form, all: capitals) }
      }
      text += space
      result.append(word.moved(to: text.count, text.count + form.count))
      text += form
      cursor = word.end
    }
    return GoldSentence(text: text, words: result)
  }

  /// Opening and closing marks, with the spaces that French sets inside them.
  private mutating func quotationMarks() -> (open: String, close: String) {
    switch language {
    case .english: return generator.chance(0.9) ? ("“", "”") : ("‘", "’")
    case .french:
      return generator.chance(0.25) ? ("“", "”") : ("«", "»")
    }
  }

  /// Takes the last word off if it is a mark that nothing depends on.
  private func dropFullStop(_ words: inout [GoldWord]) {
    guard words.count > 2, let last = words.last, last.tag == .punct, last.head >= 0,
      !words.contains(where: { $0.head == words.count - 1 })
    else { return }
    words.removeLast()
  }

  /// Capitals: of every letter, or of the first.
  private func raise(_ form: [UInt8], all: Bool) -> [UInt8] {
    guard all || form.count > 3 else { return form }
    let word = String(decoding: form, as: UTF8.self)
    return Array((all ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()).utf8)
  }
}

extension GoldWord {
  /// The same word in another place.
  fileprivate func moved(to start: Int, _ end: Int) -> GoldWord {
    var copy = self
    copy.start = start
    copy.end = end
    return copy
  }
}
