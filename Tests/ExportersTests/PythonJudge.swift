import Foundation

/// Runs a judge of `Scripts/judges` and tells what it says.
enum PythonJudge {
  /// What came of it.
  enum Verdict: Equatable {
    /// All is well.
    case agrees
    /// What is wrong.
    case objects(String)
    /// The judge is not installed here.
    case missing(String)
  }

  /// The root of the checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Writes `files` into a new folder, runs `Scripts/judges/NAME.py` on them in the order given, removes the folder.
  static func run(_ name: String, on files: [(name: String, bytes: [UInt8])]) throws -> Verdict {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-judge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for file in files {
      let url = folder.appending(path: file.name)
      try Data(file.bytes).write(to: url)
      paths.append(url.path)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, root.appending(path: "Scripts/judges/\(name).py").path] + paths
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return .agrees
    case 77, 127:
      print("SKIPPED: judge '\(name)' is not installed: \(said)")
      return .missing(said)
    default: return .objects(said)
    }
  }

  /// The interpreter: `$DOSSIER_PYTHON`, else the one on the path.
  private static var python: String { ProcessInfo.processInfo.environment["DOSSIER_PYTHON"] ?? "python3" }
}
