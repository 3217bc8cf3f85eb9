import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whom a sentence without a claim brings in by what they are: "The Dutch defence minister flew to Vilnius. She said …".
extension ClaimReader {
  /// How many sentences on a pronoun is looked for that may take them up.
  private static let reach = 2

  /// Brings into focus whom a sentence tells of, its subject before its objects, where the next ones may take them up.
  ///
  /// Names are brought in without a tree; a sentence is parsed for those who are only described.
  mutating func bringInDescribed(at index: Int) {
    let tokens = text.sentences[index].tokens
    guard scope == .threat, holdsDescription(tokens), isTakenUp(after: index) else { return }
    let frame = SentenceParts(text.sentences[index], in: text).frame
    guard !frame.isEmpty else { return }
    let segment = Segment(frame, in: text, model: model)
    guard let main = (0..<segment.count).first(where: { segment.head($0) == nil }),
      segment.isVerbal(main) || segment.child(main, .cop) != nil
    else { return }
    let objects = [segment.child(main, .obl), segment.child(main, .obj), segment.child(main, .oblAgent)]
    for object in objects { bringIn(object, isSubject: false, in: segment) }
    bringIn(segment.child(main, .nsubj, .nsubjPass), isSubject: true, in: segment)
  }

  private mutating func bringIn(_ node: Int?, isSubject: Bool, in segment: Segment) {
    guard let node, segment.isNominal(node) else { return }
    let phrase = NounPhrase(head: node, in: segment, text: text)
    guard !phrase.isPronoun, phrase.role != nil || phrase.organ != nil || phrase.actor != nil,
      // "L'Office central des fraudes (OCF)" has a name, which is read where it speaks.
      phrase.role != nil
        || phrase.span.allSatisfy({ position in
          !ProperName.isNameWord(position, in: text) || !text.names(covering: position).isEmpty
            || position == text.sentence(at: position)?.tokens.lowerBound
        })
    else { return }
    let party = parties.party(at: node, in: segment)
    guard party.entities.allSatisfy({ parties.registry[$0].kind.isParty }) else { return }
    parties.discourse.push(
      party.entities, isSpeaker: isSubject, isPlural: party.isPlural, in: parties.registry)
  }

  /// Whether a word for people, for a body or for attackers stands in a sentence.
  private func holdsDescription(_ tokens: Range<Int>) -> Bool {
    text.lexemes(in: tokens).contains { match in
      switch match.lexeme.category {
      case .role, .organ, .actor: true
      default: false
      }
    }
  }

  /// Whether a pronoun of the third person stands in the sentences behind one, or an office or a body of its own with "the".
  private func isTakenUp(after index: Int) -> Bool {
    let told = text.lexemes(in: text.sentences[index].tokens).filter { isOffice($0) }
    return text.sentences[index...].dropFirst().prefix(Self.reach).contains { sentence in
      text.lexemes(in: sentence.tokens).contains { match in
        if isOffice(match) {
          return told.contains {
            $0.lexeme.value == match.lexeme.value && $0.lexeme.category == match.lexeme.category
          }
            && match.first > 0
            && text.lexemes(at: Int(match.first) - 1).contains { $0.lexeme.has(.definite) }
        }
        guard match.lexeme.category == .pronoun else { return false }
        switch match.lexeme.as(PronounWord.self) {
        case .he, .she, .it, .they, .latter, .former: return true
        default: return false
        }
      }
    }
  }

  /// Whether a word is one for an office, or for a body of a state: "the minister", "le gouvernement", but not "the hospital".
  private func isOffice(_ match: LexemeMatch) -> Bool {
    if match.lexeme.category == .role { return true }
    guard let word = match.lexeme.as(OrganWord.self) else { return false }
    return word.isOrgan || word.standsForState
  }

  /// "Les espions, dont Prague dit qu'ils …": whom a relative clause is about is who a pronoun in its content stands for.
  mutating func bringInAntecedent(of roles: ClauseRoles, in segment: Segment) {
    guard segment.tree.relations[roles.verb] == .aclRelcl, let noun = segment.head(roles.verb),
      noun < roles.verb,
      roles.complementizer != nil, roles.speaker.map({ $0 > noun }) == true
    else { return }
    let party = parties.party(at: noun, in: segment)
    guard party.entities.allSatisfy({ parties.registry[$0].kind.isParty }) else { return }
    parties.discourse.push(
      party.entities, isSpeaker: false, isPlural: party.isPlural, in: parties.registry)
  }
}
