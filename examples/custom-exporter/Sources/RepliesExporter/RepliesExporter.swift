public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes who is spoken of by whom, and who contests it: what an editor asks before printing a charge.
public struct RepliesExporter: Exporter {
  /// What it is.
  public static let manifest = ExporterManifest(
    name: "replies", summary: "Who is spoken of by whom, and who contests it", mediaType: "text/plain",
    fileName: "{slug}.replies.txt", stability: .experimental, carries: [.claims, .denials])
  /// What can be chosen.
  public static let options: [OptionField<Self>] = [
    .bool("only_unanswered", \.onlyUnanswered, help: "Leave out parties about whom something is contested"),
    .text("bullet", \.bullet, help: "What stands before each claim", example: "*"),
  ]
  var onlyUnanswered = false
  var bullet = "-"

  /// An exporter with every option at its default.
  public init() {}

  /// Writes one report.
  public mutating func export(
    _ report: Report, into output: inout OutputSet, context: ExportContext
  ) throws(Diagnostic) {
    let names = Dictionary(report.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var written: Set<String> = []
    for party in report.entities {
      let claims = report.claims.filter { $0.about.contains(party.id) }
      let ids = Set(claims.map(\.id))
      let replies = report.claims.filter { $0.polarity == .deny && !ids.isDisjoint(with: $0.answers) }
      if claims.isEmpty || onlyUnanswered && !replies.isEmpty { continue }
      output.write("\(party.name): \(Self.answer(replies, language: context.language))\n")
      for claim in claims {
        let speakers = claim.speakers.compactMap { names[$0] }.joined(separator: ", ")
        let answers = claim.answers.isEmpty ? "" : " → \(claim.answers.joined(separator: ", "))"
        output.write("\(bullet) \(claim.id) \(claim.act.rawValue): \(speakers)\(answers)\n")
        written.insert(claim.id)
      }
    }
    output.report(losses: Self.reckoning.losses(of: report))
    for claim in report.claims where !written.contains(claim.id) {
      output.report(loss: Loss(subject: claim.id, what: "claims", why: "it is about no party that is listed"))
    }
  }

  /// The keys of the report that the lines hold; the rest is declared lost.
  private static let reckoning = LossReckoning(
    keeping: ["claims.act", "claims.speakers", "claims.about", "claims.answers"],
    why: "a line says only who says what of whom")

  private static func answer(_ replies: [Claim], language: String) -> String {
    let ids = replies.map(\.id).joined(separator: ", ")
    return switch (language == "fr", replies.isEmpty) {
    case (true, true): "sans réponse"
    case (true, false): "contesté (\(ids))"
    case (false, true): "no answer"
    case (false, false): "contested (\(ids))"
    }
  }
}
