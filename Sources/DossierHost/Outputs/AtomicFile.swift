import DossierText
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that takes its place whole or not at all: written beside its target, flushed, then renamed.
///
/// A target that is no regular file, such as a pipe or a terminal, is written to directly.
final class AtomicFile: Sendable {
  /// The path as the user named it.
  let path: String
  /// Where the bytes end up, links followed.
  private let target: String
  private let temporary: String?
  private let descriptor: Int32
  private let isDone = Atomic(false)

  /// Opens a new file for `path`; missing directories are made.
  ///
  /// - Throws: A diagnostic `output.unwritable`.
  init(path: String) throws(Diagnostic) {
    self.path = path
    do throws(SystemError) {
      (target, temporary, descriptor) = try Self.open(path)
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  deinit { abandon() }

  /// Appends bytes.
  ///
  /// - Throws: A diagnostic `output.unwritable`; the file can then only be abandoned.
  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    do throws(SystemError) {
      try DescriptorWriting.write(bytes, to: descriptor)
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  /// Sees to it that the bytes are on the disk.
  func flush() throws(Diagnostic) {
    guard temporary != nil else { return }
    do throws(SystemError) {
      try SystemError.check { Int(fsync(descriptor)) }
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  /// Lets everybody who may read the file run it.
  func makeExecutable() {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    let readers = status.st_mode & 0o444
    fchmod(descriptor, status.st_mode & 0o777 | readers >> 2)
  }

  /// Puts the file in its place, after `flush`.
  func commit() throws(Diagnostic) {
    guard !isDone.exchange(true, ordering: .relaxed) else { return }
    // Some file systems report a failed write only here.
    let closed = close(descriptor)
    guard let temporary else { return }
    if closed != 0 || rename(temporary, target) != 0 {
      let error = SystemError.last
      unlink(temporary)
      TemporaryFiles.forget(temporary)
      throw Self.unwritable(path, error)
    }
    TemporaryFiles.forget(temporary)
  }

  /// Takes away what was written; what stood at the path before stays.
  func abandon() {
    guard !isDone.exchange(true, ordering: .relaxed) else { return }
    close(descriptor)
    if let temporary {
      unlink(temporary)
      TemporaryFiles.forget(temporary)
    }
  }

  /// The file that `path` leads to now: device and number, if there is one.
  static func identity(of path: String) -> FileIdentity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  private static func open(_ path: String) throws(SystemError) -> (String, String?, Int32) {
    var target = path
    var mode: mode_t = 0o666
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        mode = status.st_mode & 0o777
        if let real = realpath(path, nil) {
          target = String(cString: real)
          free(real)
        }
      case S_IFDIR: throw SystemError(code: EISDIR)
      default:
        return (path, nil, Int32(try SystemError.check { Int(systemOpen(path, O_WRONLY | O_CLOEXEC, 0)) }))
      }
    } else if errno != ENOENT {
      throw SystemError.last
    }
    let slash = target.lastIndex(of: "/")
    let directory = slash.map { String(target[..<$0]) } ?? ""
    if !directory.isEmpty { try makeDirectories(directory) }
    if target.hasSuffix("/") { throw SystemError(code: EISDIR) }
    for _ in 0..<100 {
      let temporary = (slash.map { String(target[...$0]) } ?? "") + TemporaryFiles.nextName()
      let descriptor = systemOpen(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 {
        TemporaryFiles.remember(temporary)
        return (target, temporary, descriptor)
      }
      if errno != EEXIST { throw SystemError.last }
    }
    throw SystemError(code: EEXIST)
  }

  private static func makeDirectories(_ path: String) throws(SystemError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw SystemError.last
    }
    try makeDirectories(String(path[..<slash]))
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemError.last }
  }

  private static func unwritable(_ path: String, _ error: SystemError) -> Diagnostic {
    Diagnostic(
      "output.unwritable", .error, "cannot write it: \(error.words)", at: Diagnostic.Location(file: path),
      notes: ["what was there before is untouched"])
  }
}

/// The system's `open`, whose name is used here for other things.
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

/// Which file a path leads to.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}
