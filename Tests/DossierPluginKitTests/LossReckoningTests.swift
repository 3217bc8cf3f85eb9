import DossierModel
import DossierTesting
import DossierText
import Testing

@testable import DossierPluginKit

/// Notes which keys of a report have a value, by having the report write itself: a key that the model gains is found
/// here without anybody naming it.
private struct KeyWalk: TreeSink {
  /// Keys joined by points, down to those that have no key below them: every one that is written.
  private(set) var written: Set<String> = []
  /// Those that have a value: no null and no empty list.
  private(set) var present: Set<String> = []
  private var keys: [String] = []
  /// For each container that is open, whether it is an object.
  private var open: [Bool] = []
  private var namesRunTimeKey = false

  mutating func beginObject() { open.append(true) }
  mutating func endObject() { close() }
  mutating func beginArray() {
    if !keys.isEmpty { written.insert(keys.joined(separator: ".")) }
    open.append(false)
  }
  mutating func endArray() { close() }

  mutating func key(_ name: StaticString) { keys.append("\(name)") }
  /// The languages of an entity's names: they are values of the key above them.
  mutating func key(_ name: String) { namesRunTimeKey = true }

  mutating func string(_ value: String) { leaf() }
  mutating func integer(_ value: Int) { leaf() }
  mutating func number(_ value: Double) { leaf() }
  mutating func bool(_ value: Bool) { leaf() }
  mutating func null() {
    written.insert(keys.joined(separator: "."))
    endValue()
  }

  private mutating func leaf() {
    written.insert(keys.joined(separator: "."))
    present.insert(keys.joined(separator: "."))
    endValue()
  }

  private mutating func close() {
    open.removeLast()
    endValue()
  }

  /// A value of an object takes its key with it.
  private mutating func endValue() {
    if namesRunTimeKey {
      namesRunTimeKey = false
    } else if open.last == true {
      keys.removeLast()
    }
  }

  /// The keys that can be lost: ids and the schema's name are labels; what has keys below it is not asked itself.
  static func losable(_ paths: Set<String>) -> Set<String> {
    paths.filter { path in
      let name = path.split(separator: ".").last ?? ""
      return name != "id" && path != "schema" && !paths.contains { $0.hasPrefix(path + ".") }
    }
  }
}

@Suite("Losses from kept keys")
struct LossReckoningTests {
  private static let reports =
    SampleReports.shared.map(\.report) + (1...30).map { SampleReports.generated(seed: $0).report }

  private static let walks: [(report: Report, present: Set<String>)] = reports.map { report in
    var walk = KeyWalk()
    report.write(to: &walk)
    return (report, walk.present)
  }

  /// Every key that any of the reports writes.
  private static let every: Set<String> = {
    var walk = KeyWalk()
    for report in reports { report.write(to: &walk) }
    return KeyWalk.losable(walk.written)
  }()

  @Test("The walk sees keys at every depth, and each has a value in some report")
  func walk() {
    for path in [
      "title", "marking.tlp", "entities.names", "claims.evidence.cue", "relations.confidence.level",
    ] {
      #expect(Self.every.contains(path), "\(path)")
    }
    #expect(!Self.every.contains("claims.evidence") && !Self.every.contains("claims.id"))
    let present = Self.walks.reduce(into: Set<String>()) { $0.formUnion($1.present) }
    #expect(Self.every.subtracting(present) == [])
  }

  @Test("A key that alone is not kept is lost where the report has a value for it, and nowhere else")
  func eachKey() {
    for path in Self.every {
      let reckoning = LossReckoning(keeping: Self.every.subtracting([path]), why: "left out")
      for (report, present) in Self.walks {
        let lost = reckoning.losses(of: report).map(\.what)
        // What is alone below a key is lost with it.
        let isNamed = lost.count == 1 && (lost[0] == path || path.hasPrefix(lost[0] + "."))
        #expect(
          present.contains(path) ? isNamed : lost.isEmpty,
          "'\(path)' \(present.contains(path) ? "has a value" : "has no value"), lost: \(lost)")
      }
    }
  }

  @Test("The keys that losses are reckoned from are the keys that reports write")
  func keys() {
    func leaves(_ key: ReportKey) -> [String] {
      key.children.isEmpty ? [key.path] : key.children.flatMap(leaves)
    }
    #expect(Set(ReportKey.all.flatMap(leaves)) == Self.every)
  }

  @Test("Whoever keeps every key loses nothing; whoever keeps none loses each part whole, once")
  func allAndNone() {
    for (report, present) in Self.walks {
      #expect(LossReckoning.losses(of: report, keeping: Self.every, why: "").isEmpty)
      let lost = LossReckoning.losses(of: report, keeping: [], why: "no room")
      let parts = Set(KeyWalk.losable(present).compactMap { $0.split(separator: ".").first.map(String.init) })
      #expect(lost.map(\.what).sorted() == parts.sorted())
      #expect(lost.allSatisfy { $0.subject == nil && $0.why == "no room" })
    }
  }
}
