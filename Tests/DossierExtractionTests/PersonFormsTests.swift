import DossierModel
import Testing

@testable import DossierExtraction

/// Whoever makes a claim is found by their name, in whatever form the press writes it and wherever it stands.
@Suite("People who make claims")
struct PersonFormsTests {
  static let people: [String: [String]] = [
    "en": [
      "Anna Berg",
      "Kim Min-jae",
      "Lt. Gen. Paul Nakamura",
      "Lt. Col. Ana Ruiz",
      "Sen. Dan Reyes",
      "Sen. Dan Reyes, D-Ohio,",
      "Rep. Lou Ortega, R-Texas,",
      "Jean-Pierre van der Berg",
      "Maria del Carmen Ortiz",
      "J. D. Waverly",
      "John F. Harrow",
      "Dr. Amina Okoye",
      "Mr Tamm",
      "Ms. Lindqvist",
      "Tom O'Hara",
      "Sir Alan Webb",
      "Xi Lihua",
      "Mao Lin",
      "Ahmed al-Rashid",
      "Ursula von Stetten",
      "Leïla Benali",
      "Gov. Amy Strand",
      "Attorney General Rob Castell",
      "Foreign Minister Ines Duarte",
      "Prime Minister Kaja Tamm",
      "Defense Secretary Lloyd Marsh",
      "Estonia's foreign minister, Margus Tamm,",
      "Margus Tamm, Estonia's foreign minister,",
      "the Estonian foreign minister, Margus Tamm,",
      "the company's chief executive, Ann Lee,",
      "Ann Lee, the company's chief executive,",
      "Ann Lee, who runs the company,",
      "Ann Lee, 52,",
      "Ann Lee (CEO)",
      "CEO Ann Lee",
      "Mandiant's Ann Lee",
      "Ann Lee from Mandiant",
      "Ann Lee of Mandiant",
      "Mandiant CEO Ann Lee",
      "Ann Lee, Mandiant's CEO,",
      "Ann Lee, head of research at Mandiant,",
      "Ann Lee, a researcher with Mandiant,",
      "U.S. Attorney Karen Lowe",
      "Assistant Attorney General Matt Lowe",
      "FBI Director Karen Lowe",
      "former CIA director Karen Lowe",
      "White House spokeswoman Karen Lowe",
      "State Department spokesperson Karen Lowe",
      "police chief Karen Lowe",
      "Detective Inspector Karen Lowe",
      "Judge Karen Lowe",
      "Professor Karen Lowe",
      "Karen Lowe, a professor at Leiden University,",
    ],
    "fr": [
      "Anna Berg",
      "Jean-Pierre Lambert",
      "Kim Min-jae",
      "le général Paul Nakamura",
      "le lieutenant-colonel Anne Rey",
      "le sénateur Luc Garnier",
      "la sénatrice (LR) Anne Garnier",
      "le député Luc Garnier (LFI)",
      "Marie de La Tour",
      "Ursula von Stetten",
      "M. Lambert",
      "Mme Garnier",
      "Me Paul Lambert",
      "le Dr Amina Okoye",
      "Ahmed al-Rachid",
      "Leïla Benali",
      "Tom O'Hara",
      "J. D. Waverly",
      "la ministre Anne Rey",
      "la ministre des Armées, Anne Rey,",
      "Anne Rey, ministre des Armées,",
      "le chef de la diplomatie Luc Rey",
      "le chef de la diplomatie estonienne, Margus Tamm,",
      "Margus Tamm, chef de la diplomatie estonienne,",
      "le premier ministre Luc Rey",
      "la première ministre estonienne, Kaja Tamm,",
      "le ministre estonien des Affaires étrangères, Margus Tamm,",
      "le secrétaire d'État Luc Rey",
      "le directeur général de l'entreprise, Luc Rey,",
      "Luc Rey, directeur général de l'entreprise,",
      "Luc Rey, qui dirige l'entreprise,",
      "Luc Rey, 52 ans,",
      "le PDG Luc Rey",
      "Luc Rey, de Sekoia,",
      "Luc Rey, PDG de Sekoia,",
      "le PDG de Sekoia, Luc Rey,",
      "Luc Rey, chercheur chez Sekoia,",
      "la chercheuse Anne Rey",
      "la procureure de Paris, Anne Rey,",
      "la procureure Anne Rey",
      "le juge Luc Rey",
      "le préfet Luc Rey",
      "le maire Luc Rey",
      "le maire de Lille, Luc Rey,",
      "le professeur Luc Rey",
      "l'avocat Luc Rey",
      "l'expert Luc Rey",
      "l'ancien ministre Luc Rey",
      "l'ex-patron de l'Anssi Luc Rey",
      "le directeur de l'Anssi, Luc Rey,",
      "le commissaire Luc Rey",
      "la commissaire européenne Anne Rey",
      "le secrétaire général de l'Otan, Jens Lund,",
    ],
  ]

  /// The last words of their names.
  static let surnames = [
    "Berg", "Min-jae", "Nakamura", "Ruiz", "Reyes", "Ortega", "Ortiz", "Waverly",
    "Harrow", "Okoye", "Tamm", "Lindqvist", "O'Hara", "Webb", "Lihua", "Lin",
    "al-Rashid", "Stetten", "Benali", "Strand", "Castell", "Duarte", "Marsh", "Lee",
    "Lowe", "Lambert", "Rey", "Garnier", "Tour", "al-Rachid", "Lund",
  ]

  static let cases = ["en", "fr"].flatMap { language in (people[language] ?? []).map { (language, $0) } }

  @Test("A person speaks under their own name", arguments: cases)
  func names(language: String, person: String) throws {
    for frame in try #require(SpeakerFrames.frames[language]) {
      let sentence = SpeakerFrames.sentence(frame, person)
      let report = try SentenceReport.report(of: sentence, language: language)
      let claims = report.claims.filter { $0.act != .state }
      let names = claims.first?.speakers.compactMap { report.entity($0)?.name } ?? []
      #expect(claims.count == 1, "\(sentence)")
      #expect(
        names.contains { name in Self.surnames.contains { name.hasSuffix($0) } }, "\(sentence) \(names)")
    }
  }
}
