import DossierModel
import DossierReading
import DossierText
import Testing

@Suite struct FormatTests {
  static let words =
    "Le conseil du port a déclaré lundi que des intrus avaient copié ses tables des marées et demandé de l’argent."

  @Test func markdown() throws {
    let document = try article(
      """
      ---
      title: Les tables des marées
      author: Jeanne Morel
      date: 2024-03-04
      ---

      # Les tables des marées

      Le **conseil** du [port](https://port.example) a déclaré _lundi_ que des intrus avaient copié ses tables.

      Ce que l’on sait
      ----------------

      > « Nous ne paierons pas », a dit la directrice.

      - Deux serveurs ont été touchés.
      - Un nom_de_fichier reste.

      | Adresse | Rôle |
      |---|---|
      | 198.51.100.7 | relais |

      ```
      curl https://port.example
      ```

      ![Le port](x.png)
      """)
    #expect(document.mediaType == "text/markdown")
    #expect(document.metadata.title == "Les tables des marées")
    #expect(document.metadata.authors == ["Jeanne Morel"])
    #expect(document.metadata.published == "2024-03-04")
    #expect(document.metadata.language == "fr")
    let kinds = document.blocks.map(\.kind)
    #expect(
      kinds == [
        .heading, .paragraph, .heading, .quotation, .listItem, .listItem, .tableRow, .tableRow, .code,
        .caption,
      ])
    #expect(
      document.texts(.body).first
        == "Le conseil du port a déclaré lundi que des intrus avaient copié ses tables.")
    #expect(document.texts(.body).contains("Un nom_de_fichier reste."))
  }

  @Test func mailWithParts() throws {
    let document = try article(
      """
      From: =?utf-8?Q?Ana_L=C3=B3pez?= <ana@port.example>
      To: presse@port.example
      Subject: =?iso-8859-1?Q?Les_tables_des_mar=E9es?=
      Date: Mon, 4 Mar 2024 08:00:00 +0100
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="b1"

      --b1
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      TGUgdGV4dGUgc2FucyBmb3JtZS4=
      --b1
      Content-Type: text/html; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      <html><body><p>Le conseil du port a d=E9clar=E9 lundi que des intrus avaient co=
      pi=E9 ses tables des mar=E9es.</p></body></html>
      --b1--
      """)
    #expect(document.mediaType == "message/rfc822")
    #expect(document.metadata.title == "Les tables des marées")
    #expect(document.metadata.authors == ["Ana López"])
    #expect(document.metadata.published == "2024-03-04T08:00:00+01:00")
    #expect(
      document.texts(.body)
        == ["Le conseil du port a déclaré lundi que des intrus avaient copié ses tables des marées."])
  }

  @Test func newsMLG2() throws {
    let document = try article(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1" xml:lang="fr">
      <itemMeta><provider literal="Agence du Port"/><versionCreated>2024-03-04T08:00:00+01:00</versionCreated></itemMeta>
      <contentMeta><by>Par Jeanne Morel</by><creditline>ADP</creditline><language tag="fr"/>
      <headline>Tables des marées volées</headline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
      <p>\(Self.words)</p></body></html></inlineXML></contentSet></newsItem>
      """)
    let metadata = document.metadata
    #expect(metadata.title == "Tables des marées volées")
    #expect(metadata.authors == ["Jeanne Morel"])
    #expect(metadata.publisher == "Agence du Port")
    #expect(metadata.published == "2024-03-04T08:00:00+01:00")
    #expect(metadata.agencies == ["ADP"])
    #expect(document.bodyText == Self.words)
  }

  @Test func nitf() throws {
    let document = try article(
      """
      <nitf><head><title>x</title><docdata><date.issue norm="20240304T080000Z"/></docdata></head>
      <body><body.head><hedline><hl1>Tables des marées volées</hl1></hedline>
      <byline>Par <person>Jeanne Morel</person></byline><distributor>ADP</distributor></body.head>
      <body.content><block><p>\(Self.words)</p><p>La police enquête, mais personne n’a été arrêté.</p></block></body.content></body></nitf>
      """)
    #expect(document.metadata.title == "Tables des marées volées")
    #expect(document.metadata.authors == ["Jeanne Morel"])
    #expect(document.metadata.published == "2024-03-04T08:00:00Z")
    #expect(document.texts(.body).count == 2)
  }

  @Test(arguments: [
    ("en", "The board said that it was not going to pay, and that the police would find out who did it."),
    ("fr", "Le conseil a dit qu’il ne paierait pas et que la police trouverait bien qui a fait cela."),
    (
      "de",
      "Der Vorstand sagte, dass er nicht zahlen werde und dass die Polizei herausfinden solle, wer es war."
    ),
    ("es", "La junta dijo que no iba a pagar y que la policía encontraría a los que lo hicieron."),
    ("it", "Il consiglio ha detto che non pagherà e che la polizia troverà chi è stato a farlo."),
    ("pt", "O conselho disse que não vai pagar e que a polícia vai descobrir quem foi que fez isso."),
    ("nl", "Het bestuur zei dat het niet zal betalen en dat de politie moet uitzoeken wie het heeft gedaan."),
    ("pl", "Zarząd powiedział, że nie zapłaci i że policja ma się dowiedzieć, kto to zrobił."),
    ("ru", "Совет заявил, что он не будет платить и что полиция должна выяснить, кто это сделал."),
    ("uk", "Рада заявила, що вона не буде платити і що поліція має з’ясувати, хто це зробив."),
    ("zh", "董事会星期一表示，他们不会付款，警方将会查明是谁干的。"),
    ("ja", "理事会は月曜日、支払うつもりはなく、警察が犯人を突き止めるだろうと述べた。"),
    ("ko", "이사회는 월요일에 돈을 내지 않을 것이며 경찰이 누가 했는지 밝혀낼 것이라고 말했다."),
    ("ar", "قال المجلس يوم الاثنين إنه لن يدفع وإن الشرطة ستكتشف من فعل ذلك."),
  ])
  func languages(tag: String, text: String) throws {
    #expect(try article(text).metadata.language == tag)
  }

  @Test func unknownLanguageIsSaid() throws {
    let document = try article("Qaltu brembo zint arvo kelmin toras ub bek, lomdin fer astu gomir wex.")
    #expect(document.metadata.language == "und")
    #expect(document.diagnostics.contains { $0.id == "read.unknown-language" })
  }
}
