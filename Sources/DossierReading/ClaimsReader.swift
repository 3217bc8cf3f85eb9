import DossierModel
import DossierText
import DossierYAML

/// Reads claims that somebody parsed already, or whole reports, as JSON or YAML: one, a list of them, or one after
/// another as JSON lines and YAML documents are.
struct ClaimsReader: FormatReader {
  static let format = InputFormat.claims

  static func recognises(_ preview: Preview) -> Bool {
    guard let bytes = preview.decoded?.bytes else { return false }
    if preview.hasPrefix("{") || preview.hasPrefix("[") { return isJSONReport(bytes) }
    return isYAMLReport(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let text = try source.text()
    var start = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < text.bytes.count, text.bytes[start] <= 0x20 { start += 1 }
    let first = start < text.bytes.count ? text.bytes[start] : 0
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    var roots = try isJSON ? JSONParser.parseSequence(text) : YAMLParser.parseDocuments(text)
    if roots.count == 1, let listed = roots[0].elements { roots = listed }
    return ReadResult(
      documents: [], claims: (roots, text), diagnostics: source.decoded?.diagnostics ?? [])
  }

  private static let schemas = ["dossier.report/", "dossier.claims/"]

  /// Whether the first object, which may stand in a list, has the keys of a report: `claims`, or a `schema` of ours.
  ///
  /// Looks at the text only: a mistake further down must be shown as one in claims, not turn them into prose.
  private static func isJSONReport(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var members = 0
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        depth += 1
        if members == 0 { members = depth }
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == members { return false }
        depth -= 1
      case UInt8(ascii: "\""):
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard members > 0, depth == members, index < bytes.count else { break }
        let word = bytes[start..<index]
        if word.elementsEqual("claims".utf8) || schemas.contains(where: { word.starts(with: $0.utf8) }) {
          return true
        }
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether a line at the margin starts with `claims:`, or the first key is a `schema` of ours.
  private static func isYAMLReport(_ bytes: [UInt8], from first: Int) -> Bool {
    let keys = [
      "claims", "sources", "entities", "schema", "id", "title", "version", "language", "created", "producer",
    ]
    var index = first
    var sawKey = false
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let line = bytes[index..<end]
      if line.starts(with: "claims:".utf8) || line.starts(with: "schema: dossier.".utf8) { return true }
      let isKey = keys.contains { line.starts(with: Array(($0 + ":").utf8)) }
      let isFiller = line.isEmpty || [0x20, 0x23, 0x2D, 0x0D, 0x25].contains(line[line.startIndex])
      sawKey = sawKey || isKey
      if !isFiller, !isKey, !sawKey { return false }
      index = end + 1
    }
    return false
  }
}
