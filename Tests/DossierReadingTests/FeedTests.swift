import DossierModel
import DossierReading
import DossierText
import Testing

@Suite struct FeedTests {
  static let words =
    "The harbour board said on Monday that intruders had copied its tide tables and asked for money."

  static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>The Quay Gazette</title><language>en-GB</language>
    <item><title>Tide tables stolen</title><link>https://quay.example/1</link>
    <dc:creator>Ana Lopes</dc:creator><pubDate>Mon, 04 Mar 2024 08:00:00 +0100</pubDate>
    <description>Short teaser.</description>
    <content:encoded><![CDATA[<p>\(words)</p><p>Police said that nobody had claimed the theft &amp; that they were looking into it.</p>]]></content:encoded></item>
    <item><title>Caf&eacute; closes &amp; moves</title><author>desk@quay.example (Rui Costa)</author>
    <description>&lt;p&gt;\(words)&lt;/p&gt;</description></item>
    </channel></rss>
    """

  @Test func rssGivesOneArticleAnItem() throws {
    let result = try read(Self.rss)
    #expect(result.documents.count == 2)
    #expect(result.diagnostics.isEmpty)
    let first = try #require(result.documents.first)
    #expect(first.metadata.title == "Tide tables stolen")
    #expect(first.metadata.authors == ["Ana Lopes"])
    #expect(first.metadata.published == "2024-03-04T08:00:00+01:00")
    #expect(first.metadata.url == "https://quay.example/1")
    #expect(first.metadata.publisher == "The Quay Gazette")
    #expect(first.mediaType == "application/rss+xml")
    #expect(first.texts(.body).count == 2)
    #expect(first.bodyText.contains("theft & that"))
    let second = try #require(result.documents.last)
    #expect(second.metadata.title == "Café closes & moves")
    #expect(second.metadata.authors == ["Rui Costa"])
    #expect(second.bodyText == Self.words)
  }

  @Test func atom() throws {
    let result = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay</title>
      <entry><title>One</title><link rel="self" href="https://q.example/self"/><link href="https://q.example/1"/>
      <author><name>Ana Lopes</name></author><published>2024-03-04T08:00:00Z</published><updated>2024-03-05T08:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(Self.words)</p></div></content></entry>
      <entry><title>Two</title><content type="text">\(Self.words)</content></entry></feed>
      """)
    #expect(result.documents.map(\.metadata.title) == ["One", "Two"])
    #expect(result.documents.first?.metadata.url == "https://q.example/1")
    #expect(result.documents.first?.metadata.modified == "2024-03-05T08:00:00Z")
    #expect(result.documents.map(\.bodyText) == [Self.words, Self.words])
  }

  @Test func brokenFeedsStillGiveWhatTheyHold() throws {
    let cut = String(Self.rss.prefix(Self.rss.count - 60)).replacing("theft &amp; that", with: "theft & that")
    let result = try read(cut)
    #expect(result.documents.count == 2)
    #expect(result.diagnostics.first?.id == "read.broken-xml")
  }

  @Test func jsonFeed() throws {
    let result = try read(
      #"""
      {"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": [
       {"id": "1", "url": "https://q.example/1", "title": "One", "content_html": "<p>\#(Self.words)</p>",
        "date_published": "2024-03-04T08:00:00Z", "authors": [{"name": "Ana Lopes"}]},
       {"id": "2", "content_text": "\#(Self.words)"}]}
      """#)
    #expect(result.documents.count == 2)
    #expect(result.documents.first?.metadata.authors == ["Ana Lopes"])
    #expect(result.documents.first?.metadata.publisher == "Quay")
  }

  @Test func jsonLines() throws {
    let result = try read(
      """
      {"title": "One", "url": "https://q.example/1", "published": "2024-03-04", "text": "\(Self.words)"}
      {"title": "Two", "text": }
      {"title": "Three", "html": "<p>\(Self.words)</p>"}
      """)
    #expect(result.documents.map(\.metadata.title) == ["One", "Three"])
    #expect(result.documents.first?.texts(.title) == ["One"])
    #expect(result.diagnostics.first?.location?.line == 2)
  }

  @Test func pageIsNoFeed() {
    let problem = #expect(throws: Diagnostic.self) {
      try read("<html><body><p>x</p></body></html>", as: .feed)
    }
    #expect(problem?.id == "read.not-a-feed")
  }

  @Test func feedReadAsPageGivesNoArticleOrText() throws {
    let result = try read(Self.rss, as: .html)
    #expect(result.documents.count == 1)
  }

  @Test func entityBombsStayFolded() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "\(String(repeating: "ha", count: 500))">
      <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>&c;</title><description>&lt;p&gt;\(Self.words) &x;&lt;/p&gt;</description></item></channel></rss>
      """
    let document = try #require(try read(bomb).documents.first)
    #expect(document.text.bytes.count < 2000)
    #expect(!document.bodyText.contains("root:"))
  }
}
