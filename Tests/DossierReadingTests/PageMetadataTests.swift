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

  @Test func whatEverySourceSaidIsKept() throws {
    let document = try page(
      head: """
        <meta name="author" content="Rui Costa"><meta property="article:published_time" content="2024-03-03">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Le port accuse","datePublished":"2024-03-02"}</script>
        <link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">
        """,
      byline: #"<p class="byline">Par Jeanne Morel, le 4 mars 2024</p>"#)
    func findings(_ field: String) -> [String] {
      document.metadataFindings.filter { $0.field == field }
        .map { "\($0.source)=\($0.value)\($0.isUsed ? "!" : "")" }
    }
    #expect(findings("authors") == ["meta=Rui Costa!", "byline=Jeanne Morel"])
    #expect(findings("published") == ["json-ld=2024-03-02!", "meta=2024-03-03", "byline=2024-03-04"])
    #expect(findings("url") == ["link=https://example.org/a!", "meta=https://example.org/b"])
    #expect(findings("language") == ["meta=fr!"])
    #expect(findings("title").first == "h1=Le port accuse!")
    for field in ["title", "authors", "published", "url", "language"] {
      #expect(document.metadataFindings.filter { $0.field == field && $0.isUsed }.count == 1)
    }
  }

  @Test func theWordsTellAnotherLanguageThanThePageDeclares() throws {
    let document = try article(
      """
      <html lang="en"><body><article><h1>Le port accuse</h1><p>\(Self.first)</p><p>\(Self.second)</p></article></body></html>
      """)
    #expect(
      document.metadataFindings.filter { $0.field == "language" } == [
        MetadataFinding(field: "language", source: "words", value: "fr", isUsed: true),
        MetadataFinding(field: "language", source: "meta", value: "en", isUsed: false),
      ])
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
