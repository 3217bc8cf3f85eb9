import DossierReading
import DossierText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads whole files and the standard input.
enum FileContents {
  /// The bytes of an input, with its time of modification where it is a file.
  ///
  /// - Throws: A diagnostic `input.…` if it cannot be read or holds more than `maximumBytes`.
  static func read(_ input: InputReference, maximumBytes: Int) throws(Diagnostic) -> Input {
    switch input {
    case .standardInput:
      let (bytes, _) = try read(descriptor: 0, name: input.name, maximumBytes: maximumBytes)
      return Input(name: input.name, bytes: bytes)
    case .file(let path):
      let (bytes, modified) = try read(path: path, maximumBytes: maximumBytes)
      return Input(name: path, bytes: bytes, modified: modified)
    }
  }

  /// The bytes of a file, and when it was last modified, as RFC 3339 UTC.
  static func read(
    path: String, maximumBytes: Int = 64 << 20
  ) throws(Diagnostic) -> (bytes: [UInt8], modified: String?) {
    let descriptor: Int32
    do {
      descriptor = Int32(try SystemError.check { Int(open(path, O_RDONLY | O_CLOEXEC)) })
    } catch {
      throw unreadable(path, error)
    }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path, maximumBytes: maximumBytes)
  }

  private static func read(
    descriptor: Int32, name: String, maximumBytes: Int
  ) throws(Diagnostic) -> (bytes: [UInt8], modified: String?) {
    var status = stat()
    var expected = 0
    var modified: String?
    if fstat(descriptor, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw unreadable(name, SystemError(code: EISDIR)) }
      if kind == S_IFREG {
        expected = Int(status.st_size)
        modified = UTCTime(secondsSince1970: Int(status.st_mtim.tv_sec)).text
      }
    }
    if expected > maximumBytes { throw tooLarge(name, maximumBytes) }
    var bytes: [UInt8] = []
    let chunk = max(1 << 16, expected + 1)
    while true {
      let count: Int
      do {
        count = try append(from: descriptor, to: &bytes, atMost: chunk)
      } catch {
        throw unreadable(name, error)
      }
      if count == 0 { return (bytes, modified) }
      if bytes.count > maximumBytes { throw tooLarge(name, maximumBytes) }
    }
  }

  /// Reads once; 0 at the end.
  private static func append(
    from descriptor: Int32, to bytes: inout [UInt8], atMost chunk: Int
  ) throws(SystemError) -> Int {
    var failure: SystemError?
    let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      do throws(SystemError) {
        let start = buffer.baseAddress
        count = try SystemError.check { systemRead(descriptor, start, chunk) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
    return piece.count
  }

  private static func unreadable(_ name: String, _ error: SystemError) -> Diagnostic {
    Diagnostic(
      "input.unreadable", .error, "cannot read it: \(error.words)", at: Diagnostic.Location(file: name))
  }

  private static func tooLarge(_ name: String, _ maximumBytes: Int) -> Diagnostic {
    Diagnostic(
      "input.too-large", .error, "it holds more than \(maximumBytes >> 20) MiB",
      at: Diagnostic.Location(file: name), help: "split it, or raise the bound with --max-input")
  }
}

/// The system's `read`, whose name `FileContents` uses for itself.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
