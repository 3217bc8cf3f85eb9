import CLibXML2
import DossierText

/// Reads XML by libxml2, forgiving what can be forgiven: no network, no document type, no entities but the predefined
/// ones and those of HTML.
enum XMLDocument {
  /// The root element of a text; nil if there is none.
  ///
  /// What is broken is passed over, and the first mistake told.
  static func parse(_ source: SourceText) -> (root: XMLNode?, problem: Diagnostic?) {
    LibXML.start()
    let bytes = XMLRepair.repaired(source.bytes)
    guard let context = xmlNewParserCtxt() else { return (nil, nil) }
    defer { xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
        "UTF-8",
        Int32(options))
    }
    let problem = context.pointee.wellFormed == 0 ? problem(of: context, in: source) : nil
    guard let document else { return (nil, problem) }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return (nil, problem) }
    return (node(root, depth: 0), problem)
  }

  private static func problem(of context: xmlParserCtxtPtr, in source: SourceText) -> Diagnostic {
    let error = context.pointee.lastError
    let text = error.message.map { String(cString: $0) } ?? "it is not well-formed"
    let line = max(1, Int(error.line))
    return Diagnostic(
      "read.broken-xml", .warning, "the XML is broken: \(PageMetadata.tidy(text))",
      at: Diagnostic.Location(file: source.name, line: line, column: 0, text: ""),
      notes: ["what could be read was read"])
  }

  /// libxml2 bounds the depth to 256.
  private static func node(_ pointer: xmlNodePtr, depth: Int) -> XMLNode {
    var node = XMLNode()
    node.name = String(cString: pointer.pointee.name).lowercased()
    if let prefix = pointer.pointee.ns?.pointee.prefix { node.prefix = String(cString: prefix).lowercased() }
    // A prefix that nothing declares stays part of the name.
    if let colon = node.name.firstIndex(of: ":") {
      node.prefix = String(node.name[..<colon])
      node.name = String(node.name[node.name.index(after: colon)...])
    }
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if let value = xmlNodeListGetString(pointer.pointee.doc, current.pointee.children, 1) {
        node.attributes[String(cString: current.pointee.name).lowercased()] = String(cString: value)
        dossier_xml_free(value)
      }
      attribute = current.pointee.next
    }
    var child = pointer.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: if depth < 256 { node.children.append(self.node(current, depth: depth + 1)) }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content {
          var text = XMLNode()
          text.text = String(cString: content)
          node.children.append(text)
        }
      default: break
      }
      child = current.pointee.next
    }
    return node
  }
}
