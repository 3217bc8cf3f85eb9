import DossierText
import Testing

@testable import DossierYAML

@Suite("YAML is read with places")
struct YAMLParserTests {
  private func parse(_ text: String) throws -> DataNode {
    try YAMLParser.parse(SourceText(name: "t.yaml", text))
  }

  /// The mistake that a text gives.
  private func mistake(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try YAMLParser.parse(SourceText(name: "t.yaml", bytes: bytes))
      return nil
    } catch {
      return error
    }
  }

  private func mistake(_ text: String) -> Diagnostic? { mistake(Array(text.utf8)) }

  @Test(
    "plain scalars follow the core schema of YAML 1.2",
    arguments: [
      ("null", "null"), ("~", "null"), ("", "null"), ("true", "true"), ("FALSE", "false"), ("yes", "'yes'"),
      ("no", "'no'"), ("on", "'on'"), ("12", "12"), ("-7", "-7"), ("+3", "3"), ("007", "7"), ("0x1F", "31"),
      ("0o17", "15"), ("0x", "'0x'"), ("0x-1", "'0x-1'"), ("1.5", "1.5"), ("1e3", "1000.0"), (".5", "0.5"),
      ("1.", "1.0"), (".", "'.'"), ("1e", "'1e'"), ("2021-07-20", "'2021-07-20'"),
      ("12:30", "'12:30'"), (".inf", "inf"), ("-.INF", "-inf"), ("99999999999999999999", "1e+20"),
      ("\"12\"", "'12'"), ("'true'", "'true'"), ("!!str 12", "'12'"), ("! 12", "'12'"), ("!!int 12", "12"),
      ("!!float 12", "12.0"),
    ])
  func scalars(_ written: String, _ expected: String) throws {
    let node = try #require(try parse("k: \(written)\n")["k"])
    let got =
      switch node.value {
      case .null: "null"
      case .bool(let flag): "\(flag)"
      case .integer(let value): "\(value)"
      case .number(let value): "\(value)"
      case .string(let text): "'\(text)'"
      case .array, .object: node.kindName
      }
    #expect(got == expected)
  }

  @Test("places are bytes, also after letters of several bytes and a byte order mark")
  func places() throws {
    for mark in ["", "\u{FEFF}"] {
      let text = "\(mark)é: ça\nliste:\n  - « ün »\r\n  - {ö: [x, 'ÿ']}\n"
      let source = SourceText(name: "t.yaml", text)
      let root = try YAMLParser.parse(source)
      #expect(source[try #require(root["é"]).range] == "ça")
      let list = try #require(root["liste"]?.elements)
      #expect(source[list[0].range] == "« ün »")
      #expect(source[list[1].range] == "{ö: [x, 'ÿ']}")
      let inner = try #require(list[1].members?.first)
      #expect(source[inner.keyRange] == "ö")
      #expect(source[try #require(inner.value.elements)[1].range] == "'ÿ'")
      #expect(source[try #require(root["liste"]).range] == "- « ün »\r\n  - {ö: [x, 'ÿ']}")
    }
  }

  @Test("aliases give what their anchor holds, with the anchor's place")
  func aliases() throws {
    let source = SourceText(name: "t.yaml", "a: &x {k: 1}\nb: *x\nc: [*x, *x]\n")
    let root = try YAMLParser.parse(source)
    #expect(source[try #require(root["b"]?["k"]).range] == "1")
    #expect(root["c"]?.elements?.count == 2)
  }

  @Test(
    "what is not YAML, or not taken, is said with its place",
    arguments: [
      ("a:\n\tb: 1\n", "yaml.tab", 2, 1), ("a: 'x\nb: 1\n", "yaml.unclosed-quote", 1, 4),
      ("a: \"x\n", "yaml.unclosed-quote", 1, 4), ("a: 1\na: 2\n", "yaml.duplicate-key", 2, 1),
      ("a: *x\n", "yaml.unknown-alias", 1, 4), ("a: &x [*x]\n", "yaml.recursive-alias", 1, 8),
      ("<<: {a: 1}\n", "yaml.merge-key", 1, 1), ("a: 1\n---\nb: 1\n", "yaml.several-documents", 2, 1),
      ("? [a]\n: 1\n", "yaml.key", 1, 3), ("a: !thing 1\n", "yaml.tag", 1, 4),
      ("a: !!int x\n", "yaml.tag", 1, 4), ("a: [1, 2\n", "yaml.syntax", 1, 4),
      ("a: b: c\n", "yaml.syntax", 1, 5),
      ("a: 1\n  b: 2\n", "yaml.syntax", 2, 4), ("a: @x\n", "yaml.syntax", 1, 4),
      ("a: 1\nb\nc: 2\n", "yaml.syntax", 2, 1), ("- a\nb: 1\n", "yaml.syntax", 2, 1),
      ("a: \"\\q\"\n", "yaml.syntax", 1, 5), ("a: \u{1}\n", "yaml.control-character", 1, 4),
      ("%YAML 9.9\n---\na: 1\n", "yaml.syntax", 1, 1),
    ])
  func mistakes(_ text: String, _ id: String, _ line: Int, _ column: Int) throws {
    let mistake = try #require(self.mistake(text))
    #expect(mistake.id == id)
    #expect(mistake.location?.line == line)
    #expect(mistake.location?.column == column)
  }

  @Test("invalid UTF-8 is refused at its byte")
  func invalidUTF8() throws {
    let mistake = try #require(self.mistake(Array("a: caf".utf8) + [0xE9, 0x0A]))
    #expect(mistake.id == "yaml.invalid-utf8")
    #expect(mistake.location?.column == 7)
    #expect(self.mistake([0xFF, 0xFE, 0x61, 0x00])?.id == "yaml.invalid-utf8")
  }

  @Test("a small text that aliases blow up is refused")
  func bomb() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(mistake(text)?.id == "yaml.alias-expansion")
  }

  @Test("nesting has a bound, in brackets, in blocks and through aliases")
  func depth() {
    let brackets = String(repeating: "[", count: 100_000)
    #expect(mistake(brackets)?.id == "yaml.too-deep")
    var block = ""
    for level in 0..<200 { block += String(repeating: " ", count: level) + "a:\n" }
    #expect(mistake(block)?.id == "yaml.too-deep")
    var chain = "a0: &a0 [x]\n"
    for level in 1...200 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(mistake(chain)?.id == "yaml.too-deep")
  }

  @Test("several documents can be asked for")
  func documents() throws {
    let documents = try YAMLParser.parseDocuments(SourceText(name: "t.yaml", "---\na: 1\n---\nb: 2\n"))
    #expect(documents.map { $0.members?.first?.key } == ["a", "b"])
    #expect(try YAMLParser.parseDocuments(SourceText(name: "t.yaml", "# nothing\n")).isEmpty)
  }

  @Test("changed and cut texts end in a value or a mistake, never in a crash")
  func fuzzing() {
    let seed = Array(
      "version: 1\nlist: &l [a, 'b', \"c\\n\", *x]\nmap: {é: 1, ? k : v}\ntext: |\n  x\n  y\n...\n".utf8)
    let marks = Array("[]{}:,-?&*!|>'\"%@`#\n\t \u{0}é".utf8)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var outcomes = (values: 0, mistakes: 0)
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0...next(4) {
        switch next(3) {
        case 0: bytes[next(bytes.count)] = marks[next(marks.count)]
        case 1: bytes.insert(marks[next(marks.count)], at: next(bytes.count))
        default: bytes.removeSubrange(next(bytes.count)...)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      if mistake(bytes) == nil { outcomes.values += 1 } else { outcomes.mistakes += 1 }
    }
    #expect(outcomes.values > 0 && outcomes.mistakes > 0)
  }
}
