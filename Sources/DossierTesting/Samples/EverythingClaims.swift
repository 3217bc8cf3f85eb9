import DossierModel

extension SampleReports {
  static func everythingClaims(_ english: SampleDraft, _ french: SampleDraft) -> [Claim] {
    let assessment =
      "Brightwater Analytics assesses with moderate confidence that Grey Heron, a group it links to the Northland "
      + "signals bureau, used the SaltLamp backdoor and PsExec against the Port of Eastmouth on 3 March 2024."
    let official =
      "A senior official, quoted by the Eastmouth Courier, said it was likely that 1,200 customers lost data."
    let response = "Eastmouth declined to comment, sanctioned two people and warned hospitals in Westmark."
    return [
      Claim(
        id: "c1", act: .assess, speakers: ["e1"], channel: "blog", about: ["e2"], level: .group,
        proposition: Proposition(
          text: "Grey Heron used the SaltLamp backdoor and PsExec against the Port of Eastmouth",
          behaviours: [.ransomware, .extortion], targets: ["e8"], event: "v1"),
        confidence: Confidence(words: "with moderate confidence", level: .moderate),
        evidence: [
          english.evidence(
            assessment, speaker: ["Brightwater Analytics"], cue: ["assesses with moderate confidence that"],
            content: ["Grey Heron", "used the SaltLamp backdoor and PsExec"], xpath: "/html/body/p[1]")
        ], rule: "en.judgement.that"),
      Claim(
        id: "c2", act: .state, speakers: ["e9"], relayedBy: ["e10"],
        proposition: Proposition(
          text: "1,200 customers lost data", behaviours: [.theft], targets: ["e8"], event: "v1"),
        likelihood: Likelihood(words: "likely", low: 55, high: 80), hedged: true,
        time: TimeInterval(earliest: "2024-03-01", latest: "2024-03-31", words: "in March"),
        unresolved: [UnresolvedParty(role: "speaker", words: "A senior official", reason: "not named")],
        evidence: [english.evidence(official, cue: ["said"])], rule: "en.verb.say"),
      Claim(
        id: "c3", act: .admit, speakers: ["e2"], channel: "leak site", about: ["e2"], level: .group,
        proposition: Proposition(text: "claimed responsibility", event: "v1"),
        evidence: [
          english.evidence(
            "Grey Heron, also called Ash Ibis, claimed responsibility on its site.", cue: ["claimed"])
        ], rule: "en.admit.claim"),
      Claim(
        id: "c4", act: .deny, polarity: .deny, speakers: ["e4"], about: ["e4"], level: .state,
        proposition: Proposition(text: "any part in Operation Low Tide", targets: []), answers: ["c1"],
        evidence: [english.evidence("Northland denied any part in Operation Low Tide.", cue: ["denied"])],
        rule: "en.verb.deny"),
      Claim(
        id: "c5", act: .decline, speakers: ["e12"], proposition: Proposition(text: "to comment"),
        answers: ["c4"],
        evidence: [english.evidence(response, cue: ["declined"])], rule: "en.verb.decline"),
      Claim(
        id: "c6", act: .sanction, speakers: ["e12"], about: ["e15"], level: .person,
        proposition: Proposition(text: "sanctioned two people"),
        evidence: [english.evidence(response, cue: ["sanctioned"])], rule: "en.verb.sanction"),
      Claim(
        id: "c7", act: .warn, speakers: ["e12"],
        proposition: Proposition(text: "warned hospitals", targets: ["e13"]),
        evidence: [english.evidence(response, cue: ["warned"])], rule: "en.verb.warn"),
      Claim(
        id: "c8", act: .charge, speakers: [], about: ["e15"], level: .person,
        proposition: Proposition(text: "inculpé « J. Doe »", behaviours: [.intrusion], event: "v1"),
        quoted: true,
        evidence: [
          french.evidence(
            "Le parquet d’Eastmouth a inculpé « J. Doe », membre présumé de Grey Heron.", cue: ["inculpé"])
        ], rule: "fr.verb.inculper"),
      Claim(
        id: "c9", act: .deny, polarity: .deny, speakers: ["e15"], about: ["e15"], level: .person,
        proposition: Proposition(text: "nie les faits"), answers: ["c8"],
        evidence: [french.evidence("Il nie les faits.", speaker: ["Il"], cue: ["nie"])], rule: "fr.verb.nier"),
      Claim(
        id: "c10", act: .attribute, speakers: ["e1", "e10"], about: ["e3"], level: .agency,
        proposition: Proposition(
          text: "a group it links to the Northland signals bureau", behaviours: [.sponsorship]),
        evidence: [english.evidence("a group it links to the Northland signals bureau", cue: ["links"])],
        rule: "en.verb.link"),
    ]
  }

  static var everythingRelations: [Relation] {
    let moderate = Confidence(words: "with moderate confidence", level: .moderate)
    return [
      Relation(
        id: "r1", type: .attributedTo, from: "v1", to: "e2", claims: ["c1", "c3"], disputedBy: ["c4"],
        confidence: moderate),
      Relation(
        id: "r2", type: .uses, from: "e2", to: "e5", claims: ["c1"], disputedBy: ["c4"], confidence: moderate),
      Relation(
        id: "r3", type: .uses, from: "e2", to: "e6", claims: ["c1"], disputedBy: ["c4"], confidence: moderate),
      Relation(id: "r4", type: .exploits, from: "e2", to: "e7", claims: ["c2"]),
      Relation(
        id: "r5", type: .targets, from: "e2", to: "e8", claims: ["c1"], disputedBy: ["c4"],
        confidence: moderate),
      Relation(id: "r6", type: .affiliatedWith, from: "e2", to: "e3", claims: ["c10"]),
      Relation(id: "r7", type: .sameAs, from: "e16", to: "e2", claims: ["c3"]),
      Relation(id: "r8", type: .locatedAt, from: "e8", to: "e12", claims: ["c7"]),
      Relation(id: "r9", type: .attributedTo, from: "v1", to: "e15", claims: ["c8"], disputedBy: ["c9"]),
      Relation(id: "r10", type: .uses, from: "e2", to: "t1", claims: ["c1"], disputedBy: ["c4"]),
      Relation(id: "r11", type: .attributedTo, from: "e11", to: "e4", claims: ["c10"]),
      Relation(id: "r12", type: .uses, from: "i1", to: "t1", claims: ["c2"]),
    ]
  }
}
