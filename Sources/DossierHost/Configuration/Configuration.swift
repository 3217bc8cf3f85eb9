public import DossierExtraction
public import DossierKnowledge
public import DossierModel
public import DossierText

/// What a run does: the content of `dossier.yaml`, checked in form. Whether exporters and files exist is checked when
/// a run is planned.
public struct Configuration: Sendable {
  /// Version of the configuration's form.
  public var version = 1
  /// What is read.
  public var inputs: [Located<String>] = []
  /// What reports say of themselves.
  public var report = ReportSection()
  /// Which claims are taken.
  public var extraction = ExtractionSection()
  /// How much is read.
  public var limits = LimitsSection()
  /// What is written.
  public var outputs: [OutputSection] = []
  /// External programs.
  public var plugins = PluginsSection()
  /// The directory that relative paths start from, with a slash at its end; empty for the working directory.
  public var directory = ""

  /// Nothing named; every value at its default.
  public init() {}

  /// The directory that a path starts from: the configuration's for one written there, the working directory for one
  /// given by a flag.
  func base(of path: Located<String>) -> String {
    path.value.hasPrefix("/") || path.value == "-" || path.location == nil ? "" : directory
  }

  /// A path as the system takes it.
  func resolved(_ path: Located<String>) -> String { base(of: path) + path.value }
}

/// The section `report`.
public struct ReportSection: Sendable {
  /// Who makes the report.
  public var producer = ProducerSection()
  /// Handling restriction.
  public var tlp = TLP.clear
  /// Whether each article has a report of its own.
  public var articles = ArticleGrouping.separate
  /// Language of generated words.
  public var language = WordLanguage.en
  /// The report's time as RFC 3339 UTC.
  public var created: String?
  /// Goes into every generated id.
  public var idSeed: String?
}

/// How articles become reports.
public enum ArticleGrouping: String, Sendable, CaseIterable {
  /// One report an article.
  case separate
  /// One report about all articles of a run.
  case merged
}

/// The languages that words of our own are written in.
public enum WordLanguage: String, Sendable, CaseIterable {
  case en, fr
}

/// The section `report.producer`.
public struct ProducerSection: Sendable {
  /// Its name.
  public var name: String?
  /// What it is.
  public var kind = IdentityClass.organization
}

/// What a producer is (STIX 2.1, §10.7, identity-class-ov).
public enum IdentityClass: String, Sendable, CaseIterable {
  case individual, group, system, organization, `class`, unknown
}

/// The section `extraction`.
public struct ExtractionSection: Sendable {
  /// Which claims are taken.
  public var scope = ExtractionScope.threat
  /// Users' own names, as written.
  var names = OwnNamesSection()
  /// The names and lexemes that texts are read with: the built-in ones and the users' own.
  public var table = KnowledgeTable.embedded
}

/// The section `limits`.
public struct LimitsSection: Sendable {
  /// Inputs that hold more, packed or unpacked, are refused.
  public var inputMegabytes = 64
  /// Claims and names are read only so far in an article.
  public var articleMegabytes = 4

  /// What `input_megabytes` may be: places in a text are numbers of 32 bits.
  public static let inputRange = 1...2048

  /// The bound of inputs in bytes.
  public var inputBytes: Int { inputMegabytes << 20 }
}

/// One of `outputs`.
public struct OutputSection: Sendable {
  /// Name of the exporter.
  public var exporter: Located<String>?
  /// Path or pattern of a path.
  public var to: Located<String>?
  /// The program that exports, where it is not found by its name.
  public var command: Located<String>?
  /// The exporter's options, not looked at yet.
  public var options: OptionsNode?
  /// Reports marked above it are left out; nil for none.
  public var tlpCeiling: TLP?
  /// Names of parties that are hidden.
  public var redact: [Located<String>] = []
  /// Language of generated words; nil for the report's.
  public var language: WordLanguage?
  /// Whether addresses are defanged; nil for what the format does by itself.
  public var defang: Located<Bool>?
  /// How files are compressed; nil for not at all.
  public var compression: Located<OutputCompression>?
  /// Options that flags give, each in place of the configuration's.
  var overrides: [OptionFlag] = []

  /// An output; what is not given is absent.
  public init(exporter: Located<String>? = nil, to: Located<String>? = nil, options: OptionsNode? = nil) {
    self.exporter = exporter
    self.to = to
    self.options = options
  }
}

/// Options as written, with the text they stand in.
public struct OptionsNode: Sendable {
  /// The mapping.
  public var node: DataNode
  /// The text.
  public var source: SourceText

  /// Options as written.
  public init(node: DataNode, source: SourceText) {
    self.node = node
    self.source = source
  }
}

/// The section `plugins`.
public struct PluginsSection: Sendable {
  /// Directories with programs `dossier-export-NAME`.
  public var search: [Located<String>] = []
  /// A program that shows no progress for so long has failed.
  public var timeoutSeconds = 30
  /// A program that writes more has failed.
  public var maximumOutputMegabytes = 256
  /// Environment variables that programs may see.
  public var environment: [Located<String>] = []
}
