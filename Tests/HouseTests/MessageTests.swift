import Foundation
import Testing

@Suite("Messages are explained")
struct MessageTests {
  @Test("every id that stands whole in the code is on the page of messages")
  func ids() throws {
    let page = try House.text("docs/messages.md")
    let scopes = [
      "usage", "config", "input", "output", "yaml", "json", "exporter", "plugin", "read", "report",
    ]
    let pattern = try Regex(
      "\"((?:\(scopes.joined(separator: "|")))\\.[a-z0-9-]+)\",\\s*\\.(error|warning|note)")
    var found = 0
    for file in House.swiftFiles(below: ["Sources", "Plugins"]) {
      for match in try House.text(file).matches(of: pattern) {
        guard let id = match.output[1].substring else { continue }
        found += 1
        #expect(page.contains("`\(id)`"), "\(file): '\(id)' is not explained in MessageCatalogue")
      }
    }
    #expect(found > 20)
  }
}
