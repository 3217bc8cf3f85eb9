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
    for (number, claim) in report.claims.enumerated() {
      for id in claim.answers {
        guard let answered = claims[id], answered != number else { continue }
        if claim.denies { contesting[answered].append(number) }
        if claim.act == .support { supporting[answered].append(number) }
      }
      if let id = claim.proposition.event, let event = events[id] { claimsOfEvent[event].append(number) }
    }
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
    let entity = report.entities[number]
    var others: [String] = []
    if entity.name != names[number] { others.append(entity.name) }
    for (language, name) in entity.names.sorted(by: { $0.key < $1.key })
    where language != words.language.rawValue {
      others.append("\(name) (\(language))")
    }
    return others + entity.aliases
  }

  /// The numbers of the claims with these ids; unknown ids are left out.
  package func claimNumbers(_ ids: [String]) -> [Int] { ids.compactMap { claims[$0] } }
}

extension Claim {
  /// Whether the speaker takes the side of "no".
  package var denies: Bool { act == .deny || polarity == .deny }
}
