#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process was started with.
public enum ProcessEnvironment {
  /// The value of an environment variable.
  public static subscript(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// `SOURCE_DATE_EPOCH` as RFC 3339 UTC, if it is set to a number of seconds.
  public static var sourceDate: String? {
    self["SOURCE_DATE_EPOCH"].flatMap { Int($0) }.map { UTCTime(secondsSince1970: $0).text }
  }

  /// Number of processors that can be used; at least 1.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Makes writing to a closed pipe an error of the write instead of the end of the process.
  public static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}
