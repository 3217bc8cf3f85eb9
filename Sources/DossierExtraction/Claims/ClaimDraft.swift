import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A claim being read: parties and runs of tokens, before ids and offsets.
struct ClaimDraft: Sendable {
  var act: Act
  var polarity = Polarity.affirm
  var speaker: Party
  var about = Party(entities: [])
  var relayedBy: [Int] = []
  var level = Level.unknown
  /// Document positions of the words that make it a claim.
  var cue: Range<Int>
  /// Document positions of what is claimed, as runs.
  var content: [Range<Int>] = []
  /// Document positions of the whole: speaker, cue and content.
  var span: Range<Int>
  var behaviours: [Behaviour] = []
  var targets: [Int] = []
  var confidence: (words: Range<Int>, level: ConfidenceWord)?
  var likelihood: (words: Range<Int>, band: LikelihoodWord)?
  var hedged = false
  var quoted = false
  /// Whether its words are direct speech, quoted as a whole.
  var isDirect = false
  /// Whether words beside the quotation say whose it is.
  var isTagged = false
  var channel: Range<Int>?
  /// The frame of the cue.
  var frame: CueFrame
  /// Why it was read so: language, kind of construction, lemma.
  var rule: String
  /// Whether what is denied is one's own part in something.
  var deniesInvolvement = false
  /// Whether it is made in a relative clause on somebody that is named before it.
  var isRelative = false
  /// Whether it is made while, before or after its speaker does something else in the sentence.
  var isAdverbial = false
  /// Whether the claim is the article's own.
  var isArticle = false
  /// Entities that are said to be one: the other name and what it is a name of.
  var sameAs: [(name: Int, of: Int)] = []

  /// Widens the span by a run.
  mutating func include(_ run: Range<Int>?) {
    guard let run, !run.isEmpty else { return }
    span = min(span.lowerBound, run.lowerBound)..<max(span.upperBound, run.upperBound)
  }
}

/// Runs of positions, cut where more than a mark is missing between them.
func runs(of positions: [Int]) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  for position in positions.sorted() {
    if let last = runs.last, position <= last.upperBound + 1 {
      runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, position + 1)
    } else {
      runs.append(position..<position + 1)
    }
  }
  return runs
}
