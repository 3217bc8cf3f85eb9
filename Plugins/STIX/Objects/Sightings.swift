import DossierModel
import DossierText

/// Victims that a claim names, as sightings by whoever names them (section 5.2). Only where a claim affirms it.
extension BundleWriter {
  mutating func writeSightings(_ index: Int) {
    let claim = report.claims[index]
    guard claim.polarity == .affirm, !claim.hedged, claim.proposition.event != nil, !isOpinion(claim) else {
      return
    }
    let victims = claim.proposition.targets.compactMap { entities[$0] }
      .filter { STIXVocabulary.type(of: report.entities[$0].kind) == "identity" }
    if victims.isEmpty { return }
    let campaign = campaign(ofClaim: claim)
    for creator in claimants(of: claim) {
      open("sighting", id("sighting", claim.id, creator), creator: creator)
      json.field("sighting_of_ref", campaign)
      json.field("where_sighted_refs", victims.map { objectID(ofEntity: $0) })
      lang(language(of: claim))
      openExtension()
      json.field("claim", claim.id)
      closeExtension()
      close()
    }
  }
}
