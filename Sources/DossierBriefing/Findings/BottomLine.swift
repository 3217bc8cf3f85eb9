package import DossierModel

/// What stands first in a briefing: the parties named as responsible, by whom, at which level, and who contests it.
package struct BottomLine: Sendable {
  /// A party and who names it.
  package struct Party: Sendable {
    /// The entity's number.
    package let entity: Int
    /// Who names it, in the order of the report.
    package let claimants: [Naming]
    /// How many more claimants there are.
    package let furtherClaimants: Int
    /// The claims that contest it.
    package let contesting: [Int]
  }

  /// A claimant, with the levels at which they name a party and the claims that do.
  package struct Naming: Sendable {
    /// Who.
    package let claimant: ClaimMatrix.Claimant
    /// Levels in the order first used, each with its claims.
    package let levels: [(level: Level, claims: [Int])]
  }

  /// The acts that hold somebody responsible.
  private static let naming: Set<Act> = [.attribute, .accuse, .assess, .charge, .sanction, .condemn, .admit]

  /// The most-named parties first.
  package let parties: [Party]
  /// How many more parties are named.
  package let furtherParties: Int
  /// Claims with words of high confidence.
  package let mostConfident: [Int]
  /// How many claimants speak in the report.
  package let claimantCount: Int
  /// How many claims deny.
  package let denialCount: Int

  /// Looks through a report. An organ is counted under the state that it is part of.
  package init(_ index: ReportIndex, partyLimit: Int = 5, claimantLimit: Int = 6, claimLimit: Int = 4) {
    let claims = index.report.claims
    var order: [Int] = []
    var named: [Int: [(ClaimMatrix.Claimant, Int)]] = [:]
    var contested: [Int: [Int]] = [:]
    var everyClaimant: Set<ClaimMatrix.Claimant> = []
    for number in claims.indices {
      let claimants = ClaimMatrix.claimants(ofClaim: number, index)
      everyClaimant.formUnion(claimants)
      var parties: [Int] = []
      for entity in index.about[number].map(index.responsible) where !parties.contains(entity) {
        parties.append(entity)
      }
      for party in parties {
        if claims[number].denies {
          contested[party, default: []].append(number)
        } else if Self.naming.contains(claims[number].act) {
          if named[party] == nil { order.append(party) }
          for claimant in claimants { named[party, default: []].append((claimant, number)) }
        }
      }
    }
    let ranked = order.enumerated().sorted {
      ((named[$1.element]?.count ?? 0), $0.offset) < ((named[$0.element]?.count ?? 0), $1.offset)
    }
    parties = ranked.prefix(partyLimit).map { place in
      let namings = Self.namings(named[place.element] ?? [], claims, claimLimit: claimLimit)
      return Party(
        entity: place.element, claimants: Array(namings.prefix(claimantLimit)),
        furtherClaimants: max(0, namings.count - claimantLimit),
        contesting: Array((contested[place.element] ?? []).prefix(claimLimit)))
    }
    furtherParties = max(0, ranked.count - partyLimit)
    mostConfident = Array(
      claims.indices.lazy.filter {
        claims[$0].confidence?.level == .high && claims[$0].confidence?.words != nil
      }
      .prefix(3))
    claimantCount = everyClaimant.count
    denialCount = claims.indices.count { claims[$0].denies }
  }

  private static func namings(
    _ pairs: [(ClaimMatrix.Claimant, Int)], _ claims: [Claim], claimLimit: Int
  ) -> [Naming] {
    var order: [ClaimMatrix.Claimant] = []
    var byClaimant: [ClaimMatrix.Claimant: [(level: Level, claims: [Int])]] = [:]
    for (claimant, number) in pairs {
      if byClaimant[claimant] == nil { order.append(claimant) }
      let level = claims[number].level
      var levels = byClaimant[claimant] ?? []
      if let place = levels.firstIndex(where: { $0.level == level }) {
        if levels[place].claims.count < claimLimit { levels[place].claims.append(number) }
      } else {
        levels.append((level, [number]))
      }
      byClaimant[claimant] = levels
    }
    return order.map { Naming(claimant: $0, levels: byClaimant[$0] ?? []) }
  }
}

extension ReportIndex {
  /// The state that an organ is part of, else the entity itself.
  func responsible(_ entity: Int) -> Int {
    var current = entity
    var steps = 0
    while report.entities[current].kind == .agency, steps < 8, let above = report.entities[current].partOf,
      let next = entities[above]
    {
      current = next
      steps += 1
    }
    return current
  }
}
