import DossierModel
import DossierText

/// The templates of the exporter's own objects, as MISP's `definition.json` has them (misp-objects).
package enum TemplateDefinitions {
  /// The templates that are not of misp-objects.
  static let templates = [
    ClaimTemplate.template, EntityTemplate.template, EventTemplate.template, RelationTemplate.template,
    ReportTemplate.template, SourceTemplate.template,
  ]

  /// Name and definition of each.
  package static var all: [(name: String, json: [UInt8])] {
    templates.map { ($0.name, definition(of: $0)) }
  }

  private static func definition(of template: ObjectTemplate) -> [UInt8] {
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("attributes")
    json.beginObject()
    for (place, relation) in template.relations.enumerated() {
      json.key(relation.name)
      json.beginObject()
      json.field("description", relation.description)
      json.key("disable_correlation")
      json.bool(!relation.correlates)
      json.field("misp-attribute", relation.type.name)
      if relation.isMultiple {
        json.key("multiple")
        json.bool(true)
      }
      json.key("ui-priority")
      json.integer(template.relations.count - place)
      json.endObject()
    }
    json.endObject()
    json.field("description", template.description)
    json.field("meta-category", template.metaCategory)
    json.field("name", template.name)
    json.key("required")
    json.strings(template.required)
    json.field("uuid", template.uuid)
    json.key("version")
    json.integer(template.version)
    json.endObject()
    json.newline()
    return json.bytes
  }
}
