import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Parses a sentence without what stands between commas in it, and that by itself.
///
/// "X, which runs 140 stores, says" has two clauses, and a parser that reads both at once takes the verb of the inner
/// one for the main one. The tree is put together again over all words: an aside hangs on the noun before it.
struct AsideParsing {
  /// Words between two commas (or a comma and the end), with the commas.
  struct Aside {
    /// Indices into the segment, commas included.
    let range: Range<Int>
    /// Whether a comma opens it.
    var hasComma = true
    /// Whether a comma closes it.
    let isClosed: Bool
    let relation: DependencyRelation
    /// Whether it opens the sentence, and so hangs on the main verb.
    var isFronted = false
    /// Whether it says who tells of the sentence, and so hangs on the main verb.
    var isTag = false
    /// Whether it only says when, in what or in whose turn.
    var isCircumstance = false
    /// The verb that an aside without commas stands behind; nil for one that stands before its verb.
    var follows: Int?

    /// The words without the commas.
    var inner: Range<Int> { range.lowerBound + (hasComma ? 1 : 0)..<range.upperBound - (isClosed ? 1 : 0) }
  }

  let positions: [Int]
  let text: AnalysedText
  let model: SyntaxModel
  /// All words read at once: their tags, and only where there is no aside their tree.
  let whole: SyntaxTree
  /// Commas between the members of lists of names, which set nothing off.
  private let listCommas: Set<Int>

  /// The tree of these tokens. The parser's time, and the tagger's twice where there are asides.
  static func tree(_ positions: [Int], in text: AnalysedText, model: SyntaxModel) -> SyntaxTree {
    var asides: [Aside] = []
    var clauses: [Range<Int>] = []
    let whole = parse(positions, in: text, model: model) { tagged in
      let sentence = AsideParsing(positions, tagged, in: text, model: model)
      clauses = sentence.clauses()
      if clauses.isEmpty { asides = sentence.asides() }
      return asides.isEmpty && clauses.isEmpty
    }
    if !clauses.isEmpty {
      return AsideParsing(positions, whole, in: text, model: model).joined(clauses)
    }
    guard !asides.isEmpty else { return whole }
    return AsideParsing(positions, whole, in: text, model: model).composed(asides)
      ?? parse(positions, in: text, model: model)
  }

  private init(_ positions: [Int], _ whole: SyntaxTree, in text: AnalysedText, model: SyntaxModel) {
    self.positions = positions
    self.text = text
    self.model = model
    self.whole = whole
    listCommas = ListsAsWords(positions, in: text).commas
  }

  private static func parse(
    _ positions: [Int], in text: AnalysedText, model: SyntaxModel,
    attaching: (SyntaxTree) -> Bool = { _ in true }
  ) -> SyntaxTree {
    let tokens = positions.map { text.tokens[$0] }
    let allowed = TagKnowledge.allowed(positions, in: text)
    guard let names = NamesAsWords(positions, in: text) else {
      return model.parse(
        text.document.text.bytes, tokens: tokens[...], allowed: allowed, attaching: attaching)
    }
    let tree = model.parse(
      text.document.text.bytes, tokens: names.seen(of: tokens)[...], allowed: names.seen(of: allowed),
      attaching: { attaching(names.whole($0)) })
    return names.whole(tree)
  }

