import DossierModel

/// Settles the values of metadata by the order of their sources, and keeps what each said.
struct MetadataSources {
  /// What every source said, in the order in which they count.
  private(set) var findings: [MetadataFinding] = []

  /// The first value that is there.
  mutating func settle(_ field: String, _ candidates: [(source: String, value: String?)]) -> String? {
    var settled: String?
    for case (let source, let value?) in candidates where !value.isEmpty {
      findings.append(
        MetadataFinding(field: field, source: source, value: value, isUsed: settled == nil))
      settled = settled ?? value
    }
    return settled
  }

  /// The first list that is not empty.
  mutating func settle(_ field: String, _ candidates: [(source: String, values: [String])]) -> [String] {
    var settled: [String]?
    for (source, values) in candidates where !values.isEmpty {
      findings.append(
        MetadataFinding(
          field: field, source: source, value: values.joined(separator: ", "), isUsed: settled == nil))
      settled = settled ?? values
    }
    return settled ?? []
  }

  /// Notes what sources said of a value that is settled elsewhere: the first that said so is the one used.
  mutating func note(_ field: String, settled: String, _ candidates: [(source: String, value: String?)]) {
    var isUsed = false
    for case (let source, let value?) in candidates where !value.isEmpty {
      findings.append(
        MetadataFinding(field: field, source: source, value: value, isUsed: !isUsed && value == settled))
      isUsed = isUsed || value == settled
    }
  }
}
