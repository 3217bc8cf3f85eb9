public import DossierPluginKit
public import DossierText

/// An exporter as lists and documentation show it.
public struct ExporterDescription: Sendable {
  /// Name, summary, media type, file name, stability and what the format can carry.
  public let manifest: ExporterManifest
  /// Its options.
  public let options: [OptionDescription]
  /// Path of the program that exports; nil for an exporter that is part of the program.
  public let program: String?

  /// A description.
  public init(manifest: ExporterManifest, options: [OptionDescription], program: String? = nil) {
    self.manifest = manifest
    self.options = options
    self.program = program
  }

  /// The description of an exporter that is part of the program.
  public init(_ exporter: any Exporter.Type) {
    self.init(manifest: exporter.manifest, options: exporter.optionDescriptions)
  }

  /// Writes it as a tree.
  public func write(to sink: inout some TreeSink) {
    sink.beginObject()
    sink.key("name")
    sink.string(manifest.name)
    sink.key("summary")
    sink.string(manifest.summary)
    sink.key("media_type")
    sink.string(manifest.mediaType)
    sink.key("file_name")
    sink.string(manifest.fileName)
    sink.key("stability")
    sink.string(manifest.stability.rawValue)
    sink.key("carries")
    sink.strings(ExporterManifest.Part.allCases.filter { manifest.carries.contains($0) }.map(\.rawValue))
    sink.key("program")
    sink.string(program)
    sink.key("options")
    sink.beginArray()
    for option in options { write(option, to: &sink) }
    sink.endArray()
    sink.key("output_keys")
    sink.beginArray()
    for key in OutputKeys.descriptions(for: manifest) { write(key, to: &sink) }
    sink.endArray()
    sink.endObject()
  }

  private func write(_ option: OptionDescription, to sink: inout some TreeSink) {
    sink.beginObject()
    sink.key("name")
    sink.string(option.name)
    sink.key("type")
    switch option.type {
    case .bool: sink.string("bool")
    case .integer(let range):
      sink.string("integer")
      sink.key("minimum")
      sink.integer(range.lowerBound)
      sink.key("maximum")
      sink.integer(range.upperBound)
    case .text: sink.string("text")
    case .choice(let names):
      sink.string("choice")
      sink.key("choices")
      sink.strings(names)
    case .list(let names):
      sink.string("list")
      if let names {
        sink.key("choices")
        sink.strings(names)
      }
    }
    sink.key("default")
    sink.string(option.initial)
    sink.key("help")
    sink.string(option.help)
    sink.key("example")
    sink.string(option.example)
    sink.endObject()
  }
}
