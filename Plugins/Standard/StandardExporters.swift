public import DossierPluginKit
import GraphExporter
import HTMLExporter
import JSONExporter
import MarkdownExporter
import STIXExporter
import YAMLExporter

/// The exporters that come with the program.
public enum StandardExporters {
  /// All of them, in alphabetical order.
  public static let all: [any Exporter.Type] = [
    GraphExporter.self,
    HTMLExporter.self,
    JSONExporter.self,
    MarkdownExporter.self,
    STIXExporter.self,
    YAMLExporter.self,
  ]
}
