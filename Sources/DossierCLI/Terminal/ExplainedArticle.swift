import DossierExtraction
import DossierHost
import DossierModel
import DossierText

/// An article with its claims marked in place, and below each paragraph why each claim was read so: who is meant by the
/// words for the speaker, the cue and its rule, where the parties were named.
struct ExplainedArticle {
  private(set) var text = ""
  private let report: Report
  private let names: [String: String]
  private let mentions: [String: [Mention]]
  private let style: TextStyle

  /// The page for an article, of all claims or of one.
  init(
    _ report: Report, _ document: Document, refused: [RefusedCandidate], only id: String? = nil, colour: Bool
  ) {
    self.report = report
    style = TextStyle(isOn: colour)
    names = Dictionary(report.entities.map { ($0.id, $0.name) }) { first, _ in first }
    mentions = Dictionary(report.entities.map { ($0.id, $0.mentions) }) { first, _ in first }
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
      text += marked(scalars, start..<end, here) + "\n"
      for claim in here { explain(claim) }
      text += "\n"
    }
    if id == nil, !refused.isEmpty { list(refused, of: document) }
  }

  /// What looks like a name or an indicator and was not taken for it.
  private mutating func list(_ refused: [RefusedCandidate], of document: Document) {
    text += style.bold("Not taken for what it looks like") + "\n"
    for candidate in refused.prefix(100) {
      let place = document.text.position(at: candidate.range.start)
      let words = "\(place.line):\(place.column) “\(flat(candidate.words))” is not \(candidate.meaning)"
      text += "  \(TerminalText.printable(words))"
      text += style.dim(" (\(TerminalText.printable(candidate.reason)))") + "\n"
    }
    if refused.count > 100 { text += "  and \(refused.count - 100) more\n" }
  }

  /// The words of a block with `⟦` where a claim's evidence begins and its id and `⟧` where it ends.
  private func marked(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ claims: [Claim]) -> String {
    var opened: [Int: Int] = [:]
    var closed: [Int: [String]] = [:]
    for claim in claims {
      for evidence in claim.evidence where range.contains(evidence.start) {
        opened[evidence.start, default: 0] += 1
        closed[min(evidence.end, range.upperBound), default: []].append(claim.id)
      }
    }
    var words = ""
    for index in range.lowerBound...range.upperBound {
      for id in closed[index] ?? [] { words += style.yellow(" \(id)⟧") }
      guard index < range.upperBound, index < scalars.count else { break }
      for _ in 0..<(opened[index] ?? 0) { words += style.yellow("⟦") }
      words += TerminalText.printable(String(Character(scalars[index])))
    }
    return words
  }

  private mutating func explain(_ claim: Claim) {
    guard let evidence = claim.evidence.first else { return }
    let speakers = claim.speakers.map { names[$0] ?? $0 }.joined(separator: ", ")
    var head = "\(speakers.isEmpty ? "the article" : speakers) \(claim.act.rawValue)"
    if claim.polarity == .deny { head += " (denied)" }
    text += "  \(style.bold(claim.id)) \(TerminalText.printable(head))\n"
    line("speaker", party(claim.speakers, words: evidence.speaker, in: evidence))
    line("cue", quoted(evidence.cue, in: evidence), "rule \(claim.rule)")
    let level = claim.about.isEmpty ? "" : "blamed as \(claim.level.rawValue)"
    line("about", party(claim.about, words: [], in: evidence), level)
    line("target", party(claim.proposition.targets, words: [], in: evidence))
    line("content", quoted(evidence.content, in: evidence))
    line("deeds", claim.proposition.behaviours.map(\.rawValue).joined(separator: ", "))
    line("confidence", claim.confidence?.words ?? "", claim.confidence?.level?.rawValue ?? "")
    line("likelihood", claim.likelihood?.words ?? "", band(claim.likelihood))
    line("distance", claim.hedged ? "the wording keeps one" : "")
    line("answers", claim.answers.joined(separator: ", "))
    for open in claim.unresolved { line("open", "\(open.role) “\(open.words)”", open.reason) }
  }

  private mutating func line(_ name: String, _ value: String, _ note: String = "") {
    guard !value.isEmpty else { return }
    let label = name + String(repeating: " ", count: max(1, 11 - name.count))
    text += "     \(style.dim(label))\(TerminalText.printable(value))"
    text += note.isEmpty ? "\n" : style.dim(" (\(TerminalText.printable(note)))") + "\n"
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
