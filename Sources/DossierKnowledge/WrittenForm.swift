/// A form as catalogues and users write it: its text, and at its end marks that say how it compares with a text.
///
/// `=` asks for exactly this spelling, `~` allows any case, `?` marks an ordinary word that counts only where its
/// surroundings speak for it.
package struct WrittenForm {
  /// The form without its marks.
  package let text: String
  /// How it compares.
  package let rule: FormRule
  /// What else holds of it.
  package let flags: FormFlags

  /// Takes the marks off. Without one, `rule` holds; without that either, acronyms and names of up to four capitals must
  /// be in capitals, and words that begin with a capital must do so in the text.
  package init(_ written: String, usage: NameUsage, rule: FormRule? = nil) {
    var text = Substring(written)
    var flags: FormFlags = []
    var marked: FormRule?
    while let last = text.last, text.count > 1, "?=~".contains(last) {
      switch last {
      case "?": flags.insert(.ambiguous)
      case "=": marked = .exact
      default: marked = .anyCase
      }
      text.removeLast()
    }
    let isShortAcronym =
      usage != .demonym && text.utf8.count <= 4 && text.allSatisfy { $0.isUppercase && $0.isASCII }
    self.text = String(text)
    self.rule = marked ?? rule ?? (usage == .acronym || isShortAcronym ? .acronym : .capitals)
    self.flags = flags
  }
}

extension NameKind {
  /// How the second and further names of such a thing are used: aliases of a threat actor or of what it uses, else
  /// plain names.
  package var aliasUsage: NameUsage {
    switch self {
    case .group, .malware, .tool, .campaign: .alias
    default: .name
    }
  }
}
