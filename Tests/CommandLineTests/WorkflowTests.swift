import DossierText
import DossierYAML
import Foundation
import Testing

/// The recipes of `examples/workflows`, run as far as that can be done without a network. What needs a program that is
/// not here is left out, and says so.
@Suite("The workflows work")
struct WorkflowTests {
  private static let article = """
    Cranes stand still at Northmoor

    LONDON, March 3, 2025

    The United Kingdom accused Russia of hacking the computers of the port of Northmoor.

    """
  private static let denial = "\nRussia denied that it had hacked the computers of the port of Northmoor.\n"
  private static let feed = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0"><channel><title>The Estuary Post</title><link>https://estuary.example/</link>
    <item><title>Cranes stand still</title><link>https://estuary.example/1</link>
    <pubDate>Mon, 03 Mar 2025 08:00:00 GMT</pubDate>
    <description>The United Kingdom accused Russia of hacking the computers of the port of Northmoor.</description>
    </item></channel></rss>

    """

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// A shell with the article and the workflows, if it has what they need.
  private func shell(needing programs: String...) throws -> Shell? {
    let shell = try Shell()
    for program in programs where try shell.run("command -v \(program)").status != 0 {
      print("SKIPPED: a workflow needs '\(program)', which is not on the path")
      return nil
    }
    try shell.write(Self.article, to: "old/northmoor.txt")
    try shell.write(Self.article, to: "same/northmoor.txt")
    try shell.write(Self.article + Self.denial, to: "new/northmoor.txt")
    try shell.write(Self.feed, to: "feed.xml")
    _ = try shell.run("cp -r $ROOT/examples/workflows workflows")
    return shell
  }

  @Test("every script is valid, and every recipe is in the index")
  func valid() throws {
    let shell = try #require(try shell())
    let index = try shell.run("cat workflows/README.md").output
    let names = Shell.lines(try shell.run("ls workflows").output).filter { $0 != "README.md" }
    #expect(names.count >= 6)
    for name in names {
      #expect(index.contains("[`\(name)`](\(name))"), "\(name)")
      if name.hasSuffix(".sh") { #expect(try shell.run("sh -n workflows/\(name)").status == 0, "\(name)") }
    }
  }

  @Test("the claims of a feed are a line each")
  func feed() throws {
    guard let shell = try shell(needing: "jq") else { return }
    let result = try shell.run("sh workflows/claims-of-a-feed.sh feed.xml")
    #expect(result.status == 0, "\(result.messages)")
    let line = try #require(Shell.lines(result.output).first)
    #expect(
      line.hasPrefix("2025-03-03T08:00:00Z\tUnited Kingdom\taccuse\tRussia\tThe United Kingdom accused"))
    #expect(try shell.run("sh workflows/claims-of-a-feed.sh absent.xml").status != 0)
  }

  @Test("new denials are told from none and from trouble")
  func denials() throws {
    guard let shell = try shell(needing: "jq") else { return }
    let found = try shell.run("sh workflows/new-denials.sh old new")
    #expect(found.status == 1)
    #expect(found.output.hasPrefix("Russia: Russia denied"))
    for other in ["old same", "new old"] {
      let none = try shell.run("sh workflows/new-denials.sh \(other)")
      #expect(none.status == 0 && none.output.isEmpty)
    }
    #expect(try shell.run("sh workflows/new-denials.sh old absent").status == 2)
  }

  @Test("the job's commands pass where nothing is wrong, and fail on losses and on new denials")
  func job() throws {
    guard let shell = try shell(needing: "jq", "git") else { return }
    let steps = try steps(of: try shell.run("cat workflows/claims.yml").output)
    #expect(steps.count == 4)
    let git = "git -c user.name=Test -c user.email=test@example.org -c init.defaultBranch=main"
    let setUp = """
      mkdir origin && cd origin && \(git) init -q && mkdir articles && cp ../old/* articles && cp ../workflows/*.sh . &&
      printf 'version: 1\\ninputs: [articles/*]\\noutputs:\\n  - { exporter: yaml, to: "out/{slug}.yaml" }\\n' >dossier.yaml &&
      printf 'out/\\n' >.gitignore && \(git) add . && \(git) commit -qm one && cd .. && \(git) clone -q origin work
      """
    let made = try shell.run(setUp)
    try #require(made.status == 0, "\(made.messages)")
    func outcome(after change: String) throws -> [Int32] {
      _ = try shell.run("rm -rf before; cd work && git worktree prune && git checkout -q . && \(change)")
      return try steps.map { step in
        try shell.write("cd work\nexport GITHUB_BASE_REF=main\n" + step, to: "step.sh")
        return try shell.run("sh -e step.sh").status
      }
    }
    #expect(try outcome(after: "true") == [0, 0, 0, 0])
    #expect(try outcome(after: "cp ../new/* articles") == [0, 0, 1, 0])
    #expect(try outcome(after: "sed -i.bak s/yaml,/csv,/ dossier.yaml") == [0, 3, 0, 0])
    #expect(try outcome(after: "echo 'x: 1' >>dossier.yaml").first == 2)
  }

  /// The commands of the steps of a job of GitHub Actions.
  private func steps(of page: String) throws -> [String] {
    let root = try YAMLParser.parse(SourceText(name: "claims.yml", page))
    let steps = root["jobs"]?.members?.first?.value["steps"]?.elements ?? []
    return steps.compactMap { step in
      if case .string(let command)? = step["run"]?.value { command } else { nil }
    }
  }

  @Test("the MISP script loads what the exporter writes")
  func misp() throws {
    guard let shell = try shell(needing: "python3") else { return }
    let python = ProcessInfo.processInfo.environment["DOSSIER_PYTHON"] ?? "python3"
    #expect(try shell.run("\(python) -m py_compile workflows/misp_push.py").status == 0)
    guard try shell.run("\(python) -c 'import pymisp'").status == 0 else {
      print("SKIPPED: PyMISP is not installed")
      return
    }
    let result = try shell.run(
      "dossier export new --format misp --to out/ --quiet && \(python) workflows/misp_push.py --dry-run out/*.json"
    )
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output.hasSuffix("  Cranes stand still at Northmoor\n"), "\(result.output)")
  }

  @Test("bundles go to a TAXII collection and to OpenCTI, with the account that may, and refusals are errors")
  func pushes() throws {
    guard let shell = try shell(needing: "jq", "curl", "python3") else { return }
    let server = Self.folder.appending(path: "Inputs/platform.py").path
    try shell.write(
      """
      python3 '\(server)' port requests &
      server=$!
      trap 'kill $server' EXIT
      while [ ! -s port ]; do kill -0 $server || exit 8; sleep 0.1; done
      export TAXII_COLLECTION="http://127.0.0.1:$(cat port)/api/collections/1/" TAXII_USER=ann TAXII_PASSWORD=secret
      export OPENCTI_URL="http://127.0.0.1:$(cat port)/" OPENCTI_TOKEN=token
      dossier export new --format stix --to out/ --quiet
      sh workflows/taxii-push.sh out/*.json
      sh workflows/opencti-import.sh new
      TAXII_COLLECTION="http://127.0.0.1:$(cat port)/refusing/" sh workflows/taxii-push.sh out/*.json && exit 9
      cat requests

      """, to: "push.sh")
    let result = try shell.run("sh push.sh")
    #expect(result.status == 0, "\(result.messages)")
    let lines = Shell.lines(result.output)
    try #require(lines.count == 6, "\(result.output)\(result.messages)")
    let added = lines[0].split(separator: " ")
    #expect(lines[0].hasPrefix("complete: ") && lines[0].hasSuffix(" objects added, 0 refused"))
    #expect(added.count == 8 && added[1] == added[3] && Int(added[1]) ?? 0 > 10)
    #expect(lines[1] == "bundle")
    #expect(lines[2].hasSuffix("1 refused"))
    let account = "Basic \(Data("ann:secret".utf8).base64EncodedString())"
    #expect(lines[3] == "/api/collections/1/objects/ \(account) application/taxii+json")
    #expect(lines[4] == "/graphql Bearer token multipart/form-data")
  }
}
