package import DossierText

extension ModelTable {
  /// Tags and parses one sentence.
  package func parse(
    _ bytes: [UInt8], tokens: ArraySlice<Token>, allowed: [TagSet] = [],
    attaching: (SyntaxTree) -> Bool = { _ in true }
  ) -> SyntaxTree {
    let count = tokens.count
    guard count > 0 else { return SyntaxTree(tags: [], heads: [], relations: [], morphology: []) }
    var state = ParserState(count: count)
    var tags: [PartOfSpeech] = []
    var morphology: [Morphology] = []
    tags.reserveCapacity(count)
    morphology.reserveCapacity(count)
    withForms(of: bytes, tokens) { forms in
      tag(forms, count, allowed: allowed.count == count ? allowed : []) { index, number in
        let said = tagClass(number)
        tags.append(said.tag)
        morphology.append(said.morphology)
        state.fill(index, forms[index], said)
      }
    }
    let tagged = SyntaxTree(
      tags: tags, heads: [Int32](repeating: -1, count: count),
      relations: [DependencyRelation](repeating: .dep, count: count), morphology: morphology)
    guard attaching(tagged) else { return tagged }
    attach(&state)
    var heads: [Int32] = []
    var relations: [DependencyRelation] = []
    heads.reserveCapacity(count)
    relations.reserveCapacity(count)
    for index in 0..<count {
      heads.append(state.nodes[index].head)
      relations.append(DependencyRelation(rawValue: state.nodes[index].relation) ?? .dep)
    }
    return SyntaxTree(tags: tags, heads: heads, relations: relations, morphology: morphology)
  }

  /// Gives every token its class.
  private func tag(
    _ forms: UnsafePointer<WordForm>, _ count: Int, allowed: [TagSet], _ give: (Int, Int) -> Void
  ) {
    var last = TaggerFeatures.noClass
    var secondLast = TaggerFeatures.noClass
    let capacity = TaggerFeatures.count + SparseWeights.room(for: TaggerFeatures.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { room in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: ClassScores.room) { scoreRoom in
        guard let features = room.baseAddress, let scores = scoreRoom.baseAddress else { return }
        for index in 0..<count {
          scores.update(repeating: 0, count: ClassScores.room)
          TaggerFeatures.collect(
            forms, index, last: last, secondLast: secondLast, of: tagger.place, into: features)
          tagger.add(
            features, count: TaggerFeatures.count, room: features + TaggerFeatures.count, to: scores)
          let best = bestClass(scores, within: allowed.isEmpty ? .any : allowed[index])
          give(index, best)
          secondLast = last
          last = UInt8(truncatingIfNeeded: best)
        }
      }
    }
  }

  /// The class with the highest score of those allowed; the first, if none is.
  @inline(__always)
  private func bestClass(_ scores: UnsafeMutablePointer<Int16>, within allowed: TagSet) -> Int {
    if allowed == .any { return ClassScores.best(scores, from: 0, count: classCount) }
    var best = 0
    var highest = Int16.min
    for number in 0..<classCount
    where scores[number] > highest && allowed.allows(tagClass(number).tag) {
      best = number
      highest = scores[number]
    }
    return best
  }

  /// Takes moves until the sentence is done.
  private func attach(_ state: inout ParserState) {
    let limit = max(ParserFeatures.limit, RelationFeatures.limit)
    let features = UnsafeMutablePointer<UInt32>.allocate(
      capacity: limit + SparseWeights.room(for: RelationFeatures.limit))
    let scores = UnsafeMutablePointer<Int16>.allocate(capacity: ClassScores.room)
    scores.initialize(repeating: 0, count: ClassScores.room)
    defer {
      features.deallocate()
      scores.deallocate()
    }
    while !state.isFinished {
      var count = ParserFeatures.collect(state, of: moves.place, into: features)
      let (shift, left, right) = moves.scores(features, count: count)
      let move = state.best(shift, left, right)
      var relation = 0
      if move != .shift {
        scores.update(repeating: 0, count: ClassScores.room)
        count = RelationFeatures.collect(
          state, head: state.head(by: move), of: relations.place, into: features)
        relations.add(features, count: count, room: features + limit, to: scores)
        // Number 0 is the root's, which no arc has.
        relation = ClassScores.best(scores, from: 1, count: RelationFeatures.classCount)
      }
      state.take(move, UInt8(truncatingIfNeeded: relation))
    }
  }
}

/// Calls `body` with the sentence's spellings, padded with two elements at either end.
package func withForms(
  of bytes: [UInt8], _ tokens: ArraySlice<Token>, _ body: (UnsafePointer<WordForm>) -> Void
) {
  let count = tokens.count
  withUnsafeTemporaryAllocation(of: WordForm.self, capacity: count + 4) { room in
    room.initialize(repeating: .outside)
    guard let base = room.baseAddress else { return }
    let forms = base + 2
    bytes.withUnsafeBufferPointer { text in
      var index = 0
      for token in tokens {
        forms[index] = WordForm(text, token, isFirst: index == 0)
        index += 1
      }
    }
    body(forms)
  }
}

extension ParserState {
  /// Fills in the node of a tagged token; tokens come in order.
  package func fill(_ index: Int, _ form: WordForm, _ said: ModelTable.TagClass) {
    let agreement = said.morphology.rawValue & 0x73
    nodes[index].key = UInt64(form.word) << 8 | UInt64(said.parserTag)
    nodes[index].verbs = nodes[index - 1].verbs &+ (said.tag == .verb ? 1 : 0)
    nodes[index].marks = nodes[index - 1].marks &+ (said.tag == .punct ? 1 : 0)
    nodes[index].agreement = UInt8(truncatingIfNeeded: agreement)
    nodes[index].suffix = form.suffixes.2
    nodes[index].shape = UInt8(truncatingIfNeeded: form.shape & 0x1F)
  }
}
