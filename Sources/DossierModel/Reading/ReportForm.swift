public import DossierText

/// The two forms in which a report can be handed over.
public enum ReportForm: Sendable, Hashable {
  /// The whole report, `dossier.report/1`: everything that has no natural empty value must be there.
  case report
  /// Parsed claims, `dossier.claims/1`: sources, entities and claims, with ids and whatever can be filled in left out.
  case claims

  /// The form that a tree says it has: by its key `schema`; without that key, parsed claims.
  public init(of node: DataNode) {
    if case .string(let name)? = node["schema"]?.value, name.hasPrefix("dossier.report/") {
      self = .report
    } else {
      self = .claims
    }
  }

  /// The name that stands under `schema`.
  public var schemaName: String {
    switch self {
    case .report: Report.schema
    case .claims: "dossier.claims/1"
    }
  }

  func needs(_ field: RecordShape.Field) -> Bool {
    switch field.need {
    case .always: true
    case .report: self == .report
    case .never, .claimsOnly: false
    }
  }

  func keys(of shape: RecordShape) -> [String] {
    self == .report ? shape.reportKeys : shape.claimsKeys
  }
}
