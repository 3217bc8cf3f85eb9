import DossierKnowledge
import DossierSyntax

/// "This" and "that" behind an English verb of naming, which parsers take for an article or a conjunction.
extension TreeRepair {
  /// "called this paranoia", "described that as a joke": what is named is what was said before, and the noun its name. "Called
  /// this group reckless" has a name behind the noun.
  mutating func freePointers() {
    guard !text.isFrench else { return }
    for pointer in tree.heads.indices.dropFirst() where pointer + 1 < tree.heads.count {
      let verb = pointer - 1
      guard tree.tags[pointer] != .pron, tree.tags[verb] == .verb,
        text.isLexeme(at: positions[pointer], .pronoun, PronounWord.this),
        text.isLexeme(at: positions[verb], .cue, CueFrame.qualify)
      else { continue }
      if text.isLexeme(at: positions[pointer + 1], .preposition, PrepositionWord.as) {
        makeObject(pointer, of: verb)
      } else if tree.relations[pointer] == .det, case let noun = Int(tree.heads[pointer]), noun > pointer,
        endsClause(noun), !namesParty(noun)
      {
        makeObject(pointer, of: verb)
        tree.heads[noun] = Int32(verb)
        tree.relations[noun] = .xcomp
      }
    }
  }

  private mutating func makeObject(_ pointer: Int, of verb: Int) {
    tree.tags[pointer] = .pron
    tree.heads[pointer] = Int32(verb)
    tree.relations[pointer] = .obj
  }

  private func endsClause(_ noun: Int) -> Bool {
    noun + 1 >= tree.heads.count || tree.tags[noun + 1] == .punct || tree.tags[noun + 1] == .cconj
  }

  /// Whether a noun is a body, people, a deed or a paper, of which "this" may well be said.
  private func namesParty(_ noun: Int) -> Bool {
    text.lexemes(at: positions[noun]).contains { match in
      switch match.lexeme.category {
      case .organ, .role, .actor, .behaviour, .channel, .threat: true
      default: false
      }
    }
  }
}
