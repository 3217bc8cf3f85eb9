import DossierExtraction
import DossierHost
import DossierModel
import DossierText

/// An article with its claims marked in place, and for each paragraph why each claim was read so: who is meant by the
/// words for the speaker, the cue and its rule, where the parties were named. `ExplainedText` and `ExplainedPage` show it.
struct ExplainedArticle {
  /// A paragraph of the article.
  struct Paragraph {
    /// Its words and, in their order, the places where claims' evidence begins and ends.
    var pieces: [Piece] = []
    /// The claims whose evidence begins in it.
    var claims: [ExplainedClaim] = []
    /// Whether it is a headline.
    var isTitle: Bool
  }

  /// A part of a paragraph.
  enum Piece {
    case words(String)
    case opening(claim: String)
    case closing(claim: String)
  }

  /// A claim and why it was read so.
  struct ExplainedClaim {
    var id: String
    /// Who claims what: "United Kingdom accuse".
    var head: String
    /// What was read, and what is said beside it.
    var rows: [(label: String, value: String, note: String)] = []
  }

  private(set) var paragraphs: [Paragraph] = []
  /// What looks like a name or an indicator and was not taken for it, with its line and column.
  private(set) var refused: [(place: String, words: String, meaning: String, reason: String)] = []
  private let names: [String: String]
  private let mentions: [String: [Mention]]
  /// What each claim says to be one thing under two names.
  private let aliases: [String: [Relation]]

  /// The explanation of an article, of all claims or of one.
  init(_ report: Report, _ document: Document, source: String, only id: String? = nil) {
    names = Dictionary(report.entities.map { ($0.id, $0.name) }) { first, _ in first }
    mentions = Dictionary(report.entities.map { ($0.id, $0.mentions) }) { first, _ in first }
    var aliases: [String: [Relation]] = [:]
    for relation in report.relations where relation.type == .sameAs {
      for claim in relation.claims { aliases[claim, default: []].append(relation) }
    }
    self.aliases = aliases
    let scalars = Array(String(decoding: document.text.bytes, as: UTF8.self).unicodeScalars)
    let places = CodePointIndex(document.text.bytes)
    let claims = report.claims.filter { id == nil || $0.id == id }
    for block in document.blocks where block.role != .boilerplate && block.role != .byline {
      let start = Int(places.codePoint(atByte: block.range.start))
      let end = Int(places.codePoint(atByte: block.range.end))
      let here = claims.filter { claim in
        claim.evidence.contains { $0.start >= start && $0.start < end }
      }
      guard id == nil || !here.isEmpty else { continue }
      var paragraph = Paragraph(
        pieces: Self.pieces(scalars, start..<end, here), isTitle: block.role == .title)
      for claim in here { if let explained = explained(claim) { paragraph.claims.append(explained) } }
      paragraphs.append(paragraph)
    }
    guard id == nil else { return }
    for candidate in report.candidates where candidate.mention.source == source {
      let byte = places.byte(atCodePoint: UInt32(clamping: candidate.mention.start))
      let place = document.text.position(at: byte)
      let meaning = [candidate.kind, candidate.name].compactMap(\.self).joined(separator: " ")
      let times = candidate.count > 1 ? "; \(candidate.count) places" : ""
      self.refused.append(
        ("\(place.line):\(place.column)", flat(candidate.mention.text), meaning, candidate.reason + times))
    }
  }

