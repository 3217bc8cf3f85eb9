import DossierModel
import DossierPluginKit
import DossierText

/// One line that a program writes, understood.
enum ProgramAnswer {
  /// Bytes of a file; `hasMore` says that further pieces of it follow.
  case file(name: String, bytes: [UInt8], hasMore: Bool)
  case loss(Loss)
  case diagnostic(Diagnostic)
  case done

  private enum Kind: String, CaseIterable {
    case file, loss, diagnostic, done
  }

  /// Reads a line.
  ///
  /// - Throws: A diagnostic `plugin.malformed` that shows the line.
  init(_ line: ArraySlice<UInt8>, program: String) throws(Diagnostic) {
    let source = SourceText(name: "\(program) (output)", bytes: Array(line))
    let root: DataNode
    do throws(Diagnostic) {
      root = try JSONParser.parse(source)
    } catch {
      throw Diagnostic(
        "plugin.malformed", .error,
        "the program '\(program)' wrote a line that is not JSON: \(error.summary)",
        at: error.location.map { $0.line > 0 ? $0 : Diagnostic.Location(file: source.name) },
        notes: ["the line begins: \(String(decoding: line.prefix(120), as: UTF8.self))"],
        help: "its standard output is for the protocol alone; it may say anything on its standard error")
    }
    var decoder = DataDecoder(source: source, scope: "plugin")
    let answer = Self.decode(root, &decoder)
    if let first = decoder.diagnostics.first {
      throw Diagnostic(
        "plugin.malformed", .error, "the program '\(program)' broke the protocol: \(first.summary)",
        at: first.location, notes: first.notes,
        help: first.help ?? "docs/plugin-protocol.md lists the lines that a program may write")
    }
    self = answer ?? .done
  }

  private static func decode(_ root: DataNode, _ decoder: inout DataDecoder) -> ProgramAnswer? {
    guard root.members != nil else {
      decoder.report("type", "a line must be an object, not \(root.kindName)", at: root.range)
      return nil
    }
    guard let kind = decoder.choice(root["type"], of: Kind.self, what: "'type'") else {
      if root["type"] == nil { decoder.report("type", "a line needs the key 'type'", at: root.range) }
      return nil
    }
    switch kind {
    case .done:
      _ = decoder.object(root, keys: ProtocolShapes.done.reportKeys, what: "the line")
      return .done
    case .file: return file(root, &decoder)
    case .loss:
      let object = decoder.object(root, keys: ProtocolShapes.loss.reportKeys, what: "the loss")
      for key in ["what", "why"] where object[key] == nil {
        decoder.missing(key, in: object, what: "the loss")
      }
      return .loss(
        Loss(
          subject: decoder.string(object["subject"], what: "'subject'"),
          what: decoder.string(object["what"], what: "'what'") ?? "",
          why: decoder.string(object["why"], what: "'why'") ?? ""))
    case .diagnostic:
      let object = decoder.object(
        root, keys: ProtocolShapes.diagnostic.reportKeys, what: "the diagnostic")
      for key in ["severity", "summary"] where object[key] == nil {
        decoder.missing(key, in: object, what: "the diagnostic")
      }
      return .diagnostic(
        Diagnostic(
          "plugin.said",
          decoder.choice(object["severity"], of: Diagnostic.Severity.self, what: "'severity'") ?? .error,
          decoder.string(object["summary"], what: "'summary'") ?? "",
          notes: decoder.strings(object["notes"], what: "'notes'"),
          help: decoder.string(object["help"], what: "'help'")))
    }
  }

  private static func file(_ root: DataNode, _ decoder: inout DataDecoder) -> ProgramAnswer? {
    let object = decoder.object(root, keys: ["type", "name", "text", "base64", "more"], what: "the file")
    if object["name"] == nil { decoder.missing("name", in: object, what: "the file") }
    let name = decoder.string(object["name"], what: "'name'") ?? ""
    let hasMore = decoder.bool(object["more"], what: "'more'") ?? false
    switch (object["text"], object["base64"]) {
    case (let text?, nil):
      return .file(
        name: name, bytes: Array((decoder.string(text, what: "'text'") ?? "").utf8), hasMore: hasMore)
    case (nil, let encoded?):
      let text = decoder.string(encoded, what: "'base64'") ?? ""
      guard let bytes = Base64.decode(Array(text.utf8)) else {
        decoder.report("base64", "'base64' is not base64 (RFC 4648, with padding)", at: encoded.range)
        return nil
      }
      return .file(name: name, bytes: bytes, hasMore: hasMore)
    default:
      decoder.report("content", "a file has 'text' or 'base64'", at: object.range)
      return nil
    }
  }
}