  /// The asides of the sentence, in order, none within another.
  private func asides() -> [Aside] {
    let commas = positions.indices.filter(isComma)
    guard positions.count <= 256 else { return [] }
    var found: [Aside] = []
    var next = 1
    var opening = positions.indices.first { text.tokens[positions[$0]].kind != .mark } ?? 0
    if let joining = joiningWord(at: opening) {
      found.append(joining)
      next = joining.range.upperBound
      opening = next
    }
    if let circumstance = openingCircumstance(at: opening) {
      found.append(circumstance)
      next = circumstance.range.upperBound
      opening = next
    }
    for comma in commas.prefix(3) {
      guard comma >= opening else { continue }
      guard var fronted = fronted(from: opening, before: comma, in: commas) else { break }
      let end = appositionEnd(behind: fronted, in: commas)
      if let end {
        fronted = Aside(
          range: fronted.range.lowerBound..<end + 1, hasComma: false, isClosed: true, relation: .obl,
          isFronted: true)
      }
      found.append(fronted)
      next = fronted.range.upperBound
      opening = next
    }
    for (place, comma) in commas.enumerated() where comma >= next && comma + 2 < positions.count {
      guard
        let aside = emphasis(at: comma) ?? frenchTag(at: comma, before: commas[(place + 1)...])
          ?? age(at: comma)
          ?? (isNominal(comma - 1) || isSplitAuxiliary(comma - 1) || isClaiming(comma - 1)
            ? aside(at: comma, before: commas[(place + 1)...]) : nil)
      else { continue }
      found.append(aside)
      next = aside.range.upperBound
    }
    // A tag goes before what was taken for explanations of a noun in it, but not before what opens the sentence.
    for verb in positions.indices {
      guard let tag = englishTag(around: verb), tag.range.lowerBound >= opening else { continue }
      found.removeAll { $0.range.overlaps(tag.range) }
      found.append(tag)
    }
    if let aside = betweenDashes() {
      found.removeAll { $0.range.overlaps(aside.range) }
      found.append(aside)
    }
    found += inBrackets().filter { inserted in !found.contains { $0.range.overlaps(inserted.range) } }
    found += adverbials().filter { inserted in !found.contains { $0.range.overlaps(inserted.range) } }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "a, par la voix de son ambassade, nié": an auxiliary whose verb stands behind the next comma.
  func isSplitAuxiliary(_ node: Int) -> Bool {
    text.isLexeme(at: positions[node], .auxiliary, AuxiliaryWord.have)
  }

  private func aside(at comma: Int, before commas: ArraySlice<Int>) -> Aside? {
    let first = comma + 1
    if isSplitAuxiliary(comma - 1) {
      guard let close = commas.first, close > first, close - first <= 12, close + 1 < positions.count,
        !(first..<close).contains(where: isFinite),
        text.lexemes(at: positions[close + 1]).contains(where: { $0.lexeme.form == .participle })
      else { return nil }
      return Aside(range: comma..<close + 1, isClosed: true, relation: .obl, follows: close + 1)
    }
    // "a revendiqué, dans la nuit de lundi, les attaques": a verb waits for its object.
    if isClaiming(comma - 1), !isNominal(comma - 1) {
      guard whole.tags[first] == .adp || text.lexeme(.time, covering: positions[first]) != nil,
        let close = commas.first, close - first <= 12,
        close + 2 < positions.count, !(first..<close).contains(where: isFinite),
        [.det, .propn, .num].contains(whole.tags[close + 1])
          || text.isLexeme(at: positions[close + 1], .complementizer, ComplementizerWord.that)
      else { return nil }
      return Aside(range: comma..<close + 1, isClosed: true, relation: .obl, follows: comma - 1)
    }
    if isRelative(first) || isRelative(first + 1) && whole.tags[first] == .adp
      || opensNaming(first, before: commas)
    {
      let close = commas.first { close in
        close > first + 1 && (first..<close).contains(where: isPredicate) && !isListed(behind: close)
      }
      guard let close else {
        let end = endOfSentence
        guard (first..<end).contains(where: isPredicate) else { return nil }
        return Aside(range: comma..<end, isClosed: false, relation: .aclRelcl)
      }
      return Aside(range: comma..<close + 1, isClosed: true, relation: .aclRelcl)
    }
    // "The NSA, as is its habit, declined": a subject waits for its verb.
    if isBareSubject(before: comma), !ProperName.isNameWord(positions[first], in: text),
      let close = commas.first, close > first, close - first <= 12,
      close + 1 < positions.count, startsPredicate(close + 1),
      whole.tags[first] == .sconj || whole.tags[first] == .adp || whole.tags[first] == .adv,
      !(first..<close).contains(where: { TagKnowledge.isVerbOfClaiming(positions[$0], in: text) })
    {
      return Aside(range: comma..<close + 1, isClosed: true, relation: .advcl)
    }
    guard opensApposition(first), !isFronted(before: comma), let close = commas.first, close > first,
      close - first <= 30,
      close + 1 < positions.count, !(first..<close).contains(where: isFinite)
    else { return nil }
    let relation: DependencyRelation = whole.tags[first] == .verb ? .acl : .appos
    // "Lin Jian, a spokesman, who demanded …": the comma opens the next aside.
    if isRelative(close + 1) { return Aside(range: comma..<close, isClosed: false, relation: relation) }
    guard startsPredicate(close + 1) || endsCue(at: close + 1, around: comma) else { return nil }
    return Aside(range: comma..<close + 1, isClosed: true, relation: relation)
  }

  /// "held Dan Reyes, a former contractor, responsible": the phrase that began before the comma ends here.
  private func endsCue(at node: Int, around comma: Int) -> Bool {
    let reach = positions[max(0, comma - 8)]..<positions[comma]
    return text.lexemes(in: reach).contains { match in
      match.lexeme.category == .cue && Int(match.end) > positions[node]
    }
  }

  /// Whether a comma closes a phrase that opens the sentence, so that what follows is its subject: "Au lendemain du
  /// scrutin, Guillaume Poupard, qui …".
  private func isFronted(before comma: Int) -> Bool {
    let start = positions.indices.first { text.tokens[positions[$0]].kind != .mark } ?? 0
    guard start < comma else { return false }
    switch whole.tags[start] {
    case .adp, .sconj, .adv: break
    case .verb: guard !isFinite(start) else { return false }
    default: return false
    }
    return !(start..<comma).contains { isFinite($0) || isComma($0) }
  }

  /// Whether nothing but a noun phrase stands from the start of the sentence to a comma.
  private func isBareSubject(before comma: Int) -> Bool {
    (0..<comma).allSatisfy { node in
      switch whole.tags[node] {
      case .det, .noun, .propn, .adj, .num: true
      case .adp, .part: node > 0
      default: text.tokens[positions[node]].kind == .mark && !isComma(node)
      }
    }
  }

  private var endOfSentence: Int {
    var end = positions.count
    while end > 1, text.tokens[positions[end - 1]].kind == .mark { end -= 1 }
    return end
  }

  /// Whether the words behind a comma go on with a list of nouns: "which makes phones, tablets and watches".
  private func isListed(behind comma: Int) -> Bool {
    guard comma + 1 < positions.count, !startsPredicate(comma + 1) else { return false }
    switch whole.tags[comma + 1] {
    case .noun, .propn, .adj, .num: return true
    case .det, .pron: return true
    default: return false
    }
  }

  private func opensApposition(_ node: Int) -> Bool {
    if ProperName.isNameWord(positions[node], in: text) { return true }
    return switch whole.tags[node] {
    case .det, .noun, .propn, .adj, .num: true
    case .verb: !isFinite(node)
    default: false
    }
  }

  /// Whether a finite verb stands here, behind adverbs, weak pronouns and the day at the most.
  func startsPredicate(_ start: Int) -> Bool {
    for node in start..<min(start + 3, positions.count) {
      if isPredicate(node) { return true }
      if text.lexeme(.time, covering: positions[node]) != nil { continue }
      switch whole.tags[node] {
      case .adv, .pron, .part: continue
      default: return false
      }
    }
    return false
  }

  func isPredicate(_ node: Int) -> Bool {
    isFinite(node) || TagKnowledge.isVerbOfClaiming(positions[node], in: text)
  }

  func isClaiming(_ node: Int) -> Bool {
    TagKnowledge.isVerbOfClaiming(positions[node], in: text)
      || text.lexemes(at: positions[node]).contains {
        $0.lexeme.category == .cue && $0.lexeme.form == .participle
      }
  }

  func isFinite(_ node: Int) -> Bool {
    (whole.tags[node] == .verb || whole.tags[node] == .aux) && whole.morphology[node].contains(.finite)
  }

  func isNominal(_ node: Int) -> Bool {
    switch whole.tags[node] {
    case .noun, .propn, .num, .x: true
    // "NoName057(16), …"
    case .punct: text.isSign(positions[node], ")")
    default: false
    }
  }

  func isRelative(_ node: Int) -> Bool {
    node < positions.count
      && text.lexemes(at: positions[node]).contains {
        $0.lexeme.category == .pronoun && $0.lexeme.means(PronounWord.relative)
      }
      && !text.isLexeme(at: positions[node], .complementizer, ComplementizerWord.that)
  }

  func isComma(_ node: Int) -> Bool {
    let token = text.tokens[positions[node]]
    return node > 0 && token.kind == .mark && Mark(text.document.text.bytes, token) == .comma
      && !listCommas.contains(node)
  }

  /// The tree over all words: the main clause read without the asides, and each aside hung on the noun before it.
  private func composed(_ asides: [Aside]) -> SyntaxTree? {
    var isAside = [Bool](repeating: false, count: positions.count)
    var left = positions.count
    // A main clause of a few words says the parser little: the last asides stay in it.
    let asides = asides.filter { aside in
      left -= aside.range.count
      let isSource = aside.isTag || aside.isFronted && cites(aside.inner.lowerBound)
      return left >= (isSource || aside.isCircumstance ? 3 : 6)
    }
    guard !asides.isEmpty else { return nil }
    for aside in asides {
      for node in aside.range { isAside[node] = true }
      // "Selon l'agence X, qui cite Y, Z a …": the comma still parts what no verb goes on with.
      if aside.isClosed, !aside.isFronted, aside.follows == nil, isComma(aside.range.upperBound - 1),
        !startsPredicate(aside.range.upperBound)
      {
        isAside[aside.range.upperBound - 1] = false
      }
    }
    let kept = positions.indices.filter { !isAside[$0] }
    var tree = whole
    graft(
      Self.parse(kept.map { positions[$0] }, in: text, model: model), at: kept, onto: -1, as: .root, &tree)
    for aside in asides {
      let inner = Array(aside.inner)
      guard !inner.isEmpty else { return nil }
      let noun =
        aside.isFronted || aside.isTag
        ? kept.first { tree.heads[$0] < 0 } ?? aside.range.upperBound
        : aside.hasComma && aside.follows == nil
          ? antecedent(before: aside.range.lowerBound, in: tree, climbing: aside.relation == .appos)
          : aside.follows ?? aside.range.upperBound
      graft(
        Self.tree(inner.map { positions[$0] }, in: text, model: model), at: inner, onto: Int32(noun),
        as: aside.relation, &tree)
      if aside.isFronted, cites(inner[0]) { hangExplanation(in: inner, &tree) }
      for mark in aside.range where isAside[mark] && !aside.inner.contains(mark) {
        tree.tags[mark] = .punct
        tree.heads[mark] = Int32(noun)
        tree.relations[mark] = .punct
      }
    }
    return TreeRepair.isOneTree(tree) ? tree : nil
  }

  /// The noun that an aside is about: the last one before it, or the one that this belongs to.
  private func antecedent(before comma: Int, in tree: SyntaxTree, climbing: Bool) -> Int {
    var node = comma - 1
    while tree.tags[node] == .punct, node > 0 { node -= 1 }
    while tree.heads[node] >= 0 {
      switch tree.relations[node] {
      case .flat, .compound, .amod, .nummod, .det, .case, .punct: break
      case .nmod, .nmodPoss:
        guard climbing, Int(tree.heads[node]) < node else { return node }
      // "la ministre chargée du Numérique, Claire Montferrand"
      case .obl, .oblAgent:
        guard climbing, let noun = nounOfParticiple(above: node, in: tree) else { return node }
        node = noun
        continue
      default: return node
      }
      node = Int(tree.heads[node])
    }
    return node
  }

  /// The noun whose participle a node belongs to, if both stand before it.
  private func nounOfParticiple(above node: Int, in tree: SyntaxTree) -> Int? {
    let participle = Int(tree.heads[node])
    guard participle < node, tree.relations[participle] == .acl else { return nil }
    let noun = Int(tree.heads[participle])
    return noun >= 0 && noun < participle ? noun : nil
  }

  /// Copies the tree of some words into that of all; its root hangs on `head`.
  func graft(
    _ part: SyntaxTree, at nodes: [Int], onto head: Int32, as relation: DependencyRelation,
    _ tree: inout SyntaxTree
  ) {
    for (index, node) in nodes.enumerated() {
      tree.tags[node] = part.tags[index]
      tree.morphology[node] = part.morphology[index]
      let above = part.heads[index]
      tree.heads[node] = above < 0 ? head : Int32(nodes[Int(above)])
      tree.relations[node] = above < 0 ? relation : part.relations[index]
    }
  }
}
