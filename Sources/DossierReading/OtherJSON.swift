import DossierModel
import DossierText

/// JSON that is none of what is read. As prose it would give claims that nobody made, or none.
enum OtherJSON {
  /// Why a text that no reader but those of prose takes is refused, where it is JSON.
  static func refusal(of preview: Preview, _ name: String) -> Diagnostic? {
    guard preview.hasPrefix("{") || preview.hasPrefix("["), let bytes = preview.decoded?.bytes,
      let values = try? JSONParser.parseSequence(SourceText(name: name, bytes: bytes)),
      let first = values.first, first.members != nil || first.elements?.first?.members != nil
    else { return nil }
    return Diagnostic(
      "read.other-json", .error, "the input is \(kind(of: first))",
      at: Diagnostic.Location(file: name),
      notes: [
        "reports are read back from YAML, JSON and STIX bundles; articles from objects with 'text' or 'html'"
      ],
      help: "give the report itself, or '--as text' to read the JSON as prose")
  }

  /// What the JSON is instead, as far as it can be told.
  private static func kind(of root: DataNode) -> String {
    if root["Event"] != nil || root["response"] != nil { return "a MISP event, which is not read" }
    if root["versions"]?["layer"] != nil { return "a layer of the ATT&CK Navigator, which is not read" }
    return "JSON that holds no report, claims or articles"
  }
}
