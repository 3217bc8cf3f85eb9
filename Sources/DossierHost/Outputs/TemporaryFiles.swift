import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The temporary files that are open now, so that an interrupted run can take them away.
enum TemporaryFiles {
  private static let open = Mutex<Set<String>>([])
  private static let counter = Atomic<Int>(0)

  /// A hidden name that no other file of this process has.
  static func nextName() -> String {
    let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
    return ".dossier-\(getpid())-\(number).tmp"
  }

  static func remember(_ path: String) {
    open.withLock { _ = $0.insert(path) }
  }

  static func forget(_ path: String) {
    open.withLock { _ = $0.remove(path) }
  }

  /// Takes them all away.
  static func removeAll() {
    open.withLock { paths in
      for path in paths { unlink(path) }
      paths = []
    }
  }
}
