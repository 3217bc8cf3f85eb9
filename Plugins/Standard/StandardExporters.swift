public import DossierPluginKit
import CSVExporter
import GraphExporter
import HTMLExporter
import JSONExporter
import MISPExporter
import MarkdownExporter
import NavigatorExporter
import STIXExporter
import YAMLExporter

/// The exporters that come with the program.
public enum StandardExporters {
  /// All of them, in alphabetical order.
  public static let all: [any Exporter.Type] = [
    CSVExporter.self,
    GraphExporter.self,
    HTMLExporter.self,
    JSONExporter.self,
    MarkdownExporter.self,
    MISPExporter.self,
    NavigatorExporter.self,
    STIXExporter.self,
    YAMLExporter.self,
  ]
}
