/// A sentence's parts of speech and dependency tree. Positions count from the sentence's first token.
///
/// Every tree that a model makes is one tree: exactly one token has no head, and following heads from any token ends
/// there.
public struct SyntaxTree: Sendable, Hashable {
  /// Part of speech of each token.
  public var tags: [PartOfSpeech]
  /// Head of each token; -1 for the root.
  public var heads: [Int32]
  /// Relation of each token to its head.
  public var relations: [DependencyRelation]
  /// Number, person, gender, verb form, tense and mood of each token, as far as the model knows them.
  public var morphology: [Morphology]

  /// A tree. Without `morphology` nothing is known of any token's.
  public init(
    tags: [PartOfSpeech], heads: [Int32], relations: [DependencyRelation], morphology: [Morphology]? = nil
  ) {
    self.tags = tags
    self.heads = heads
    self.relations = relations
    self.morphology = morphology ?? Array(repeating: [], count: tags.count)
  }
}

/// Universal parts of speech (Universal Dependencies 2), in the order of the guidelines.
public enum PartOfSpeech: UInt8, Sendable, Hashable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x
}

/// Universal dependency relations with the subtypes that matter for reading claims; others keep their main type.
public enum DependencyRelation: UInt8, Sendable, Hashable, CaseIterable {
  case root, nsubj, nsubjPass, csubj, csubjPass, obj, iobj, ccomp, xcomp, obl, oblAgent, advcl, advmod, aux,
    auxPass,
    cop, mark, nmod, nmodPoss, appos, nummod, acl, aclRelcl, amod, det, `case`, conj, cc, fixed, flat,
    compound,
    parataxis, discourse, dislocated, expl, list, orphan, goeswith, reparandum, vocative, punct, dep
}
