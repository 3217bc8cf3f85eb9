/// The pattern of a sentence, as the languages' files write it.
///
/// `%S` is the speaker, `%A` the party spoken about, `%M` the matter, `%N` the act; `%[attributes|attribute]` a verb in the singular and in the plural. `%A.of` and `%A.to` are the forms after "of"
/// and "to" (*de*, *à*), `%M.of` that of the matter, `%M.bare` the matter without an article.
struct SentencePattern: Sendable, ExpressibleByStringLiteral {
  /// The form that a part takes.
  enum Form: String, CaseIterable { case of, to, bare }

  /// A part of a pattern.
  enum Part: Sendable {
    case words(String)
    case speaker
    case act
    case party(Form?)
    case matter(Form?)
    case verb(singular: String, plural: String)
  }

  let parts: [Part]

  init(stringLiteral text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let mark = rest.firstIndex(of: "%") {
      if mark > rest.startIndex { parts.append(.words(String(rest[..<mark]))) }
      rest = rest[rest.index(after: mark)...]
      guard let letter = rest.popFirst() else { break }
      switch letter {
      case "S": parts.append(.speaker)
      case "N": parts.append(.act)
      case "A": parts.append(.party(Self.form(&rest)))
      case "M": parts.append(.matter(Self.form(&rest)))
      case "[":
        let end = rest.firstIndex(of: "]") ?? rest.endIndex
        let forms = rest[..<end].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        parts.append(.verb(singular: forms.first ?? "", plural: forms.last ?? ""))
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
      default: parts.append(.words("%\(letter)"))
      }
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self.parts = parts
  }

  private static func form(_ rest: inout Substring) -> Form? {
    for form in Form.allCases where rest.hasPrefix(".\(form.rawValue)") {
      rest = rest.dropFirst(form.rawValue.count + 1)
      return form
    }
    return nil
  }
}
