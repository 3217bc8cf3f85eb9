import DossierModel
import DossierText

/// One technique of a layer. Navigator drops one that has neither score nor comment; each has a score.
struct LayerTechnique: Sendable {
  /// ATT&CK id.
  let id: String
  /// ATT&CK's name.
  let name: String
  /// How many claims name it; 1 where the text names it beside any claim.
  var score = 0
  /// One line a claim.
  var comments: [String] = []
  /// The texts' words for it.
  var words: [String] = []

  /// Writes it as Navigator reads it.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("techniqueID")
    json.string(id)
    json.key("score")
    json.integer(score)
    json.key("comment")
    json.string(comments.joined(separator: "\n"))
    json.key("enabled")
    json.bool(true)
    json.key("showSubtechniques")
    json.bool(id.utf8.contains(UInt8(ascii: ".")))
    json.key("metadata")
    Self.write([("technique", name)] + words.map { ("as written", $0) }, to: &json)
    json.endObject()
  }

  /// Writes names and values as Navigator's metadata; empty values are not allowed there.
  static func write(_ metadata: [(name: String, value: String)], to json: inout JSONWriter) {
    json.beginArray()
    for entry in metadata where !entry.value.isEmpty {
      json.beginObject()
      json.key("name")
      json.string(entry.name)
      json.key("value")
      json.string(entry.value)
      json.endObject()
    }
    json.endArray()
  }
}
