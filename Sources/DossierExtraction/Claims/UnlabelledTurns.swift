import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Interviews and briefings whose turns have no label: each paragraph of speech opens with a dash, or short questions
/// stand between long answers.
enum UnlabelledTurns {
  /// For each block of speech its turn; empty where the text is no such talk. Linear.
  static func turns(in text: AnalysedText) -> [Int: Turns.Turn] {
    let blocks = bodyBlocks(in: text)
    let dashed = dashedTurns(blocks, in: text)
    return dashed.isEmpty ? interviewTurns(blocks, in: text) : dashed
  }

  /// Labelled answers of one person to questions without a label: "Can it be said …?", "Jane Roe, a researcher: Yes." Nil where
  /// the labels are not all behind a question and of one person.
  static func answers(_ found: [(block: Int, turn: Turns.Turn)], in text: AnalysedText) -> [Int: Turns.Turn]?
  {
    let blocks = bodyBlocks(in: text)
    let labelled = Dictionary(found.map { ($0.block, $0.turn) }, uniquingKeysWith: { first, _ in first })
    guard let first = found.first, !first.turn.isQuestion,
      Set(found.map { text.words($0.turn.label) }).count == 1,
      // One label alone must tell who the person is, by more than one name and by an office.
      first.turn.label.count(where: { text.tokens[$0].kind == .word }) > 1,
      (first.turn.label.upperBound..<max(first.turn.label.upperBound, first.turn.whole.upperBound)).contains(
        where: { text.lexeme(.role, covering: $0) != nil }),
      let start = blocks.firstIndex(where: { $0.block == first.block }), start > 0,
      asks(blocks[start - 1].tokens, in: text),
      blocks.indices.allSatisfy({ index in
        labelled[blocks[index].block] == nil || index > 0 && asks(blocks[index - 1].tokens, in: text)
      })
    else { return nil }
    var turns: [Int: Turns.Turn] = [:]
    var current = first.turn
    for index in (start - 1)..<blocks.count {
      let block = blocks[index]
      if let own = labelled[block.block] {
        current = own
      } else if asks(block.tokens, in: text) {
        let start = block.tokens.lowerBound
        turns[block.block] = Turns.Turn(
          label: start..<start, whole: start..<start, start: start, isQuestion: true)
        continue
      }
      turns[block.block] = current
    }
    return turns
  }

  /// Tokens of the running text's blocks, in order.
  private static func bodyBlocks(in text: AnalysedText) -> [(block: Int, tokens: Range<Int>)] {
    var blocks: [(block: Int, tokens: Range<Int>)] = []
    for sentence in text.sentences where sentence.role == .body {
      if let last = blocks.last, last.block == sentence.block {
        blocks[blocks.count - 1].tokens = last.tokens.lowerBound..<sentence.tokens.upperBound
      } else {
        blocks.append((sentence.block, sentence.tokens))
      }
    }
    return blocks
  }

  /// Paragraphs that open with a dash, at least five and most of the text: they answer each other in turn, and those of
  /// the side that asks are the questions.
  private static func dashedTurns(_ blocks: [(block: Int, tokens: Range<Int>)], in text: AnalysedText)
    -> [Int: Turns.Turn]
  {
    let spoken = blocks.filter { block in
      Mark(text.document.text.bytes, text.tokens[block.tokens.lowerBound]) == .dash && block.tokens.count > 1
        && text.tokens[block.tokens.lowerBound].kind == .mark
    }
    guard spoken.count >= 5, spoken.count * 10 >= blocks.count * 6 else { return [:] }
    let asking = spoken.indices.filter { asks(spoken[$0].tokens, in: text) }
    guard let first = asking.first, asking.count >= 2 else { return [:] }
    var turns: [Int: Turns.Turn] = [:]
    for (index, block) in spoken.enumerated() {
      let start = block.tokens.lowerBound + 1
      turns[block.block] = Turns.Turn(
        label: start..<start, whole: start..<start, start: start,
        isQuestion: index >= first && (index - first) % 2 == 0)
    }
    return turns
  }

  /// Short paragraphs that ask, at least three, each with an answer behind it.
  private static func interviewTurns(_ blocks: [(block: Int, tokens: Range<Int>)], in text: AnalysedText)
    -> [Int: Turns.Turn]
  {
    let questions = blocks.indices.filter { index in
      blocks[index].tokens.count <= 40 && asks(blocks[index].tokens, in: text)
        && !text.quotations.contains { $0.outer.overlaps(blocks[index].tokens) }
    }
    guard questions.count >= 3, let first = questions.first,
      zip(questions, questions.dropFirst()).allSatisfy({ $0 + 1 < $1 }),
      (questions.last ?? 0) + 1 < blocks.count
    else { return [:] }
    var turns: [Int: Turns.Turn] = [:]
    for index in first..<blocks.count {
      let start = blocks[index].tokens.lowerBound
      let isPrompt =
        !questions.contains(index) && blocks[index].tokens.count <= 20
        && questions.contains(where: { $0 > index })
        && trailsOff(blocks[index].tokens, in: text)
      turns[blocks[index].block] = Turns.Turn(
        label: start..<start, whole: start..<start, start: start,
        isQuestion: questions.contains(index) || isPrompt)
    }
    return turns
  }

  private static func asks(_ tokens: Range<Int>, in text: AnalysedText) -> Bool {
    tokens.suffix(3).contains { position in
      text.tokens[position].kind == .mark && text.byte(position) == UInt8(ascii: "?")
    }
  }

  /// Whether a paragraph ends with an ellipsis, as questions that leave the rest to the other do.
  private static func trailsOff(_ tokens: Range<Int>, in text: AnalysedText) -> Bool {
    guard let last = tokens.last, text.tokens[last].kind == .mark else { return false }
    return text.word(last) == "…" || text.word(last).hasPrefix("..")
  }
}

extension ClaimReader {
  /// Who answers in a talk without labels: the person whom the paragraphs before the first turn, or the title, bring in.
  mutating func interviewee(before block: Int) -> Party {
    for sentence in text.sentences where sentence.block < block {
      guard sentence.role == .body || sentence.role == .title else { continue }
      for match in text.lexemes(in: sentence.tokens) where match.lexeme.category == .role {
        let segment = Segment(Array(sentence.tokens), in: text, model: model)
        guard let node = segment.node(at: Int(match.first)) else { continue }
        let party = parties.party(at: node, in: segment)
        if let first = party.entities.first, parties.registry[first].kind == .person,
          sentence.role == .title || !parties.registry[first].isUnnamed || party.entities.count == 1
        {
          return Party(entities: [first], level: .person)
        }
      }
    }
    return Party(entities: [], reason: "who answers is not said")
  }
}
