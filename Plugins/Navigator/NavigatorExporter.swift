public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes an ATT&CK Navigator layer (format 4.5): the techniques that the sources name, scored by how many claims do.
public struct NavigatorExporter: Exporter {
  /// The matrices of ATT&CK.
  public enum Domain: String, Sendable, CaseIterable {
    /// Enterprise.
    case enterprise = "enterprise-attack"
    /// Mobile.
    case mobile = "mobile-attack"
    /// Industrial control systems.
    case ics = "ics-attack"
  }

  /// What it is.
  public static let manifest = ExporterManifest(
    name: "navigator", summary: "ATT&CK Navigator layer of the techniques that claims name",
    mediaType: "application/json", fileName: "{slug}.layer.json", stability: .stable, carries: [.techniques])
  /// Its options.
  public static let options: [OptionField<Self>] = [
    .choice("domain", \.domain, help: "Matrix of ATT&CK"),
    .text(
      "attack_version", \.attackVersion, help: "Version of ATT&CK that the layer says it is of", example: "18"
    ) {
      $0.isEmpty || !$0.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        ? "must be a version such as 18" : nil
    },
  ]

  /// The matrix.
  public var domain = Domain.enterprise
  /// The version of ATT&CK.
  public var attackVersion = "18"

  private var techniques: [LayerTechnique] = []
  private var titles: [String] = []
  private var details: [(name: String, value: String)] = []

  /// The exporter.
  public init() {}

  /// Takes a report's techniques; the layer is written at the end, of all reports together.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    titles.append(report.title)
    details += [
      ("report", report.id), ("created", report.created), ("tlp", report.marking.tlp.rawValue),
      ("producer", report.producer.name),
    ]
    let claims = Dictionary(report.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(report.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for technique in report.techniques {
      let place = techniques.firstIndex { $0.id == technique.attackID } ?? techniques.count
      if place == techniques.count {
        techniques.append(LayerTechnique(id: technique.attackID, name: technique.name))
      }
      techniques[place].score += max(1, technique.claims.count)
      for id in technique.claims {
        let speakers = (claims[id]?.speakers ?? []).compactMap { names[$0] }.joined(separator: ", ")
        let words = claims[id]?.proposition.text ?? ""
        techniques[place].comments.append("\(id)" + (speakers.isEmpty ? "" : " (\(speakers))") + ": \(words)")
      }
      techniques[place].words += technique.mentions.map(\.text)
    }
    let kept: Set<String> = [
      "title", "created", "marking.tlp", "producer.name", "techniques.attack_id", "techniques.name",
      "techniques.claims", "techniques.mentions.text",
    ]
    for loss in LossReckoning.losses(
      of: report, keeping: kept, why: "a layer holds techniques and comments only")
    {
      output.report(loss: loss)
    }
  }

  /// Writes the layer.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("name")
    json.string(titles.first.flatMap { $0.isEmpty ? nil : $0 } ?? "Dossier")
    json.key("versions")
    json.beginObject()
    for (key, version) in [("attack", attackVersion), ("navigator", "5.1.0"), ("layer", "4.5")] {
      json.key(key)
      json.string(version)
    }
    json.endObject()
    json.key("domain")
    json.string(domain.rawValue)
    json.key("description")
    json.string(titles.joined(separator: "\n"))
    json.key("techniques")
    json.beginArray()
    for technique in techniques { technique.write(to: &json) }
    json.endArray()
    json.key("gradient")
    json.beginObject()
    json.key("colors")
    json.strings(["#fff7e6", "#d9480f"])
    json.key("minValue")
    json.integer(0)
    json.key("maxValue")
    json.integer(max(1, techniques.map(\.score).max() ?? 1))
    json.endObject()
    json.key("metadata")
    LayerTechnique.write(details, to: &json)
    json.endObject()
    json.newline()
    output.write(json.bytes)
    self = Self.init(domain: domain, attackVersion: attackVersion)
  }

  private init(domain: Domain, attackVersion: String) {
    self.domain = domain
    self.attackVersion = attackVersion
  }
}
