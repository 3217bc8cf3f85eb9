#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a call to the system failed.
struct SystemError: Error, Hashable {
  /// The value of `errno`.
  let code: Int32

  /// The reason of the call that failed just now.
  static var last: SystemError { SystemError(code: errno) }

  /// The reason in words, as the system gives them.
  var words: String {
    switch code {
    case ENOENT: "no such file or directory"
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "no space left on the device"
    case EDQUOT: "the disk quota is used up"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of the path is not a directory"
    case EROFS: "the file system is read-only"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "input or output error"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }

  var isBrokenPipe: Bool { code == EPIPE }

  /// Calls until it is not interrupted by a signal.
  ///
  /// - Throws: The reason, where the result is negative.
  @discardableResult
  static func check(_ call: () -> Int) throws(SystemError) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError.last }
    }
  }
}
