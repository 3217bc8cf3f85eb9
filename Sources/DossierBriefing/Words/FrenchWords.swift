import DossierModel

extension Words {
  /// The words of briefings in French.
  static let french = Words(
    language: .french,
    labels: .french,
    acts: [
      .attribute: ActWords(
        noun: "attribution", title: "Attributions",
        full: "%S %[attribue|attribuent] %M %A.to", party: "%S %[attribue|attribuent] une activité %A.to",
        matter: "%S %[dit|disent] qui se trouve derrière %M", bare: "%S %[formule|formulent] une attribution"),
      .accuse: ActWords(
        noun: "accusation", title: "Accusations",
        full: "%S %[accuse|accusent] %A %M.of", party: "%S %[accuse|accusent] %A",
        matter: "%S %[formule|formulent] une accusation %M.of", bare: "%S %[formule|formulent] une accusation"
      ),
      .assess: ActWords(
        noun: "appréciation", title: "Appréciations",
        full: "%S %[porte|portent] une appréciation sur le rôle %A.of dans %M",
        party: "%S %[porte|portent] une appréciation sur le rôle %A.of",
        matter: "%S %[porte|portent] une appréciation sur %M", bare: "%S %[porte|portent] une appréciation"),
      .charge: ActWords(
        noun: "poursuites", title: "Poursuites et arrestations", reported: "de poursuites",
        full: "%S %[engage|engagent] des poursuites contre %A pour %M.bare",
        party: "%S %[engage|engagent] des poursuites contre %A",
        matter: "%S %[engage|engagent] des poursuites pour %M.bare",
        bare: "%S %[engage|engagent] des poursuites"),
      .sanction: ActWords(
        noun: "sanctions", title: "Sanctions", reported: "de sanctions",
        full: "%S %[sanctionne|sanctionnent] %A pour %M.bare", party: "%S %[sanctionne|sanctionnent] %A",
        matter: "%S %[prend|prennent] des sanctions pour %M.bare", bare: "%S %[prend|prennent] des sanctions"),
      .condemn: ActWords(
        noun: "condamnation", title: "Condamnations", reported: "d’une condamnation",
        full: "%S %[condamne|condamnent] %A pour %M.bare", party: "%S %[condamne|condamnent] %A",
        matter: "%S %[condamne|condamnent] %M", bare: "%S %[exprime|expriment] une condamnation"),
      .demand: ActWords(
        noun: "demande", title: "Demandes", reported: "d’une demande",
        full: "%S %[adresse|adressent] une demande %A.to concernant %M",
        party: "%S %[adresse|adressent] une demande %A.to",
        matter: "%S %[formule|formulent] une demande concernant %M",
        bare: "%S %[formule|formulent] une demande"),
      .warn: ActWords(
        noun: "mise en garde", title: "Mises en garde", reported: "d’une mise en garde",
        full: "%S %[met|mettent] en garde au sujet %A.of, concernant %M",
        party: "%S %[met|mettent] en garde au sujet %A.of",
        matter: "%S %[met|mettent] en garde contre %M", bare: "%S %[lance|lancent] une mise en garde"),
      .support: ActWords(
        noun: "soutien", title: "Soutien à ce que d’autres disent",
        reported: "d’un soutien à ce que d’autres disent",
        full: "%S %[appuie|appuient] ce que d’autres disent %A.of, concernant %M",
        party: "%S %[appuie|appuient] ce que d’autres disent %A.of",
        matter: "%S %[appuie|appuient] ce que d’autres disent concernant %M",
        bare: "%S %[appuie|appuient] ce que d’autres disent"),
      .deny: ActWords(
        noun: "démenti", title: "Démentis", reported: "d’un démenti",
        full: "%S %[dément|démentent] ce qui est dit %A.of, concernant %M",
        party: "%S %[dément|démentent] ce qui est dit %A.of",
        matter: "%S %[dément|démentent] ce qui est dit concernant %M",
        bare: "%S %[oppose|opposent] un démenti"),
      .decline: ActWords(
        noun: "refus de se prononcer", title: "Refus de se prononcer", reported: "d’un refus de se prononcer",
        full: "%S %[refuse|refusent] de se prononcer au sujet %A.of, concernant %M",
        party: "%S %[refuse|refusent] de se prononcer au sujet %A.of",
        matter: "%S %[refuse|refusent] de se prononcer concernant %M",
        bare: "%S %[refuse|refusent] de se prononcer"),
      .admit: ActWords(
        noun: "revendication ou aveu", title: "Revendications et aveux",
        reported: "d’une revendication ou d’un aveu",
        full: "%S %[revendique ou reconnaît|revendiquent ou reconnaissent] %M, avec %A",
        party: "%S %[revendique ou reconnaît|revendiquent ou reconnaissent] sa responsabilité, avec %A",
        matter: "%S %[revendique ou reconnaît|revendiquent ou reconnaissent] %M",
        bare: "%S %[revendique ou reconnaît sa|revendiquent ou reconnaissent leur] responsabilité"),
      .state: ActWords(
        noun: "déclaration", title: "Autres déclarations",
        full: "%S %[fait|font] une déclaration au sujet %A.of, concernant %M",
        party: "%S %[fait|font] une déclaration au sujet %A.of",
        matter: "%S %[fait|font] une déclaration concernant %M", bare: "%S %[fait|font] une déclaration"),
    ],
    reported: ReportedWords(
      full: "%S %[fait|font] état %N concernant %A et %M", party: "%S %[fait|font] état %N concernant %A",
      matter: "%S %[fait|font] état %N concernant %M", bare: "%S %[fait|font] état %N"),
    levels: [
      .person: LevelWords(
        "des individus", wrapped: "des individus, en lien avec %A", of: "d’individus, en lien avec %A"),
      .group: LevelWords(
        "un groupe", wrapped: "un groupe, en lien avec %A", of: "d’un groupe, en lien avec %A"),
      .agency: LevelWords("un organe d’un État", wrapped: "un organe %A.of", of: "d’un organe %A.of"),
      .stateBacked: LevelWords(
        "des acteurs soutenus par un État", wrapped: "des acteurs présentés comme soutenus par %A",
        of: "d’acteurs présentés comme soutenus par %A"),
      .fromTerritory: LevelWords(
        "une activité depuis un territoire", wrapped: "quiconque agit depuis le territoire %A.of",
        of: "de quiconque agit depuis le territoire %A.of"),
      .state: LevelWords("un État"),
      .company: LevelWords(
        "une entreprise", wrapped: "une entreprise, en lien avec %A", of: "d’une entreprise, en lien avec %A"),
      .unknown: LevelWords("niveau non précisé"),
    ],
    behaviours: [
      .intrusion: BehaviourWords("intrusion", indefinite: "une intrusion", of: "d’intrusion"),
      .espionage: BehaviourWords("espionnage", indefinite: "de l’espionnage", of: "d’espionnage"),
      .theft: BehaviourWords("vol", indefinite: "un vol", of: "de vol"),
      .ransomware: BehaviourWords(
        "attaque par rançongiciel", indefinite: "une attaque par rançongiciel",
        of: "d’attaque par rançongiciel"),
      .extortion: BehaviourWords("extorsion", indefinite: "une extorsion", of: "d’extorsion"),
      .cryptojacking: BehaviourWords(
        "minage clandestin", indefinite: "du minage clandestin", of: "de minage clandestin"),
      .sabotage: BehaviourWords("sabotage", indefinite: "un sabotage", of: "de sabotage"),
      .disruption: BehaviourWords("perturbation", indefinite: "une perturbation", of: "de perturbation"),
      .disinformation: BehaviourWords(
        "désinformation", indefinite: "de la désinformation", of: "de désinformation"),
      .hosting: BehaviourWords(
        "accueil d’acteurs malveillants", indefinite: "l’accueil d’acteurs malveillants",
        of: "d’accueil d’acteurs malveillants"),
      .sponsorship: BehaviourWords(
        "parrainage d’acteurs malveillants", indefinite: "le parrainage d’acteurs malveillants",
        of: "de parrainage d’acteurs malveillants"),
      .other: BehaviourWords("autre activité", indefinite: "une autre activité", of: "d’une autre activité"),
    ],
    kinds: [
      .state: "État", .agency: "organe d’un État", .organisation: "organisation", .company: "entreprise",
      .person: "personne", .group: "groupe", .malware: "maliciel", .tool: "outil",
      .vulnerability: "vulnérabilité",
      .product: "produit", .sector: "secteur", .place: "lieu", .campaign: "campagne",
    ],
    relations: [
      .attributedTo: "attribué à", .targets: "vise", .uses: "utilise", .exploits: "exploite",
      .affiliatedWith: "affilié à", .locatedAt: "situé à", .sameAs: "identique à",
    ],
    roles: [
      .malicious: "malveillant", .victim: "de la victime", .reference: "référence", .example: "exemple",
      .sinkhole: "repris par les défenseurs", .unknown: "non précisé",
    ],
    marks: [
      .wellKnown: "service bien connu", .lookAlike: "ressemble à un autre nom",
      .mixedDirection: "change le sens de lecture",
    ],
    confidence: [.low: "confiance faible", .moderate: "confiance modérée", .high: "confiance élevée"],
    likelihood: [
      "presque aucune chance", "très improbable", "improbable", "chances à peu près égales", "probable",
      "très probable", "presque certain",
    ],
    typography: Typography(
      openQuote: "«\u{A0}", closeQuote: "\u{A0}»", colon: "\u{A0}: ", semicolon: "\u{202F}; ", and: " et ",
      thousands: "\u{202F}", percent: "\u{202F}%",
      months: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre",
        "décembre",
      ],
      day: { "\($0 == 1 ? "1er" : "\($0)") \($1) \($2)" }),
    nameForms: FrenchNames.forms)
}

