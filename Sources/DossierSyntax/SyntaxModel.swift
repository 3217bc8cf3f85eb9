import CSyntaxModel
public import DossierText

/// A part-of-speech tagger and dependency parser for one language, with its weights embedded in the executable.
///
/// The tagger is a greedy linear model over spelling and neighbours; the parser a greedy arc-hybrid one over words,
/// tags and the tree so far. `README.md` beside this file says how they are trained and how good they are.
public struct SyntaxModel: Sendable {
  /// The languages there are models for.
  public enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case french = "fr"
  }

  /// The language.
  public let language: Language

  /// The model for a BCP 47 language tag (`en`, `fr`, or with a region); nil if there is none.
  public static func model(for language: String) -> SyntaxModel? {
    let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    guard let known = Language(rawValue: primary), ModelTable(bytes(of: known)) != nil else { return nil }
    return SyntaxModel(language: known)
  }

  /// Tags and parses one sentence. Linear in its length; a sentence of any length is accepted.
  ///
  /// - Parameters:
  ///   - allowed: What each token may be; empty where nothing is known.
  ///   - attaching: Told the tags, whether the words shall be attached as well; if not, the tree has tags and morphology
  ///     only.
  public func parse(
    _ bytes: [UInt8], tokens: ArraySlice<Token>, allowed: [TagSet] = [],
    attaching: (SyntaxTree) -> Bool = { _ in true }
  ) -> SyntaxTree {
    guard let table = ModelTable(Self.bytes(of: language)) else {
      return SyntaxTree(tags: [], heads: [], relations: [])
    }
    return table.parse(bytes, tokens: tokens, allowed: allowed, attaching: attaching)
  }

  /// The embedded table.
  private static func bytes(of language: Language) -> UnsafeRawBufferPointer {
    switch language {
    case .english:
      UnsafeRawBufferPointer(start: syntax_model_en_bytes(), count: syntax_model_en_count())
    case .french:
      UnsafeRawBufferPointer(start: syntax_model_fr_bytes(), count: syntax_model_fr_count())
    }
  }
}
