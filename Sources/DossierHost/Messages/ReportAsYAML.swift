public import DossierModel
import DossierYAML

extension Report {
  /// The report as one YAML document that begins with `---`: the same tree as its JSON.
  public var yaml: [UInt8] {
    var writer = YAMLWriter(reserving: 1 << 16)
    writer.beginDocument()
    write(to: &writer)
    writer.endDocument()
    return writer.bytes
  }
}
