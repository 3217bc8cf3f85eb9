import DossierKnowledge
import DossierText

/// Makes the forms of French verbs, nouns and adjectives: the regular ones by rule, the others from
/// `inflection/fr-verbs.tsv`.
struct FrenchInflection {
  private let verbs: FrenchVerbs

  init(verbs sources: [SourceText], _ diagnostics: inout [Diagnostic]) {
    verbs = FrenchVerbs(sources, &diagnostics)
  }

  /// The forms of a word or phrase. Of a verb phrase the verb is inflected, of a noun phrase all before its first
  /// preposition, of an adjective phrase its last word.
  func forms(of text: String, as part: LexemePart) throws(InflectionProblem) -> [InflectedForm] {
    switch part {
    case .verb: try verbPhrase(text)
    case .noun:
      Self.distinct([text, Self.plural(ofNounPhrase: text)].map { InflectedForm(text: $0, form: .plain) })
    case .adjective: Self.adjectivePhrase(text).map { InflectedForm(text: $0, form: .plain) }
    default: [InflectedForm(text: text, form: .plain)]
    }
  }

  /// The forms, each once, in order.
  static func distinct(_ forms: [InflectedForm]) -> [InflectedForm] {
    var seen: Set<InflectedForm> = []
    return forms.filter { seen.insert($0).inserted }
  }

  /// A phrase that ends with "de", "à" or "que", as it is and as it is written before a vowel or an article: "parler de",
  /// "parler d'", "parler du", "parler des".
  static func contractions(of phrase: String) -> [String] {
    for (word, others) in [(" de", [" d'", " du", " des"]), (" à", [" au", " aux"]), (" que", [" qu'"])]
    where phrase.hasSuffix(word) {
      let stem = String(phrase.dropLast(word.count))
      return [phrase] + others.map { stem + $0 }
    }
    return [phrase]
  }

  // MARK: Verb phrases

  private func verbPhrase(_ text: String) throws(InflectionProblem) -> [InflectedForm] {
    var words = text.split(separator: " ").map(String.init)
    var isReflexive = false
    var isNegated = false
    if words.first == "ne", words.count > 2, words[1] == "pas" {
      isNegated = true
      words.removeFirst(2)
    }
    if let first = words.first {
      if first == "s'en" || first == "s’en", words.count > 1 {
        words.removeFirst()
        return try verbs.forms(of: words[0]).flatMap {
          Self.withEn($0, words.dropFirst().joined(separator: " "))
        }
      }
      if first == "se", words.count > 1 {
        isReflexive = true
        words.removeFirst()
      } else if first.hasPrefix("s'") || first.hasPrefix("s’") {
        isReflexive = true
        words[0] = String(first.dropFirst(2))
      }
    }
    let verb = words.removeFirst()
    // The one word after a verb agrees if it can: “se dire persuadé”, “tenir responsable”.
    let rests =
      words.count == 1 ? Self.adjective(words[0]) : [words.joined(separator: " ")]
    var result: [InflectedForm] = []
    for form in try verbs.forms(of: verb) {
      for rest in rests {
        let tail = rest.isEmpty ? "" : " \(rest)"
        for text in Self.placed(form, isReflexive: isReflexive, isNegated: isNegated) {
          result.append(InflectedForm(text: text + tail, form: form.form))
        }
      }
    }
    return Self.distinct(result)
  }

  /// The form of a verb like “s'en prendre”, with what follows it.
  private static func withEn(_ form: FrenchVerbs.Form, _ rest: String) -> [InflectedForm] {
    let tail = rest.isEmpty ? "" : " \(rest)"
    let heads: [String] =
      switch (form.form, form.person) {
      case (.participle, _): ["s'en est", "s'en sont", "s'en était", "s'en étaient"]
      case (_, 0): ["m'en"]
      case (_, 1): ["t'en"]
      case (_, 3): ["nous en"]
      case (_, 4): ["vous en"]
      default: ["s'en"]
      }
    return heads.map { InflectedForm(text: "\($0) \(form.text)\(tail)", form: form.form) }
  }

