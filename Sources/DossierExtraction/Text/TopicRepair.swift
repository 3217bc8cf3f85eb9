import DossierKnowledge
import DossierSyntax
import DossierText

extension TreeRepair {
  /// "Ce piratage, Washington l'attribue à Pékin": what a French clitic takes up stands before the comma, and the subject behind it.
  mutating func freeFrontedObjects() {
    guard text.isFrench else { return }
    for verb in tree.heads.indices.dropFirst(4)
    where tree.tags[verb] == .verb && tree.tags[verb - 1] == .pron && tree.heads[verb - 1] == Int32(verb)
      && tree.relations[verb - 1] == .obj && isNoun(verb - 2)
    {
      guard
        let fronted = tree.heads.indices.first(where: {
          $0 < verb - 3 && tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj && isNoun($0)
        }),
        let comma = (fronted + 1..<verb - 2).last(where: { text.isComma(positions[$0]) }),
        (comma + 1..<verb - 2).allSatisfy({ tree.tags[$0] == .det || tree.tags[$0] == .adj || isNoun($0) }),
        !(fronted + 1..<comma).contains(where: { tree.tags[$0] == .verb || text.isComma(positions[$0]) })
      else { continue }
      tree.relations[fronted] = .dislocated
      var subject = verb - 2
      while tree.heads[subject] > Int32(comma), tree.heads[subject] < Int32(verb - 1) {
        subject = Int(tree.heads[subject])
      }
      tree.heads[subject] = Int32(verb)
      tree.relations[subject] = .nsubj
    }
  }

  /// "Doha: The Emirates arranged …": where a report is from is no subject of the sentence behind the colon, which has its own.
  mutating func freeDateline() {
    guard let colon = tree.heads.indices.prefix(4).first(where: { text.isSign(positions[$0], ":") }),
      colon > 0
    else { return }
    for place in 0..<colon where tree.relations[place] == .nsubj {
      let verb = tree.heads[place]
      let hasSubject = tree.heads.indices.contains { node in
        node > colon && tree.heads[node] == verb
          && (tree.relations[node] == .nsubj || tree.relations[node] == .nsubjPass)
      }
      if hasSubject { tree.relations[place] = .dislocated }
    }
  }

  /// "Quant aux Russes, ils nient": who a sentence turns to is the subject that the pronoun behind the comma takes up.
  mutating func joinTopics() {
    guard let first = positions.first,
      let opener = text.lexemes(at: first).first(where: {
        $0.lexeme.category == .preposition && $0.lexeme.means(PrepositionWord.asFor)
      }),
      // "Quant à François Baroin, le ministre, il s'est refusé"
      let comma = tree.heads.indices.prefix(16).first(where: { node in
        text.isComma(positions[node]) && node + 1 < positions.count && tree.relations[node + 1] == .nsubj
          && text.lexemes(at: positions[node + 1]).contains {
            $0.lexeme.category == .pronoun && $0.lexeme.has(.subject)
          }
      })
    else { return }
    let pronoun = comma + 1
    let phrase = tree.heads.indices.filter { positions[$0] >= Int(opener.end) && $0 < comma }
    guard tree.relations[pronoun] == .nsubj,
      let word = text.lexemes(at: positions[pronoun]).first(where: {
        $0.lexeme.category == .pronoun && $0.lexeme.has(.subject)
      })?.lexeme,
      let noun = phrase.first(where: { node in
        !phrase.contains(Int(tree.heads[node])) && (isNoun(node) || tree.tags[node] == .adj)
      }),
      phrase.contains(where: { node in
        !text.names(covering: positions[node]).isEmpty || text.lexeme(.role, covering: positions[node]) != nil
          || text.lexeme(.organ, covering: positions[node]) != nil
          || text.lexeme(.actor, covering: positions[node]) != nil
      }), word.has(.plural) == text.isPlural(positions[noun]) || !word.has(.plural)
    else { return }
    let verb = tree.heads[pronoun]
    guard verb >= 0, Int(verb) > pronoun else { return }
    for node in tree.heads.indices where node < phrase.first ?? 0 {
      tree.heads[node] = verb
      tree.relations[node] = .advmod
    }
    for node in phrase where tree.heads[node] == Int32(noun) && tree.relations[node] == .case {
      tree.relations[node] = .det
    }
    tree.heads[noun] = verb
    tree.relations[noun] = .nsubj
    tree.relations[pronoun] = .expl
  }
}
