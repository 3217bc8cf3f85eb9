import DossierModel

/// Indicators as attributes of the event.
extension EventWriter {
  /// Writes one attribute for each value; MISP refuses the same twice, so several indicators of it share one.
  mutating func writeIndicators() {
    var order: [String] = []
    var groups: [String: [Indicator]] = [:]
    for indicator in report.indicators {
      let key = "\(IndicatorType.type(of: indicator).name)\u{1F}\(PlainText.clean(indicator.value))"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(indicator)
    }
    json.key("Attribute")
    json.beginArray()
    for indicators in order.compactMap({ groups[$0] }) {
      guard let first = indicators.first else { continue }
      let id = uuid("attribute", first.id)
      for indicator in indicators { indicatorAttributes[indicator.id] = id }
      let value = PlainText.clean(first.value)
      let type = IndicatorType.type(of: first)
      json.beginObject()
      json.field("uuid", id)
      json.field("type", type.name)
      json.field("category", type.category)
      json.field("value", PlainText.isBlank(value) ? first.id : value)
      writeAttributeEnd(
        detects: detects && indicators.contains { IndicatorType.detects($0) }, correlates: true,
        comment: indicators.map(Self.comment).joined(separator: "\n"), tags: [])
    }
    json.endArray()
  }

  private static func comment(on indicator: Indicator) -> String {
    let mention = indicator.mention
    return PlainText.clean(
      "\(indicator.id): \(([indicator.kind, indicator.role.rawValue] + indicator.marks.map(\.rawValue)).joined(separator: ", ")); “\(mention.text)” "
        + "(\(place(mention.source, mention.start, mention.end)))")
  }
}
