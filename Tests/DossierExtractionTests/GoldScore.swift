import DossierModel
import DossierText
import Foundation

@testable import DossierExtraction

/// A gold text's claims as annotated, and how well a report's claims meet them.
struct GoldClaim {
  let id: String
  let speakers: [String]
  let act: String
  let about: [String]
  /// nil where it is not annotated.
  let polarity: String?
  let span: Range<Int>

  init(
    id: String, speakers: [String], act: String, about: [String], polarity: String?, span: Range<Int>
  ) {
    self.id = id
    self.speakers = speakers
    self.act = act
    self.about = about
    self.polarity = polarity
    self.span = span
  }

  init?(_ node: DataNode) {
    func text(_ key: String) -> String {
      if case .string(let value)? = node[key]?.value { value } else { "" }
    }
    func texts(_ key: String) -> [String] {
      (node[key]?.elements ?? []).compactMap { if case .string(let value) = $0.value { value } else { nil } }
    }
    let ends = (node["span"]?.elements ?? []).compactMap {
      if case .integer(let value) = $0.value { value } else { nil }
    }
    guard ends.count == 2 else { return nil }
    id = text("id")
    speakers = texts("speakers")
    act = text("act")
    about = texts("about")
    polarity = text("polarity")
    span = ends[0]..<ends[1]
  }
}

/// Counts over gold texts: a claim counts as whole when speaker, family of acts, about and polarity are all right.
struct GoldScore: CustomStringConvertible {
  var documents = 0
  var gold = 0
  var predicted = 0
  var matched = 0
  var whole = 0
  /// Matched claims that turn the text round: a denial read as an accusation or the reverse, the accused as accuser.
  var inversions: [String] = []

  var detection: Double { f1(matched) }
  var wholeF1: Double { f1(whole) }

  private func f1(_ right: Int) -> Double {
    predicted + gold == 0 ? 1 : 2 * Double(right) / Double(predicted + gold)
  }

  var description: String {
    "documents \(documents)  gold \(gold)  predicted \(predicted)  detection F1 \(Self.digits(detection))  "
      + "whole F1 \(Self.digits(wholeF1))  inversions \(inversions.count)"
  }

  private static func digits(_ value: Double) -> String { String(format: "%.3f", value) }

  mutating func add(_ report: Report, gold claims: [GoldClaim], name: String) {
    documents += 1
    gold += claims.count
    predicted += report.claims.count
    var candidates: [(agreement: Int, share: Double, claim: Int, gold: Int)] = []
    for (index, claim) in report.claims.enumerated() {
      for evidence in claim.evidence {
        for (goldIndex, one) in claims.enumerated() {
          let common = max(
            0, min(evidence.end, one.span.upperBound) - max(evidence.start, one.span.lowerBound))
          let short = min(evidence.end - evidence.start, one.span.count)
          guard short > 0, common * 2 >= short else { continue }
          let agreement =
            (Self.same(report, claim.speakers, one.speakers) ? 1 : 0)
            + (Self.family(claim.act.rawValue) == Self.family(one.act) ? 1 : 0)
          let share = Double(common) / Double(max(evidence.end - evidence.start, one.span.count))
          candidates.append((agreement, share, index, goldIndex))
        }
      }
    }
    candidates.sort {
      ($0.agreement, $0.share, $0.claim, $0.gold) > ($1.agreement, $1.share, $1.claim, $1.gold)
    }
    var usedClaims: Set<Int> = []
    var usedGold: Set<Int> = []
    for candidate in candidates
    where !usedClaims.contains(candidate.claim) && !usedGold.contains(candidate.gold) {
      usedClaims.insert(candidate.claim)
      usedGold.insert(candidate.gold)
      match(report, report.claims[candidate.claim], claims[candidate.gold], name: name)
    }
    matched += usedGold.count
  }

  private mutating func match(_ report: Report, _ claim: Claim, _ gold: GoldClaim, name: String) {
    let speaker = Self.same(report, claim.speakers, gold.speakers)
    let act = Self.family(claim.act.rawValue) == Self.family(gold.act)
    let about = Self.same(report, claim.about, gold.about)
    let polarity = gold.polarity.map { claim.polarity.rawValue == $0 } ?? true
    if speaker, act, about, polarity { whole += 1 }
    let blames = Self.family(gold.act) == "responsibility" && gold.polarity == "affirm"
    let blamesHere = Self.family(claim.act.rawValue) == "responsibility" && claim.polarity == .affirm
    if gold.act == "deny" && blamesHere || blames && claim.act == .deny {
      inversions.append("\(name) \(gold.id): denial")
    }
    if blames, blamesHere, !gold.about.isEmpty, !gold.speakers.isEmpty, !claim.speakers.isEmpty,
      !claim.about.isEmpty,
      Self.same(report, claim.speakers, gold.about), Self.same(report, claim.about, gold.speakers)
    {
      inversions.append("\(name) \(gold.id): parties")
    }
  }

  /// Acts that may stand for one another: those that blame somebody, and those that react to a deed.
  static func family(_ act: String) -> String {
    switch act {
    case "attribute", "accuse", "assess", "charge", "sanction": "responsibility"
    case "condemn", "demand", "warn": "reaction"
    default: act
    }
  }

  /// At least half of the gold parties are among the predicted ones, and none is predicted where gold has none.
  private static func same(_ report: Report, _ ids: [String], _ gold: [String]) -> Bool {
    let gold = gold.filter { $0 != "@article" }
    if gold.isEmpty || ids.isEmpty { return gold.isEmpty && ids.isEmpty }
    let pool = ids.reduce(into: Set<String>()) { $0.formUnion(names(report, $1, depth: 0)) }
    let hits = gold.filter { party in
      goldNames(party).contains { name in
        pool.contains {
          name == $0 || name.count > 5 && $0.contains(name) || $0.count > 5 && name.contains($0)
        }
      }
    }
    return hits.count * 2 >= gold.count
  }

  private static func goldNames(_ name: String) -> [String] {
    let plain = name.replacingOccurrences(of: "(", with: "/").replacingOccurrences(of: ")", with: "")
      .replacingOccurrences(of: "unnamed:", with: "")
    return plain.split(separator: "/").map { fold(String($0)) }.filter { !$0.isEmpty }
  }

  private static func names(_ report: Report, _ id: String, depth: Int) -> Set<String> {
    guard let entity = report.entity(id) else { return [fold(id)] }
    var names = Set(
      ([entity.name] + Array(entity.names.values) + entity.aliases + entity.mentions.map(\.text)).map(fold))
    if let owner = entity.partOf, depth < 3 { names.formUnion(Self.names(report, owner, depth: depth + 1)) }
    names.remove("")
    return names
  }

  private static func fold(_ text: String) -> String {
    let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
    return plain.unicodeScalars.split {
      !($0.value < 128 && ($0.properties.isAlphabetic || $0.properties.numericType != nil))
    }
    .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}
