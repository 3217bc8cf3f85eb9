import DossierKnowledge
import DossierText

/// Conjugates French verbs.
struct FrenchVerbs {
  /// A form of a verb.
  struct Form: Hashable {
    var text: String
    var form: LexemeForm
    /// Person from 0 (je) to 5 (ils); -1 for forms without.
    var person: Int
  }

  /// What the forms are made from.
  private struct Paradigm {
    var present: [String]
    var imperfectStem: String
    var futureStems: [String]
    var past: [String]
    var subjunctive: [String]
    /// The masculine, or `masculine:feminine`.
    var participle: String
    var gerund: String

    func prefixed(_ prefix: String) -> Paradigm {
      func add(_ text: String) -> String {
        text == "-" ? text : text.split(separator: ":").map { prefix + $0 }.joined(separator: ":")
      }
      return Paradigm(
        present: present.map(add), imperfectStem: add(imperfectStem), futureStems: futureStems.map(add),
        past: past.map(add), subjunctive: subjunctive.map(add), participle: add(participle),
        gerund: add(gerund))
    }
  }

  private var irregular: [String: Paradigm] = [:]
  /// Verbs in -eler and -eter that double their consonant (`appelle`); the others take an accent (`gèle`).
  private var doubling: Set<String> = []

  /// Reads the verbs that no rule gives.
  ///
  /// A line has the infinitive, the six forms of the present, the stem of the imperfect, the stem of the future, the
  /// stem and vowel of the simple past (`d+i`), the subjunctive (six forms, or empty for the rule), the past
  /// participle (`dû:due` where the feminine is irregular), the gerund (or empty for the rule) and the prefixes with
  /// which the verb makes others. A line `doubling` has verbs in -eler and -eter.
  init(_ sources: [SourceText], _ diagnostics: inout [Diagnostic]) {
    for source in sources {
      for line in TabbedLine.lines(of: source) {
        if line[0].text == "doubling" {
          doubling.formUnion(line[1].parts.map(\.text))
          continue
        }
        let present = line[1].parts.map(\.text)
        let past = Self.past(line[4].text)
        guard present.count == 6 || present.count == 1, let past, !line[6].text.isEmpty else {
          diagnostics.append(
            .knowledge(
              "bad-paradigm", "The paradigm of “\(line[0].text)” is incomplete", line.range, source,
              help: "Six forms of the present, stems, the simple past as stem+vowel, and the participle."))
          continue
        }
        var subjunctive = line[5].parts.map(\.text)
        if subjunctive.isEmpty, present.count == 6, let third = present.last {
          let stem = String(third.dropLast(3))
          let plural = line[2].text
          subjunctive = [stem + "e", stem + "es", stem + "e", plural + "ions", plural + "iez", stem + "ent"]
        }
        let paradigm = Paradigm(
          present: present, imperfectStem: line[2].text, futureStems: [line[3].text], past: past,
          subjunctive: subjunctive, participle: line[6].text,
          gerund: line[7].text.isEmpty ? line[2].text + "ant" : line[7].text)
        irregular[line[0].text] = paradigm
        for prefix in line[8].parts { irregular[prefix.text + line[0].text] = paradigm.prefixed(prefix.text) }
      }
    }
  }

