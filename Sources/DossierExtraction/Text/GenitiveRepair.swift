import DossierKnowledge
import DossierSyntax
import DossierText

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

  /// "The Ministry for Foreign Affairs of Finland condemns": what "of" governs is no second subject, but part of the first.
  mutating func joinGenitiveSubjects() {
    for noun in tree.heads.indices where tree.relations[noun] == .nsubj {
      let verb = tree.heads[noun]
      guard Int(verb) > noun,
        let of = tree.heads.indices.prefix(noun).last(where: { node in
          (tree.heads[node] == Int32(noun) || tree.heads[node] == verb) && tree.relations[node] == .case
        }), of > 0, (of + 1..<noun).allSatisfy({ tree.heads[$0] == Int32(noun) }),
        text.isLexeme(at: positions[of], .preposition, PrepositionWord.of),
        tree.tags[of - 1] == .noun || tree.tags[of - 1] == .propn,
        tree.heads.indices.prefix(of).contains(where: { node in
          tree.heads[node] == verb && tree.relations[node] == .nsubj
        })
      else { continue }
      tree.heads[of] = Int32(noun)
      tree.heads[noun] = Int32(of - 1)
      tree.relations[noun] = .nmod
    }
  }

  /// "charged three of the hackers", "a inculpé huit des employés": a number right behind a verb of claiming and "of" is its object.
  mutating func makePartitiveObjects() {
    for number in tree.heads.indices
    where number > 0 && number + 2 < tree.heads.count
      && (tree.tags[number] == .num || text.tokens[positions[number]].kind == .number)
      && text.isLexeme(at: positions[number + 1], .preposition, PrepositionWord.of)
      && text.lexeme(.cue, covering: positions[number - 1])?.lexeme.partOfSpeech == .verb
    {
      let verb = Int32(number - 1)
      guard tree.tags[number - 1] == .verb,
        !tree.heads.indices.contains(where: { tree.heads[$0] == verb && tree.relations[$0] == .obj })
      else { continue }
      if tree.heads[number] == verb {
        tree.relations[number] = .obj
      } else if let noun = tree.heads.indices.first(where: { node in
        tree.heads[node] == verb && node > number + 1 && tree.relations[node] == .obl
          && tree.heads[number + 1] == Int32(node)
      }) {
        tree.relations[noun] = .obj
      }
    }
  }

  /// "Accuses the lab of ignoring warnings": an "-ing" behind "of" is what somebody is accused of, and no quality of the noun behind
  /// it.
  mutating func makeChargedGerunds() {
    guard text.isEnglish else { return }
    for gerund in tree.heads.indices.dropFirst(2)
    where tree.relations[gerund] == .amod && text.endsAsGerund(positions[gerund])
      && text.isLexeme(at: positions[gerund - 1], .preposition, PrepositionWord.of)
    {
      let noun = Int(tree.heads[gerund])
      guard noun > gerund, case let of = gerund - 1, tree.heads[of] == Int32(noun), tree.heads[noun] >= 0,
        case let accused = Int(tree.heads[noun]), accused < of, tree.relations[accused] == .obj,
        tree.heads[accused] >= 0,
        text.isLexeme(at: positions[Int(tree.heads[accused])], .cue, CueFrame.accuse)
      else { continue }
      tree.tags[gerund] = .verb
      tree.heads[gerund] = tree.heads[accused]
      tree.relations[gerund] = .advcl
      tree.heads[of] = Int32(gerund)
      tree.relations[of] = .mark
      tree.heads[noun] = Int32(gerund)
      tree.relations[noun] = .obj
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
