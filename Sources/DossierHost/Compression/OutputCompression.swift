import DossierReading
import DossierText

/// How an output's files are compressed.
public enum OutputCompression: String, Sendable, CaseIterable {
  case none, gzip, zstd

  /// What a file's name ends in.
  var suffix: String {
    switch self {
    case .none: ""
    case .gzip: ".gz"
    case .zstd: ".zst"
    }
  }

  /// A name with the ending, unless it has it already.
  func named(_ path: String) -> String { path.hasSuffix(suffix) ? path : path + suffix }

  /// Begins one file; nil where nothing is compressed.
  func start() throws(Diagnostic) -> (any Compressor)? {
    switch self {
    case .none: nil
    case .gzip: GzipWriter()
    case .zstd: try CompressionProgram(try Self.program("zstd", at: nil), arguments: ["-qc"])
    }
  }

  /// Whether what it needs is there.
  ///
  /// - Throws: A diagnostic `output.missing-program`.
  func check(at location: Diagnostic.Location?) throws(Diagnostic) {
    if self == .zstd { _ = try Self.program("zstd", at: location) }
  }

  private static func program(_ name: String, at location: Diagnostic.Location?) throws(Diagnostic) -> String
  {
    for directory in (ProcessEnvironment["PATH"] ?? "").split(separator: ":") where directory.hasPrefix("/") {
      let path = "\(directory)/\(name)"
      if ProgramSearch.fault(ofProgramAt: path) == nil { return path }
    }
    throw Diagnostic(
      "output.missing-program", .error,
      "the program '\(name)' is needed to compress this output and is not installed", at: location,
      help: "install \(name), or choose gzip, which needs no program")
  }
}

/// Compresses one file as its bytes come.
protocol Compressor {
  /// Takes bytes; returns what is compressed so far.
  mutating func add(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8]
  /// Ends the file; returns what is left.
  mutating func finish() throws(Diagnostic) -> [UInt8]
}

/// Writes gzip (RFC 1952), one member without a name and a time, so that equal bytes give equal files.
struct GzipWriter: Compressor {
  private var deflate = Deflate()
  private var check = CyclicRedundancy()
  private var length: UInt32 = 0
  private var hasBegun = false

  mutating func add(_ bytes: [UInt8]) -> [UInt8] {
    check.add(bytes)
    length &+= UInt32(truncatingIfNeeded: bytes.count)
    return head() + deflate.add(bytes)
  }

  mutating func finish() -> [UInt8] {
    head() + deflate.finish() + Self.littleEndian(check.value) + Self.littleEndian(length)
  }

  private mutating func head() -> [UInt8] {
    defer { hasBegun = true }
    return hasBegun ? [] : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

/// Lets a program of the system compress, which takes bytes on its standard input and gives them on its output.
struct CompressionProgram: Compressor {
  private let run: ProgramRun
  private let gathered = GatheredBytes()

  init(_ program: String, arguments: [String]) throws(Diagnostic) {
    let gathered = gathered
    // It gives less than it takes: nothing bounds it but its input.
    run = try ProgramRun(
      program: program, arguments: arguments, limits: ProgramLimits(timeoutSeconds: 60, outputBytes: .max),
      answers: .bytes
    ) { gathered.bytes += $0 }
  }

  mutating func add(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
    try run.send(bytes)
    return gathered.take()
  }

  mutating func finish() throws(Diagnostic) -> [UInt8] {
    try run.finish()
    return gathered.take()
  }

  private final class GatheredBytes {
    var bytes: [UInt8] = []

    func take() -> [UInt8] {
      defer { bytes = [] }
      return bytes
    }
  }
}
