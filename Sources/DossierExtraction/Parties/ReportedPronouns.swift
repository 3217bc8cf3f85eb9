import DossierKnowledge
import DossierModel
import DossierText

/// Pronouns in reported words: whoever is reported, or the body that they speak for.
extension PartyReader {
  /// "The spokesman said it was not involved": where a person is reported, "it" is the body that was blamed, else theirs, and nobody
  /// who blamed it.
  func bodyOfReporter(_ lexeme: Lexeme) -> Int? {
    guard lexeme.means(PronounWord.it), lexeme.has(.subject) || lexeme.has(.possessive),
      let reporting, reporting.count == 1, registry[reporting[0]].kind == .person,
      !registry[reporting[0]].isPlural
    else { return nil }
    let own = registry[reporting[0]].partOf.flatMap { registry[$0].kind == .person ? nil : $0 }
    // "The chief executive said it knew of no attack": a business is asked about itself, an agency about others.
    if let own, discourse.accused.contains(own) || [.company, .organisation].contains(registry[own].kind) {
      return own
    }
    // An executive of nobody that is told speaks for no state.
    let isOfBusiness =
      registry[reporting[0]].office == .executive || registry[reporting[0]].office == .founder
    if isActing || own == nil, let blamed = blamedBefore(isPlural: false), blamed.count == 1,
      registry[blamed[0]].kind != .person, !isOfBusiness || registry.state(of: blamed[0]) == nil
    {
      return blamed[0]
    }
    return own
  }

  /// Whether a third person in reported words can be the one who is reported: "X said it had …", "X assure qu'il …".
  func standsForReporter(_ lexeme: Lexeme, _ reporting: [Int]) -> Bool {
    guard let first = reporting.first, lexeme.has(.subject) || lexeme.has(.possessive) else { return false }
    let draft = registry[first]
    let isPlural = reporting.count > 1 || draft.isPlural
    if !isPlural, standsForAccused(lexeme, besides: first) { return false }
    switch lexeme.as(PronounWord.self) {
    case .it: return !isPlural && draft.kind != .person
    case .he:
      if lexeme.has(.possessive), lexeme.language == .fr { return !isPlural }
      return !isPlural && draft.gender != .feminine && (draft.kind == .person || lexeme.language == .fr)
    case .she:
      return !isPlural && draft.gender != .masculine && (draft.kind == .person || lexeme.language == .fr)
    case .they:
      return isPlural
        || lexeme.language == .en
          && (draft.kind == .group || draft.kind == .company || draft.isPolice || draft.hasHandleOnly)
    default: return false
    }
  }
}

extension PartyReader {
  /// "He never touched those machines, said Lucille Ambrose, his lawyer": a person who is accused, where who speaks is a lawyer that no
  /// sentence before has named.
  private func standsForAccused(_ lexeme: Lexeme, besides reporter: Int) -> Bool {
    guard lexeme.means(PronounWord.he) || lexeme.means(PronounWord.she), registry[reporter].office == .lawyer,
      !discourse.focus.contains(where: {
        $0.sentence < discourse.sentence && $0.entities.contains(reporter)
      })
    else { return false }
    return discourse.accused.contains { $0 != reporter && registry[$0].kind == .person }
  }
}

extension EntityRegistry.Draft {
  /// Whether it is the police of no name, who are "they" in English.
  var isPolice: Bool { names["en"] == OrganWord.police.rawValue }

  /// Whether it is a person of whom only one word is known, be it a handle, who is "they" in English.
  var hasHandleOnly: Bool { kind == .person && gender == nil && !isUnnamed && !name.contains(" ") }
}
