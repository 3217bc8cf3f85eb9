public import DossierPluginKit
public import Foundation
import Testing

/// Keeps the option table of an exporter's README: what stands between `<!-- options -->` and `<!-- /options -->`.
public enum ReadmeTable {
  private static let start = "<!-- options -->\n"
  private static let end = "<!-- /options -->"

  /// Checks that the table is the one that the options give; if not, writes it anew and records an issue.
  public static func check(_ type: any Exporter.Type, readme: URL) throws {
    let text = try String(contentsOf: readme, encoding: .utf8)
    guard let from = text.range(of: start), let to = text.range(of: end), from.upperBound <= to.lowerBound
    else {
      Issue.record(
        "\(readme.path) has no place for the option table: '<!-- options -->' and '<!-- /options -->'")
      return
    }
    let table = OptionDocumentation.markdownTable(type.optionDescriptions)
    if text[from.upperBound..<to.lowerBound] == table { return }
    let current = text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: table)
    try Data(current.utf8).write(to: readme)
    Issue.record("the option table of \(readme.path) was not current and has been written again: commit it")
  }
}
