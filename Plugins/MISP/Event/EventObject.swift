import DossierModel
import DossierText

/// A MISP object of an event before it is written.
struct EventObject {
  /// One value.
  struct Attribute {
    let relation: ObjectRelation
    let value: String
    let comment: String
    let tags: [String]
  }

  /// A reference to another object or attribute.
  struct Reference {
    /// Of misp-objects' list of relationships.
    let type: String
    let target: String
    let comment: String
  }

  /// An opinion of analyst data on this object.
  struct Opinion {
    let key: String
    /// 0 to 100; 50 is neutral.
    let value: Int
    let authors: String
    let comment: String
  }

  let template: ObjectTemplate
  /// Id of the part of the report that it is.
  let key: String
  let comment: String
  private(set) var attributes: [Attribute] = []
  var references: [Reference] = []
  var opinions: [Opinion] = []

  init(_ template: ObjectTemplate, key: String, comment: String = "") {
    self.template = template
    self.key = key
    self.comment = PlainText.clean(comment)
  }

  /// Adds a value; an empty one is none, since MISP refuses it.
  mutating func add(
    _ relation: ObjectRelation, _ value: String?, comment: String = "", tags: [String] = []
  ) {
    guard let value else { return }
    let plain = PlainText.clean(value)
    if PlainText.isBlank(plain) { return }
    attributes.append(
      Attribute(relation: relation, value: plain, comment: PlainText.clean(comment), tags: tags))
  }

  /// Adds each of some values.
  mutating func add(_ relation: ObjectRelation, _ values: [String]) {
    for value in values { add(relation, value) }
  }

  /// Adds a number.
  mutating func add(_ relation: ObjectRelation, _ value: Int?) { add(relation, value.map { "\($0)" }) }

  /// Adds a truth value, as MISP writes it.
  mutating func add(_ relation: ObjectRelation, _ value: Bool) { add(relation, value ? "1" : "0") }

  /// Adds `value` where there is no value yet, for attributes that templates require.
  mutating func require(_ relation: ObjectRelation, _ value: String) {
    if !attributes.contains(where: { $0.relation.name == relation.name }) { add(relation, value) }
  }

  /// Adds a reference, once.
  mutating func refer(_ type: String, to target: String?, _ comment: String) {
    guard let target else { return }
    let comment = PlainText.clean(comment)
    if references.contains(where: { $0.type == type && $0.target == target && $0.comment == comment }) {
      return
    }
    references.append(Reference(type: type, target: target, comment: comment))
  }
}

/// Text as MISP's database holds it.
enum PlainText {
  /// The text with U+FFFD in place of control characters other than tabs and line breaks.
  static func clean(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return text }
    return replacing(text) { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether there is nothing to see in a text.
  static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// The text on one line, of at most `limit` characters, the last an ellipsis where some are cut.
  static func line(_ text: String, limit: Int) -> String {
    let line = replacing(text) { _ in false }
    if line.unicodeScalars.count <= limit { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit - 1))) + "…"
  }

  private static func replacing(_ text: String, keeping keeps: (UInt32) -> Bool) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: out.append(keeps(scalar.value) ? scalar : " ")
      case 0..<0x20, 0x7F: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
