/// The shapes of `dossier.diff/1`: what claims changed between two reports.
package enum DiffShapes {
  private static func names<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type)
    -> RecordShape.Value
  {
    .choice(Choice.allCases.map(\.rawValue))
  }

  /// The version of the JSON form.
  package static let schema = "dossier.diff/1"

  /// The whole comparison.
  package static let diff = RecordShape(
    "diff", "What claims changed between two reports",
    [
      .init("schema", .constant(schema), .always, "Version of this form"),
      .init("old", .record(side), .always, "The old report"),
      .init("new", .record(side), .always, "The new report"),
      .init("same", .integer(from: 0), .always, "How many claims are the same"),
      .init("added", .list(.record(claim)), .always, "Claims that only the new report has"),
      .init("removed", .list(.record(claim)), .always, "Claims that only the old report has"),
      .init(
        "changed", .list(.record(changed)), .always, "Claims that both have and that do not say the same"),
      .init(
        "moved", .list(.record(pair)), .always, "Claims that are the same and stand elsewhere in the text"),
    ])

  private static let side = RecordShape(
    "side", "A report that was compared",
    [
      .init("id", .text, .always, "Its id"),
      .init("title", .text, .always, "Its title"),
      .init("claims", .integer(from: 0), .always, "How many claims it has"),
    ])

  private static let pair = RecordShape(
    "pair", "The ids of one claim in both reports",
    [
      .init("old", .text, .always, "In the old report"),
      .init("new", .text, .always, "In the new report"),
    ])

  private static let changed = RecordShape(
    "changed", "A claim that changed",
    [
      .init("old", .text, .always, "Its id in the old report"),
      .init("new", .text, .always, "Its id in the new report"),
      .init("fields", .list(.record(change), atLeast: 1), .always, "What changed"),
      .init("claim", .record(claim), .always, "The claim as it is now"),
    ])

  /// A field that changed.
  package static let change = RecordShape(
    "change", "A field that changed",
    [
      .init("field", .choice(claim.fields.map(\.key).filter { $0 != "id" }), .always, "Which"),
      .init("old", value, .always, "What it was"),
      .init("new", value, .always, "What it is"),
    ])

  private static let texts = RecordShape.Value.list(.text)
  private static let value = RecordShape.Value.either([
    .nullable(.text), texts, .flag, .list(.record(place)),
  ])

  /// A claim, with names in place of ids.
  package static let claim = RecordShape(
    "claim", "A claim, with names in place of ids",
    [
      .init("id", .text, .always, "Its id in its report"),
      .init("act", names(Act.self), .always, "What the speaker does"),
      .init("polarity", names(Polarity.self), .always, "Whether the proposition is affirmed or denied"),
      .init("speakers", texts, .always, "Who speaks; empty for the article's own voice"),
      .init("relayed_by", texts, .always, "The chain to the article, nearest to the speaker first"),
      .init("channel", .nullable(.text), .always, "How it was said"),
      .init("about", texts, .always, "Who is blamed, condemned or called upon"),
      .init("level", names(Level.self), .always, "What sort of thing is blamed"),
      .init("proposition", .text, .always, "The words of what is claimed"),
      .init("behaviours", .list(names(Behaviour.self)), .always, "What is said to have been done"),
      .init("targets", texts, .always, "The victims, products or sectors"),
      .init("event", .nullable(.text), .always, "The event's label and time"),
      .init("confidence", .nullable(.text), .always, "Words of confidence"),
      .init("confidence_level", .nullable(names(ConfidenceLevel.self)), .always, "The level they stand for"),
      .init("likelihood", .nullable(.text), .always, "Words of likelihood"),
      .init("likelihood_range", .nullable(.text), .always, "The range of per cent they stand for"),
      .init("hedged", .flag, .always, "Whether the article or the speaker distances itself"),
      .init("quoted", .flag, .always, "Whether direct speech is part of the evidence"),
      .init("time", .nullable(.text), .always, "When it was said: the words, then the days"),
      .init("answers", texts, .always, "Ids of the claims that this one denies or supports"),
      .init("unresolved", texts, .always, "Parties the text leaves open: role and words"),
      .init("evidence", .list(.record(place), atLeast: 1), .always, "Where it stands"),
    ])

  private static let place = RecordShape(
    "place", "A place of evidence",
    [
      .init("source", .text, .always, "Title of the source"),
      .init("start", .integer(from: 0), .always, "First code point"),
      .init("end", .integer(from: 0), .always, "The code point after the last"),
      .init("exact", .text, .always, "The words between"),
    ])
}
