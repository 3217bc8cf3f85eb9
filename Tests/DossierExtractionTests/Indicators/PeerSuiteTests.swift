import DossierModel
import DossierText
import Foundation
import Testing

@testable import DossierExtraction

/// The cases of another tool (xioc), where they lie beside the project: the same score as `measure/iocs.py`.
@Suite struct PeerSuiteTests {
  private struct Case: Decodable {
    var id: String
    var text: String
    var expected: [String: [String]]
  }

  private static let kinds: [IndicatorKind: String] = [
    .domain: "domains", .url: "urls", .email: "emails", .ipv4: "ip4s", .ipv6: "ip6s",
  ]

  @Test func xioc() throws {
    let root = #filePath.dropLast("Tests/DossierExtractionTests/Indicators/PeerSuiteTests.swift".count)
    let path = "\(root)../shared/data/ioc/xioc.jsonl"
    guard let data = FileManager.default.contents(atPath: path) else {
      print("SKIPPED: the cases of xioc are not at \(path)")
      return
    }
    var (right, extra, missed) = (0, 0, 0)
    for line in data.split(separator: 0x0A) {
      let sample = try JSONDecoder().decode(Case.self, from: Data(line))
      let bytes = Array(sample.text.utf8)
      func key(_ kind: String, _ value: String) -> String {
        var value = value.lowercased()
        while value.hasSuffix("/") { value.removeLast() }
        return "\(kind) \(value)"
      }
      let found = Set(
        IndicatorScanner.scan(bytes, in: [TextRange(0, bytes.count)]).compactMap { indicator in
          Self.kinds[indicator.kind].map { key($0, indicator.value) }
        })
      let expected = Set(sample.expected.flatMap { kind, values in values.map { key(kind, $0) } })
      let within = found.union(expected).filter { $0.hasPrefix("urls") || $0.hasPrefix("emails") }
      func counts(_ item: String) -> Bool {
        !(item.hasPrefix("domains ") && within.contains { $0.contains(item.dropFirst("domains ".count)) })
      }
      let over = found.subtracting(expected).filter(counts)
      let under = expected.subtracting(found).filter(counts)
      right += found.intersection(expected).count
      extra += over.count
      missed += under.count
      if !over.isEmpty || !under.isEmpty {
        print("\(sample.id) \(sample.text.prefix(80)) extra \(over) missed \(under)")
      }
    }
    let score = Double(2 * right) / Double(2 * right + extra + missed)
    print("indicator F1 \(score) (\(right) right, \(extra) extra, \(missed) missed)")
    #expect(score >= 0.97)
  }
}
