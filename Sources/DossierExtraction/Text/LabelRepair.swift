import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Arcs that words show to be mislabelled or hung one word off: relative clauses on days, names that say who a subject is, main
/// verbs taken for participles, copulas.
extension TreeRepair {
  /// "Selon les autorités, cette activité contraste": behind a comma a noun with a determiner and no preposition belongs to no
  /// noun; of a verb behind it that has no subject it is the subject.
  mutating func freeBareSubjects() {
    for noun in tree.heads.indices where tree.relations[noun] == .nmod && isNoun(noun) {
      func has(_ relation: DependencyRelation, _ head: Int) -> Bool {
        tree.heads.indices.contains { tree.heads[$0] == Int32(head) && tree.relations[$0] == relation }
      }
      let above = Int(tree.heads[noun])
      guard above >= 0, above < noun, has(.det, noun), !has(.case, noun),
        (above..<noun).contains(where: { text.isComma(positions[$0]) }),
        let verb = tree.heads.indices.first(where: { node in
          node > noun && tree.heads[node] < 0 && tree.tags[node] == .verb
        }), !has(.nsubj, verb), !has(.nsubjPass, verb), !has(.expl, verb)
      else { continue }
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
    }
  }

  /// "a report on Monday which accuses X": what a relative clause says is not said of a day.
  mutating func freeRelatives() {
    for clause in tree.heads.indices where tree.relations[clause] == .aclRelcl {
      let day = Int(tree.heads[clause])
      guard day > 0, day < clause, text.lexeme(.time, covering: positions[day]) != nil,
        !text.lexemes(at: positions[day]).contains(where: { $0.lexeme.category != .time }),
        let noun = (0..<day).last(where: { node in
          isNoun(node) && tree.relations[node] != .compound && tree.relations[node] != .flat
            && text.lexeme(.time, covering: positions[node]) == nil
        })
      else { continue }
      tree.heads[clause] = Int32(noun)
    }
  }

  /// "a alerté sa vice-présidente, Ruth Amsler": a name behind a comma is no second subject but says who the first is.
  mutating func joinAppositions() {
    for name in tree.heads.indices
    where tree.relations[name] == .nsubj && tree.tags[name] == .propn && tree.heads[name] < Int32(name) {
      let verb = tree.heads[name]
      guard name > 1, text.isComma(positions[name - 1]),
        let first = tree.heads.indices.first(where: { node in
          node < name && Int32(node) > verb && tree.heads[node] == verb
            && (tree.relations[node] == .nsubj || tree.relations[node] == .obj) && isNoun(node)
        })
      else { continue }
      tree.relations[first] = .nsubj
      tree.heads[name] = Int32(first)
      tree.relations[name] = .appos
    }
  }

  /// "Microsoft tied Beijing to attacks": what has an object behind it is no passive participle but the main verb.
  mutating func makeFinite() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(root),
      let verb = tree.heads.indices.first(where: { node in
        node > root && tree.heads[node] == Int32(root) && tree.relations[node] == .acl
          && tree.tags[node] == .verb && isCue(node)
          && !text.endsAsGerund(positions[node])
      }),
      tree.heads.indices.contains(where: { node in
        node > verb && tree.heads[node] == Int32(verb) && tree.relations[node] == .obj
      }),
      !tree.heads.indices.contains(where: { tree.heads[$0] == Int32(root) && tree.relations[$0] == .cop })
    else { return }
    lift(verb, over: root, as: .nsubj)
  }

  /// "Pour le Centre de cybersécurité (NCSC), il est certain que": a noun behind a preposition heads no sentence that has a
  /// clause behind a comma.
  mutating func freeGovernedRoot() {
    guard let root = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(root),
      tree.heads.indices.contains(where: {
        $0 < root && tree.heads[$0] == Int32(root) && tree.relations[$0] == .case
      }),
      let comma = tree.heads.indices.first(where: { $0 > root && text.isComma(positions[$0]) }),
      let subject = tree.heads.indices.first(where: { node in
        node > comma && node <= comma + 3 && tree.heads[node] > Int32(node)
          && (tree.relations[node] == .nsubj || tree.relations[node] == .expl)
      })
    else { return }
    lift(Int(tree.heads[subject]), over: root, as: .obl)
  }

  /// "tied North Korea's Lazarus Group to": an agent without "by" is an object.
  mutating func makeObjects() {
    for node in tree.heads.indices where tree.relations[node] == .oblAgent && tree.heads[node] < Int32(node) {
      let isMarked = tree.heads.indices.contains { child in
        tree.heads[child] == Int32(node) && tree.relations[child] == .case
      }
      if !isMarked { tree.relations[node] = .obj }
    }
  }

  /// "que l'Iran soit derrière l'attaque": a form of "be" before its predicate is the copula.
  mutating func makeCopulas() {
    for node in tree.heads.indices where tree.relations[node] == .cc && isBe(node) {
      let head = Int(tree.heads[node])
      guard head > node else { continue }
      tree.relations[node] = .cop
      if tree.relations[head] == .conj,
        tree.heads.indices.contains(where: {
          tree.heads[$0] == Int32(head) && tree.relations[$0] == .mark
        })
      {
        tree.relations[head] = .ccomp
      }
      for child in tree.heads.indices
      where child < node && tree.relations[child] == .nsubj && tree.heads[child] == Int32(node) {
        tree.heads[child] = Int32(head)
      }
    }
  }
}
