import DossierModel

extension SampleReports {
  /// Every field of the model filled at least once, over two sources; the names are invented.
  public static let everything: SampleReport = {
    let english = SampleDraft(
      "s1",
      """
      Harbour operator hit by Grey Heron

      Brightwater Analytics assesses with moderate confidence that Grey Heron, a group it links to the Northland \
      signals bureau, used the SaltLamp backdoor and PsExec against the Port of Eastmouth on 3 March 2024. \
      The group exploited CVE-2024-12345 and talked to relay.saltlamp.example, 192.0.2.44 and \
      https://relay.saltlamp.example/a?b=1. A sample has the SHA-256 \
      9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08. Phishing opened the door. \
      A senior official, quoted by the Eastmouth Courier, said it was likely that 1,200 customers lost data. \
      Grey Heron, also called Ash Ibis, claimed responsibility on its site. Northland denied any part in Operation \
      Low Tide. Eastmouth declined to comment, sanctioned two people and warned hospitals in Westmark.

      """)
    let french = SampleDraft(
      "s2", "Le parquet d’Eastmouth a inculpé « J. Doe », membre présumé de Grey Heron. Il nie les faits.\n")
    return SampleReport(
      name: "everything",
      report: Report(
        id: "report--4c6d2b1e-0f2a-4c57-9a2e-5b7c6b0e1d04", title: "Harbour operator hit by Grey Heron",
        language: "en", created: "2024-03-09T08:30:00Z", producer: producer,
        marking: Marking(tlp: .amberStrict),
        sources: [
          english.source(
            "Harbour operator hit by Grey Heron", language: "en", publisher: "Tide & Terminal",
            authors: ["Ann Author", "Ben Writer"], published: "2024-03-08T10:00:00Z",
            url: "https://tide.example/heron?id=1&x=2", translationOf: "Le Marin libre",
            mediaType: "text/html",
            reliability: "B"),
          french.source("Un suspect inculpé", language: "fr", published: "2024-03"),
        ], entities: everythingEntities(english, french), events: everythingEvents,
        claims: everythingClaims(english, french), relations: everythingRelations,
        indicators: everythingIndicators(english),
        techniques: [
          Technique(
            id: "t1", attackID: "T1566.001", name: "Spearphishing Attachment",
            mentions: [english.mention("Phishing")],
            claims: ["c1"])
        ],
        candidates: [
          Candidate(
            kind: "malware", name: "Heron", mention: english.mention("Heron"), count: 2,
            reason: "“Grey Heron” is another name"),
          Candidate(
            kind: "ipv4-addr", name: nil, mention: english.mention("Phishing"), reason: "a version's number"),
        ]), texts: ["s1": english.sourceText, "s2": french.sourceText])
  }()

  private static func everythingEntities(_ english: SampleDraft, _ french: SampleDraft) -> [Entity] {
    [
      Entity(
        id: "e1", kind: .company, name: "Brightwater Analytics",
        mentions: [english.mention("Brightwater Analytics")]),
      Entity(
        id: "e2", kind: .group, name: "Grey Heron", aliases: ["Ash Ibis", "HERON-4"],
        identifiers: [Identifier(scheme: "mitre-attack", value: "G9999")],
        mentions: [english.mention("Grey Heron"), french.mention("Grey Heron")]),
      Entity(
        id: "e3", kind: .agency, name: "Northland signals bureau", partOf: "e4",
        mentions: [english.mention("Northland signals bureau")]),
      Entity(
        id: "e4", kind: .state, name: "Northland", names: ["en": "Northland", "fr": "Nordie"],
        mentions: [english.mention("Northland")]),
      Entity(id: "e5", kind: .malware, name: "SaltLamp", mentions: [english.mention("SaltLamp")]),
      Entity(
        id: "e6", kind: .tool, name: "PsExec",
        identifiers: [Identifier(scheme: "mitre-attack", value: "S0029")],
        mentions: [english.mention("PsExec")]),
      Entity(
        id: "e7", kind: .vulnerability, name: "CVE-2024-12345",
        identifiers: [Identifier(scheme: "cve", value: "CVE-2024-12345")],
        mentions: [english.mention("CVE-2024-12345")]),
      Entity(
        id: "e8", kind: .organisation, name: "Port of Eastmouth",
        mentions: [english.mention("Port of Eastmouth")]),
      Entity(
        id: "e9", kind: .person, name: "senior official", partOf: "e12", role: "senior official",
        mentions: [english.mention("senior official")]),
      Entity(
        id: "e10", kind: .organisation, name: "Eastmouth Courier",
        mentions: [english.mention("Eastmouth Courier")]),
      Entity(
        id: "e11", kind: .campaign, name: "Operation Low Tide",
        mentions: [english.mention("Operation Low Tide")]),
      Entity(id: "e12", kind: .place, name: "Eastmouth", mentions: [english.mention("Eastmouth")]),
      Entity(id: "e13", kind: .sector, name: "hospitals", mentions: [english.mention("hospitals")]),
      Entity(id: "e14", kind: .product, name: "Harbour Suite"),
      Entity(
        id: "e15", kind: .person, name: "J. Doe", role: "membre présumé de Grey Heron",
        mentions: [french.mention("« J. Doe »")]),
      Entity(id: "e16", kind: .group, name: "Ash Ibis", mentions: [english.mention("Ash Ibis")]),
    ]
  }

  private static var everythingEvents: [Event] {
    [
      Event(
        id: "v1", kind: .ransomware, label: "Port of Eastmouth", targets: ["e8", "e14"],
        time: TimeInterval(earliest: "2024-03-03", latest: "2024-03-03", words: "on 3 March 2024"),
        impact: [
          Impact(count: 1200, qualifier: nil, unit: "customers"),
          Impact(count: 2, qualifier: "about", unit: "sites"),
        ])
    ]
  }

  private static func everythingIndicators(_ english: SampleDraft) -> [Indicator] {
    let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    return [
      Indicator(
        id: "i1", kind: "domain-name", value: "relay.saltlamp.example",
        mention: english.mention("relay.saltlamp.example"), role: .malicious, marks: [.lookAlike]),
      Indicator(
        id: "i2", kind: "ipv4-addr", value: "192.0.2.44", mention: english.mention("192.0.2.44"),
        role: .malicious),
      Indicator(
        id: "i3", kind: "url", value: "https://relay.saltlamp.example/a?b=1",
        mention: english.mention("https://relay.saltlamp.example/a?b=1"), role: .malicious),
      Indicator(id: "i4", kind: "sha-256", value: hash, mention: english.mention(hash), role: .malicious),
      Indicator(
        id: "i5", kind: "cve", value: "CVE-2024-12345", mention: english.mention("CVE-2024-12345"),
        role: .reference),
    ]
  }
}
