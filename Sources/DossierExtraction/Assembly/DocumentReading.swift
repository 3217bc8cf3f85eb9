import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What one document gives to a report: its source, entities, claims and findings, with ids of its own.
struct DocumentReading: Sendable {
  let document: Document
  let text: AnalysedText
  private(set) var registry = EntityRegistry()
  private(set) var drafts: [ClaimDraft] = []
  private(set) var answers: [[Int]] = []

  /// Reads a document. A language without a parser gives names but no claims.
  init(_ document: Document, settings: ReportSettings) {
    let scope = settings.scope
    self.document = document
    text = AnalysedText(document, table: settings.table, maximumText: settings.maximumText)
    guard var reader = ClaimReader(text, scope: scope) else { return }
    let relevance = Relevance(text)
    guard scope == .all || relevance.isThreatText else {
      reader.readNames()
      registry = reader.parties.registry
      return
    }
    reader.read()
    registry = reader.parties.registry
    drafts = reader.drafts
    drafts = Self.withoutRepeats(drafts, in: text)
    answers = DenialLinking.answers(of: drafts, registry: registry)
    DenialLinking.completeSupport(&drafts, answers)
    DenialLinking.completeCondemnation(&drafts)
  }

  /// Headlines and captions count only where the running text lacks their claim.
  private static func withoutRepeats(_ drafts: [ClaimDraft], in text: AnalysedText) -> [ClaimDraft] {
    var isRunning: [Bool] = []
    for draft in drafts {
      let sentence = text.sentence(at: draft.span.lowerBound)
      isRunning.append(
        sentence?.role == .body && sentence.map { text.document.blocks[$0.block].kind } != .heading)
    }
    guard isRunning.contains(false) else { return drafts }
    // Each saying once: a long text says the same thing of the same parties very often.
    var sayings: [Saying: Int] = [:]
    for index in drafts.indices where isRunning[index] {
      sayings[Saying(drafts[index]), default: index] = index
    }
    var bySpeaker: [Int: [Int]] = [:]
    for index in sayings.values {
      for speaker in Set(drafts[index].speaker.entities) { bySpeaker[speaker, default: []].append(index) }
    }
    return drafts.indices.filter { index in
      guard !isRunning[index] else { return true }
      let others = drafts[index].speaker.entities.first.map { bySpeaker[$0] ?? [] } ?? Array(sayings.values)
      return !others.contains { says(drafts[$0], asMuchAs: drafts[index]) }
    }.map { drafts[$0] }
  }

  /// What makes a claim of the running text stand for another.
  private struct Saying: Hashable {
    let act: Act
    let speakers: [Int]
    let about: [Int]

    init(_ draft: ClaimDraft) {
      act = draft.act.isResponsibility ? .attribute : draft.act
      speakers = draft.speaker.entities
      about = draft.about.all
    }
  }

  /// Whether one claim is by all the speakers of another, in an act of the same weight, about the same.
  private static func says(_ one: ClaimDraft, asMuchAs other: ClaimDraft) -> Bool {
    guard one.act == other.act || one.act.isResponsibility && other.act.isResponsibility else { return false }
    return Set(other.speaker.entities).isSubset(of: one.speaker.entities)
      && (other.about.entities.isEmpty || !Set(other.about.all).isDisjoint(with: one.about.all))
  }
}
