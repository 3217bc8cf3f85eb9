package import DossierText

/// A Mustache template without logic (mustache.github.io/mustache.5.html): `{{name}}`, `{{a.b}}`, `{{.}}`,
/// `{{{name}}}` and `{{&name}}` without escaping, `{{#list}}…{{/list}}`, `{{^list}}…{{/list}}`, `{{! comment}}`.
///
/// It can neither read files nor run code: partials, lambdas and changes of delimiters are refused. A name that the
/// context does not know is an error, not silence.
package struct Template: Sendable {
  /// A piece of the template.
  indirect enum Part: Sendable {
    case text([UInt8])
    case value(Name, isEscaped: Bool)
    case section(Name, isInverted: Bool, [Part])
  }

  /// A name in a tag, by its steps; none for `{{.}}`.
  struct Name: Sendable {
    let steps: [String]
    let range: TextRange
  }

  let source: SourceText
  let parts: [Part]
  let limits: TemplateLimits

  /// Reads a template and checks its names against those that the context has.
  ///
  /// - Throws: A diagnostic `template.…` with line and column at the first mistake. Linear in the template.
  package init(_ source: SourceText, names: Set<String>, limits: TemplateLimits = TemplateLimits())
    throws(Diagnostic)
  {
    if source.bytes.count > limits.size {
      throw Diagnostic(
        "template.too-long", .error,
        "the template has \(source.bytes.count) bytes, more than the \(limits.size) allowed",
        at: Diagnostic.Location(file: source.name), help: "keep data out of the template")
    }
    var reader = TemplateReader(source: source, names: names, limits: limits)
    parts = try reader.read()
    self.source = source
    self.limits = limits
  }

  /// Fills in a context.
  ///
  /// - Parameters:
  ///   - context: The values, by name.
  ///   - escape: Writes text so that it forms no markup.
  /// - Throws: A diagnostic, if the output or the work grows beyond its bound.
  package func render(
    _ context: TemplateValue, escape: (String, inout [UInt8]) -> Void
  ) throws(Diagnostic) -> [UInt8] {
    var renderer = TemplateRenderer(template: self, stack: [context])
    try renderer.render(parts, escape: escape)
    return renderer.output
  }
}

/// Goes through a template with a context.
struct TemplateRenderer {
  let template: Template
  var stack: [TemplateValue]
  var output: [UInt8] = []
  private var steps = 0

  init(template: Template, stack: [TemplateValue]) {
    self.template = template
    self.stack = stack
  }

  mutating func render(_ parts: [Template.Part], escape: (String, inout [UInt8]) -> Void) throws(Diagnostic) {
    for part in parts {
      steps += 1
      if steps > template.limits.steps { throw tooMuch("work", template.limits.steps, part) }
      if output.count > template.limits.output { throw tooMuch("output", template.limits.output, part) }
      switch part {
      case .text(let text): output.append(contentsOf: text)
      case .value(let name, let isEscaped):
        guard case .text(let text)? = find(name) else { continue }
        if isEscaped { escape(text, &output) } else { output.append(contentsOf: text.utf8) }
      case .section(let name, let isInverted, let content):
        let value = find(name)
        let isThere = value?.isThere ?? false
        if isInverted {
          if !isThere { try render(content, escape: escape) }
        } else if isThere, let value {
          try renderSection(value, content, escape: escape)
        }
      }
    }
  }

  private mutating func renderSection(
    _ value: TemplateValue, _ content: [Template.Part], escape: (String, inout [UInt8]) -> Void
  ) throws(Diagnostic) {
    if case .flag = value { return try render(content, escape: escape) }
    let turns = if case .list(let list) = value { list } else { [value] }
    for turn in turns {
      stack.append(turn)
      try render(content, escape: escape)
      stack.removeLast()
    }
  }

  /// The value of a name: its first step in the innermost map that has it, then inwards.
  private func find(_ name: Template.Name) -> TemplateValue? {
    guard let first = name.steps.first else { return stack.last }
    var found: TemplateValue?
    for value in stack.reversed() {
      if case .map(let map) = value, let inner = map[first] {
        found = inner
        break
      }
    }
    for step in name.steps.dropFirst() {
      guard case .map(let map)? = found else { return nil }
      found = map[step]
    }
    return found
  }

  private func tooMuch(_ what: String, _ limit: Int, _ part: Template.Part) -> Diagnostic {
    let location: Diagnostic.Location? =
      switch part {
      case .value(let name, _), .section(let name, _, _): Diagnostic.Location(name.range, in: template.source)
      case .text: Diagnostic.Location(file: template.source.name)
      }
    return Diagnostic(
      "template.too-much-\(what)", .error, "the template asks for too much \(what): more than \(limit)",
      at: location, help: "take sections within sections apart")
  }
}
