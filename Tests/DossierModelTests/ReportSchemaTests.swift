import DossierModel
import DossierTesting
import DossierText
import Foundation
import Testing

@Suite("Report schema")
struct ReportSchemaTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/DossierModel/Schemas").standardizedFileURL

  @Test(
    "The committed schemas are those that the shapes give",
    arguments: [
      ("report", ReportSchema.report), ("claims", ReportSchema.claims), ("diff", ReportSchema.diff),
      ("protocol", ReportSchema.exporterProtocol),
    ])
  func current(_ form: String, _ expected: [UInt8]) throws {
    let name = "dossier.\(form).1.schema.json"
    let file = Self.folder.appending(path: name)
    let committed = try? Data(contentsOf: file)
    if committed != Data(expected) {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(expected).write(to: file)
      Issue.record("\(name) was not current and has been written again: look at the change and commit it")
    }
  }

  @Test("A written report has each key of its shape, in order", arguments: SampleReports.shared)
  func structure(_ sample: SampleReport) throws {
    let node = try JSONParser.parse(SourceText(name: "report", bytes: sample.report.json()))
    conforms(node, to: ReportShapes.report)
  }

  private func conforms(_ node: DataNode, to shape: RecordShape) {
    #expect(node.members?.map(\.key) == shape.reportKeys)
    for field in shape.fields where field.need != .claimsOnly {
      if let value = node[field.key] { conforms(value, to: field.value, "\(shape.name).\(field.key)") }
    }
  }

  private func conforms(_ node: DataNode, to value: RecordShape.Value, _ place: String) {
    switch (value, node.value) {
    case (.nullable, .null): break
    case (.nullable(let inner), _): conforms(node, to: inner, place)
    case (.record(let shape), .object): conforms(node, to: shape)
    case (.list(let element, let least), .array(let nodes)):
      #expect(nodes.count >= least, "\(place)")
      for node in nodes { conforms(node, to: element, place) }
    case (.choice(let choices), .string(let text)): #expect(choices.contains(text), "\(place)")
    case (.constant(let constant), .string(let text)): #expect(constant == text, "\(place)")
    case (.text, .string), (.pattern, .string), (.reference, .string), (.flag, .bool),
      (.textByLanguage, .object):
      break
    case (.integer(let least), .integer(let number)): #expect(number >= least, "\(place)")
    case (.percent, .integer(let number)): #expect((0...100).contains(number), "\(place)")
    case (.span, .array(let pair)): #expect(pair.count == 2, "\(place)")
    default: Issue.record("\(place) is \(node.kindName)")
    }
  }
}
