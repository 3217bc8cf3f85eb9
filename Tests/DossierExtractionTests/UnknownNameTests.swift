import DossierModel
import DossierReading
import DossierText
import Testing

@testable import DossierExtraction

/// Names that no catalogue has, and words that look like such.
@Suite("Names without a catalogue")
struct UnknownNameTests {
  /// `kind name` for each entity that the text names.
  static func entities(_ text: String, _ language: String = "en") throws -> Set<String> {
    Set(
      try AliasTests.report(text, language).entities.filter { !$0.mentions.isEmpty }.map {
        "\($0.kind.rawValue) \($0.name)"
      })
  }

  @Test(
    "Vendors' names for clusters are groups; numbers and tactics are not",
    arguments: [
      (
        "Mandiant said UNC9001 breached the hospital, and Storm-9999 helped.",
        ["group UNC9001", "group Storm-9999"]
      ),
      (
        "The agency saw DEV-9321 and UAC-0999 at work in the ministry.", ["group DEV-9321", "group UAC-0999"]
      ),
    ])
  func clusters(text: String, expected: [String]) throws {
    #expect(try Self.entities(text).isSuperset(of: expected))
  }

  @Test(
    "What is no cluster",
    arguments: [
      "The tactic TA0001 was used by hackers.", "A storm, 9999 volts strong, hit the ministry's servers.",
    ])
  func noClusters(text: String) throws {
    #expect(try !Self.entities(text).contains { $0.contains("TA0001") || $0.contains("torm") })
  }

  @Test(
    "An acronym is whom the text defines it for",
    arguments: [
      (
        "en", "The Norwegian Institute for Widgets (NIW) was hit by malware. NIW said it was safe.",
        "organisation Norwegian Institute for Widgets"
      ),
      (
        "fr", "L'Office central des fraudes (OCF) a été piraté. L'OCF a dit qu'il porterait plainte.",
        "agency Office central des fraudes"
      ),
    ])
  func acronyms(language: String, text: String, expected: String) throws {
    let found = try Self.entities(text, language)
    #expect(found.contains(expected), "\(found)")
    #expect(!found.contains { $0.hasSuffix(" NIW") || $0.hasSuffix(" OCF") })
  }

  @Test(
    "A group's name stands behind the word for it, or behind words that name",
    arguments: [
      "The hacking group Grey Otter hacked the bank, according to officials.",
      "The gang, known as Grey Otter, hacked the bank, according to officials.",
      "A group calling itself Grey Otter hacked the bank, according to officials.",
    ])
  func groups(text: String) throws {
    let found = try Self.entities(text)
    #expect(found.contains("group Grey Otter"), "\(found)")
  }

  @Test(
    "Victims, days and offices are no groups and nobody",
    arguments: [
      ("Hackers attacked Play-Doh's web shop, officials said.", "Play"),
      ("Orange said its network was attacked by hackers on Monday.", "group Monday"),
      (
        "Hackers attacked the Georgia Department of Driver Services, officials in Atlanta said.",
        "person Georgia Department of Driver Services"
      ),
    ])
  func others(text: String, wrong: String) throws {
    let found = try Self.entities(text)
    #expect(
      !found.contains { $0 == wrong || $0 == "group \(wrong)" || $0.hasPrefix("group \(wrong)-") }, "\(found)"
    )
  }

  @Test(
    "A person is part of the company behind the name",
    arguments: [
      ("en", "Jane Doe of Northgate Security said APT28 was behind the attack on the bank."),
      ("fr", "Jane Doe, de Northgate Security, a dit que le groupe APT28 avait attaqué la banque."),
    ])
  func employers(language: String, text: String) throws {
    let report = try AliasTests.report(text, language)
    let person = try #require(report.entities.first { $0.name == "Jane Doe" })
    let owner = try #require(report.entities.first { $0.id == person.partOf })
    #expect(owner.name == "Northgate Security")
    #expect(owner.kind == .company)
  }
}
