import DossierKnowledge
import DossierSyntax

/// What an "of" belongs to: "two of their lawyers", "accuses a firm of the hack".
extension TreeRepair {
  /// "Two of their lawyers say": whom a number is taken out of belongs to the number, and not to the verb behind it.
  mutating func joinPartitives() {
    for number in tree.heads.indices
    where (tree.tags[number] == .num || tree.tags[number] == .pron || tree.tags[number] == .det)
      && tree.relations[number] == .nsubj && number + 2 < tree.heads.count
      && text.isLexeme(at: positions[number + 1], .preposition, PrepositionWord.of)
    {
      let verb = tree.heads[number]
      let whole = Int(tree.heads[number + 1])
      guard whole > number, Int(verb) > whole, tree.heads[whole] == verb, tree.relations[whole] == .obl else {
        continue
      }
      tree.heads[whole] = Int32(number)
      tree.relations[whole] = .nmod
    }
  }

  /// "Accuses a firm of the hack": a deed belongs to the verb, and not to whom it accuses; "accuses the author of the hack" is
  /// another matter.
  mutating func freeCharges() {
    for deed in tree.heads.indices where tree.relations[deed] == .nmod {
      let accused = Int(tree.heads[deed])
      guard accused >= 0, accused < deed, tree.relations[accused] == .obj, tree.heads[accused] >= 0,
        case let verb = Int(tree.heads[accused]),
        text.lexemes(at: positions[deed]).contains(where: { match in
          match.lexeme.category == .behaviour && match.lexeme.partOfSpeech != .verb
        }),
        text.isLexeme(at: positions[verb], .cue, CueFrame.accuse)
          || text.isLexeme(at: positions[verb], .cue, CueFrame.suspect),
        text.lexeme(.responsibility, covering: positions[accused]) == nil,
        (accused + 1..<deed).contains(where: { node in
          tree.heads[node] == Int32(deed)
            && text.isLexeme(at: positions[node], .preposition, PrepositionWord.of)
        })
      else { continue }
      tree.heads[deed] = Int32(verb)
      tree.relations[deed] = .obl
    }
  }

  /// "accuse un groupe qui soutient la Russie d'avoir piraté": what somebody is accused of belongs to the verb, and not to what is told
  /// of them.
  mutating func freeChargedDeeds() {
    guard text.isFrench else { return }
    for deed in tree.heads.indices where tree.relations[deed] == .xcomp && tree.tags[deed] == .verb {
      let told = Int(tree.heads[deed])
      guard told >= 0, told < deed, [.aclRelcl, .acl].contains(tree.relations[told]),
        !text.isLexeme(at: positions[told], .cue, CueFrame.accuse),
        case let accused = Int(tree.heads[told]), accused >= 0, tree.relations[accused] == .obj,
        case let verb = Int(tree.heads[accused]), verb >= 0,
        text.isLexeme(at: positions[verb], .cue, CueFrame.accuse),
        tree.heads.indices.contains(where: { node in
          tree.heads[node] == Int32(deed) && tree.relations[node] == .mark
            && text.isLexeme(at: positions[node], .preposition, PrepositionWord.of)
        })
      else { continue }
      tree.heads[deed] = Int32(verb)
    }
  }
}
