import Testing

@testable import DossierModel

@Suite("Parts by their ids")
struct PartNumbersTests {
  /// What a plain search finds; the first of parts with one id.
  private func expectSame(
    _ ids: [String], _ asked: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let numbers = PartNumbers(count: ids.count) { ids[$0] }
    for id in asked + ids {
      #expect(numbers[id] == ids.firstIndex(of: id), "'\(id)' among \(ids)", sourceLocation: sourceLocation)
    }
  }

  private static let oddities = [
    "", "c", "c0", "c00", "c01", "c1", "c2", "c3", "c4", "c10", "d1", "C1", "c1 ", " c1", "c-1", "c1x", "1",
    "é1",
    "c99999999", "c999999999", "c99999999999999999999999999", "c18446744073709551617",
  ]

  @Test("Regular ids, with every kind of question")
  func regular() {
    expectSame([], Self.oddities)
    expectSame(["c1"], Self.oddities)
    expectSame(["c1", "c2", "c3"], Self.oddities)
    expectSame((1...120).map { "s\($0)" }, Self.oddities + ["s0", "s121", "s007"])
  }

  @Test(
    "Irregular ids",
    arguments: [
      ["c2", "c1"], ["c1", "c3"], ["c0", "c1"], ["c1", "d2"], ["a", "b"], ["c01", "c2"], ["c1", ""],
      ["", "c2"],
      ["indicator--1", "indicator--2"], ["é1", "é2"], ["1", "2"], ["11", "12"], ["c", "c1"],
    ])
  func irregular(_ ids: [String]) { expectSame(ids, Self.oddities) }

  @Test("Of parts with one id the first is found")
  func duplicates() {
    expectSame(["c1", "c1"], Self.oddities)
    expectSame(["c1", "c2", "c2", "c4"], Self.oddities)
    expectSame(["x", "y", "x", "x"], Self.oddities)
    let ids = ["x", "y", "x"]
    #expect(PartNumbers(count: ids.count) { ids[$0] }["x"] == 0)
  }
}
