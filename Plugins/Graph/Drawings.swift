/// DOT, the language of Graphviz (graphviz.org/doc/info/lang.html).
enum DOT {
  static func write(_ graph: ClaimGraph) -> String {
    let tlp = graph.facts.first { $0.key == "tlp" }?.value ?? ""
    var text = "digraph \(graph.id) {\n"
    text += "  graph [label=\"\(escape("TLP:\(tlp.uppercased()) \(graph.title)"))\" labelloc=t rankdir=LR];\n"
    text += "  node [fontname=\"sans-serif\" fontsize=11]; edge [fontname=\"sans-serif\" fontsize=9];\n"
    for node in graph.nodes {
      text += "  \(node.id) [label=\"\(escape(node.label))\"\(style(of: node))];\n"
    }
    for edge in graph.edges {
      let style = edge.isRelation ? " style=dotted" : edge.kind == "answers" ? " style=dashed" : ""
      text += "  \(edge.from) -> \(edge.to) [label=\"\(escape(label(of: edge)))\"\(style)];\n"
    }
    return text + "}\n"
  }

  private static func style(of node: ClaimGraph.Node) -> String {
    switch node.sort {
    case .entity: " shape=box tooltip=\"\(escape(node.facts.first { $0.key == "kind" }?.value ?? ""))\""
    case .claim:
      " shape=ellipse\(node.denies ? " color=red fontcolor=red" : "")\(node.hedged ? " style=dashed" : "")"
    case .event: " shape=hexagon tooltip=\"\(escape(node.facts.first { $0.key == "kind" }?.value ?? ""))\""
    case .technique: " shape=component"
    case .indicator: " shape=note tooltip=\"\(escape(node.facts.first { $0.key == "kind" }?.value ?? ""))\""
    }
  }

  /// Text within double quotation marks: `\N` and entities such as `&amp;` would mean something there.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "&": escaped += "&amp;"
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": escaped += " "
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The kind of an edge; for a relation, with the claims that assert and dispute it.
  static func label(of edge: ClaimGraph.Edge) -> String {
    guard edge.isRelation else { return edge.kind }
    var label = edge.kind
    for (key, value) in edge.facts where key == "claims" || key == "disputed_by" {
      if let value, !value.isEmpty { label += key == "claims" ? " [\(value)]" : " disputed by [\(value)]" }
    }
    return label
  }
}

/// A flowchart of Mermaid (mermaid.js.org/syntax/flowchart.html), one subgraph a report.
enum Mermaid {
  static let head = """
    flowchart LR
      classDef claim rx:12,ry:12
      classDef denial stroke:#c00,stroke-dasharray:4 3
      classDef hedged stroke-dasharray:2 3

    """

  static func write(_ graph: ClaimGraph) -> String {
    var text = "  subgraph \(graph.id) [\"\(escape(graph.title))\"]\n"
    for node in graph.nodes {
      let (open, close) =
        switch node.sort {
        case .entity: ("[", "]")
        case .claim: ("(", ")")
        case .event: ("{{", "}}")
        case .technique: ("[[", "]]")
        case .indicator: (">", "]")
        }
      text += "    \(node.id)\(open)\"\(escape(label(of: node)))\"\(close)\(style(of: node))\n"
    }
    for edge in graph.edges {
      let arrow = edge.isRelation || edge.kind == "answers" ? "-.->" : "-->"
      text += "    \(edge.from) \(arrow)|\"\(escape(DOT.label(of: edge)))\"| \(edge.to)\n"
    }
    return text + "  end\n"
  }

  /// The words of a node, with its kind where it has one.
  private static func label(of node: ClaimGraph.Node) -> String {
    guard let kind = node.facts.first(where: { $0.key == "kind" })?.value else { return node.label }
    return "\(node.label) (\(kind))"
  }

  private static func style(of node: ClaimGraph.Node) -> String {
    guard node.sort == .claim else { return "" }
    return node.denies ? ":::denial" : node.hedged ? ":::hedged" : ":::claim"
  }

  /// Text within double quotation marks: every ASCII mark that Mermaid, Markdown or HTML could take for its own
  /// becomes a numeric entity, `#35;`.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2C, 0x2D, 0x2E:
        escaped.unicodeScalars.append(scalar)
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: escaped += " "
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: escaped += "\u{FFFD}"
      case 0x21..<0x7F: escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped.isEmpty ? " " : escaped
  }
}
