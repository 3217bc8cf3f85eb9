import DossierModel
import DossierText

/// Reads back the reports of STIX 2.1 bundles, or TAXII 2.1 envelopes, that the exporter `stix` wrote.
///
/// Who claims what, in which words and where, stands in the exporter's property extension. From it and the objects'
/// own properties each report is put together as the tree of `dossier.report/1` whose values keep their places in the
/// bundle, so that a mistake is shown there. Bundles of others have no claims to read and are refused.
struct BundleReader: FormatReader {
  static let format = InputFormat.stix

  static func recognises(_ preview: Preview) -> Bool {
    guard preview.hasPrefix("{"), let bytes = preview.decoded?.bytes else { return false }
    return isBundle(bytes) || isEnvelope(preview)
  }

  /// Whether the start says `"objects"` and speaks of STIX: an envelope, in which TAXII servers hand objects out.
  private static func isEnvelope(_ preview: Preview) -> Bool {
    preview.contains("\"objects\"") && preview.contains("\"spec_version\"")
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let text = try source.text()
    let bundle = BundleObjects(try JSONParser.parse(text))
    let reports = bundle.reports
    if reports.isEmpty { throw ForeignBundle.refusal(of: bundle, text.name) }
    var roots: [DataNode] = []
    for report in reports {
      if let missing = ForeignBundle.missing(from: report, in: bundle, text) { throw missing }
      let root = RebuiltReport(report, in: bundle).root
      if let gone = ForeignBundle.gone(from: root, of: report, text) { throw gone }
      roots.append(root)
    }
    var diagnostics = source.decoded?.diagnostics ?? []
    if let left = ForeignBundle.left(of: bundle, text.name) { diagnostics.append(left) }
    return ReadResult(documents: [], claims: (roots, text), diagnostics: diagnostics)
  }

  /// Whether the top level says `"type": "bundle"`, looking at the text only.
  private static func isBundle(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var sawType = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return false }
      case UInt8(ascii: ","): sawType = sawType && depth != 1
      case UInt8(ascii: "\""):
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard depth == 1, index < bytes.count else { break }
        let word = bytes[start..<index]
        if sawType, word.elementsEqual("bundle".utf8) { return true }
        sawType = word.elementsEqual("type".utf8)
      default: break
      }
      index += 1
    }
    return false
  }
}
