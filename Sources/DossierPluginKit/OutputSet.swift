public import DossierText

/// Collects what an exporter writes: bytes of its main file, of further files by name, losses and diagnostics.
///
/// The host drains it after every call, so an exporter that writes as it goes needs memory for one report only.
public struct OutputSet: Sendable {
  /// One file's new bytes.
  public struct File: Sendable {
    /// Relative name; empty for the main file.
    public let name: String
    /// The bytes since the last drain.
    public var bytes: [UInt8]
  }

  /// The files that got bytes since the last drain, in the order first written.
  public private(set) var files: [File] = []
  /// What the format could not hold, since the last drain.
  public private(set) var losses: [Loss] = []
  /// What the exporter has to say, since the last drain.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Nothing yet.
  public init() {}

  /// Appends bytes to the main file, or to the one called `name`: a relative path of plain parts, without `..`.
  public mutating func write(_ bytes: [UInt8], to name: String = "") {
    if let index = files.firstIndex(where: { $0.name == name }) {
      files[index].bytes.append(contentsOf: bytes)
    } else {
      files.append(File(name: name, bytes: bytes))
    }
  }

  /// Appends text to the main file, or to the one called `name`.
  public mutating func write(_ text: String, to name: String = "") {
    write(Array(text.utf8), to: name)
  }

  /// Says what this format could not hold.
  public mutating func report(loss: Loss) { losses.append(loss) }

  /// Says everything that this format could not hold of a report.
  public mutating func report(losses more: [Loss]) {
    if losses.isEmpty { losses = more } else { losses += more }
  }

  /// Says something to the user.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Takes out everything so far.
  public mutating func drain() -> OutputSet {
    let taken = self
    self = OutputSet()
    return taken
  }
}

/// A fact of the report that a format cannot hold.
///
/// A loss names the fact by its keys in the report's JSON form, so that what is lost can be checked: `claims.likelihood`
/// with subject `c16` is claim 16's likelihood; `entities.mentions` without a subject is every entity's mentions;
/// `indicators` is the whole list. A loss is declared only for what the report has.
public struct Loss: Sendable, Hashable {
  /// Id of the part that loses something: a source, entity, event, claim, relation, indicator or technique; nil for
  /// all parts, or for the report itself.
  public let subject: String?
  /// What is lost: keys of the report joined by points, such as `claims.likelihood`; what lies below it is lost too.
  public let what: String
  /// Why, in one line.
  public let why: String

  /// A loss.
  public init(subject: String?, what: String, why: String) {
    self.subject = subject
    self.what = what
    self.why = why
  }
}

/// What an exporter may know beside the report.
public struct ExportContext: Sendable, Hashable {
  /// BCP 47 tag of the language for generated words: `en` or `fr`.
  public let language: String
  /// Goes into every generated id, so that two organisations can keep theirs apart.
  public let idSeed: String
  /// Version of the program, for formats that name it.
  public let toolVersion: String
  /// Whether addresses are written so that nobody follows them by accident, in formats whose manifest says `defangs`.
  public let defangs: Bool

  /// A context.
  public init(language: String = "en", idSeed: String = "", toolVersion: String, defangs: Bool = true) {
    self.language = language
    self.defangs = defangs
    self.idSeed = idSeed
    self.toolVersion = toolVersion
  }
}
