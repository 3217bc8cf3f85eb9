import DossierModel
import DossierReading
import DossierText
import Testing

/// Pages built in ways that readers often miss.
@Suite struct PageShapeTests {
  static let sentences = [
    "La direction du port a accusé jeudi un groupe de pirates d’avoir chiffré ses serveurs.",
    "Selon la directrice, rien ne permet de dire qui se trouve derrière ce groupe.",
    "Le ministère n’a pas souhaité commenter ces accusations, mais il suit l’affaire.",
    "Les grues ont repris le travail dimanche, deux jours après l’attaque.",
  ]

  private func page(_ body: String) throws -> Document {
    try article(
      "<!doctype html><html lang=\"fr\"><head><title>Le port</title></head><body>\(body)</body></html>")
  }

  @Test func textBetweenLineBreaks() throws {
    let document = try page(
      "<div id=menu><a href=/>Accueil</a> <a href=/m>Monde</a></div><div>\(Self.sentences.joined(separator: "<br><br>"))</div>"
    )
    #expect(document.texts(.body) == Self.sentences)
  }

  @Test func oneElementAParagraph() throws {
    let inner = Self.sentences.map { "<div class=\"block\"><div><p>\($0)</p></div></div>" }.joined()
    #expect(try page("<main>\(inner)</main>").texts(.body) == Self.sentences)
  }

  @Test func adsAndLinksBetweenParagraphs() throws {
    let document = try page(
      """
      <article><p>\(Self.sentences[0])</p><div class="ad-slot">Publicité</div><p>\(Self.sentences[1])</p>
      <p><strong>À lire aussi :</strong> <a href=/x>Trois ports européens visés par des rançongiciels</a></p>
      <div class="newsletter-box"><h3>La lettre du matin</h3><p>Recevez chaque matin nos articles dans votre boîte mail.</p></div>
      <p>\(Self.sentences[2])</p><p>\(Self.sentences[3])</p></article>
      <section class="related"><article><h3><a href=/a>Un phare ferme ses portes</a></h3><p>Le phare de la pointe fermera au mois de mai prochain.</p></article></section>
      """)
    #expect(document.texts(.body) == Self.sentences)
  }

  @Test func cardsBelowTheArticleAreNotIt() throws {
    let card = { (number: Int) in
      "<div class=c><a href=/\(number)><h3>Un autre port du nord ferme \(number)</h3></a><p>Le port numéro \(number) fermera ses quais au mois de mai, a dit le maire.</p></div>"
    }
    let text = (Self.sentences + Self.sentences.map { $0 + " C’est ce que dit aussi le maire de la ville." })
      .map { "<p>\($0)</p>" }.joined()
    let document = try page("<div><div>\(text)</div><div>\((1...8).map(card).joined())</div></div>")
    #expect(!document.bodyText.contains("numéro"))
    #expect(document.texts(.body).count == 8)
  }

  @Test func tablesOfIndicatorsAreRows() throws {
    let document = try page(
      """
      <article><p>\(Self.sentences[0])</p><p>\(Self.sentences[1])</p><h2>Indicateurs</h2>
      <table><tr><th>Adresse</th><th>Rôle</th><th>Vu</th></tr><tr><td>198.51.100.7</td><td>relais</td><td>mars</td></tr></table>
      <pre>d41d8cd98f00b204e9800998ecf8427e
      evil[.]example</pre></article>
      """)
    let rows = document.blocks.filter { $0.kind == .tableRow }.map { document.text[$0.range] }
    #expect(rows == ["Adresse\tRôle\tVu", "198.51.100.7\trelais\tmars"])
    #expect(document.blocks.last?.kind == .code)
  }

  @Test func captionsAreNoBody() throws {
    let document = try page(
      """
      <article><figure><img src=x><figcaption>Les grues du terminal nord, à l’arrêt depuis mardi matin.</figcaption></figure>
      <p>\(Self.sentences[0])</p><p>\(Self.sentences[1])</p><p class="photo-credit">Photo : Jeanne Morel / Getty Images</p></article>
      """)
    #expect(document.texts(.body) == Array(Self.sentences.prefix(2)))
    #expect(document.texts(.caption).first == "Les grues du terminal nord, à l’arrêt depuis mardi matin.")
  }

