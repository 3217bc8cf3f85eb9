import DossierModel
import Testing

@testable import DossierExtraction

/// Whichever body makes a claim is found, in whatever form the press writes it and wherever it stands.
@Suite("Bodies that make claims")
struct BodyFormsTests {
  /// A body as a sentence has it, and words of which one at least is in the name of the entity.
  static let bodies: [(language: String, body: String, names: String)] = [
    ("en", "the Norvelian Cyber Authority", "norvelian cyber"),
    ("en", "the National Cyber Bureau (NCB)", "national cyber bureau"),
    ("en", "Oslo University Hospital", "oslo university hospital"),
    ("en", "the city of Clevedon", "clevedon"),
    ("en", "Clevedon City Council", "clevedon"),
    ("en", "the Port of Esbrand", "esbrand"),
    ("en", "the Danish Data Protection Agency", "data protection"),
    ("en", "Estonia's Information System Authority", "information system"),
    ("en", "the airline SkyNord", "skynord"),
    ("en", "SkyNord Airlines", "skynord"),
    ("en", "Banco Aurelio", "aurelio"),
    ("en", "Amnesty Tech", "amnesty"),
    ("en", "the London-based rights group Kavani", "kavani"),
    ("en", "the EU's cyber agency, ENISA,", "agency for cybersecurity"),
    ("en", "Kestrova GmbH", "kestrova"),
    ("en", "the Hamburg prosecutor's office", "prosecut"),
    ("en", "prosecutors in Oslo", "prosecut"),
    ("en", "police in Oslo", "police"),
    ("en", "a senior official", "official"),
    ("en", "two sources", "source"),
    ("en", "Western intelligence agencies", "intelligence agencies"),
    ("en", "the Dutch military intelligence service", "intelligence"),
    ("en", "the Dutch military intelligence service, MIVD,", "intelligence"),
    ("en", "the chip maker Norsil", "norsil"),
    ("en", "chip maker Norsil", "norsil"),
    ("en", "software company Kestrova", "kestrova"),
    ("en", "the cybersecurity firm Kestrova", "kestrova"),
    ("en", "Danish cybersecurity firm Kestrova", "kestrova"),
    ("en", "a Danish cybersecurity firm, Kestrova,", "kestrova"),
    ("en", "the University of Tolmar", "tolmar"),
    ("en", "researchers at the University of Tolmar", "tolmar"),
    ("en", "the Tolmar Institute", "tolmar"),
    ("en", "the Center for Digital Rights", "digital rights"),
    ("en", "Kestrova Labs", "kestrova"),
    ("en", "the trade union Verdis", "verdis"),
    ("en", "the ministry of digital affairs", "digital|ministry"),
    ("en", "Poland's ministry of digital affairs", "poland|polish|digital"),
    ("en", "Poland's Digital Affairs Ministry", "poland|polish|digital"),
    ("en", "the Finnish police", "finland|finnish|police"),
    ("en", "Finland's National Bureau of Investigation", "bureau of investigation"),
    ("en", "the Five Eyes", "five eyes"),
    ("en", "the G7", "g7|group of seven"),
    ("en", "NATO allies", "nato|allies"),
    ("en", "the 27 member states", "member states"),
    ("en", "lawyers for the company", "lawyer"),
    ("en", "the bank's lawyers", "lawyer"),
    ("en", "the hospital's IT department", "hospital|it department"),
    ("en", "the Lisbon Times", "lisbon times"),
    ("en", "the newspaper Der Bote", "bote"),
    ("en", "Radio Free Norvelia", "norvelia"),
    ("en", "Britain's spy agency, GCHQ,", "government communications|gchq"),
    ("en", "the US cyber agency, CISA,", "infrastructure security"),
    ("fr", "le Bureau national de la cybersécurité (BNC)", "bureau national"),
    ("fr", "le CHU de Tolmar", "tolmar"),
    ("fr", "la mairie de Clevedon", "clevedon"),
    ("fr", "la ville de Clevedon", "clevedon"),
    ("fr", "l'Agence danoise de protection des données", "danoise|protection"),
    ("fr", "la compagnie aérienne SkyNord", "skynord"),
    ("fr", "la banque Aurelio", "aurelio"),
    ("fr", "l'association Kavani", "kavani"),
    ("fr", "l'ONG Kavani", "kavani"),
    ("fr", "l'agence européenne Enisa", "enisa"),
    ("fr", "le parquet de Rennes", "parquet|prosecut"),
    ("fr", "le tribunal de Rennes", "tribunal|court"),
    ("fr", "la police norvégienne", "norway|police"),
    ("fr", "un haut responsable", "official|responsable"),
    ("fr", "trois sources proches du dossier", "source"),
    ("fr", "deux sources", "source"),
    ("fr", "les services de renseignement occidentaux", "services"),
    ("fr", "le renseignement militaire néerlandais", "netherlands|renseignement"),
    ("fr", "le fabricant de puces Norsil", "norsil"),
    ("fr", "l'éditeur Kestrova", "kestrova"),
    ("fr", "l'éditeur de logiciels Kestrova", "kestrova"),
    ("fr", "la société de cybersécurité Kestrova", "kestrova"),
    ("fr", "la société danoise Kestrova", "kestrova"),
    ("fr", "une société danoise, Kestrova,", "kestrova"),
    ("fr", "l'université de Tolmar", "tolmar"),
    ("fr", "des chercheurs de l'université de Tolmar", "tolmar"),
    ("fr", "l'Institut Tolmar", "tolmar"),
    ("fr", "le syndicat Verdis", "verdis"),
    ("fr", "le ministère du Numérique", "numérique"),
    ("fr", "le ministère polonais du Numérique", "numérique|poland|polish"),
    ("fr", "la police finlandaise", "finland|police"),
    ("fr", "le G7", "g7|group of seven"),
    ("fr", "les alliés de l'Otan", "otan|nato|allié"),
    ("fr", "les Vingt-Sept", "european union|vingt"),
    ("fr", "les avocats de l'entreprise", "avocat|lawyer"),
    ("fr", "le quotidien Le Courrier", "courrier"),
    ("fr", "la direction de l'hôpital", "hôpital|direction"),
    ("fr", "le groupe hospitalier Tolmar", "tolmar"),
    ("fr", "la préfecture du Nord", "préfecture|nord"),
    ("fr", "la région Bretagne", "bretagne"),
    ("fr", "le département du Gers", "gers"),
    ("fr", "l'opérateur télécoms Voxel", "voxel"),
    ("fr", "le géant Norsil", "norsil"),
    ("fr", "la start-up Kestrova", "kestrova"),
    ("fr", "la PME Kestrova", "kestrova"),
    ("fr", "l'assureur Kestrova", "kestrova"),
    ("fr", "la CNIL", "cnil"),
    ("fr", "l'agence de cybersécurité française, l'Anssi,", "anssi"),
    ("fr", "le renseignement intérieur français, la DGSI,", "dgsi"),
  ]

  @Test("A body speaks under its own name", arguments: bodies)
  func names(language: String, body: String, names: String) throws {
    for frame in try #require(SpeakerFrames.frames[language]) {
      let sentence = SpeakerFrames.sentence(frame, body)
      let report = try SentenceReport.report(of: sentence, language: language)
      let claims = report.claims.filter { $0.act != .state }
      let speakers = claims.first?.speakers.compactMap { report.entity($0)?.name.lowercased() } ?? []
      #expect(claims.count == 1, "\(sentence)")
      #expect(
        speakers.contains { speaker in names.split(separator: "|").contains { speaker.contains($0) } },
        "\(sentence) \(speakers)")
    }
  }
}
