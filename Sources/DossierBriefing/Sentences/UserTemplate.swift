package import DossierTemplate
package import DossierText

/// A template of the user's as an option of an exporter.
package enum UserTemplate {
  /// The name that messages show for it.
  private static let name = "template"

  /// What is wrong with a template, in words for the option's message; nil if nothing is.
  package static func mistake(in text: String) -> String? {
    if text.isEmpty { return nil }
    do throws(Diagnostic) {
      _ = try read(text)
      return nil
    } catch {
      let place = error.location.map { ", line \($0.line), column \($0.column) of the template" } ?? ""
      return "is no template: \(error.summary)\(place)" + (error.help.map { "; \($0)" } ?? "")
    }
  }

  /// Fills in a template.
  ///
  /// - Throws: A diagnostic `template.…`.
  package static func render(
    _ text: String, _ index: ReportIndex, escape: (String, inout [UInt8]) -> Void
  ) throws(Diagnostic) -> [UInt8] {
    try read(text).render(TemplateContext(index).value, escape: escape)
  }

  private static func read(_ text: String) throws(Diagnostic) -> Template {
    try Template(SourceText(name: name, text), names: TemplateContext.names)
  }
}
