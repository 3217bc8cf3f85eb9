import DossierModel
import DossierReading
import DossierText
import Testing

@Suite struct HTMLTests {
  static let page = """
    <!doctype html>
    <html lang="en"><head><title>Harbour board blames gang - The Quay Gazette</title>
    <meta property="og:site_name" content="The Quay Gazette">
    <meta property="og:title" content="Harbour board blames gang">
    <link rel="canonical" href="https://quay.example/gang">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour board blames gang",
    "author":[{"@type":"Person","name":"Ana Lopes"}],"datePublished":"2024-03-04T08:00:00+01:00"}</script>
    <script>var s = "<article><p>no</p></article></p>";</script></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>
    <div class="content"><h1>Harbour board blames gang</h1>
    <p>The harbour board on Monday blamed a gang for the attack that stopped its cranes for two days last week.</p>
    <p class="related-link"><a href="/x">Read more: Lighthouse to close</a></p>
    <h2>What the police say</h2>
    <p>Police said they were looking into it, and that nobody had claimed the attack so far.</p>
    <ul><li>The cranes stopped at noon on Tuesday, and again in the evening.</li></ul></div>
    <div class="comments"><p>I never trusted these cranes, and I have said so for years to anyone who listened.</p></div>
    <footer>© 2024 The Quay Gazette</footer></body></html>
    """

  @Test func bodyAndMetadata() throws {
    let document = try article(Self.page)
    #expect(document.mediaType == "text/html")
    #expect(document.texts(.title) == ["Harbour board blames gang"])
    let body = document.texts(.body)
    #expect(body.count == 4)
    #expect(body.contains("What the police say"))
    #expect(!document.bodyText.contains("trusted"))
    #expect(!document.bodyText.contains("Lighthouse"))
    let metadata = document.metadata
    #expect(metadata.authors == ["Ana Lopes"])
    #expect(metadata.publisher == "The Quay Gazette")
    #expect(metadata.published == "2024-03-04T08:00:00+01:00")
    #expect(metadata.url == "https://quay.example/gang")
    #expect(metadata.language == "en")
  }

  @Test func blocksCarryTheirPath() throws {
    let document = try article(Self.page)
    let paragraph = try #require(document.blocks.first { $0.role == .body })
    #expect(paragraph.xpath == "/html/body/div[1]/p[1]")
    let heading = try #require(document.blocks.first { $0.role == .body && $0.kind == .heading })
    #expect(heading.level == 2)
    #expect(document.blocks.last?.kind == .listItem)
  }

  @Test func textIsTheBlocksWithEmptyLinesBetween() throws {
    let document = try article(Self.page)
    let whole = document.blocks.map { document.text[$0.range] }.joined(separator: "\n\n")
    #expect(document.text.bytes == Array(whole.utf8))
  }
}