  @Test func consentBannersAreNotTheArticle() throws {
    let consent = String(
      repeating:
        "<p>Nous utilisons des cookies pour mesurer l’audience, et ces cookies sont gardés treize mois au plus.</p>",
      count: 8)
    let document = try page(
      "<div class=\"cookie-banner\">\(consent)</div><div><p>\(Self.sentences[0])</p><p>\(Self.sentences[1])</p></div>"
    )
    #expect(document.texts(.body) == Array(Self.sentences.prefix(2)))
  }

  @Test func teaserOfAPaywall() throws {
    let document = try page(
      "<article><h1>Le port</h1><p>\(Self.sentences[0])</p><div class=\"paywall\"><p>La suite est réservée aux abonnés.</p><p>Déjà abonné ? Se connecter</p></div></article>"
    )
    #expect(document.texts(.body) == [Self.sentences[0]])
  }

  @Test func pagesFilledByAScriptGiveTheirData() throws {
    let body = (0..<6).map { "\(Self.sentences[$0 % 4]) Voilà le point numéro \($0) de cette affaire." }
      .joined(separator: "\\n")
    let document = try page(
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"\(body)\"}</script><div id=app></div>"
    )
    #expect(document.texts(.body).count == 6)
  }

  @Test func textGoesOnBehindABoxOfLinks() throws {
    let paragraphs = (0..<8).map {
      "<p>\(Self.sentences[$0 % 4]) C’est le point numéro \($0) de cette affaire.</p>"
    }
    let box =
      "<div class=box><h3>Tendances</h3><ul><li><a href=/1>Un phare ferme</a></li><li><a href=/2>Un pont ouvre</a></li></ul></div>"
    for heading in ["Les plus lus", "Sur le même sujet"] {
      let closing = box.replacing("Tendances", with: heading)
      // Beside the earlier paragraphs, and in an element like theirs.
      let beside = try page("<article>\(paragraphs[..<7].joined())\(closing)\(paragraphs[7])</article>")
      #expect(beside.texts(.body).count == 8)
      let parts = try page(
        "<article><div class=texte>\(paragraphs[..<7].joined())</div>\(closing)<div class=texte>\(paragraphs[7])</div><div class=bio><p>Maud Roc écrit sur les ports et sur les gens qui y vivent depuis dix ans.</p></div></article>"
      )
      #expect(parts.texts(.body).count == 8)
      // Behind a heading without a box of its own nothing goes on.
      let plain = try page(
        "<article>\(paragraphs[..<7].joined())<h3>\(heading)</h3>\(paragraphs[7])</article>")
      #expect(plain.texts(.body).count == 7)
    }
  }

  @Test func whatTheWriterRepeatsStays() throws {
    let text =
      "La direction du port a répété jeudi matin, mot pour mot et deux fois dans la même heure, ce qu’elle avait dit la veille au soir."
    let rest = Self.sentences.map { "<p>\($0)</p>" }.joined()
    let beside = try page("<article>\(rest)<p>\(text)</p><h3>Plus tard</h3><p>\(text)</p></article>")
    #expect(beside.texts(.body).count == 7)
    // A quotation in large letters says what the text says.
    let pulled = try page("<article>\(rest)<p>\(text)</p><div class=exergue><p>\(text)</p></div></article>")
    #expect(pulled.texts(.body).count == 5)
  }

  @Test func datesAboveTheTextAreNoText() throws {
    let document = try page(
      "<div><div class=post><span>quinta-feira, 22 de outubro de 2020 às 20:13</span></div><div class=t>\(Self.sentences.map { "<p>\($0)</p>" }.joined())</div></div>"
    )
    #expect(document.texts(.body) == Self.sentences)
  }

  @Test func layoutClassesHideNothing() throws {
    let inner = Self.sentences.map { "<div class=\"overflow-hidden has-ads\"><p>\($0)</p></div>" }.joined()
    #expect(try page("<div>\(inner)</div>").texts(.body) == Self.sentences)
  }

  @Test func manySiblingsArePaidForOnce() throws {
    let paragraphs = (0..<20_000).map {
      "<p>Le port numéro \($0) a dit non à tous ceux qui le lui ont demandé.</p>"
    }.joined()
    let document = try page("<div>\(paragraphs)</div>")
    #expect(document.blocks.last?.xpath == "/html/body/div/p[20000]")
  }
}
