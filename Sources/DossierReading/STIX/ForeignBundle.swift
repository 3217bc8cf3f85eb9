import DossierModel
import DossierText

/// What is to be said about bundles, and parts of them, that the exporter did not write.
enum ForeignBundle {
  /// Why a bundle without a report of ours cannot be read.
  static func refusal(of bundle: BundleObjects, _ name: String) -> Diagnostic {
    let held = bundle.objects.isEmpty ? "nothing" : counts(bundle.objects)
    return Diagnostic(
      "read.foreign-stix", .error,
      "this STIX bundle holds no report that Dossier wrote, so it has no claims to read",
      at: Diagnostic.Location(file: name),
      notes: [
        "it holds \(held)",
        "who says what about whom, in which words, stands in \(ReportExtension.identifier) alone; "
          + "notes, opinions and relationships of others do not tell it",
      ],
      help: "to have claims found in the prose of a report or note, save that as text and read it")
  }

  /// That a report names objects that the bundle lacks; without them claims would be missing unseen.
  static func missing(
    from report: BundleObjects.Report, in bundle: BundleObjects, _ text: SourceText
  ) -> Diagnostic? {
    let absent = report.object.references("object_refs").filter { bundle.object($0) == nil }
    guard let first = absent.first else { return nil }
    let place = report.object.node["object_refs"]?.elements?.first { $0.text == first }
    return Diagnostic(
      "read.stix-not-whole", .error,
      "the report cannot be put together: \(absent.count) of the objects it names "
        + (absent.count == 1 ? "is not in the bundle" : "are not in the bundle"),
      at: Diagnostic.Location(place?.range ?? report.object.node.range, in: text),
      notes: absent.count > 1 ? ["the first of them is \(first)"] : [],
      help: "read the bundle as the exporter wrote it")
  }

  /// That a report has fewer or more parts than when it was written, as where an object was changed so that it no
  /// longer tells what it is.
  static func gone(from root: DataNode, of report: BundleObjects.Report, _ text: SourceText) -> Diagnostic? {
    for count in report.object.facts?["counts"]?.members ?? [] {
      guard case .integer(let written) = count.value.value, let found = root[count.key]?.elements?.count,
        found != written
      else { continue }
      return Diagnostic(
        "read.stix-not-whole", .error,
        "the report cannot be put together: it was written with \(written) \(count.key), and the bundle has \(found)",
        at: Diagnostic.Location(count.value.range, in: text), help: "read the bundle as the exporter wrote it"
      )
    }
    return nil
  }

  /// That a bundle also holds objects that were not written for its reports and are left.
  static func left(of bundle: BundleObjects, _ name: String) -> Diagnostic? {
    var known: Set<String> = []
    for report in bundle.reports {
      known.insert(report.object.id)
      for id in report.object.references("object_refs") {
        if let object = bundle.object(id), isOurs(object) { known.insert(id) }
      }
    }
    let left = bundle.objects.filter { object in
      switch object.type {
      case "marking-definition", "extension-definition": false
      case "language-content": !known.contains(object.node["object_ref"]?.text ?? "")
      default: !known.contains(object.id) && !isDefiner(object, in: bundle)
      }
    }
    if left.isEmpty { return nil }
    return Diagnostic(
      "read.stix-left", .warning,
      "\(left.count) \(left.count == 1 ? "object is" : "objects are") not read: \(counts(left))",
      at: Diagnostic.Location(file: name),
      notes: ["they are not part of what Dossier wrote; the report is read without them"])
  }

  /// Whether an object is of the exporter's making: it carries the extension, or is of a kind that needs none.
  private static func isOurs(_ object: BundleObjects.Object) -> Bool {
    switch object.type {
    case "identity", "indicator", "observed-data": true
    case "relationship" where object.node["relationship_type"]?.text == "based-on": true
    default: object.facts != nil
    }
  }

  /// Whether an object is who defines the extension.
  private static func isDefiner(_ object: BundleObjects.Object, in bundle: BundleObjects) -> Bool {
    bundle.object(ReportExtension.identifier)?.node["created_by_ref"]?.text == object.id
  }

  /// Objects by type with how many there are, in the order of the types' names.
  private static func counts(_ objects: [BundleObjects.Object]) -> String {
    let counts = objects.reduce(into: [:]) { $0[$1.type.isEmpty ? "no type" : $1.type, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
