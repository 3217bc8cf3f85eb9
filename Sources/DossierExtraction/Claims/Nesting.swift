import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Claims within claims of one sentence: which of them stand.
enum Nesting {
  /// Drops claims that are part of another's content, keeps those that a speaker of their own makes, and notes who
  /// relays them. In scope all what is said as a whole stays, whatever is claimed within it.
  static func resolved(
    _ drafts: [ClaimDraft], in segment: Segment, registry: EntityRegistry, scope: ExtractionScope
  ) -> [ClaimDraft] {
    var drafts = drafts
    var dropped: Set<Int> = []
    for outer in drafts.indices where !dropped.contains(outer) {
      for inner in drafts.indices where inner != outer && !dropped.contains(inner) {
        guard drafts[outer].content.contains(where: { contains($0, drafts[inner].cue) }) else { continue }
        if standsByItself(drafts[inner], beside: drafts[outer], in: segment)
          || isPurpose(drafts[inner], beside: drafts[outer], in: segment)
          || drafts[inner].standsBeside(drafts[outer])
        {
          continue
        }
        // "Five men were arrested, according to prosecutors": the source is the whole's, wherever it hangs.
        if drafts[inner].content.contains(where: { contains($0, drafts[outer].cue) }),
          !isAgentless(drafts[inner]) || drafts[outer].speaker.entities.isEmpty
        {
          continue
        }
        if scope == .all {
          if !keepsWhole(outer: outer, inner: inner, in: &drafts, registry: registry) {
            dropped.insert(inner)
          }
          continue
        }
        resolve(outer: outer, inner: inner, in: &drafts, dropping: &dropped, registry: registry)
        if dropped.contains(outer) { break }
      }
    }
    joinDenials(&drafts, dropping: &dropped)
    dropRepeated(drafts, dropping: &dropped)
    dropAgentless(drafts, dropping: &dropped)
    return drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
  }

  /// "said that A, adding that B": what is read as a part of the first content and by a verb of its own is one claim.
  private static func dropRepeated(_ drafts: [ClaimDraft], dropping dropped: inout Set<Int>) {
    for first in drafts.indices where !dropped.contains(first) {
      for second in drafts.indices.dropFirst(first + 1) where !dropped.contains(second) {
        let (one, other) = (drafts[first], drafts[second])
        if one.act == other.act, one.polarity == other.polarity,
          one.speaker.entities == other.speaker.entities,
          one.about.all == other.about.all, !other.isRelative,
          one.content.contains(where: { run in other.content.contains { $0.overlaps(run) } })
        {
          dropped.insert(second)
        }
      }
    }
  }

  /// "called the charge absurd and said China opposes hacking": one who clears the same party twice in one sentence
  /// denies once.
  private static func joinDenials(_ drafts: inout [ClaimDraft], dropping dropped: inout Set<Int>) {
    for first in drafts.indices where drafts[first].act == .deny && !dropped.contains(first) {
      for second in drafts.indices.dropFirst(first + 1)
      where drafts[second].act == .deny && !dropped.contains(second)
        && drafts[second].speaker.entities == drafts[first].speaker.entities
        && drafts[second].about.entities == drafts[first].about.entities
      {
        drafts[first].include(drafts[second].span)
        dropped.insert(second)
      }
    }
  }

  /// Whether a claim in a relative clause has a speaker of its own: "X blamed APT28, which Berlin ties to …".
  private static func standsByItself(_ inner: ClaimDraft, beside outer: ClaimDraft, in segment: Segment)
    -> Bool
  {
    // "carried out by SideCopy, which it links to Pakistan": ties are a claim beside the deed.
    if inner.isRelative, !inner.speaker.entities.isEmpty, inner.act.isResponsibility,
      !inner.about.sponsors.isEmpty, outer.about.sponsors.isEmpty, !outer.cue.isEmpty
    {
      return true
    }
    guard inner.act != .state, !inner.speaker.entities.isEmpty,
      inner.speaker.entities != outer.speaker.entities, !outer.cue.isEmpty,
      let verb = segment.node(at: inner.cue.lowerBound)
    else { return false }
    return inner.isRelative || segment.tree.relations[verb] == .aclRelcl
      || segment.tree.relations[verb] == .acl && segment.child(verb, .nsubj) != nil
  }

  /// "a convoqué l'ambassadeur pour protester contre …": what somebody does a thing for is a claim beside it.
  private static func isPurpose(_ inner: ClaimDraft, beside outer: ClaimDraft, in segment: Segment) -> Bool {
    guard inner.act == .condemn, outer.act == .demand, let verb = segment.node(at: inner.cue.lowerBound),
      segment.tree.relations[verb] == .advcl, let mark = segment.child(verb, .mark)
    else { return false }
    return segment.tree.tags[mark] == .adp
  }

  /// "were arrested and charged, police said": one step of the law, told once, by whoever tells of it.
  private static func dropAgentless(_ drafts: [ClaimDraft], dropping dropped: inout Set<Int>) {
    for place in drafts.indices.reversed() where isAgentless(drafts[place]) && !dropped.contains(place) {
      let isTold = drafts.indices.contains { other in
        other != place && !dropped.contains(other) && drafts[other].act == .charge
          && drafts[other].polarity == drafts[place].polarity
          && drafts[other].about.entities == drafts[place].about.entities
      }
      if isTold { dropped.insert(place) }
    }
  }

  /// A step of the law of which the sentence does not say who took it.
  private static func isAgentless(_ draft: ClaimDraft) -> Bool {
    draft.act == .charge && draft.speaker.entities.isEmpty && !draft.about.entities.isEmpty
  }

