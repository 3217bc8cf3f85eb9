public import DossierText

/// A part-of-speech tagger and dependency parser for one language, with its weights embedded in the executable.
public struct SyntaxModel: Sendable {
  /// The model for a BCP 47 language tag (`en`, `fr`, or with a region); nil if there is none.
  public static func model(for language: String) -> SyntaxModel? { nil }

  /// Tags and parses one sentence. Linear in its length; a sentence of any length is accepted.
  public func parse(_ bytes: [UInt8], tokens: ArraySlice<Token>) -> SyntaxTree {
    SyntaxTree(tags: [], heads: [], relations: [])
  }
}

/// A sentence's parts of speech and dependency tree. Positions count from the sentence's first token.
public struct SyntaxTree: Sendable, Hashable {
  /// Part of speech of each token.
  public var tags: [PartOfSpeech]
  /// Head of each token; -1 for the root.
  public var heads: [Int32]
  /// Relation of each token to its head.
  public var relations: [DependencyRelation]

  /// A tree.
  public init(tags: [PartOfSpeech], heads: [Int32], relations: [DependencyRelation]) {
    self.tags = tags
    self.heads = heads
    self.relations = relations
  }
}

/// Universal parts of speech (Universal Dependencies 2), in the order of the guidelines.
public enum PartOfSpeech: UInt8, Sendable, Hashable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x
}

/// Universal dependency relations with the subtypes that matter for reading claims; others keep their main type.
public enum DependencyRelation: UInt8, Sendable, Hashable, CaseIterable {
  case root, nsubj, nsubjPass, csubj, csubjPass, obj, iobj, ccomp, xcomp, obl, oblAgent, advcl, advmod, aux, auxPass,
    cop, mark, nmod, nmodPoss, appos, nummod, acl, aclRelcl, amod, det, `case`, conj, cc, fixed, flat, compound,
    parataxis, discourse, dislocated, expl, list, orphan, goeswith, reparandum, vocative, punct, dep
}
