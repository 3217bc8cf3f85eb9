/// The STIX property extension in which a bundle carries what a report knows and STIX has no property for.
///
/// The exporter `stix` writes it and the reader of bundles reads it; `examples/stix/` publishes its schema.
package enum ReportExtension {
  /// The id of its definition, under which it stands in an object's `extensions`.
  package static let identifier = "extension-definition--6a1f8f0e-3c55-4d0b-9a39-5d3c0e8f2b71"
}
