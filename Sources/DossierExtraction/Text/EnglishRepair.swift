import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What English trees of press prose get wrong again and again.
extension TreeRepair {
  private var isEnglish: Bool { text.document.metadata.language.hasPrefix("en") }

  /// "Officers this morning arrested": of two subjects a time is none.
  mutating func freeTimes() {
    guard isEnglish else { return }
    for node in tree.heads.indices where tree.relations[node] == .nsubj && !isNoun(node) {
      guard tree.tags[node] == .noun || tree.tags[node] == .propn,
        tree.heads.indices.contains(where: {
          $0 < node && tree.heads[$0] == tree.heads[node] && tree.relations[$0] == .nsubj
        })
      else { continue }
      tree.relations[node] = .obl
    }
  }

  /// "accused Canada of having spied": a verb behind a preposition is coordinated with nothing.
  mutating func hangCharges() {
    guard isEnglish else { return }
    for node in tree.heads.indices where tree.relations[node] == .conj && tree.tags[node] == .verb {
      let children = tree.heads.indices.filter { tree.heads[$0] == Int32(node) && $0 < node }
      guard !children.contains(where: { tree.relations[$0] == .cc }),
        children.contains(where: {
          tree.relations[$0] == .mark
            && text.isLexeme(at: positions[$0], .preposition, PrepositionWord.of)
        })
      else { continue }
      tree.relations[node] = .advcl
    }
  }

  /// "warns that hacktivists will try": before a noun in the plural "that" opens a clause.
  mutating func markPlurals() {
    guard isEnglish else { return }
    for node in tree.heads.indices.dropFirst()
    where tree.tags[node] == .det
      && text.isLexeme(at: positions[node], .complementizer, ComplementizerWord.that)
      && tree.tags[node - 1] == .verb
    {
      let noun = Int(tree.heads[node])
      guard noun > node, isNoun(noun), text.isPlural(positions[noun]), tree.relations[noun] == .nsubj else {
        continue
      }
      let verb = Int(tree.heads[noun])
      guard verb > noun else { continue }
      tree.tags[node] = .sconj
      tree.relations[node] = .mark
      tree.heads[node] = Int32(verb)
      if tree.relations[verb] == .parataxis, tree.heads[verb] == Int32(node - 1) {
        tree.relations[verb] = .ccomp
      }
    }
  }

  /// "… bears the marks of X, analysts at Chainward said": the phrase between the last comma and a verb of saying that has no
  /// subject is its subject.
  mutating func findSpeakers() {
    guard isEnglish, let verb = tree.heads.firstIndex(where: { $0 < 0 }), tree.tags[verb] == .verb, verb > 4,
      text.lexemes(at: positions[verb]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.means(CueFrame.say) && match.lexeme.form != .gerund
      }),
      !tree.heads.indices.contains(where: {
        tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
      }),
      let comma = (0..<verb).last(where: { node in
        tree.tags[node] == .punct && Mark(text.document.text.bytes, text.tokens[positions[node]]) == .comma
      }), comma + 1 < verb, comma > 2,
      (comma + 1..<verb).allSatisfy({ node in
        switch tree.tags[node] {
        case .noun, .propn, .adj, .adp, .det, .num, .part, .pron: true
        default: false
        }
      }),
      let noun = (comma + 1..<verb).first(where: { node in
        isNoun(node) && !(comma + 1..<verb ~= Int(tree.heads[node]))
          && !tree.heads.indices.contains {
            tree.heads[$0] == Int32(node) && tree.relations[$0] == .case && tree.tags[$0] == .adp
          }
      })
    else { return }
    tree.heads[noun] = Int32(verb)
    tree.relations[noun] = .nsubj
  }
}