  /// A verb's form with its reflexive pronoun and negation.
  private static func placed(_ form: FrenchVerbs.Form, isReflexive: Bool, isNegated: Bool) -> [String] {
    guard isReflexive || isNegated else { return [form.text] }
    let startsWithVowel = FrenchVerbs.startsWithVowel(form.text)
    if form.form == .participle { return [isNegated ? "pas \(form.text)" : form.text] }
    var texts = [form.text]
    if isReflexive {
      let pronouns =
        switch form.person {
        case 0: ["me"]
        case 1: ["te"]
        case 3: ["nous nous"]  // "nous attribuons" alone is no reflexive
        case 4: ["vous vous"]
        default: ["se"]
        }
      texts = pronouns.map { pronoun in
        startsWithVowel && pronoun.hasSuffix("e")
          ? "\(pronoun.dropLast())'\(form.text)" : "\(pronoun) \(form.text)"
      }
    }
    guard isNegated else { return texts }
    return texts.map { text in
      form.form == .infinitive
        ? "ne pas \(text)" : "\(startsWithVowel && !isReflexive ? "n'" : "ne ")\(text) pas"
    }
  }

  // MARK: Nouns and adjectives

  private static let prepositions: Set<String> = [
    "de", "du", "des", "à", "au", "aux", "en", "par", "pour", "sur", "sous", "contre", "avec", "sans", "dans",
  ]

  /// The plural of a noun with the words that go with it.
  static func plural(ofNounPhrase text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    for index in words.indices {
      if prepositions.contains(words[index]) || words[index].hasPrefix("d'") || words[index].hasPrefix("l'") {
        break
      }
      words[index] = plural(words[index])
    }
    return words.joined(separator: " ")
  }

  /// The plural of a noun or masculine adjective.
  static func plural(_ word: String) -> String {
    if ["s", "x", "z"].contains(where: word.hasSuffix) { return word }
    if ["bal", "festival", "carnaval", "récital", "final", "naval", "fatal"].contains(word) {
      return word + "s"
    }
    if word.hasSuffix("al") { return word.dropLast(2) + "aux" }
    if ["travail", "vitrail", "corail", "bail"].contains(word) { return word.dropLast(2) + "ux" }
    if word.hasSuffix("eau") || word.hasSuffix("eu"), word != "bleu" { return word + "x" }
    return word + "s"
  }

  private static func adjectivePhrase(_ text: String) -> [String] {
    guard let space = text.lastIndex(of: " ") else { return adjective(text) }
    let head = text[...space]
    return adjective(String(text[text.index(after: space)...])).map { head + $0 }
  }

  /// The four forms of an adjective or participle (`grec:grecque` gives the feminine), each once.
  static func adjective(_ word: String) -> [String] {
    let parts = word.split(separator: ":").map(String.init)
    guard let masculine = parts.first else { return [word] }
    let feminine = parts.count > 1 ? parts[1] : feminine(masculine)
    var forms: [String] = []
    for form in [masculine, feminine, plural(masculine), plural(feminine)] where !forms.contains(form) {
      forms.append(form)
    }
    return forms
  }

  private static func feminine(_ word: String) -> String {
    func ends(_ suffix: String) -> Bool { word.hasSuffix(suffix) }
    if ends("e") { return word }
    if ends("f") { return word.dropLast() + "ve" }
    if ends("eux") { return word.dropLast() + "se" }
    if ends("er") { return word.dropLast(2) + "ère" }
    if ends("érieur") || ends("majeur") || ends("mineur") || ends("meilleur") { return word + "e" }
    if ends("teur") { return word.dropLast(3) + "rice" }
    if ends("eur") { return word.dropLast() + "se" }
    if ends("el") || ends("eil") || ends("en") || ends("on") { return word + String(word.suffix(1)) + "e" }
    if ["secret", "discret", "complet", "concret", "inquiet", "indiscret"].contains(word) {
      return word.dropLast(2) + "ète"
    }
    if ends("et") { return word + "te" }
    if ends("ic") { return word.dropLast() + "que" }
    return word + "e"
  }
}