extension Labels {
  static let french = Labels(
    bottomLine: "L’essentiel", keyJudgements: "Jugements principaux", whoClaimsWhat: "Qui dit quoi",
    claims: "Déclarations et éléments cités", timeline: "Chronologie", events: "Faits et conséquences",
    techniques: "Techniques", indicators: "Indicateurs", connections: "Ce que les déclarations relient",
    candidates: "Noms et indicateurs non retenus", reason: "Motif", places: "Occurrences",
    parties: "Parties et choses nommées", sources: "Sources", reading: "Comment lire cette note",
    producedBy: "Rédigé par", on: "le",
    counts: { claims, claimants, sources, denials in
      "Cette note rapporte \(claims) \(claims < 2 ? "déclaration" : "déclarations") de \(claimants) "
        + "\(claimants < 2 ? "déclarant" : "déclarants"), d’après \(sources) \(sources < 2 ? "source" : "sources")"
        + (denials == 0 ? "." : denials == 1 ? ", dont un démenti." : ", dont \(denials) démentis.")
    },
    noClaim: "Aucune déclaration n’a été trouvée dans les sources\u{A0}: rien ici ne dit qui a fait quoi.",
    noParty: "Aucune déclaration des sources ne met en cause une partie nommée.",
    namedParties: "Parties mises en cause dans les sources, et par qui\u{A0}:",
    strongestConfidence: "Termes de confiance les plus forts\u{A0}: ",
    by: "par ", contestedBy: "Contesté par ", supportedBy: "Appuyé par ",
    more: { $0 == 1 ? "1 autre" : "\($0) autres" },
    article: "L’article", openSpeaker: "Un locuteur que le texte ne nomme pas",
    confidence: "Confiance", likelihood: "Probabilité", icd203: "dans les termes de l’ICD 203\u{A0}: ",
    noLevel: "l’ICD 203 n’a pas de degré pour ces termes",
    hedged: "la formulation prend ses distances (conditionnel, «\u{A0}présumé\u{A0}», etc.)",
    negated: "la proposition est niée", affirmed: "la proposition est formulée à l’affirmative",
    directSpeech: "discours direct", relayedBy: "Relayé par ",
    channel: "Canal", saidOn: "Date de la déclaration", answers: "en réponse à ",
    leftOpen: "Laissé ouvert par le texte",
    proposition: "Ce qui est dit", contested: "contesté", asWritten: "selon le texte",
    openRoles: ["speaker": "locuteur", "about": "partie visée", "target": "cible"],
    place: PlaceWords(characters: ", caractères ", to: " à "),
    claimant: "Déclarant", about: "Au sujet de", level: "Niveau", targets: "Cibles", impact: "Conséquences",
    noParticularParty: "Aucune partie nommée",
    otherParties: "Autres parties",
    when: "Quand", what: "Quoi", claim: "Déclaration", identifier: "Id.", name: "Nom", kind: "Nature",
    value: "Valeur", role: "Rôle", partOf: "Fait partie de", aliases: "Autres noms",
    identifiers: "Identifiants",
    relation: "Relation", disputed: "Contesté par", mention: "Dans le texte", from: "De", to: "À",
    contestedMark: "† contesté par un démenti ou une déclaration contraire",
    hedgedMark: "? avec réserve dans la source",
    published: "Publication de", said: "Déclaration", happened: "Fait, selon les déclarations",
    until: "jusqu’à ",
    since: "à partir de ", noClaimRefers: "aucune déclaration ne s’y rapporte",
    publisher: "Éditeur", authors: "Auteurs", publishedOn: "Date de publication", language: "Langue",
    address: "Adresse", translationOf: "Traduction de", mediaType: "Type de média", hash: "SHA-256",
    length: "Longueur", reliability: "Fiabilité (Amirauté)", characters: "caractères",
    contents: "Sommaire", skip: "Aller à la note", graph: "Parties et déclarations",
    graphText:
      "Les déclarants sont à gauche, les parties dont ils parlent à droite\u{202F}; un trait interrompu est un "
      + "démenti. Le tableau ci-dessus dit la même chose en mots.",
    passages: "Passages cités, par source", showPassage: "parmi les passages de la source",
    speakerMark: "locuteur",
    cueMark: "mots qui en font une déclaration", contentMark: "ce qui est dit", rule: "Trouvé par la règle",
    mentions: "Endroits du texte",
    howToRead: [
      "Cette note ne prend pas parti. Elle rapporte ce que disent les locuteurs\u{A0}; qu’une déclaration y figure ne "
        + "la rend pas vraie.",
      "Les renvois comme [c1] mènent à la déclaration et au passage cité. Les positions comptent les caractères "
        + "Unicode du texte brut de la source, à partir de 0, la dernière exclue.",
      "La confiance porte sur ce qui fonde un jugement, la probabilité sur un fait (ICD 203)\u{A0}: les termes de la "
        + "source viennent d’abord, ceux de la norme à côté.",
      "Les adresses sont écrites de manière à ne pas être suivies par mégarde, comme hxxps ou [.].",
    ],
    activity: "une activité", activityBare: "activité", activityOf: "d’activité", against: " contre ",
    toPhrase: "à ")
}
