import DossierModel
import DossierReading
import Testing

/// The language of a text is told from its words, whatever the page declares.
@Suite("Languages") struct LanguageTests {
  static let texts: [(language: String, text: String)] = [
    ("en", "The harbour board said on Monday that intruders had copied its tide tables and asked for money."),
    (
      "fr",
      "La direction du port a dit lundi que des inconnus avaient copié ses tables et demandé de l’argent."
    ),
    (
      "de",
      "Die Hafenverwaltung sagte am Montag, dass Unbekannte ihre Tabellen kopiert und Geld verlangt hätten."
    ),
    (
      "es",
      "La dirección del puerto dijo el lunes que unos desconocidos habían copiado sus tablas y pedido dinero."
    ),
    (
      "it",
      "La direzione del porto ha detto lunedì che degli sconosciuti avevano copiato le sue tabelle e chiesto soldi."
    ),
    (
      "pt",
      "A direção do porto disse na segunda-feira que desconhecidos tinham copiado as suas tabelas e pedido dinheiro."
    ),
    (
      "nl",
      "Het havenbestuur zei maandag dat onbekenden zijn tabellen hadden gekopieerd en om geld hadden gevraagd."
    ),
    (
      "pl",
      "Zarząd portu powiedział w poniedziałek, że nieznani sprawcy skopiowali jego tabele i zażądali pieniędzy."
    ),
    (
      "ru",
      "Администрация порта сообщила в понедельник, что неизвестные скопировали её таблицы и потребовали денег."
    ),
    (
      "uk",
      "Адміністрація порту повідомила в понеділок, що невідомі скопіювали її таблиці й зажадали грошей, і що їх шукають."
    ),
    ("zh", "港口管理局星期一表示，有不明身份的人复制了它的潮汐表，并要求支付赎金。警方正在调查此事。"),
    ("ja", "港湾局は月曜日、何者かが潮汐表をコピーし、金銭を要求したと発表した。警察が捜査している。"),
    ("ko", "항만청은 월요일에 신원을 알 수 없는 사람들이 조석표를 복사하고 돈을 요구했다고 밝혔다. 경찰이 수사하고 있다."),
    (
      "ar",
      "قالت إدارة الميناء يوم الاثنين إن مجهولين نسخوا جداول المد والجزر وطلبوا المال، وإن الشرطة تحقق في الأمر."
    ),
  ]

  /// A line or a headline: words that languages share count by how frequent they are in each.
  @Test(arguments: [
    ("fr", "Le FBI estime que la Russie a piraté le Parlement."),
    ("fr", "Piratage : Paris accuse Moscou"),
    ("en", "Paris accuses Moscow of hacking"),
    ("es", "El FBI cree que Rusia ha pirateado el Parlamento."),
    ("it", "L'FBI ritiene che la Russia abbia violato il Parlamento."),
    ("pt", "O FBI acredita que a Rússia atacou o Parlamento."),
  ])
  func ofOneLine(language: String, text: String) throws {
    #expect(try article(text, as: .text).metadata.language == language)
  }

  @Test(arguments: texts)
  func ofPastedText(language: String, text: String) throws {
    #expect(try article(text, as: .text).metadata.language == language)
  }

  @Test(arguments: texts)
  func ofAPageThatDeclaresAnother(language: String, text: String) throws {
    let declared = language == "en" ? "fr" : "en"
    let page =
      "<!doctype html><html lang=\"\(declared)\"><body><article><p>\(text)</p><p>\(text) \(text)</p></article></body></html>"
    #expect(try article(page).metadata.language == language)
  }

  @Test(arguments: texts.filter { $0.language != "fr" })
  func ofABlockAmongOthers(language: String, text: String) throws {
    let french = Self.texts[1].text
    let page =
      "<!doctype html><html lang=\"fr\"><body><article>\(String(repeating: "<p>\(french) C’est ce qu’elle dit.</p>", count: 3).replacing("</p><p>La", with: ".</p><p>Hier, la"))<p>\(text) \(text)</p></article></body></html>"
    let document = try article(page)
    #expect(document.metadata.language == "fr")
    #expect(document.blocks.last?.language == language)
  }
}
