/// A MISP object template: which attributes an object of this name has.
struct ObjectTemplate: Sendable {
  /// Name of the objects.
  let name: String
  /// Id of the template.
  let uuid: String
  /// Version of the template.
  let version: Int
  /// `meta-category` of MISP's objects.
  let metaCategory: String
  /// What such an object is.
  let description: String
  /// Its attributes, in the order that people are shown them.
  let relations: [ObjectRelation]
  /// Names of attributes that each object has.
  let required: [String]

  init(
    _ name: String, uuid: String, version: Int, metaCategory: String = "misc", description: String = "",
    relations: [ObjectRelation] = [], required: [String] = []
  ) {
    self.name = name
    self.uuid = uuid
    self.version = version
    self.metaCategory = metaCategory
    self.description = description
    self.relations = relations
    self.required = required
  }
}

/// An attribute of a template.
struct ObjectRelation: Sendable {
  /// `object_relation`.
  let name: String
  /// Type of describeTypes.
  let type: AttributeType
  /// What it holds.
  let description: String
  /// Whether an object may have several.
  let isMultiple: Bool
  /// Whether MISP shows other events with the same value.
  let correlates: Bool

  init(
    _ name: String, _ type: AttributeType = .text, _ description: String = "", isMultiple: Bool = false,
    correlates: Bool = false
  ) {
    self.name = name
    self.type = type
    self.description = description
    self.isMultiple = isMultiple
    self.correlates = correlates
  }
}

/// A type of attribute with the category that it stands in here; the pairs are of MISP's describeTypes.
struct AttributeType: Sendable, Hashable {
  /// `type`.
  let name: String
  /// `category`.
  let category: String

  init(_ name: String, in category: String) {
    self.name = name
    self.category = category
  }

  static let text = AttributeType("text", in: "Other")
  static let boolean = AttributeType("boolean", in: "Other")
  static let counter = AttributeType("counter", in: "Other")
  static let link = AttributeType("link", in: "External analysis")
  static let fullName = AttributeType("full-name", in: "Person")
  static let vulnerability = AttributeType("vulnerability", in: "External analysis")
}
