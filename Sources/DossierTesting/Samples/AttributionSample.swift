import DossierModel

extension SampleReports {
  /// The wordings of 19 July 2021 side by side: likelihood, confidence, acknowledgement, a milder level, a denial.
  public static let attributions: SampleReport = {
    let draft = SampleDraft(
      "s1",
      """
      Serveurs Exchange : les alliés accusent, Pékin dément

      Le Royaume-Uni juge presque certain que des acteurs soutenus par l’État chinois ont mené l’opération. \
      Washington attribue avec un degré élevé de confiance l’intrusion à des pirates affiliés au ministère de la \
      Sécurité d’État. L’OTAN a pris acte de ces déclarations. L’Union européenne parle d’activités menées depuis le \
      territoire de la Chine. Plus de 30 000 organisations auraient été touchées en mars 2021. \
      « Ces accusations sont sans fondement », a répondu l’ambassade de Chine.

      """)
    let likely =
      "Le Royaume-Uni juge presque certain que des acteurs soutenus par l’État chinois ont mené l’opération."
    let confident =
      "Washington attribue avec un degré élevé de confiance l’intrusion à des pirates affiliés au ministère de la "
      + "Sécurité d’État."
    let denial = "« Ces accusations sont sans fondement », a répondu l’ambassade de Chine."
    let entities = [
      Entity(
        id: "e1", kind: .state, name: "United Kingdom", names: ["fr": "Royaume-Uni"],
        identifiers: [Identifier(scheme: "iso-3166-1", value: "GB")], mentions: [draft.mention("Royaume-Uni")]
      ),
      Entity(
        id: "e2", kind: .state, name: "China", names: ["fr": "Chine"],
        identifiers: [Identifier(scheme: "iso-3166-1", value: "CN")],
        mentions: [draft.mention("Pékin"), draft.mention("Chine")]),
      Entity(
        id: "e3", kind: .state, name: "United States", names: ["fr": "États-Unis"],
        identifiers: [Identifier(scheme: "iso-3166-1", value: "US")], mentions: [draft.mention("Washington")]),
      Entity(
        id: "e4", kind: .agency, name: "Ministry of State Security",
        names: ["fr": "ministère de la Sécurité d’État"], aliases: ["MSS"], partOf: "e2",
        mentions: [draft.mention("ministère de la Sécurité d’État")]),
      Entity(
        id: "e5", kind: .organisation, name: "NATO", names: ["fr": "OTAN"], mentions: [draft.mention("OTAN")]),
      Entity(
        id: "e6", kind: .organisation, name: "European Union", names: ["fr": "Union européenne"],
        mentions: [draft.mention("Union européenne")]),
      Entity(
        id: "e7", kind: .product, name: "Microsoft Exchange Server",
        mentions: [draft.mention("Serveurs Exchange")]),
      Entity(
        id: "e8", kind: .agency, name: "Embassy of China", names: ["fr": "ambassade de Chine"], partOf: "e2",
        mentions: [draft.mention("ambassade de Chine")]),
    ]
    let events = [
      Event(
        id: "v1", kind: .intrusion, label: "Microsoft Exchange Server", targets: ["e7"],
        time: TimeInterval(earliest: "2021-03-01", latest: "2021-03-31", words: "en mars 2021"),
        impact: [Impact(count: 30_000, qualifier: "Plus de", unit: "organisations")])
    ]
    let intrusion = { (text: String) in
      Proposition(text: text, behaviours: [.intrusion], targets: ["e7"], event: "v1")
    }
    let claims = [
      Claim(
        id: "c1", act: .assess, speakers: ["e1"], about: ["e2"], level: .stateBacked,
        proposition: intrusion("des acteurs soutenus par l’État chinois ont mené l’opération"),
        likelihood: Likelihood(words: "presque certain", low: 95, high: 99),
        evidence: [
          draft.evidence(
            likely, speaker: ["Le Royaume-Uni"], cue: ["juge presque certain que"],
            content: ["des acteurs soutenus par l’État chinois ont mené l’opération"])
        ], rule: "fr.judgement.que"),
      Claim(
        id: "c2", act: .attribute, speakers: ["e3"], about: ["e4"], level: .agency,
        proposition: intrusion("l’intrusion à des pirates affiliés au ministère de la Sécurité d’État"),
        confidence: Confidence(words: "avec un degré élevé de confiance", level: .high),
        evidence: [draft.evidence(confident, speaker: ["Washington"], cue: ["attribue"])],
        rule: "fr.verb.attribuer"),
      Claim(
        id: "c3", act: .support, speakers: ["e5"],
        proposition: Proposition(text: "pris acte de ces déclarations"),
        answers: ["c1", "c2"],
        evidence: [draft.evidence("L’OTAN a pris acte de ces déclarations.", cue: ["a pris acte de"])],
        rule: "fr.support.acte"),
      Claim(
        id: "c4", act: .attribute, speakers: ["e6"], about: ["e2"], level: .fromTerritory,
        proposition: intrusion("activités menées depuis le territoire de la Chine"),
        evidence: [
          draft.evidence("L’Union européenne parle d’activités menées depuis le territoire de la Chine.")
        ], rule: "fr.territory.depuis"),
      Claim(
        id: "c5", act: .state, about: [],
        proposition: Proposition(
          text: "Plus de 30 000 organisations auraient été touchées en mars 2021", behaviours: [.intrusion],
          event: "v1"),
        hedged: true,
        evidence: [
          draft.evidence(
            "Plus de 30 000 organisations auraient été touchées en mars 2021.", cue: ["auraient"])
        ],
        rule: "fr.conditional"),
      Claim(
        id: "c6", act: .deny, polarity: .deny, speakers: ["e8"], about: ["e2"], level: .state,
        proposition: Proposition(text: "Ces accusations sont sans fondement"), quoted: true,
        answers: ["c1", "c2", "c4"],
        evidence: [
          draft.evidence(
            denial, speaker: ["l’ambassade de Chine"], cue: ["a répondu"],
            content: ["Ces accusations sont sans fondement"])
        ], rule: "fr.quote.after"),
    ]
    let relations = [
      Relation(
        id: "r1", type: .attributedTo, from: "v1", to: "e2", claims: ["c1", "c4"], disputedBy: ["c6"]),
      Relation(
        id: "r2", type: .attributedTo, from: "v1", to: "e4", claims: ["c2"], disputedBy: ["c6"],
        confidence: Confidence(words: "avec un degré élevé de confiance", level: .high)),
    ]
    return SampleReport(
      name: "attributions",
      report: Report(
        id: "report--4c6d2b1e-0f2a-4c57-9a2e-5b7c6b0e1d03",
        title: "Serveurs Exchange : les alliés accusent, Pékin dément", language: "fr",
        created: "2021-07-20T00:00:00Z", producer: producer, marking: Marking(tlp: .green),
        sources: [
          draft.source(
            "Serveurs Exchange : les alliés accusent, Pékin dément", language: "fr", publisher: "La Gazette",
            authors: ["A. Exemple"], published: "2021-07-20", url: "https://gazette.example/exchange")
        ], entities: entities, events: events, claims: claims, relations: relations),
      texts: ["s1": draft.sourceText])
  }()
}
