public import DossierModel
import DossierText

/// A claim of one of two compared reports, with what it says in words.
public struct ComparedClaim: Sendable {
  /// The claim as its report has it.
  public let claim: Claim
  /// What it says, by field.
  public let values: [ClaimField: ClaimValue]
  /// The claim under the ids that both reports' parties, events and sources have in common.
  let common: Claim
  let stance: ClaimStance
  /// The words of each place of evidence, by its source.
  let evidence: [PlaceWords]
  let proposition: ClaimWords

  struct PlaceWords: Hashable {
    let source: String
    let words: ClaimWords
  }

  init(_ claim: Claim, common: Claim, labels: CommonLabels) {
    self.claim = claim
    self.common = common
    stance = ClaimStance(common)
    evidence = common.evidence.map { PlaceWords(source: $0.source, words: ClaimWords($0.exact)) }
    proposition = ClaimWords(common.proposition.text)
    values = Dictionary(
      uniqueKeysWithValues: ClaimField.allCases.map { ($0, labels.value(of: $0, in: common, as: claim)) })
  }

  /// Whether a field says the same in both; the order of names and the marks between words make no difference.
  func agrees(with other: ComparedClaim, on field: ClaimField) -> Bool {
    switch field {
    case .evidence: return counts(evidence) == counts(other.evidence)
    case .proposition: return proposition == other.proposition
    case .relayedBy: return values[field] == other.values[field]
    default:
      if case .list(let left)? = values[field], case .list(let right)? = other.values[field] {
        return Set(left) == Set(right)
      }
      return values[field] == other.values[field]
    }
  }

  /// Whether its words stand at the same offsets.
  func standsWhere(_ other: ComparedClaim) -> Bool {
    func places(_ claim: Claim) -> Set<[String]> {
      Set(claim.evidence.map { [$0.source, "\($0.start)", "\($0.end)"] })
    }
    return places(common) == places(other.common)
  }

  private func counts(_ places: [PlaceWords]) -> [PlaceWords: Int] {
    places.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

/// The names that both reports' parties, events and sources go by.
struct CommonLabels {
  var parties: [String: String] = [:]
  var events: [String: String] = [:]
  var sources: [String: String] = [:]

  /// What a claim says under a field. `common` has the ids that the names are listed by, `own` those of its report.
  func value(of field: ClaimField, in common: Claim, as own: Claim) -> ClaimValue {
    switch field {
    case .act: .text(common.act.rawValue)
    case .polarity: .text(common.polarity.rawValue)
    case .speakers: .list(names(common.speakers))
    case .relayedBy: .list(names(common.relayedBy))
    case .channel: .text(common.channel)
    case .about: .list(names(common.about))
    case .level: .text(common.level.rawValue)
    case .proposition: .text(common.proposition.text)
    case .behaviours: .list(common.proposition.behaviours.map(\.rawValue))
    case .targets: .list(names(common.proposition.targets))
    case .event: .text(common.proposition.event.map { events[$0] ?? $0 })
    case .confidence: .text(common.confidence?.words)
    case .confidenceLevel: .text(common.confidence?.level?.rawValue)
    case .likelihood: .text(common.likelihood?.words)
    case .likelihoodRange: .text(Self.range(common.likelihood))
    case .hedged: .flag(common.hedged)
    case .quoted: .flag(common.quoted)
    case .time: .text(common.time.map(Self.words))
    case .answers: .list(own.answers)
    case .unresolved: .list(common.unresolved.map { "\($0.role): \($0.words)" })
    case .evidence:
      .places(
        common.evidence.map {
          ClaimPlace(source: sources[$0.source] ?? $0.source, start: $0.start, end: $0.end, exact: $0.exact)
        })
    }
  }

  private func names(_ ids: [String]) -> [String] { ids.map { parties[$0] ?? $0 } }

  private static func range(_ likelihood: Likelihood?) -> String? {
    guard let likelihood, likelihood.low != nil || likelihood.high != nil else { return nil }
    return "\(likelihood.low ?? 0)–\(likelihood.high ?? 100) %"
  }

  /// An interval of days: the text's words, then what they stand for.
  static func words(_ time: TimeInterval) -> String {
    let days = [time.earliest, time.latest].compactMap { $0 }
    guard !days.isEmpty else { return time.words }
    let span = time.earliest == time.latest ? days[0] : "\(time.earliest ?? "")…\(time.latest ?? "")"
    return time.words.isEmpty ? span : "\(time.words) (\(span))"
  }
}