  /// The simple past, from its stem and vowel.
  private static func past(_ text: String) -> [String]? {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return text == "-" ? [] : nil }
    let endings: [String]
    switch parts[1] {
    case "a": endings = ["a", "èrent"]
    case "i": endings = ["it", "irent"]
    case "u": endings = ["ut", "urent"]
    case "in": endings = ["int", "inrent"]
    default: return nil
    }
    // The first and second persons are not written today, and their forms look like participles.
    return ["-", "-", parts[0] + endings[0], "-", "-", parts[0] + endings[1]]
  }

  /// All forms of a verb.
  func forms(of infinitive: String) throws(InflectionProblem) -> [Form] {
    guard let paradigm = irregular[infinitive] ?? regular(infinitive) else {
      throw InflectionProblem(
        explanation: "“\(infinitive)” is no infinitive that can be conjugated",
        help: "Verbs end in -er, -ir or -re, or stand in inflection/fr-verbs.tsv.")
    }
    var forms = [Form(text: infinitive, form: .infinitive, person: -1)]
    func add(_ texts: [String], _ form: LexemeForm) {
      for (person, text) in texts.enumerated() where text != "-" {
        forms.append(Form(text: text, form: form, person: texts.count == 1 ? 2 : person))
      }
    }
    add(paradigm.present, .finite)
    add(Self.imperfect.map { paradigm.imperfectStem + $0 }, .finite)
    add(paradigm.past, .finite)
    for stem in paradigm.futureStems {
      add(["ai", "as", "a", "ons", "ez", "ont"].map { stem + $0 }, .future)
      add(Self.imperfect.map { stem + $0 }, .conditional)
    }
    add(paradigm.subjunctive, .finite)
    for text in FrenchInflection.adjective(paradigm.participle) {
      forms.append(Form(text: text, form: .participle, person: -1))
    }
    if paradigm.gerund != "-" { forms.append(Form(text: paradigm.gerund, form: .gerund, person: -1)) }
    return forms
  }

  private static let imperfect = ["ais", "ais", "ait", "ions", "iez", "aient"]

  /// Whether a word begins with a vowel or a mute h before which words are elided.
  static func startsWithVowel(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    return "aeiouyâàéèêëîïôöûùœæ".contains(first) || word.hasPrefix("hé") || word.hasPrefix("hab")
  }

  // MARK: The regular groups

  private func regular(_ infinitive: String) -> Paradigm? {
    if infinitive.hasSuffix("er"), infinitive.count > 3 { return firstGroup(infinitive) }
    if infinitive.hasSuffix("ir"), infinitive.count > 3 {
      let stem = String(infinitive.dropLast(2))
      let subjunctive = ["isse", "isses", "isse", "issions", "issiez", "issent"].map { stem + $0 }
      return Paradigm(
        present: ["is", "is", "it", "issons", "issez", "issent"].map { stem + $0 },
        imperfectStem: stem + "iss",
        futureStems: [infinitive], past: Self.past("\(stem)+i") ?? [], subjunctive: subjunctive,
        participle: stem + "i", gerund: stem + "issant")
    }
    if infinitive.hasSuffix("re"), infinitive.count > 3 {
      let stem = String(infinitive.dropLast(2))
      let third = stem.hasSuffix("d") || stem.hasSuffix("t") ? stem : stem + "t"
      return Paradigm(
        present: [stem + "s", stem + "s", third, stem + "ons", stem + "ez", stem + "ent"],
        imperfectStem: stem,
        futureStems: [stem + "r"], past: Self.past("\(stem)+i") ?? [],
        subjunctive: ["e", "es", "e", "ions", "iez", "ent"].map { stem + $0 }, participle: stem + "u",
        gerund: stem + "ant")
    }
    return nil
  }

  private func firstGroup(_ infinitive: String) -> Paradigm {
    let stem = String(infinitive.dropLast(2))
    // Before a, o and â, g and c keep their sound.
    let open =
      stem.hasSuffix("g") ? stem + "e" : stem.hasSuffix("c") ? stem.dropLast() + "ç" : stem
    let mute = muteStems(infinitive, stem)
    let present = mute.flatMap { [$0 + "e", $0 + "es", $0 + "e"] }.prefix(3)
    let third = mute[0] + "ent"
    // Where two spellings are in use (`paie`, `paye`), the second is given with the subjunctive, which looks the same.
    let second = mute.count > 1 && infinitive.hasSuffix("ayer") ? mute[1] : mute[0]
    return Paradigm(
      present: present + [open + "ons", stem + "ez", third], imperfectStem: open,
      futureStems: mute.map { $0 + "er" }, past: (Self.past("\(open)+a") ?? []).dropLast() + [stem + "èrent"],
      subjunctive: [second + "e", second + "es", second + "e", stem + "ions", stem + "iez", second + "ent"],
      participle: stem + "é", gerund: open + "ant")
  }

  /// The stems before an e that is not heard; the first is that of the present.
  private func muteStems(_ infinitive: String, _ stem: String) -> [String] {
    if infinitive.hasSuffix("oyer") || infinitive.hasSuffix("uyer") { return [stem.dropLast() + "i"] }
    if infinitive.hasSuffix("ayer") { return [stem.dropLast() + "i", stem] }
    if doubling.contains(infinitive) { return [stem + String(stem.suffix(1))] }
    let letters = Array(stem)
    let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y", "é", "è", "ê", "â", "î", "ô", "û"]
    guard let vowel = letters.lastIndex(where: { vowels.contains($0) }) else { return [stem] }
    var end = vowel
    // The u of gu and qu belongs to the consonant.
    if letters[vowel] == "u", vowel > 0, letters[vowel - 1] == "g" || letters[vowel - 1] == "q" {
      guard let before = letters[..<vowel].lastIndex(where: { vowels.contains($0) }) else { return [stem] }
      end = before
    }
    let consonants = String(letters[(end + 1)...])
    let grave = String(letters[..<end]) + "è" + consonants
    let clusters: Set<String> = [
      "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gn", "gr", "gu", "pl", "pr", "qu", "th", "tr",
      "vr",
    ]
    guard end < letters.count - 1 else { return [stem] }
    if letters[end] == "é", consonants.count == 1 || clusters.contains(consonants) { return [grave, stem] }
    if letters[end] == "e", consonants.count == 1, consonants != "x", end > 0,
      !vowels.contains(letters[end - 1])
    {
      return [grave]
    }
    return [stem]
  }
}
