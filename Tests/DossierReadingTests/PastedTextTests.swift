import DossierModel
import DossierReading
import DossierText
import Testing

@Suite struct PastedTextTests {
  static let page = """
    logo_rouge
    Rechercher
    Accueil | Monde | Économie

    Le port de Saint-Aubin accuse un groupe de pirates d’avoir paralysé ses grues

    PortLes grues du terminal nord, à l’arrêt depuis mardi. | Source : Getty Images

    La direction du port de Saint-Aubin a accusé jeudi un groupe de pirates d’avoir chiffré ses serveurs et paralysé le terminal nord pendant deux jours.

    À lire également : Trois autres ports européens visés par des rançongiciels

    Selon la directrice, Jeanne Morel, « rien ne permet de dire » qui se trouve derrière ce groupe. Elle a demandé l’aide de l’État.
    Le ministère n’a pas souhaité commenter ces accusations.

    Article traduit de Harbour Weekly US – Auteur : Tom Blythe

    Vous avez aimé cet article ? Likez Harbour Weekly sur Facebook

    Newsletter quotidienne Harbour Weekly
    Recevez chaque matin l’essentiel de l’actualité des ports et de la mer.

    Abonnez-vous au magazine papier
    1 an, 6 numéros : 45 € TTC au lieu de 60 € TTC
    """

  @Test func pageOfAnOutletIsToldFromItsFurniture() throws {
    let document = try article(Self.page)
    #expect(
      document.texts(.title) == [
        "Le port de Saint-Aubin accuse un groupe de pirates d’avoir paralysé ses grues"
      ])
    #expect(document.texts(.body).count == 3)
    #expect(document.texts(.caption).count == 1)
    #expect(document.texts(.byline) == ["Article traduit de Harbour Weekly US – Auteur : Tom Blythe"])
    let metadata = document.metadata
    #expect(metadata.title == document.texts(.title).first)
    #expect(metadata.authors == ["Tom Blythe"])
    #expect(metadata.translationOf == "Harbour Weekly US")
    #expect(metadata.publisher == "Harbour Weekly")
    #expect(metadata.language == "fr")
  }

  @Test(
    "names alone above a date are the authors, and a sentence with its credit is a caption, not the headline")
  func bareNames() throws {
    let document = try article(
      """
      QUAY & CRANE
      Home | Ports | Jobs

      Tide data gone: harbour masters disagree on who took it
      Ilse Vantongeren and Marc Daubry
      7 April 2025 - 3 min read

      The tide gauge of the harbour of Nieuwmeer. (Harbour of Nieuwmeer)

      The harbour of Nieuwmeer has accused a gang of copying eleven years of tide data from its gauge.

      The harbour masters of the coast met on Monday, and some of them said that nobody knew yet who had done it.
      """)
    #expect(document.metadata.title == "Tide data gone: harbour masters disagree on who took it")
    #expect(document.metadata.authors == ["Ilse Vantongeren", "Marc Daubry"])
    #expect(document.metadata.published == "2025-04-07")
    #expect(
      document.texts(.caption) == ["The tide gauge of the harbour of Nieuwmeer. (Harbour of Nieuwmeer)"])
  }

  @Test func textStaysAsItIs() throws {
    let crlf = "\u{FEFF}" + Self.page.replacing("\n", with: "\r\n")
    let document = try article(crlf)
    #expect(document.text.bytes == Array(crlf.utf8))
    #expect(document.texts(.title).count == 1)
    #expect(document.texts(.body).allSatisfy { !$0.contains("\r") })
  }

  @Test func blocksCoverAllThatIsNoWhiteSpace() throws {
    let document = try article(Self.page)
    var inside = [Bool](repeating: false, count: document.text.bytes.count)
    var last: UInt32 = 0
    for block in document.blocks {
      #expect(block.range.start >= last)
      last = block.range.end
      for index in block.range.indices { inside[index] = true }
    }
    for (index, byte) in document.text.bytes.enumerated() where !inside[index] {
      #expect(byte <= 0x20, "byte \(index) is in no block")
    }
  }

  @Test func bylineAndDatesOfAnEnglishPage() throws {
    let document = try article(
      """
      The Quay Gazette
      Sign in | Help
      News   Sport   Weather

      Harbour board says intruders stole tide tables

      By Ana Lopes and Rui Costa | March 4, 2024 | 3 min read

      A keeper looks at an empty board in the harbour office. (The Quay Gazette)

      The harbour board said on Monday that intruders had copied its tide tables and demanded money for keeping them secret.

      Read next: Lighthouse to close in May

      The board has not said who was behind the theft. Police said they were looking into it.

      © 2024 The Quay Gazette. Privacy | Cookie settings
      """)
    let metadata = document.metadata
    #expect(metadata.title == "Harbour board says intruders stole tide tables")
    #expect(metadata.authors == ["Ana Lopes", "Rui Costa"])
    #expect(metadata.published == "2024-03-04")
    #expect(metadata.publisher == "The Quay Gazette")
    #expect(metadata.language == "en")
    #expect(document.texts(.body).count == 2)
    #expect(document.texts(.caption).count == 1)
  }

  @Test func datelineOfADispatch() throws {
    let document = try article(
      """
      Le port rouvre ses quais

      SAINT-AUBIN, 12 mars 2024 (Agence du Port) – Le port de Saint-Aubin a rouvert mardi ses quais, deux jours après une attaque que personne n’a revendiquée.
      """)
    #expect(document.metadata.published == "2024-03-12")
    #expect(document.metadata.agencies == ["Agence du Port"])
  }

  @Test func linesBrokenAtAWidthAreJoined() throws {
    let document = try article(
      """
      The harbour board said on Monday that intruders had copied its tide
      tables and demanded money for keeping them secret, which it will not
      pay under any circumstances whatever.

      Police said that they were looking into it, and that they had not yet
      found out who had been behind the theft of the tables or why anybody
      would have wanted them in the first place.
      """)
    #expect(document.texts(.body).count == 2)
  }

  @Test func fewLinesBrokenAtAWidthAreJoined() throws {
    let document = try article(
      """
      The port of Saint-Aubin accused a gang on Thursday of having locked its
      servers, and said that it was too early to tell who stands behind the
      gang.

      The ministry of the interior declined to comment on what the harbour
      master had told the reporters.
      """)
    #expect(document.texts(.body).count == 2)
    let own = try article(
      "The port accused a gang of locking its servers.\nThe ministry declined to comment.\nThe cranes move again."
    )
    #expect(own.blocks.count == 3)
  }

  @Test func twoSpacesBehindASentenceAreNoMenu() throws {
    let document = try article(
      "The port accused a gang of locking its servers.  The ministry declined to comment.  The cranes move again."
    )
    #expect(document.texts(.body).count == 1)
  }

  @Test func indicatorsAfterTheTextAreKept() throws {
    let document = try article(
      """
      The intruders used two servers, which the board has published so that others can look for them in their logs.

      Indicators

      198.51.100[.]7
      d41d8cd98f00b204e9800998ecf8427e
      """)
    #expect(document.texts(.body).suffix(2) == ["198.51.100[.]7", "d41d8cd98f00b204e9800998ecf8427e"])
  }
}
