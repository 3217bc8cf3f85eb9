import DossierSyntax

/// Reads the labels of Universal Dependencies as this project's.
enum Labels {
  /// A part of speech; `x` for an unknown one.
  static func tag(_ name: Substring) -> PartOfSpeech {
    tags[name.lowercased()] ?? .x
  }

  /// A relation. Subtypes that the project does not keep fall back to their main type.
  static func relation(_ name: Substring) -> DependencyRelation {
    if let kept = relations[String(name)] { return kept }
    return relations[String(name.prefix { $0 != ":" })] ?? .dep
  }

  /// Morphological features.
  static func morphology(_ features: Substring) -> Morphology {
    var result: Morphology = []
    for feature in features.split(separator: "|") {
      if let bit = morphologies[String(feature)] { result.formUnion(bit) }
    }
    return result
  }

  /// The treebanks' name of a part of speech.
  static func name(_ tag: PartOfSpeech) -> String { String(describing: tag).uppercased() }

  /// The treebanks' name of a relation, with its subtype.
  static func name(_ relation: DependencyRelation) -> String {
    let plain = String(describing: relation)
    return relations.first { $0.value == relation && $0.key.contains(":") }?.key ?? plain
  }

  /// The treebanks' names of features; `_` for none.
  static func name(_ morphology: Morphology) -> String {
    let names = morphologies.filter { $0.key != "Number=Ptan" && morphology.isSuperset(of: $0.value) }.keys
    return names.isEmpty ? "_" : names.sorted().joined(separator: "|")
  }

  private static let tags = Dictionary(
    uniqueKeysWithValues: PartOfSpeech.allCases.map { (String(describing: $0), $0) })

  private static let relations: [String: DependencyRelation] = {
    var names = Dictionary(
      uniqueKeysWithValues: DependencyRelation.allCases.map { (String(describing: $0), $0) })
    names["nsubj:pass"] = .nsubjPass
    names["csubj:pass"] = .csubjPass
    names["obl:agent"] = .oblAgent
    names["aux:pass"] = .auxPass
    names["nmod:poss"] = .nmodPoss
    names["acl:relcl"] = .aclRelcl
    return names
  }()

  private static let morphologies: [String: Morphology] = [
    "Number=Sing": .singular, "Number=Plur": .plural, "Number=Ptan": .plural,
    "Gender=Masc": .masculine, "Gender=Fem": .feminine,
    "Person=1": .firstPerson, "Person=2": .secondPerson, "Person=3": .thirdPerson,
    "VerbForm=Fin": .finite, "VerbForm=Inf": .infinitive, "VerbForm=Part": .participle,
    "VerbForm=Ger": .gerund,
    "Tense=Past": .past, "Tense=Imp": .imperfect, "Tense=Pres": .present, "Tense=Fut": .future,
    "Mood=Cnd": .conditional, "Mood=Sub": .subjunctive, "Mood=Imp": .imperative,
    "PronType=Rel": .relative, "PronType=Int": .interrogative, "PronType=Prs": .personal,
  ]
}
