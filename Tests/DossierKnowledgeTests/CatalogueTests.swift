import DossierKnowledge
import DossierText
import Testing

/// States in five languages, sectors and products: what the catalogues must find, and words that are none of it.
@Suite struct CatalogueTests {
  @Test(arguments: [
    ("Der Kreml wies die russischen Vorwürfe zurück.", ["state.ru"]),
    ("Moskau und Peking schwiegen; das Weiße Haus auch.", ["state.cn", "state.ru", "state.us"].sorted()),
    ("La Casa Blanca acusó a hackers norcoreanos y a Moscú.", ["state.kp", "state.ru", "state.us"]),
    ("El gobierno español y los iraníes lo negaron en Teherán.", ["state.es", "state.ir"]),
    (
      "La Farnesina accusa hacker cinesi; Mosca tace, Varsavia no.",
      ["state.cn", "state.it", "state.pl", "state.ru"]
    ),
    ("Il governo tedesco e quello greco ad Atene", ["state.de", "state.gr"]),
    ("Die ukrainische Regierung in Kiew und die Franzosen", ["state.fr", "state.ua"]),
    ("Attacks on the energy sector and the banking sector", ["sector.banking", "sector.energy"]),
    ("Le secteur de l'énergie et l'industrie pharmaceutique", ["sector.energy", "sector.pharmacy"]),
    (
      "Der Energiesektor, el sector bancario e il settore sanitario",
      ["sector.banking", "sector.energy", "sector.health"]
    ),
    ("They broke into Microsoft Exchange Server and FortiOS.", ["product.exchange", "product.fortios"]),
    ("Une faille de MOVEit Transfer et de Citrix NetScaler", ["product.moveit", "product.netscaler"]),
  ])
  func finds(text: String, expected: [String]) {
    #expect(NameContextTests.settled(text).filter { !$0.hasPrefix("company.") } == expected)
  }

  @Test(arguments: [
    "Seul le ministre a parlé.", "chinas and a turkey stood there.",
    "She spent energy on health and education.",
    "He opened the windows.", "Les moyens de transport et la santé", "a polish to the safari",
    "el este y la casa",
  ])
  func findsNothing(text: String) {
    #expect(NameContextTests.settled(text) == [])
  }
}
