import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Two entities that a claim says to be one.
struct AssertedAlias {
  /// Position of the claim in the report.
  let claim: Int
  /// The other name's entity.
  let name: String
  /// What it is a name of.
  let of: String
}

/// What a report's claims assert about pairs of its things. Nothing else may assert.
enum RelationAssembly {
  /// The relations of a report whose entities, events and claims are complete.
  static func relations(of report: Report, aliases: [AssertedAlias] = []) -> [Relation] {
    var relations: [Relation] = []
    var position: [String: Int] = [:]
    let kinds = Dictionary(report.entities.map { ($0.id, $0.kind) }) { first, _ in first }

    func add(_ type: RelationType, _ from: String, _ to: String, _ claim: Claim) {
      guard from != to else { return }
      // Sameness has no direction.
      let isTurned = type == .sameAs && position["\(type.rawValue) \(to) \(from)"] != nil
      let key = isTurned ? "\(type.rawValue) \(to) \(from)" : "\(type.rawValue) \(from) \(to)"
      if let known = position[key] {
        // Claims come in order, so that only the last one can be this one again.
        if relations[known].claims.last != claim.id { relations[known].claims.append(claim.id) }
        relations[known].confidence = stronger(relations[known].confidence, claim.confidence)
        return
      }
      position[key] = relations.count
      relations.append(
        Relation(
          id: "r\(relations.count + 1)", type: type, from: from, to: to, claims: [claim.id],
          confidence: claim.confidence))
    }

    for claim in report.claims where asserts(claim) {
      if let event = claim.proposition.event, let blamed = claim.about.first {
        add(.attributedTo, event, blamed, claim)
      }
      if let group = claim.about.first, kinds[group] != .state {
        for sponsor in claim.about.dropFirst() where kinds[sponsor] == .state || kinds[sponsor] == .agency {
          add(claim.level == .fromTerritory ? .locatedAt : .affiliatedWith, group, sponsor, claim)
        }
      }
      if let blamed = claim.about.first {
        for target in claim.proposition.targets {
          add(kinds[target] == .vulnerability ? .exploits : .targets, blamed, target, claim)
        }
      }
    }
    for alias in aliases { add(.sameAs, alias.name, alias.of, report.claims[alias.claim]) }
    dispute(&relations, report.claims)
    return relations
  }

  /// Whether a claim asserts something of the parties it names: an affirmed attribution, whatever its strength.
  private static func asserts(_ claim: Claim) -> Bool {
    guard claim.polarity == .affirm else { return false }
    switch claim.act {
    case .attribute, .accuse, .assess, .charge, .sanction, .admit: return true
    default: return false
    }
  }

  /// Marks relations whose claims are answered by a denial.
  private static func dispute(_ relations: inout [Relation], _ claims: [Claim]) {
    var asserted: [String: [Int]] = [:]
    for index in relations.indices {
      for claim in relations[index].claims { asserted[claim, default: []].append(index) }
    }
    for denial in claims where denial.act == .deny {
      for index in Set(denial.answers.flatMap { asserted[$0] ?? [] }).sorted() {
        relations[index].disputedBy.append(denial.id)
      }
    }
  }

  static func stronger(_ left: Confidence?, _ right: Confidence?) -> Confidence? {
    let order: [ConfidenceLevel?] = [nil, .low, .moderate, .high]
    let leftRank = order.firstIndex { $0 == left?.level } ?? 0
    let rightRank = order.firstIndex { $0 == right?.level } ?? 0
    return rightRank > leftRank ? right : left ?? right
  }
}
