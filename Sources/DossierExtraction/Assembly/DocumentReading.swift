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
    drafts = scope == .all ? reader.drafts : reader.drafts.filter(relevance.holds)
    drafts = Self.withoutRepeats(drafts, in: text)
    answers = DenialLinking.answers(of: drafts, registry: registry)
  }

  /// Headlines and captions count only where the running text lacks their claim.
  private static func withoutRepeats(_ drafts: [ClaimDraft], in text: AnalysedText) -> [ClaimDraft] {
    func role(_ draft: ClaimDraft) -> Block.Role? {
      text.sentences.first { $0.tokens.contains(draft.span.lowerBound) }?.role
    }
    var kept: [ClaimDraft] = []
    for draft in drafts {
      if kept.contains(where: {
        $0.span == draft.span && $0.act == draft.act && $0.speaker.entities == draft.speaker.entities
      }) {
        continue
      }
      kept.append(draft)
    }
    return kept
  }
}
