import DossierModel
import DossierReading
import DossierText
import Testing

/// Where a page's metadata comes from, and which source counts first.
@Suite struct PageMetadataTests {
  static let first =
    "La direction du port a accusé jeudi un groupe de pirates d’avoir chiffré ses serveurs la semaine dernière."
  static let second =
    "Le ministère n’a pas souhaité commenter ces accusations, mais il suit l’affaire de très près."

  private func page(head: String = "", byline: String = "", end: String = "") throws -> Document {
    try article(
      """
      <html lang="fr"><head><title>Le port accuse - La Gazette</title>\(head)</head><body><div class="page">
      <h1>Le port accuse</h1>\(byline)<div class="texte"><p>\(Self.first)</p><p>\(Self.second)</p>\(end)</div></div></body></html>
      """)
  }

  @Test func bylineInTheTextOfThePage() throws {
    let document = try page(
      byline:
        #"<div class="signature">Par <a href="/x">Jeanne Morel</a> | Publié le 4 mars 2024 | Mis à jour le 5 mars 2024</div>"#
    )
    #expect(document.metadata.authors == ["Jeanne Morel"])
    #expect(document.metadata.published == "2024-03-04")
    #expect(document.metadata.modified == "2024-03-05")
    #expect(document.texts(.body) == [Self.first, Self.second])
  }

  @Test func metaCountsBeforeTheByline() throws {
    let document = try page(
      head: """
        <meta name="author" content="Rui Costa"><meta property="article:published_time" content="2024-03-03T10:00:00+0100">
        <meta property="og:site_name" content="La Gazette">
        """,
      byline: #"<p class="byline">Par Jeanne Morel, le 4 mars 2024</p>"#)
    #expect(document.metadata.authors == ["Rui Costa"])
    #expect(document.metadata.published == "2024-03-03T10:00:00+01:00")
    #expect(document.metadata.publisher == "La Gazette")
    #expect(document.metadata.title == "Le port accuse")
  }

  @Test func structuredDataCountsBeforeMeta() throws {
    let document = try page(
      head: """
        <meta name="author" content="Rui Costa"><script type='application/ld+json'>
        {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"Article","headline":"Le port accuse",
        "author":{"name":"Jeanne Morel, journaliste"},"datePublished":"2024-03-02","publisher":{"name":"La
        Gazette"},"inLanguage":"fr_FR"}]}</script>
        """)
    #expect(document.metadata.authors == ["Jeanne Morel"])
    #expect(document.metadata.published == "2024-03-02")
    #expect(document.metadata.publisher == "La Gazette")
    #expect(document.metadata.language == "fr-FR")
  }

  @Test func timeElements() throws {
    let document = try page(byline: #"<time datetime="2024-03-04T08:30:00Z">lundi</time>"#)
    #expect(document.metadata.published == "2024-03-04T08:30:00Z")
  }

  @Test func creditsOfTranslationAndAgency() throws {
    let document = try page(end: "<p>Article traduit de Harbour Weekly US – Auteur : Tom Blythe</p>")
    #expect(document.metadata.translationOf == "Harbour Weekly US")
    #expect(document.metadata.authors == ["Tom Blythe"])
    #expect(document.texts(.byline).count == 1)
    let dispatch = try page(
      end:
        "<p>Le port a rouvert mardi, deux jours après une attaque que personne n’a revendiquée. (avec AFP)</p>"
    )
    #expect(dispatch.metadata.agencies == ["avec AFP"] || dispatch.metadata.agencies == ["AFP"])
  }

  @Test func blocksInAnotherLanguageAreMarked() throws {
    let document = try page(
      end:
        "<p>“The board said that it was not going to pay, and that the police would find out who did it.”</p>"
    )
    #expect(document.metadata.language == "fr")
    #expect(document.blocks.map(\.language) == [nil, nil, nil, "en"])
  }
}
