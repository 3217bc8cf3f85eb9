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
  init(_ document: Document, table: KnowledgeTable, scope: ExtractionScope) {
    self.document = document
    text = AnalysedText(document, table: table)
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
  }

  /// Headlines and captions count only where the running text lacks their claim.
  private static func withoutRepeats(_ drafts: [ClaimDraft], in text: AnalysedText) -> [ClaimDraft] {
    var isRunning: [Bool] = []
    for draft in drafts {
      let sentence = text.sentence(at: draft.span.lowerBound)
      isRunning.append(
        sentence?.role == .body && sentence.map { text.document.blocks[$0.block].kind } != .heading)
    }
    return drafts.indices.filter { index in
      guard !isRunning[index] else { return true }
      return !drafts.indices.contains { other in
        isRunning[other] && says(drafts[other], asMuchAs: drafts[index])
      }
    }.map { drafts[$0] }
  }

  /// Whether one claim is by all the speakers of another, in an act of the same weight, about the same.
  private static func says(_ one: ClaimDraft, asMuchAs other: ClaimDraft) -> Bool {
    guard one.act == other.act || one.act.isResponsibility && other.act.isResponsibility else { return false }
    return Set(other.speaker.entities).isSubset(of: one.speaker.entities)
      && (other.about.entities.isEmpty || !Set(other.about.all).isDisjoint(with: one.about.all))
  }
}
