import DossierModel
import DossierText

/// The objects of a bundle, found by id, and the reports among them that can be read back.
struct BundleObjects {
  /// One object with what is asked of it often.
  struct Object {
    let node: DataNode
    let type: String
    let id: String
    /// The object's part of the exporter's extension.
    let facts: DataNode?

    init(_ node: DataNode) {
      self.node = node
      type = node["type"]?.text ?? ""
      id = node["id"]?.text ?? ""
      facts = node["extensions"]?[ReportExtension.identifier]
    }

    /// The ids in the list under a key.
    func references(_ key: String) -> [String] { node[key]?.elements?.compactMap(\.text) ?? [] }
  }

  /// A report that can be read back.
  struct Report {
    let object: Object
    /// The places of the objects that stand between the report before and this one.
    let window: Range<Int>
  }

  let objects: [Object]
  /// The reports that carry the extension, in the bundle's order.
  let reports: [Report]
  private let places: [String: [Int]]

  init(_ root: DataNode) {
    objects = (root["objects"]?.elements ?? []).map { Object($0) }
    var places: [String: [Int]] = [:]
    var reports: [Report] = []
    var start = 0
    for (place, object) in objects.enumerated() {
      places[object.id, default: []].append(place)
      if object.type == "report", object.facts?["report"] != nil {
        reports.append(Report(object: object, window: start..<place))
        start = place + 1
      }
    }
    self.places = places
    self.reports = reports
  }

  /// The object with an id: the one written with the report, where several reports of a bundle share the id.
  func object(_ id: String, of report: Report? = nil) -> Object? {
    guard let all = places[id], let first = all.first else { return nil }
    return objects[all.first { report?.window.contains($0) ?? true } ?? first]
  }
}

extension DataNode {
  /// The text, if this is one.
  var text: String? {
    if case .string(let text) = value { text } else { nil }
  }
}
