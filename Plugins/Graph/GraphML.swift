/// GraphML (graphml.graphdrawing.org, 1.0): every fact is a string attribute declared as a key.
enum GraphML {
  private static let graphKeys = ["report", "title", "created", "tlp"]
  private static let nodeKeys = [
    "part", "sort", "label", "kind", "role", "attack_id", "act", "polarity", "level", "hedged", "quoted",
    "channel",
    "proposition", "behaviours", "confidence_words", "confidence_level", "likelihood_words", "likelihood_low",
    "likelihood_high", "evidence", "earliest", "latest", "time_words",
  ]
  private static let edgeKeys = ["relation", "asserted", "claims", "disputed_by", "edge_words", "edge_level"]

  static let head: String = {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    for (holder, keys) in [("graph", graphKeys), ("node", nodeKeys), ("edge", edgeKeys)] {
      for key in keys {
        text += "  <key id=\"\(key)\" for=\"\(holder)\" attr.name=\"\(name(key))\" attr.type=\"string\"/>\n"
      }
    }
    return text
  }()

  static let end = "</graphml>\n"

  /// The attribute's name: ids of keys must differ, names need not.
  private static func name(_ key: String) -> String {
    switch key {
    case "edge_words": "confidence_words"
    case "edge_level": "confidence_level"
    default: key
    }
  }

  static func write(_ graph: ClaimGraph) -> String {
    var text = "  <graph id=\"\(graph.id)\" edgedefault=\"directed\">\n"
    for (key, value) in graph.facts { text += data(key, value, indent: "    ") }
    for node in graph.nodes {
      text += "    <node id=\"\(node.id)\">\n"
      text += data("sort", node.sort.rawValue, indent: "      ")
      text += data("label", node.label, indent: "      ")
      for (key, value) in node.facts { text += data(key, value, indent: "      ") }
      text += "    </node>\n"
    }
    for (number, edge) in graph.edges.enumerated() {
      text += "    <edge id=\"\(graph.id)x\(number + 1)\" source=\"\(edge.from)\" target=\"\(edge.to)\">\n"
      text += data("relation", edge.kind, indent: "      ")
      text += data("asserted", edge.isRelation ? "claims" : "structure", indent: "      ")
      for (key, value) in edge.facts { text += data(edgeKey(key), value, indent: "      ") }
      text += "    </edge>\n"
    }
    return text + "  </graph>\n"
  }

  private static func edgeKey(_ key: String) -> String {
    switch key {
    case "confidence_words": "edge_words"
    case "confidence_level": "edge_level"
    default: key
    }
  }

  private static func data(_ key: String, _ value: String?, indent: String) -> String {
    guard let value, !value.isEmpty else { return "" }
    return "\(indent)<data key=\"\(key)\">\(escape(value))</data>\n"
  }

  /// Text as XML 1.0 content; characters that XML cannot hold become U+FFFD.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\r": escaped += "&#13;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
