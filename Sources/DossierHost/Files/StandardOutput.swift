public import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard output, for data only. A reader that closes it early ends the run without an error.
public struct StandardOutput {
  /// Whether nothing more can be written.
  public private(set) var isClosed = false
  /// Why, unless the reader just went away.
  public private(set) var failure: Diagnostic?

  /// The standard output of the process.
  public init() {}

  /// Whether people read it as it is written.
  public static var isTerminal: Bool { isatty(1) == 1 }

  /// Writes all of `bytes`; returns false when nothing more can be written.
  @discardableResult
  public mutating func write(_ bytes: [UInt8]) -> Bool {
    guard !isClosed else { return false }
    do throws(SystemError) {
      try DescriptorWriting.write(bytes, to: 1)
      return true
    } catch {
      isClosed = true
      if !error.isBrokenPipe {
        failure = Diagnostic(
          "output.unwritable", .error, "cannot write it: \(error.words)",
          at: Diagnostic.Location(file: "<stdout>"))
      }
      return false
    }
  }
}

/// The standard error, for messages only.
public enum StandardError {
  /// Whether people read it as it is written.
  public static var isTerminal: Bool { isatty(2) == 1 }

  /// Writes text; what cannot be written is lost, as there is nowhere to say so.
  public static func write(_ text: String) {
    do throws(SystemError) { try DescriptorWriting.write(Array(text.utf8), to: 2) } catch {}
  }
}

/// Writes whole runs of bytes to open files.
enum DescriptorWriting {
  /// Writes all of `bytes`.
  ///
  /// - Throws: The reason, if some were not written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      written += try SystemError.check {
        bytes.withUnsafeBytes {
          systemWrite(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
        }
      }
    }
  }
}

/// The system's `write`, whose name is used here for other things.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
