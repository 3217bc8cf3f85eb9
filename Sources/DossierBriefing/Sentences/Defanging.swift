import DossierText

/// Writes addresses so that neither a reader nor a program follows them by accident.
package enum Defanging {
  /// An indicator's value: `hxxps[:]//evil[.]example/a.b`, `192[.]0[.]2[.]1`, `who[@]evil[.]example`; hashes and ids as
  /// they are.
  package static func value(_ value: String, kind: String) -> String {
    switch kind {
    case "url": return url(value)
    case "domain-name", "ipv4-addr": return value.replacing(".", with: "[.]")
    case "ipv6-addr": return value.replacing(":", with: "[:]")
    case "email-addr": return value.replacing("@", with: "[@]").replacing(".", with: "[.]")
    default: return value.holds("://") ? url(value) : value
    }
  }

  /// An address with a scheme; its host's dots are broken, its path stays readable.
  package static func url(_ value: String) -> String {
    guard let mark = value.firstRange(of: "://") else { return value.replacing(".", with: "[.]") }
    var scheme = String(value[..<mark.lowerBound])
    if scheme.lowercased().hasPrefix("http") { scheme = "hxxp" + scheme.dropFirst(4) }
    let rest = value[mark.upperBound...]
    let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let host = rest[..<hostEnd].replacing(".", with: "[.]").replacing("@", with: "[@]")
    return "\(scheme)[:]//\(host)\(rest[hostEnd...])"
  }
}
