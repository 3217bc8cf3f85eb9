/// Bounds on what a template may ask for.
package struct TemplateLimits: Sendable, Hashable {
  /// Bytes of the template.
  package var size = 256 * 1024
  /// Sections within sections.
  package var depth = 32
  /// Tags shown in all, over every turn of every section.
  package var steps = 20_000_000
  /// Bytes of the output.
  package var output = 64 * 1024 * 1024

  /// The bounds that exporters use.
  package init() {}
}
