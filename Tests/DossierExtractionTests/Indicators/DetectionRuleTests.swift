import DossierText
import Testing

@testable import DossierExtraction

/// YARA and Sigma rules in a text: each is one indicator from its first line to its last.
@Suite struct DetectionRuleTests {
  static func rules(_ text: String) -> [String] {
    IndicatorScannerTests.scan(text).filter { $0.kind == .yara || $0.kind == .sigma }.map(\.value)
  }

  static let yara = #"""
    private rule Salt_Lamp : loader windows
    {
      meta:
        author = "someone } else"
      strings:
        $a = "C:\\temp\\{x}" wide // a brace } in a comment
        $b = { 4D 5A ?? [2-4] 90 }
        $c = /lamp[0-9]{3}\/"x/
        /* } */
      condition:
        uint16(0) == 0x5A4D and any of them
    }
    """#

  static let sigma = """
    title: Salt lamp started by a document
    id: 1f8e4c3a-7d2b-4f0e-9c1a-2b3c4d5e6f70
    status: experimental
    logsource:
        product: windows
        category: process_creation
    detection:
        selection:
            ParentImage|endswith: '\\winword.exe'
        condition: selection
    level: high
    """

  @Test func yaraRule() {
    #expect(Self.rules("The rule below finds it.\n\n\(Self.yara)\n\nIt was tested.") == [Self.yara])
    #expect(Self.rules("\(Self.yara)\n\(Self.yara)") == [Self.yara, Self.yara])
    #expect(Self.rules("rule A { condition: true }\n") == ["rule A { condition: true }"])
  }

  @Test func sigmaRule() {
    #expect(Self.rules("This Sigma rule finds it\n\n\(Self.sigma)\n\nIt was tested.") == [Self.sigma])
    #expect(Self.rules("\(Self.sigma)\n\(Self.sigma)\n") == [Self.sigma, Self.sigma])
  }

  @Test(arguments: [
    "As a rule { so to say } the condition: none.", "rule A {\n condition: true\n",
    "rule A {\n rule B {\n condition:",
    "The condition: they leave. As a rule, they stay.", "logsource: windows",
    "detection:\n  condition: x\nlogsource:\n  a: b",
    "title: A\nlogsource:\n  product: x\nlevel: low", "rule of law {\n condition: true }",
  ])
  func noRule(text: String) {
    #expect(Self.rules(text).isEmpty)
  }

  /// Work on hostile texts grows with the text: these would take hours otherwise.
  @Test(arguments: [
    "rule a {\n condition:\n", "rule a { condition: ", "condition:\n", "logsource:\n",
    "title: a\nlogsource:\n", "/*\n\"",
  ])
  func longRuns(unit: String) {
    let bytes = [UInt8](repeatElement(Array(unit.utf8), count: 100_000).joined())
    for indicator in IndicatorScanner.scan(bytes, in: [TextRange(0, bytes.count)]) {
      #expect(indicator.range.end <= bytes.count)
    }
  }
}