  /// The words of a block, cut where evidence begins and ends; what ends at a place stands before what begins there.
  private static func pieces(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ claims: [Claim]) -> [Piece] {
    var opened: [Int: [String]] = [:]
    var closed: [Int: [String]] = [:]
    for claim in claims {
      for evidence in claim.evidence where range.contains(evidence.start) {
        opened[evidence.start, default: []].append(claim.id)
        closed[min(evidence.end, range.upperBound), default: []].append(claim.id)
      }
    }
    var pieces: [Piece] = []
    var words = String.UnicodeScalarView()
    for index in range.lowerBound...range.upperBound {
      let ends = closed[index] ?? []
      let starts = index < range.upperBound ? opened[index] ?? [] : []
      if !ends.isEmpty || !starts.isEmpty, !words.isEmpty {
        pieces.append(.words(String(words)))
        words = String.UnicodeScalarView()
      }
      pieces += ends.map { .closing(claim: $0) } + starts.map { .opening(claim: $0) }
      guard index < range.upperBound, index < scalars.count else { break }
      words.append(scalars[index])
    }
    if !words.isEmpty { pieces.append(.words(String(words))) }
    return pieces
  }

  private func explained(_ claim: Claim) -> ExplainedClaim? {
    guard let evidence = claim.evidence.first else { return nil }
    let speakers = claim.speakers.map { names[$0] ?? $0 }.joined(separator: ", ")
    var head = "\(speakers.isEmpty ? "the article" : speakers) \(claim.act.rawValue)"
    if claim.polarity == .deny { head += " (denied)" }
    var explained = ExplainedClaim(id: claim.id, head: head)
    func row(_ label: String, _ value: String, _ note: String = "") {
      if !value.isEmpty { explained.rows.append((label, value, note)) }
    }
    row("speaker", party(claim.speakers, words: evidence.speaker, in: evidence))
    row("cue", quoted(evidence.cue, in: evidence), "rule \(claim.rule)")
    let level = claim.about.isEmpty ? "" : "blamed as \(claim.level.rawValue)"
    row("about", party(claim.about, words: [], in: evidence), level)
    for alias in aliases[claim.id] ?? [] {
      row("same", "\(names[alias.from] ?? alias.from), another name of \(names[alias.to] ?? alias.to)")
    }
    row("target", party(claim.proposition.targets, words: [], in: evidence))
    row("content", quoted(evidence.content, in: evidence))
    row("deeds", claim.proposition.behaviours.map(\.rawValue).joined(separator: ", "))
    row("confidence", claim.confidence?.words ?? "", claim.confidence?.level?.rawValue ?? "")
    row("likelihood", claim.likelihood?.words ?? "", band(claim.likelihood))
    row("distance", claim.hedged ? "the wording keeps one" : "")
    row("answers", claim.answers.joined(separator: ", "))
    for open in claim.unresolved { row("open", "\(open.role) “\(open.words)”", open.reason) }
    return explained
  }

  /// Each party with its words in the evidence, or the nearest place before it where it was named.
  private func party(_ ids: [String], words: [Span], in evidence: Evidence) -> String {
    let said = quoted(words, in: evidence)
    let parties = ids.map { id -> String in
      let name = names[id] ?? id
      let own = (mentions[id] ?? []).filter { $0.source == evidence.source }
      let inside = own.first { $0.start >= evidence.start && $0.end <= evidence.end }
      if let inside { return "“\(flat(inside.text))” is \(name)" }
      guard let before = own.last(where: { $0.start < evidence.start }) else { return name }
      return "\(name), named “\(flat(before.text))” at \(before.start)"
    }
    let all = parties.joined(separator: "; ")
    return said.isEmpty || ids.isEmpty || all.contains(said) ? (all.isEmpty ? said : all) : "\(said): \(all)"
  }

  /// The words of spans, which lie within the evidence.
  private func quoted(_ spans: [Span], in evidence: Evidence) -> String {
    let scalars = Array(evidence.exact.unicodeScalars)
    return spans.compactMap { span in
      let low = span.start - evidence.start
      let high = span.end - evidence.start
      guard low >= 0, low < high, high <= scalars.count else { return nil }
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[low..<high])
      return "“\(flat(String(words)))”"
    }.joined(separator: " … ")
  }

  private func flat(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func band(_ likelihood: Likelihood?) -> String {
    guard let low = likelihood?.low, let high = likelihood?.high else { return "" }
    return "\(low) to \(high) %"
  }
}
