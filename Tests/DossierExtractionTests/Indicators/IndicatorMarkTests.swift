import DossierModel
import DossierText
import Testing

@testable import DossierExtraction

/// Warning lists, letters that are taken for others, and turned directions: indicators are marked, not dropped.
@Suite struct IndicatorMarkTests {
  static func marks(_ text: String) -> [String] {
    let source = SourceText(name: "t", text)
    return IndicatorScannerTests.scan(text).map { indicator in
      let marks = IndicatorMarks.marks(indicator.kind, indicator.value, written: source[indicator.range])
      return ([indicator.value] + marks.map(\.rawValue)).joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("github[.]com", ["github.com well-known"]), ("raw.github[.]com", ["raw.github.com well-known"]),
    ("bit[.]ly", ["bit.ly well-known"]), ("8.8.8[.]8", ["8.8.8.8 well-known"]),
    ("d41d8cd98f00b204e9800998ecf8427e", ["d41d8cd98f00b204e9800998ecf8427e well-known"]),
    ("evil-host[.]top", ["evil-host.top"]), ("45.77.12.9", ["45.77.12.9"]),
    ("pаypal[.]com", ["pаypal.com look-alike"]), ("аррӏе[.]com", ["аррӏе.com look-alike"]),
    ("xn--80ak6aa92e[.]com", ["xn--80ak6aa92e.com look-alike"]),
    ("rnicrosoft[.]com", ["rnicrosoft.com look-alike"]), ("g00gle[.]com", ["g00gle.com look-alike"]),
    ("www.app1e[.]com", ["www.app1e.com look-alike"]),
    ("пример.рф", ["пример.рф"]), ("bücher[.]example-shop[.]de", ["bücher.example-shop.de"]),
    ("例え[.]jp", ["例え.jp"]), ("xn--bcher-kva[.]de", ["xn--bcher-kva.de"]),
    ("invoice\u{202E}fdp.exe", ["invoicefdp.exe mixed-direction"]),
  ])
  func marked(text: String, expected: [String]) {
    #expect(Self.marks(text) == expected)
  }

  @Test(arguments: [
    ("xn--80ak6aa92e", "аррӏе"), ("xn--bcher-kva", "bücher"), ("xn--e1afmkfd", "пример"), ("plain", "plain"),
    ("xn--", ""), ("xn--99999999999", "xn--99999999999"), ("xn--é", "xn--é"),
  ])
  func punycode(label: String, expected: String) {
    #expect(Punycode.decoded(label) == expected)
  }
}
