/// `dossier-report`: what the report says of itself.
enum ReportTemplate {
  static let report = ObjectRelation("report", .text, "Id of the report", correlates: true)
  static let title = ObjectRelation("title", .text, "Title, whole")
  static let language = ObjectRelation("language", .text, "Language of the sources (BCP 47)")
  static let created = ObjectRelation("created", .text, "Time of the report (RFC 3339, UTC)")
  static let producer = ObjectRelation("producer", .text, "Who made the report")
  static let producerKind = ObjectRelation("producer-kind", .text, "What the producer is")

  static let template = ObjectTemplate(
    "dossier-report", uuid: "f72da3f8-ce22-5331-bcb0-0795ecd49836", version: 1,
    description: "A neutral report of who claims what about whom.",
    relations: [report, title, language, created, producer, producerKind], required: ["report", "created"])
}

/// `dossier-source`: an article or statement that was read.
enum SourceTemplate {
  static let source = ObjectRelation("source", .text, "Id of the source in its report")
  static let title = ObjectRelation("title", .text, "Headline", correlates: true)
  static let publisher = ObjectRelation("publisher", .text, "Outlet", correlates: true)
  static let author = ObjectRelation("author", .text, "Author, as printed", isMultiple: true)
  static let published = ObjectRelation("published", .text, "Date of publication, as precise as it is known")
  static let language = ObjectRelation("language", .text, "Language (BCP 47)")
  static let link = ObjectRelation("link", .link, "Address", correlates: true)
  static let address = ObjectRelation("address", .text, "Address that is no plain web address")
  static let translationOf = ObjectRelation(
    "translation-of", .text, "The outlet whose article this translates")
  static let mediaType = ObjectRelation("media-type", .text, "Media type of what was read")
  static let hash = ObjectRelation(
    "sha256", .text, "SHA-256 of what was read; text, since it is no indicator", correlates: true)
  static let length = ObjectRelation("length", .counter, "Length of the plain text in code points")
  static let reliability = ObjectRelation("reliability", .text, "Reliability, A to F (Admiralty code)")

  static let template = ObjectTemplate(
    "dossier-source", uuid: "381c6252-c376-5d87-8611-2388fab53c22", version: 1,
    description: "An article or statement that claims were read from.",
    relations: [
      source, title, publisher, author, published, language, link, address, translationOf, mediaType, hash,
      length, reliability,
    ], required: ["source"])
}

/// `dossier-entity`: a party or thing that MISP has no template for.
enum EntityTemplate {
  static let name = ObjectRelation("name", .text, "Name", correlates: true)
  static let kind = ObjectRelation(
    "kind", .text, "tool, sector, place, campaign, or a vulnerability without a number of the CVE list")
  static let alias = ObjectRelation("alias", .text, "Another name", isMultiple: true, correlates: true)
  static let role = ObjectRelation("role", .text, "What it is, as the text puts it")

  static let template = ObjectTemplate(
    "dossier-entity", uuid: "c3fb8306-ffda-5c25-b2d9-440152ed1d0a", version: 1,
    description: "A party or thing that a source names. It asserts nothing.",
    relations: [name, kind, alias, role], required: ["name", "kind"])
}

/// `dossier-event`: something that sources say to have happened.
enum EventTemplate {
  static let event = ObjectRelation("event", .text, "Id of the event in its report")
  static let kind = ObjectRelation("kind", .text, "What kind of act")
  static let label = ObjectRelation("label", .text, "A short name", correlates: true)
  static let time = ObjectRelation("time", .text, "When, as written")
  static let earliest = ObjectRelation("earliest", .text, "First day that is meant")
  static let latest = ObjectRelation("latest", .text, "Last day that is meant")
  static let impact = ObjectRelation("impact", .text, "A count of what it struck", isMultiple: true)

  static let template = ObjectTemplate(
    "dossier-event", uuid: "dcce019e-9edc-5c42-abc3-20374aed91ed", version: 1,
    description: "What sources speak of as having happened. It asserts nothing.",
    relations: [event, kind, label, time, earliest, latest, impact], required: ["event", "kind"])
}

/// `dossier-relation`: what claims say about two things, with those that contest it.
enum RelationTemplate {
  static let relation = ObjectRelation("relation", .text, "Id of the relation in its report")
  static let type = ObjectRelation(
    "type", .text,
    "What the claims say: attributed-to, targets, uses, exploits, affiliated-with, located-at or same-as")
  static let from = ObjectRelation("from", .text, "Name of what it is said of")
  static let to = ObjectRelation("to", .text, "Name of the other thing")
  static let claim = ObjectRelation("claim", .text, "Id of a claim that asserts it", isMultiple: true)
  static let disputedBy = ObjectRelation(
    "disputed-by", .text, "Id of a claim that contests it", isMultiple: true)
  static let confidence = ObjectRelation(
    "confidence", .text, "The strongest words of confidence among its claims")
  static let confidenceLevel = ObjectRelation("confidence-level", .text, "low, moderate or high")

  static let template = ObjectTemplate(
    "dossier-relation", uuid: "1dad472f-fb58-5529-8ef1-4a2ace1dc47d", version: 1,
    description: "A relation that claims assert between two things. It holds only as far as its claims do.",
    relations: [relation, type, from, to, claim, disputedBy, confidence, confidenceLevel],
    required: ["relation", "type", "claim"])
}