  private static func contains(_ run: Range<Int>, _ cue: Range<Int>) -> Bool {
    run.lowerBound <= cue.lowerBound && run.upperBound >= cue.upperBound
  }

  /// Settles a claim within another that stays as it is; returns whether the inner one stays beside it.
  private static func keepsWhole(
    outer: Int, inner: Int, in drafts: inout [ClaimDraft], registry: EntityRegistry
  ) -> Bool {
    let own = drafts[inner].speaker.entities
    if own.isEmpty || own == drafts[outer].speaker.entities {
      // "X said it condemned Y": the words of the whole, and the stronger act.
      if drafts[outer].act == .state, drafts[inner].act.isStance || drafts[inner].act == .attribute {
        drafts[outer].act = drafts[inner].act
        drafts[outer].polarity = drafts[inner].polarity
        drafts[outer].about = drafts[inner].about
        drafts[outer].level = drafts[inner].level
      }
      return false
    }
    guard own.contains(where: { registry[$0].kind.isParty }), drafts[inner].act.standsAlone else {
      return false
    }
    drafts[inner].relayedBy = drafts[outer].speaker.entities + drafts[inner].relayedBy
    return true
  }

  private static func resolve(
    outer: Int, inner: Int, in drafts: inout [ClaimDraft], dropping dropped: inout Set<Int>,
    registry: EntityRegistry
  ) {
    let isStatement = drafts[outer].act == .state || [.say, .tell, .assess].contains(drafts[outer].frame)
    // "says it infected a million systems and wants $70m": two things, of which one is said.
    if drafts[outer].act == .admit, drafts[inner].act == .demand { return }
    guard isStatement, drafts[outer].act != .admit, drafts[outer].act != .deny else {
      dropped.insert(inner)
      return
    }
    let own = drafts[inner].speaker.entities
    // "his lawyer said he would plead not guilty": the lawyer says it for the client, where only a pronoun stands for the client.
    let isPleaded =
      drafts[inner].act == .deny && own == drafts[inner].about.entities
      && drafts[inner].speaker.tokens?.count == 1
      && drafts[outer].speaker.entities.contains { registry[$0].office == .lawyer }
    let isSame = own.isEmpty || own == drafts[outer].speaker.entities || isPleaded
    if isSame {
      // "X said it condemned Y": one claim, of the stronger act.
      if drafts[inner].act != .state, drafts[outer].act == .state || drafts[inner].act.isStance {
        drafts[inner].include(drafts[outer].span)
        drafts[inner].speaker = drafts[outer].speaker
        dropped.insert(outer)
      } else {
        dropped.insert(inner)
      }
      return
    }
    let isRelay =
      own.contains { registry[$0].kind.isParty }
      && (drafts[inner].act.standsAlone || drafts[inner].isCall(in: registry))
    let isMedia = drafts[outer].speaker.entities.contains {
      registry[$0].names["en"] == OrganWord.newspaper.rawValue
    }
    if isRelay || isMedia {
      drafts[inner].relayedBy = drafts[outer].speaker.entities + drafts[inner].relayedBy
      // "said that Microsoft had attributed it to APT41": told, and not found, by who says so.
      let isTold =
        [.say, .according, .tell].contains(drafts[outer].frame)
        && (drafts[outer].act == drafts[inner].act
          || drafts[outer].act == .attribute
            && [.admit, .charge, .sanction, .assess, .accuse].contains(drafts[inner].act))
        && drafts[outer].about.entities == drafts[inner].about.entities
        && drafts[outer].polarity == drafts[inner].polarity
      if drafts[outer].act == .state || isMedia || isTold {
        drafts[inner].include(drafts[outer].span)
        dropped.insert(outer)
        // "A grand jury has charged four men, the Department announced": both say it.
        if drafts[inner].act == .charge, drafts[outer].frame == .say,
          drafts[outer].speaker.entities.allSatisfy({ registry[$0].mayProsecute }),
          drafts[inner].speaker.entities.allSatisfy({ registry[$0].names["en"] == OrganWord.court.rawValue })
        {
          drafts[inner].speaker.entities += drafts[outer].speaker.entities
        }
      }
    } else {
      dropped.insert(inner)
    }
  }
}

extension ClaimDraft {
  /// "said that Norway had called on Russia to stop": a body calls on somebody who is named, and is no attacker that wants a ransom.
  func isCall(in registry: EntityRegistry) -> Bool {
    act == .demand && frame == .demand && !about.entities.isEmpty && !speaker.isActor
      && speaker.entities.allSatisfy {
        [.state, .agency, .organisation, .company].contains(registry[$0].kind)
      }
  }
}

extension EntityRegistry.Draft {
  /// Whether it is a body that may bring somebody before a court of its own, as an embassy is not.
  fileprivate var mayProsecute: Bool {
    let abroad: [OrganWord] = [.embassy, .mission, .foreignMinistry]
    let words = abroad.flatMap { [$0.rawValue, $0.properName].compactMap { $0 } }
    return kind != .person && names["en"].map(words.contains) != true
  }
}

extension Act {
  /// Whether the act takes a stance that stays what it is when it is reported.
  fileprivate var isStance: Bool {
    switch self {
    case .condemn, .deny, .decline, .demand, .support, .sanction, .charge, .accuse, .admit: true
    default: false
    }
  }

  /// Whether such a claim is told for its own sake when somebody relays it.
  var standsAlone: Bool {
    switch self {
    case .attribute, .assess, .accuse, .deny, .charge, .sanction, .condemn, .admit: true
    default: false
    }
  }
}
