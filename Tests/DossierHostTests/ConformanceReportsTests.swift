import DossierModel
import DossierTesting
import Testing

@testable import DossierHost
@testable import DossierPluginKit

@Suite("Reports that programs are tried on")
struct ConformanceReportsTests {
  @Test("The full report has every fact that the sample of everything has")
  func full() {
    let sample = ReportFacts.all(of: SampleReports.everything.report, limit: 1).facts.map(\.path)
    let full = ReportFacts.all(of: ConformanceReports.full, limit: 1).facts.map(\.path)
    #expect(sample.count > 60)
    #expect(Set(sample).subtracting(full).sorted() == [])
  }

  @Test("A check that need not try what is declared tries the rest, and ends when it has enough")
  func undeclared() {
    let report = ConformanceReports.full
    var exports = 0
    let none = LossCheck.breaches(on: report, limit: 1, triesDeclared: false, enough: 3) { _ in
      exports += 1
      return LossCheck.Outcome(files: [:], losses: [])
    }
    #expect(none.count == 3)
    #expect(exports == 4)
    let why = "nothing is written"
    let all = LossReckoning.losses(of: report, keeping: [], why: why)
    exports = 0
    let declared = LossCheck.breaches(on: report, limit: 1, triesDeclared: false) { _ in
      exports += 1
      return LossCheck.Outcome(files: [:], losses: all)
    }
    #expect(declared == [])
    #expect(exports == 1)
  }
}
