import DossierText
import Testing

@testable import DossierExtraction

/// Names of packages where a text introduces them as such.
@Suite struct PackageNameTests {
  static func packages(_ text: String) -> [String] {
    IndicatorScannerTests.scan(text).filter { $0.kind == .package }.map(\.value)
  }

  @Test(arguments: [
    ("Run npm install salt-lamp at once.", ["pkg:npm/salt-lamp"]),
    ("They ran `pip install saltlamp==1.2.0`.", ["pkg:pypi/saltlamp@1.2.0"]),
    ("npm i -g @heron/core@2.0.1", ["pkg:npm/%40heron/core@2.0.1"]),
    ("gem install heron_auth", ["pkg:gem/heron_auth"]),
    ("The npm package salt-lamp was removed.", ["pkg:npm/salt-lamp"]),
    ("a malicious PyPI package named saltlamp", ["pkg:pypi/saltlamp"]),
    ("the PyPI package “colourlib” steals", ["pkg:pypi/colourlib"]),
    (
      "the npm packages salt-lamp, heron-2 and 'rook'.",
      ["pkg:npm/salt-lamp", "pkg:npm/heron-2", "pkg:npm/rook"]
    ),
    ("A package called salt_lamp on PyPI stole keys.", ["pkg:pypi/salt-lamp"]),
    ("The package `rook` on npm stole keys.", ["pkg:npm/rook"]),
    ("Le paquet npm salt-lamp a été retiré.", ["pkg:npm/salt-lamp"]),
    ("Un paquet nommé saltlamp sur PyPI volait des clés.", ["pkg:pypi/saltlamp"]),
    ("the `colors.js` npm package", ["pkg:npm/colors.js"]),
    ("The NuGet package Heron.Core2 was bad", ["pkg:nuget/Heron.Core2"]),
  ])
  func finds(text: String, expected: [String]) {
    #expect(Self.packages(text) == expected)
  }

  @Test(arguments: [
    "The npm package manager was not affected.", "PyPI packages were removed.", "an open-source npm package",
    "npm package supply-chain attacks", "a third-party PyPI package", "They published it on npm.",
    "npm install scripts run code", "He runs a gem of a shop on Cargo Street.",
    "The npm package that it needs",
    "Yarn, npm and pip are tools.", "several npm packages typo-squatting known names",
    "the npm registry's two-factor login",
    "cargo ship", "the well-known npm package",
  ])
  func ignores(text: String) {
    #expect(Self.packages(text).isEmpty)
  }

  @Test func nameIsNoDomain() {
    #expect(IndicatorScannerTests.found("the npm package `evil.io` was") == ["package pkg:npm/evil.io"])
  }
}
