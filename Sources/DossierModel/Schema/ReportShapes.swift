/// The shapes of the report's records, key by key, in the order in which they are written.
package enum ReportShapes {
  private static let date = RecordShape.Value.pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  private static let localIDs = RecordShape.Value.list(.reference)

  private static func names<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type)
    -> RecordShape.Value
  {
    .choice(Choice.allCases.map(\.rawValue))
  }

  /// The whole report.
  package static let report = RecordShape(
    "report", "Who claims what about whom: the neutral report",
    [
      .init("schema", .constant(Report.schema), .report, "Version of this form"),
      .init("id", .pattern("^report--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"), .report, "Stable id"),
      .init("title", .text, .report, "Title, from the first source"),
      .init("language", .text, .report, "BCP 47 tag of the sources' language; und if unknown"),
      .init("created", .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"), .report, "RFC 3339 time in UTC"),
      .init("producer", .record(producer), .report, "Who makes the report"),
      .init("marking", .record(marking), .report, "Who may see it"),
      .init("sources", .list(.record(source)), .report, "What was read"),
      .init("entities", .list(.record(entity)), .never, "Parties and things that the sources name"),
      .init("events", .list(.record(event)), .never, "What is said to have happened"),
      .init("claims", .list(.record(claim)), .always, "Who claims what, in the order of the text"),
      .init("relations", .list(.record(relation)), .never, "What claims assert about two things"),
      .init("indicators", .list(.record(indicator)), .never, "Addresses, hashes and ids in the text"),
      .init("techniques", .list(.record(technique)), .never, "ATT&CK techniques"),
      .init("candidates", .list(.record(candidate)), .never, "Names and indicators that are not asserted"),
    ])

  static let producer = RecordShape(
    "producer", "Who makes a report",
    [
      .init("name", .text, .always, "Its name"),
      .init("kind", .choice(Producer.kinds), .report, "STIX identity class"),
    ])

  static let marking = RecordShape(
    "marking", "Handling restrictions",
    [.init("tlp", names(TLP.self), .always, "Traffic Light Protocol 2.0")])

  static let source = RecordShape(
    "source", "An article or statement that was read",
    [
      .init("id", .text, .report, "Local id: s1, s2, …"),
      .init("title", .text, .report, "Headline"),
      .init("publisher", .nullable(.text), .never, "Outlet"),
      .init("authors", .list(.text), .never, "Authors as printed"),
      .init("published", .nullable(.text), .never, "Year, month, day or time, as precise as it was given"),
      .init("language", .text, .report, "BCP 47 tag; und if unknown"),
      .init("url", .nullable(.text), .never, "Address"),
      .init("translation_of", .nullable(.text), .never, "The outlet whose article this translates"),
      .init("media_type", .text, .report, "Media type of the input"),
      .init(
        "sha256", .pattern("^([0-9a-f]{64})?$"), .report, "SHA-256 of the input; empty if it was not given"),
      .init("length", .integer(from: 0), .report, "Length of the plain text in code points"),
      .init("reliability", .nullable(.choice(Source.reliabilities)), .never, "Admiralty reliability"),
      .init("text", .text, .claimsOnly, "The plain text, to check and to place evidence"),
    ])

  static let entity = RecordShape(
    "entity", "A party or thing that the sources name",
    [
      .init("id", .text, .report, "Local id: e1, e2, …"),
      .init("kind", names(EntityKind.self), .report, "What it is"),
      .init("name", .text, .always, "Canonical name"),
      .init("names", .textByLanguage, .never, "The name by language tag"),
      .init("aliases", .list(.text), .never, "Other names of the same thing"),
      .init(
        "part_of", .nullable(.reference), .never, "The entity this one is an organ, member or product of"),
      .init("role", .nullable(.text), .never, "What a person is, as the text puts it"),
      .init("identifiers", .list(.record(identifier)), .never, "Ids in public schemes"),
      .init("mentions", .list(.record(mention)), .never, "Where the text names it"),
    ])

  static let identifier = RecordShape(
    "identifier", "An id in a public scheme",
    [
      .init("scheme", .text, .always, "Such as iso-3166-1, mitre-attack, cve"),
      .init("value", .text, .always, "The id"),
    ])

  static let mention = RecordShape(
    "mention", "A place in a source with its words",
    [
      .init("source", .reference, .report, "Id of the source"),
      .init("start", .integer(from: 0), .report, "First code point"),
      .init("end", .integer(from: 0), .report, "The code point after the last"),
      .init("text", .text, .always, "The words between"),
    ])

  static let event = RecordShape(
    "event", "Something that is said to have happened",
    [
      .init("id", .text, .report, "Local id: v1, v2, …"),
      .init("kind", names(Behaviour.self), .always, "What kind of act"),
      .init("label", .text, .always, "A short name"),
      .init("targets", localIDs, .never, "The entities it struck"),
      .init("time", .nullable(.record(time)), .never, "When, if anybody says"),
      .init("impact", .list(.record(impact)), .never, "Counts of what was struck"),
    ])

  static let time = RecordShape(
    "time", "An interval of days with the source's words",
    [
      .init("earliest", .nullable(date), .never, "First day"),
      .init("latest", .nullable(date), .never, "Last day"),
      .init("words", .text, .report, "The source's words"),
    ])

  static let impact = RecordShape(
    "impact", "A count of what an event struck",
    [
      .init("count", .integer(from: 0), .always, "How many"),
      .init("qualifier", .nullable(.text), .never, "How exact, as written"),
      .init("unit", .text, .always, "What was counted, as written"),
    ])

  static let claim = RecordShape(
    "claim", "One stance on one proposition",
    [
      .init("id", .text, .report, "Local id: c1, c2, …"),
      .init("act", names(Act.self), .always, "What the speaker does"),
      .init("polarity", names(Polarity.self), .report, "Whether the proposition is affirmed or denied"),
      .init("speakers", localIDs, .never, "Who speaks; empty for the article's own voice"),
      .init("relayed_by", localIDs, .never, "The chain to the article, nearest to the speaker first"),
      .init("channel", .nullable(.text), .never, "How it was said"),
      .init("about", localIDs, .never, "Who is blamed, condemned or called upon"),
      .init("level", names(Level.self), .report, "What sort of thing is blamed"),
      .init("proposition", .record(proposition), .report, "What is claimed"),
      .init("confidence", .nullable(.record(confidence)), .never, "Confidence in the judgement"),
      .init("likelihood", .nullable(.record(likelihood)), .never, "Likelihood of the event"),
      .init("hedged", .flag, .report, "Whether the article or the speaker distances itself"),
      .init("quoted", .flag, .report, "Whether direct speech is part of the evidence"),
      .init("time", .nullable(.record(time)), .never, "When it was said"),
      .init("answers", localIDs, .never, "The claims that this one denies or supports"),
      .init("unresolved", .list(.record(unresolved)), .never, "Parties the text leaves open"),
      .init("evidence", .list(.record(evidence), atLeast: 1), .always, "Where it stands"),
      .init("rule", .text, .report, "The rule that found it"),
    ])

  static let proposition = RecordShape(
    "proposition", "What is claimed",
    [
      .init("text", .text, .report, "Its words"),
      .init("behaviours", .list(names(Behaviour.self)), .never, "What is said to have been done"),
      .init("targets", localIDs, .never, "The victims, products or sectors"),
      .init("event", .nullable(.reference), .never, "The event"),
    ])

  static let confidence = RecordShape(
    "confidence", "Confidence in the basis of a judgement (ICD 203)",
    [
      .init("words", .nullable(.text), .never, "The source's words"),
      .init("level", .nullable(names(ConfidenceLevel.self)), .never, "The level they stand for"),
    ])

  static let likelihood = RecordShape(
    "likelihood", "Likelihood of an event (ICD 203)",
    [
      .init("words", .nullable(.text), .never, "The source's words"),
      .init("low", .nullable(.percent), .never, "Lower bound in per cent"),
      .init("high", .nullable(.percent), .never, "Upper bound in per cent"),
    ])

  static let unresolved = RecordShape(
    "unresolved", "A party that the text leaves open",
    [
      .init("role", .choice(UnresolvedParty.roles), .always, "Which part it plays"),
      .init("words", .text, .always, "The text's words for it"),
      .init("reason", .text, .report, "Why it stays open"),
    ])

  static let evidence = RecordShape(
    "evidence", "Where a claim stands (W3C TextPositionSelector and TextQuoteSelector)",
    [
      .init("source", .reference, .report, "Id of the source"),
      .init("start", .integer(from: 0), .report, "First code point"),
      .init("end", .integer(from: 0), .report, "The code point after the last"),
      .init("exact", .text, .report, "The words between"),
      .init("prefix", .text, .never, "Words before"),
      .init("suffix", .text, .never, "Words after"),
      .init("xpath", .nullable(.text), .never, "XPath of the block in an HTML page"),
      .init("speaker", .list(.span), .never, "Where the speaker stands"),
      .init("cue", .list(.span), .never, "Where the words stand that make it a claim"),
      .init("content", .list(.span), .never, "Where what is claimed stands"),
    ])

  static let relation = RecordShape(
    "relation", "What claims assert about two things of the report",
    [
      .init("id", .text, .report, "Local id: r1, r2, …"),
      .init("type", names(RelationType.self), .always, "How they are related"),
      .init("from", .reference, .always, "An entity, event or indicator"),
      .init("to", .reference, .always, "An entity, event or technique"),
      .init("claims", .list(.reference, atLeast: 1), .always, "The claims that assert it"),
      .init("disputed_by", localIDs, .never, "The claims that contest it"),
      .init("confidence", .nullable(.record(confidence)), .never, "The strongest among its claims"),
    ])

  static let indicator = RecordShape(
    "indicator", "An address, hash or id that the text names",
    [
      .init("id", .text, .report, "Local id: i1, i2, …"),
      .init("kind", .text, .always, "Such as domain-name, ipv4-addr, url, sha-256, cve"),
      .init("value", .text, .always, "The refanged, normalised value"),
      .init("mention", .record(mention), .always, "Where it stands first"),
      .init("role", names(IndicatorRole.self), .report, "The part it plays"),
      .init("marks", .list(names(IndicatorMark.self)), .never, "What is to be known of it before it is used"),
    ])

  static let technique = RecordShape(
    "technique", "An ATT&CK technique that the text names or describes",
    [
      .init("id", .text, .report, "Local id: t1, t2, …"),
      .init("attack_id", .pattern("^T[0-9]{4}(\\.[0-9]{3})?$"), .always, "ATT&CK id"),
      .init("name", .text, .always, "ATT&CK's name"),
      .init("mentions", .list(.record(mention)), .never, "Where the text names it"),
      .init("claims", localIDs, .never, "The claims whose evidence holds a mention"),
    ])

  static let candidate = RecordShape(
    "candidate", "A name or indicator that the text may hold and that is not asserted",
    [
      .init("kind", .text, .always, "What it would be, such as group, state, ipv4-addr"),
      .init("name", .nullable(.text), .never, "The name of the thing it would be"),
      .init("mention", .record(mention), .always, "Where it stands first"),
      .init("count", .integer(from: 1), .report, "At how many places it stands so"),
      .init("reason", .text, .always, "Why it is not asserted"),
    ])
}
