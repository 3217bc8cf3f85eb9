#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files below a directory, in the order of their names' bytes. Hidden names are left out, and links to
/// directories are not followed, so that a loop of links ends.
struct DirectoryListing {
  /// Directories nested deeper than this are not entered.
  static let maximumDepth = 64

  private(set) var files: [String] = []
  private(set) var failures: [(directory: String, error: SystemError)] = []

  /// Adds what lies below `directory`.
  mutating func walk(_ directory: String, depth: Int = 0) {
    let names: [String]
    do throws(SystemError) {
      names = try Self.names(in: directory)
    } catch {
      failures.append((directory, error))
      return
    }
    for name in names {
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        if depth < Self.maximumDepth { walk(path, depth: depth + 1) }
      case S_IFREG: files.append(path)
      case S_IFLNK:
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { files.append(path) }
      default: break
      }
    }
  }

  /// The names in a directory, sorted, without hidden ones.
  static func names(in directory: String) throws(SystemError) -> [String] {
    guard let handle = opendir(directory) else { throw SystemError.last }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
