package import DossierModel

/// A report with what briefings look up in it: parts by id, names in the briefing's language, answers between claims.
///
/// Entities and claims are known by their number in the report. Building it is linear in the report. It is a class, as
/// every sentence holds it.
package final class ReportIndex: Sendable {
  /// The report.
  package let report: Report
  /// The words of the briefing's language.
  package let words: Words
  /// How addresses are written.
  package let addresses: AddressWriting
  /// Numbers of entities by id.
  package let entities: PartNumbers
  /// Numbers of claims by id.
  package let claims: PartNumbers
  /// Numbers of events by id.
  package let events: PartNumbers
  /// Numbers of techniques by id.
  package let techniques: PartNumbers
  /// Numbers of indicators by id.
  package let indicators: PartNumbers
  /// The names to show, by entity: in the briefing's language where known.
  package let names: [String]
  /// For each claim, the entities that speak.
  package let speakers: [[Int]]
  /// For each claim, the entities that are spoken about.
  package let about: [[Int]]
  /// For each claim, the claims that deny it, or deny while answering it.
  package let contesting: [[Int]]
  /// For each claim, the claims that support it.
  package let supporting: [[Int]]
  /// For each event, the claims about it.
  package let claimsOfEvent: [[Int]]
  /// What stands before each entity's name.
  let forms: [NameForms]

  /// Looks through a report.
  package init(_ report: Report, words: Words, defangs: Bool = true) {
    self.report = report
    addresses = AddressWriting(defangs: defangs)
    self.words = words
    let language = words.language.rawValue
    let entities = PartNumbers(count: report.entities.count) { report.entities[$0].id }
    let claims = PartNumbers(count: report.claims.count) { report.claims[$0].id }
    let events = PartNumbers(count: report.events.count) { report.events[$0].id }
    var names: [String] = []
    var forms: [NameForms] = []
    names.reserveCapacity(report.entities.count)
    forms.reserveCapacity(report.entities.count)
    for entity in report.entities {
      let native = entity.names[language]
      let name = native ?? entity.name
      let isNative = native != nil || language == "en" || report.language.hasPrefix(language)
      names.append(name)
      forms.append(words.nameForms(name, entity.kind, isNative))
    }
    var contesting = [[Int]](repeating: [], count: report.claims.count)
    var supporting = contesting
    var claimsOfEvent = [[Int]](repeating: [], count: report.events.count)
    // Claims are looked at where they stand: one that is bound to a name is copied, and has many fields.
    for number in report.claims.indices {
      for id in report.claims[number].answers {
        guard let answered = claims[id], answered != number else { continue }
        if report.claims[number].denies { contesting[answered].append(number) }
        if report.claims[number].act == .support { supporting[answered].append(number) }
      }
      if let id = report.claims[number].proposition.event, let event = events[id] {
        claimsOfEvent[event].append(number)
      }
    }
    speakers = report.claims.indices.map { report.claims[$0].speakers.compactMap { entities[$0] } }
    about = report.claims.indices.map { report.claims[$0].about.compactMap { entities[$0] } }
    self.entities = entities
    self.claims = claims
    self.events = events
    techniques = PartNumbers(count: report.techniques.count) { report.techniques[$0].id }
    indicators = PartNumbers(count: report.indicators.count) { report.indicators[$0].id }
    self.names = names
    self.forms = forms
    self.contesting = contesting
    self.supporting = supporting
    self.claimsOfEvent = claimsOfEvent
  }

  /// The numbers of the entities with these ids; unknown ids are left out.
  package func entityNumbers(_ ids: [String]) -> [Int] { ids.compactMap { entities[$0] } }

  /// Every other name of an entity: its canonical one, those in other languages, its aliases.
  package func otherNames(_ number: Int) -> [String] {
    var others: [String] = []
    if report.entities[number].name != names[number] { others.append(report.entities[number].name) }
    for (language, name) in report.entities[number].names.sorted(by: { $0.key < $1.key })
    where language != words.language.rawValue {
      others.append("\(name) (\(language))")
    }
    return others + report.entities[number].aliases
  }

  /// The numbers of the claims with these ids; unknown ids are left out.
  package func claimNumbers(_ ids: [String]) -> [Int] { ids.compactMap { claims[$0] } }
}

extension Claim {
  /// Whether the speaker takes the side of "no".
  @inline(__always)
  package var denies: Bool { act == .deny || polarity == .deny }
}
