import DossierText

/// A text as words without regard to case, accents and signs between them, each with its place in code points.
///
/// Signs of scripts that put no space between words are words of their own.
struct FoldedWords {
  struct Word {
    /// Folded bytes.
    var letters: [UInt8] = []
    /// Its code points in the text.
    var range: Range<Int>
    var startsWithCapital: Bool
    var hasSmallLetter = false
  }

  let scalars: [Unicode.Scalar]
  private(set) var words: [Word] = []

  /// Cuts a text into words. Linear.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var isOpen = false
    var escapeEnd = 0
    for (place, scalar) in scalars.enumerated() {
      // The escapes of addresses, such as %20, stand between words.
      if scalar == "%", place + 2 < scalars.count,
        scalars[(place + 1)...(place + 2)].allSatisfy(Self.isHexadecimal)
      {
        escapeEnd = place + 3
      }
      if place < escapeEnd {
        isOpen = false
        continue
      }
      switch Self.kind(scalar.value) {
      case .ignorable:
        if isOpen, let last = words.indices.last {
          words[last].range = words[last].range.lowerBound..<(place + 1)
        }
      case .letter(let isCapital, let isAlone):
        if !isOpen || isAlone {
          words.append(Word(range: place..<place, startsWithCapital: isCapital))
        }
        isOpen = !isAlone
        words[words.count - 1].add(scalar.value, at: place, isCapital: isCapital)
      case .other: isOpen = false
      }
    }
  }

  /// The code points of a range as a text.
  func part(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The letters of all words.
  var letters: [UInt8] { words.flatMap(\.letters) }

  private enum Kind {
    case letter(isCapital: Bool, isAlone: Bool)
    case ignorable
    case other
  }

  private static func kind(_ scalar: UInt32) -> Kind {
    if scalar < 0x80 {
      let entry = LetterFolding.ascii[Int(scalar)]
      if entry == 0 { return .other }
      return .letter(isCapital: entry >> 8 & LetterFolding.capital != 0, isAlone: false)
    }
    switch LetterFolding.classify(scalar) {
    case .letter: return .letter(isCapital: false, isAlone: isAlone(scalar))
    case .capital: return .letter(isCapital: true, isAlone: false)
    case .ignorable: return .ignorable
    default: return .other
    }
  }

  private static func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."f", "A"..."F": true
    default: false
    }
  }

  /// Thai, Lao and Khmer, the signs and syllables of East Asia.
  private static func isAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE00...0xEFF, 0x1780...0x17FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

extension FoldedWords.Word {
  fileprivate mutating func add(_ scalar: UInt32, at place: Int, isCapital: Bool) {
    range = range.lowerBound..<(place + 1)
    if scalar < 0x80 {
      letters.append(UInt8(truncatingIfNeeded: LetterFolding.ascii[Int(scalar)]))
    } else {
      FoldedBytes.visit(scalar) { byte in
        letters.append(byte)
        return true
      }
    }
    if !isCapital { hasSmallLetter = true }
  }
}
