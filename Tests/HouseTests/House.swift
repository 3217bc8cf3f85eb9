import Foundation

/// The checkout that the tests look at.
enum House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// Paths of all files below some folders, sorted; hidden ones are left out.
  static func files(below folders: [String]) -> [String] {
    folders.flatMap { folder -> [String] in
      let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      var found: [String] = []
      while let path = all?.nextObject() as? String {
        if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
        var isDirectory: ObjCBool = false
        let full = root.appending(path: "\(folder)/\(path)").path
        if FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory), !isDirectory.boolValue {
          found.append("\(folder)/\(path)")
        }
      }
      return found.sorted()
    }
  }

  static func swiftFiles(below folders: [String]) -> [String] {
    files(below: folders).filter { $0.hasSuffix(".swift") }
  }
}
