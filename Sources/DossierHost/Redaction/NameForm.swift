/// One way to write a name that is hidden.
struct NameForm: Hashable {
  /// How capitals in a text count.
  enum CaseRule {
    /// Not at all.
    case any
    /// The first letter must be one.
    case capital
    /// All letters must be.
    case capitals
  }

  /// Its words, folded.
  let words: [[UInt8]]
  let rule: CaseRule
  /// Which of the hidden names it is of.
  let number: Int

  /// The form that a text is; nil if it has no letter.
  ///
  /// A short name counts only where it is written as a name: `US` is not `us`, and `Lin` is not `lin`.
  init?(_ text: String, number: Int, needsCapital: Bool = false) {
    let folded = FoldedWords(text).words
    guard let first = folded.first else { return nil }
    words = folded.map(\.letters)
    self.number = number
    let isShort = folded.count == 1 && first.letters.count < 5
    if isShort, first.startsWithCapital, !first.hasSmallLetter {
      rule = .capitals
    } else {
      rule = (isShort || needsCapital) && first.startsWithCapital ? .capital : .any
    }
  }

  private init(glued letters: [UInt8], number: Int) {
    words = [letters]
    rule = .any
    self.number = number
  }

  /// The letters of all words, as addresses and handles have them.
  var letters: [UInt8] { words.flatMap(\.self) }

  /// The form written as one word; nil where it is one, or too short to tell.
  var glued: NameForm? {
    words.count > 1 && letters.count > 5 ? NameForm(glued: letters, number: number) : nil
  }

  /// The parts of a person's name by which texts call the person.
  static func parts(ofPerson name: String, number: Int) -> [NameForm] {
    let text = FoldedWords(name)
    guard text.words.count > 1 else { return [] }
    return text.words.filter { $0.startsWithCapital && $0.letters.count > 1 }.compactMap { word in
      NameForm(text.part(word.range), number: number, needsCapital: true)
    }
  }

  /// A name without the article or title before it: `Kremlin` of `The Kremlin`.
  static func behindTitle(_ name: String, number: Int) -> NameForm? {
    let text = FoldedWords(name)
    guard text.words.count > 1, text.words[0].letters.count <= 3, text.words[1].startsWithCapital,
      text.words.dropFirst().map(\.letters.count).reduce(0, +) > 3
    else { return nil }
    let rest = text.words[1].range.lowerBound..<text.scalars.count
    return NameForm(text.part(rest), number: number, needsCapital: true)
  }
}
