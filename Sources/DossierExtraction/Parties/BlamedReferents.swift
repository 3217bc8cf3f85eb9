import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who stands accused, for pronouns that stand for whoever is blamed.
extension PartyReader {
  /// "Police arrested two men. They were charged": people who are blamed are not those who speak of them.
  func charged(_ lexeme: Lexeme) -> [Int]? {
    guard isBlaming, lexeme.has(.subject) else { return nil }
    switch lexeme.as(PronounWord.self) {
    case .they, .he, .she: break
    default: return nil
    }
    guard let blamed = blamedBefore(isPlural: lexeme.has(.plural)) else { return nil }
    let isOfPeople = blamed.allSatisfy { entity in
      let draft = registry[entity]
      switch draft.kind {
      case .person:
        return !(lexeme.means(PronounWord.she) ? draft.gender == .masculine : draft.gender == .feminine)
          || lexeme.has(.plural)
      case .group: return lexeme.has(.plural)
      default: return false
      }
    }
    return isOfPeople ? blamed : nil
  }

  /// Whoever was blamed in the last sentences, as many as the pronoun says; a group may be "they".
  func blamedBefore(isPlural: Bool) -> [Int]? {
    discourse.latest(prefersSpeaker: false) { item in
      wasBlamedLately(item)
        && (item.isPlural == isPlural || isPlural && item.entities.allSatisfy { registry[$0].kind == .group })
    }?.entities
  }

  /// A person who is no judge or prosecutor, unless somebody has blamed them.
  private func mayBeAccusedPerson(_ entity: Int) -> Bool {
    guard registry[entity].kind == .person else { return false }
    return discourse.accused.contains(entity) || ![.judge, .prosecutor].contains(registry[entity].office)
  }

  /// The party an object pronoun of blame stands for: the last one in focus that is not among those who speak, one that was
  /// blamed before first; `ofPerson` where only people are "him" or "her".
  func object(excluding speakers: [Int], plural: Bool? = nil, ofPerson: Bool = false) -> [Int]? {
    func latest(_ test: (Discourse.Focus) -> Bool) -> [Int]? {
      discourse.latest(prefersSpeaker: false) { item in
        !item.entities.contains { speakers.contains($0) } && (plural ?? item.isPlural) == item.isPlural
          && item.entities.allSatisfy {
            ofPerson ? mayBeAccusedPerson($0) : registry[$0].kind.isParty
          } && test(item)
      }?.entities
    }
    // "Selon le ministère, l'homme a … Le parquet l'a inculpé": whoever was blamed, before whoever spoke.
    return latest(wasBlamedLately) ?? latest { _ in true }
  }

  /// Whether a party of the last sentences was blamed.
  func wasBlamedLately(_ item: Discourse.Focus) -> Bool {
    discourse.sentence - item.sentence <= 2 && item.entities.allSatisfy(discourse.accused.contains)
  }

  /// Whether a state, or somebody of one, was blamed in the last sentences: its embassy and its ambassador speak next.
  var wasStateBlamedLately: Bool {
    discourse.latest(prefersSpeaker: false) { item in
      wasBlamedLately(item) && item.entities.first.flatMap(registry.state) != nil
    } != nil
  }
}
