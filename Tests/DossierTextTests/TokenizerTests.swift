import DossierText
import Testing

/// Cutting text into tokens. Expected tokens are written with `¦` between them.
@Suite struct TokenizerTests {
  static func cut(_ text: String) -> [String] {
    let source = SourceText(name: "t", text)
    return Tokenizer.tokens(of: source.bytes, in: TextRange(0, source.bytes.count)).map { source[$0.range] }
  }

  @Test(arguments: [
    ("state-backed hackers", "state¦-¦backed¦hackers"),
    ("l'OTAN et l’Union", "l'¦OTAN¦et¦l’¦Union"),
    ("qu'ils, jusqu'à, lorsqu’elle", "qu'¦ils¦,¦jusqu'¦à¦,¦lorsqu’¦elle"),
    ("China's they're don’t can't cannot", "China¦'s¦they¦'re¦do¦n’t¦ca¦n't¦cannot"),
    ("I'd we'll I've I'm", "I¦'d¦we¦'ll¦I¦'ve¦I¦'m"),
    ("O'Brien aujourd'hui prud’hommes quelqu'un", "O'Brien¦aujourd'hui¦prud’hommes¦quelqu'un"),
    ("he said 'no' to 'the hackers'", "he¦said¦'¦no¦'¦to¦'¦the¦hackers¦'"),
    ("les ‘pirates’ d'« État »", "les¦‘¦pirates¦’¦d'¦«¦État¦»"),
    ("the U.S. and U.K. at the U.N.", "the¦U.S.¦and¦U.K.¦at¦the¦U.N."),
    ("in the U.S, not U.S.A.", "in¦the¦U.S¦,¦not¦U.S.A."),
    ("J. Smith, en 52 av. J.-C.", "J.¦Smith¦,¦en¦52¦av¦.¦J.-C."),
    ("at 5 p.m. on plan B.", "at¦5¦p.m.¦on¦plan¦B¦."),
    ("250,000 et 250\u{A0}000 et 250\u{202F}000 et 3.5", "250,000¦et¦250\u{A0}000¦et¦250\u{202F}000¦et¦3.5"),
    ("250 000 in 2021.", "250¦000¦in¦2021¦."),
    ("10:30, 5G, 30th, 3CX", "10¦:¦30¦,¦5G¦,¦30th¦,¦3CX"),
    ("wait... what?! -- (\"yes\")", "wait¦...¦what¦?¦!¦--¦(¦\"¦yes¦\"¦)"),
    ("a…… b", "a¦……¦b"),
    ("cyber\u{AD}attack Pé\u{301}kin\u{FEFF}", "cyber\u{AD}attack¦Pé\u{301}kin"),
    ("l'11 septembre", "l'¦11¦septembre"),
    ("Москва, 北京。", "Москва¦,¦北京¦。"),
    ("", ""),
  ])
  func cuts(text: String, expected: String) {
    #expect(Self.cut(text) == expected.split(separator: "¦").map(String.init))
  }

  @Test(arguments: [
    ("États", "etats"), ("ŒUVRE", "oeuvre"), ("Straße", "strasse"), ("Pékin", "pekin"), ("l’", "l'"),
    ("U.S.", "us"), ("J.-C.", "jc"), ("Łódź", "lodz"), ("cyber\u{AD}attack", "cyberattack"),
    ("e\u{301}tat", "état"), ("МОСКВА", "москва"), ("Nguyễn", "nguyen"), ("ＡＰＴ", "apt"), ("n’t", "n't"),
  ])
  func folds(word: String, like other: String) {
    #expect(Tokenizer.fold(word) == Tokenizer.fold(other))
    let bytes = Array(word.utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    if tokens.count == 1 { #expect(tokens[0].fold == Tokenizer.fold(word)) }
  }

  @Test func clitics() {
    let bytes = Array("don’t China’s can't".utf8)
    let folds = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count)).map(\.fold)
    #expect(folds == ["do", "n't", "china", "'s", "ca", "n't"].map(Tokenizer.fold))
  }

  @Test func shapes() {
    let text = "The US iPhone\nLockBit 3CX APT28 us É ÉTÉ"
    let tokens = Tokenizer.tokens(of: Array(text.utf8), in: TextRange(0, 100))
    let expected: [Token.Shape] = [
      [.capitalised, .spaceBefore, .lineBefore],
      [.capitalised, .allCapitals, .spaceBefore],
      [.mixedCase, .spaceBefore],
      [.capitalised, .mixedCase, .spaceBefore, .lineBefore],
      [.capitalised, .allCapitals, .hasDigit, .spaceBefore],
      [.capitalised, .allCapitals, .hasDigit, .spaceBefore],
      [.spaceBefore],
      [.capitalised, .spaceBefore],
      [.capitalised, .allCapitals, .spaceBefore],
    ]
    #expect(tokens.map(\.shape) == expected)
  }

  @Test func kinds() {
    let tokens = Tokenizer.tokens(of: Array("APT28 28 3rd -".utf8), in: TextRange(0, 14))
    #expect(tokens.map(\.kind) == [.word, .number, .word, .mark])
  }

  @Test func onlyTheRange() {
    let bytes = Array("aa bb cc".utf8)
    #expect(Tokenizer.tokens(of: bytes, in: TextRange(3, 5)).map(\.range) == [TextRange(3, 5)])
    #expect(
      Tokenizer.tokens(of: bytes, in: TextRange(4, 100)).map(\.range) == [TextRange(4, 5), TextRange(6, 8)])
    #expect(Tokenizer.tokens(of: bytes, in: TextRange(50, 100)).isEmpty)
  }

  /// Any bytes give tokens that stand in order, hold bytes, and cover all but white space and characters of no width.
  @Test func anyBytes() {
    var state: UInt64 = 7
    let alphabet: [[UInt8]] = [
      Array("a".utf8), Array("N".utf8), Array("'".utf8), Array("’".utf8), Array("t".utf8), Array(".".utf8),
      [0xC3],
      [0xFF], Array("é".utf8), Array("-".utf8), Array("7".utf8), Array(",".utf8), Array("\u{A0}".utf8),
      [0xE2, 0x80],
      Array(" ".utf8), Array("\n".utf8), Array("\u{AD}".utf8), Array("s".utf8), Array("«".utf8), [0],
    ]
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += alphabet[Int(state >> 33) % alphabet.count]
      }
      var end: UInt32 = 0
      for token in Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count)) {
        #expect(token.range.start >= end && token.range.count > 0, "\(bytes)")
        for index in end..<token.range.start {
          let byte = bytes[Int(index)]
          #expect(byte <= 0x20 || byte >= 0x80, "\(bytes)")
        }
        end = token.range.end
      }
      #expect(end <= bytes.count)
    }
  }

  /// Long runs of one thing give few tokens, so the work after is bounded.
  @Test func longRuns() {
    let million = 1_000_000
    for (byte, count) in [(".", 1), ("-", 1), ("a", 1), ("7", 1), ("(", million)] {
      let bytes = [UInt8](repeating: Array(byte.utf8)[0], count: million)
      #expect(Tokenizer.tokens(of: bytes, in: TextRange(0, million)).count == count)
    }
  }
}
