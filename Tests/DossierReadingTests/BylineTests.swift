import DossierModel
import DossierReading
import Testing

/// The line under a headline, as papers write it: who wrote the article is told from where, after whom and by whom else.
@Suite("Bylines, datelines and credits") struct BylineTests {
  struct Line: CustomTestStringConvertible, Sendable {
    var text: String
    var authors: [String] = []
    var published: String?
    var translationOf: String?
    var agencies: [String] = []
    var testDescription: String { text }
  }

  static let french: [Line] = [
    Line(text: "La Haye, le 4 mars 2025", published: "2025-03-04"),
    Line(text: "Le Caire, 4 mars 2025", published: "2025-03-04"),
    Line(text: "Saint-Étienne, le 4 mars 2025", published: "2025-03-04"),
    Line(text: "Port Valmorin, le 4 mars 2025", published: "2025-03-04"),
    Line(text: "Ysée Montclar, le 4 mars 2025 à 8h12", published: "2025-03-04"),
    Line(text: "Par Ysée Montclar, le 4 mars 2025", authors: ["Ysée Montclar"], published: "2025-03-04"),
    Line(text: "Par Ysée Montclar, à La Haye", authors: ["Ysée Montclar"]),
    Line(text: "Par Ysée Montclar (à Sarvan)", authors: ["Ysée Montclar"]),
    Line(
      text: "Publié le 4 mars 2025 par Maël Roc et Ysée Montclar", authors: ["Maël Roc", "Ysée Montclar"],
      published: "2025-03-04"),
    Line(text: "La Gazette avec AFP | 4 mars 2025", published: "2025-03-04"),
    Line(text: "Par La Gazette avec AFP, le 4 mars 2025", published: "2025-03-04"),
    Line(text: "Avec AFP, publié le 4 mars 2025", published: "2025-03-04"),
    Line(text: "Traduit de l’anglais par Bastien Le Goff · 4 mars 2025", published: "2025-03-04"),
    Line(text: "Traduction : Bastien Le Goff, 4 mars 2025", published: "2025-03-04"),
    Line(
      text: "Article traduit de The Harrow Ledger — Autrice : Dorothy Finch", authors: ["Dorothy Finch"],
      translationOf: "The Harrow Ledger"),
    Line(text: "Propos recueillis par Malik Benrabah", authors: ["Malik Benrabah"]),
  ]

  static let english: [Line] = [
    Line(text: "The Hague, March 4, 2025", published: "2025-03-04"),
    Line(text: "New York, March 4, 2025", published: "2025-03-04"),
    Line(text: "By Dana Okafor, New York", authors: ["Dana Okafor"]),
    Line(text: "By Dana Okafor in Lower Marran", authors: ["Dana Okafor"]),
    Line(text: "By Dana Okafor, Harbour Correspondent", authors: ["Dana Okafor"]),
    Line(
      text: "By Dana Okafor and Tom Ashgrove | March 4, 2025", authors: ["Dana Okafor", "Tom Ashgrove"],
      published: "2025-03-04"),
    Line(text: "Dana Okafor | March 4, 2025", authors: ["Dana Okafor"], published: "2025-03-04"),
    Line(text: "By The Associated Press", agencies: ["Associated Press"]),
    Line(text: "By Reuters | March 4, 2025", published: "2025-03-04", agencies: ["Reuters"]),
    Line(text: "Translated by Jane Roe | March 4, 2025", published: "2025-03-04"),
    Line(text: "Translated from the French by Jane Roe, March 4, 2025", published: "2025-03-04"),
    Line(
      text: "By Dana Okafor, translated by Jane Roe | March 4, 2025", authors: ["Dana Okafor"],
      published: "2025-03-04"),
    Line(text: "Edited by Paul Tanager | March 4, 2025", published: "2025-03-04"),
    Line(
      text: "Posted by Dana Okafor on March 4, 2025", authors: ["Dana Okafor"], published: "2025-03-04"),
  ]

  private func check(_ line: Line, _ document: Document) {
    #expect(document.metadata.authors == line.authors)
    #expect(document.metadata.published == line.published)
    #expect(document.metadata.translationOf == line.translationOf)
    if !line.agencies.isEmpty { #expect(document.metadata.agencies == line.agencies) }
    #expect(document.texts(.body).count == 2)
  }

  @Test(arguments: french) func frenchPaste(line: Line) throws {
    check(
      line,
      try article(
        "Le cadastre de Valmorin à l’arrêt\n\n\(line.text)\n\n\(Self.frenchText.joined(separator: "\n"))"))
  }

  @Test(arguments: english) func englishPaste(line: Line) throws {
    check(
      line,
      try article("Harbour board blames gang\n\n\(line.text)\n\n\(Self.englishText.joined(separator: "\n"))"))
  }

  @Test(arguments: french) func frenchPage(line: Line) throws {
    check(line, try page("fr", "Le cadastre de Valmorin à l’arrêt", line, Self.frenchText))
  }

  @Test(arguments: english) func englishPage(line: Line) throws {
    check(line, try page("en", "Harbour board blames gang", line, Self.englishText))
  }

  private func page(_ language: String, _ title: String, _ line: Line, _ text: [String]) throws -> Document {
    try article(
      "<!doctype html><html lang=\"\(language)\"><head><title>\(title)</title></head><body><article><h1>\(title)</h1>"
        + "<p class=\"byline\">\(line.text)</p>\(text.map { "<p>\($0)</p>" }.joined())</article></body></html>"
    )
  }

  static let frenchText = [
    "Le cadastre de Valmorin ne répond plus depuis lundi matin, parce que ses serveurs ont été chiffrés.",
    "La préfecture dit que rien n’a été publié, et qu’une enquête a été ouverte par le parquet.",
  ]
  static let englishText = [
    "The harbour board said on Monday that intruders had copied its tide tables and asked for money.",
    "It blames a gang that nobody had heard of before, and the police are looking into it.",
  ]
}
