import DossierKnowledge
import DossierText

/// Makes the forms of English verbs and nouns: the regular ones by rule, the others from `inflection/en-verbs.tsv`.
struct EnglishInflection {
  private struct Irregular {
    /// The simple past, where it differs from the participle.
    var pasts: [String]
    var participles: [String]
    /// Third person, where no rule gives it.
    var third: [String]
    var bare: [String]
  }

  private var irregular: [String: Irregular] = [:]
  /// Verbs of two syllables that double their last consonant.
  private var doubling: Set<String> = []
  /// Verbs that double it on one side of the Atlantic only: `labelled` and `labeled`.
  private var either: Set<String> = []

  /// Reads the verbs that no rule gives: a line has the base, past, participle and, where irregular, the present
  /// forms; a line `doubling` has verbs like `admit`, a line `either` those like `label`.
  init(verbs sources: [SourceText], _ diagnostics: inout [Diagnostic]) {
    for source in sources {
      for line in TabbedLine.lines(of: source) {
        if line[0].text == "doubling" {
          doubling.formUnion(line[1].parts.map(\.text))
          continue
        }
        if line[0].text == "either" {
          either.formUnion(line[1].parts.map(\.text))
          continue
        }
        let participles = line[2].parts.map(\.text)
        guard !line[1].text.isEmpty, !participles.isEmpty else {
          diagnostics.append(
            .knowledge("bad-paradigm", "A verb needs its past and its participle", line.range, source))
          continue
        }
        irregular[line[0].text] = Irregular(
          pasts: line[1].parts.map(\.text), participles: participles, third: line[3].parts.map(\.text),
          bare: line[4].parts.map(\.text))
      }
    }
  }

  /// The forms of a word or phrase. Of a verb phrase the verb is inflected (the first word, or the one after an adverb
  /// in -ly); of a noun phrase the last word, or the one before `of`.
  func forms(of text: String, as part: LexemePart) -> [InflectedForm] {
    switch part {
    case .verb: verbPhrase(text)
    case .noun:
      FrenchInflection.distinct(
        [text, Self.plural(ofNounPhrase: text)].map { InflectedForm(text: $0, form: .plain) })
    default: [InflectedForm(text: text, form: .plain)]
    }
  }

  private func verbPhrase(_ text: String) -> [InflectedForm] {
    var words = text.split(separator: " ").map(String.init)
    var index = words.count > 1 && words[0].hasSuffix("ly") ? 1 : 0
    // `spear-phish`: the last part of a compound is the verb.
    var head = ""
    if index >= words.count { index = 0 }
    if let hyphen = words[index].lastIndex(of: "-") {
      head = String(words[index][...hyphen])
      words[index] = String(words[index][words[index].index(after: hyphen)...])
    }
    let verb = words[index]
    return FrenchInflection.distinct(
      forms(ofVerb: verb).map { form in
        words[index] = head + form.text
        return InflectedForm(text: words.joined(separator: " "), form: form.form)
      })
  }

  /// The bare form counts as finite (`officials say`): what stands before it tells an infinitive apart.
  private func forms(ofVerb verb: String) -> [InflectedForm] {
    if verb.hasPrefix("'") { return [InflectedForm(text: verb, form: .finite)] }
    let known = irregular[verb]
    var forms = ([verb] + (known?.bare ?? [])).map { InflectedForm(text: $0, form: .finite) }
    let third = known?.third ?? []
    forms += (third.isEmpty ? [Self.withS(verb)] : third).map { InflectedForm(text: $0, form: .finite) }
    if let known {
      forms += known.participles.map { InflectedForm(text: $0, form: .participle) }
      for past in known.pasts where !known.participles.contains(past) {
        forms.append(InflectedForm(text: past, form: .finite))
      }
    } else {
      forms.append(InflectedForm(text: stem(verb) + "ed", form: .participle))
    }
    forms.append(InflectedForm(text: gerund(verb), form: .gerund))
    if either.contains(verb), let last = verb.last {
      forms.append(InflectedForm(text: "\(verb)\(last)ed", form: .participle))
      forms.append(InflectedForm(text: "\(verb)\(last)ing", form: .gerund))
    }
    return forms
  }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

  /// The verb as it stands before `ed`.
  private func stem(_ verb: String) -> String {
    if verb.hasSuffix("e") { return String(verb.dropLast()) }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !Self.vowels.contains(before) {
      return verb.dropLast() + "i"
    }
    return doubled(verb)
  }

  private func gerund(_ verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("oe"), verb.count > 2 {
      return verb.dropLast() + "ing"
    }
    return doubled(verb) + "ing"
  }

  /// The verb with its last consonant doubled, if it is of one syllable and ends in one vowel and one consonant, or is
  /// listed.
  private func doubled(_ verb: String) -> String {
    let letters = Array(verb)
    guard let last = letters.last, letters.count > 2 else { return verb }
    if doubling.contains(verb) { return verb + String(last) }
    let groups = letters.indices.filter {
      Self.vowels.contains(letters[$0]) && ($0 == 0 || !Self.vowels.contains(letters[$0 - 1]))
    }
    let vowel = letters[letters.count - 2]
    let before = letters[letters.count - 3]
    let isShort =
      groups.count == 1 && Self.vowels.contains(vowel)
      && (!Self.vowels.contains(before) || before == "u" && letters.first == "q")
    return isShort && !Self.vowels.contains(last) && !"wxy".contains(last) ? verb + String(last) : verb
  }

  /// A verb or noun with its s.
  private static func withS(_ word: String) -> String {
    if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
    if word.hasSuffix("o"), word.count > 2, !["photo", "video", "memo", "zero", "logo"].contains(word) {
      return word + "es"
    }
    if word.hasSuffix("y"), let before = word.dropLast().last, !vowels.contains(before) {
      return word.dropLast() + "ies"
    }
    return word + "s"
  }

  /// The plural of a noun with the words that go with it.
  static func plural(ofNounPhrase text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    let links: Set<String> = ["of", "for", "in", "at", "to", "by", "on", "with", "from"]
    let head = (words.firstIndex(where: links.contains) ?? words.count) - 1
    guard head >= 0, head < words.count else { return text }
    words[head] = plural(words[head])
    return words.joined(separator: " ")
  }

  private static func plural(_ word: String) -> String {
    for (ending, plural) in [("woman", "women"), ("man", "men"), ("person", "people"), ("thief", "thieves")]
    where word.hasSuffix(ending) {
      if ["human", "german", "ottoman"].contains(word.lowercased()) { break }
      return word.dropLast(ending.count) + plural
    }
    if word.hasSuffix("sis") { return word.dropLast(2) + "es" }
    return withS(word)
  }

  /// The plural of an inhabitant's name (`Russians`); nil where the word is an adjective only or does not change.
  static func plural(ofDemonym word: String) -> String? {
    if ["ese", "ish", "ch", "ss", "s", "x", "z"].contains(where: word.hasSuffix) { return nil }
    return word + "s"
  }
}
