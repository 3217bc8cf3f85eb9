import DossierText

/// One step of a YAML text, as libyaml reports it.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias(String)
    case scalar(YAMLScalar)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  let kind: Kind
  /// Where it stands, in bytes.
  let range: TextRange
  /// The anchor that names it.
  var anchor: String?
  /// Its tag, if one is written.
  var tag: String?
}

/// A scalar before its type is known.
struct YAMLScalar {
  let text: String
  /// Whether it stands without quotation marks and is not a block scalar, so that its type follows from its form.
  let isPlain: Bool
}
