import CLibYAML
import DossierText

/// Reads events from libyaml. Its places count code points; the reader turns them into bytes.
final class YAMLEventReader {
  private let source: SourceText
  private let offsets: CodePointIndex
  /// Bytes of a byte order mark, which libyaml does not get to see.
  private let markLength: Int
  /// The text in memory that does not move while libyaml reads it.
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool

  init(source: SourceText) {
    self.source = source
    markLength = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    offsets = CodePointIndex(markLength == 0 ? source.bytes : Array(source.bytes.dropFirst(markLength)))
    input = .allocate(capacity: source.bytes.count)
    _ = input.initialize(from: source.bytes)
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    if isReady {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(
        parser, input.baseAddress?.advanced(by: markLength), input.count - markLength)
    }
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    input.deallocate()
  }

  /// The next event.
  ///
  /// - Throws: A diagnostic for what libyaml does not understand.
  func next() throws(Diagnostic) -> YAMLEvent {
    guard isReady else { throw Diagnostic("yaml.memory", .error, "no memory to read YAML") }
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else {
      let problem = YAMLProblem(
        parser.pointee, source: source, place: { self.byte($0) }, byteOffset: { $0 + self.markLength })
      throw problem.diagnostic
    }
    defer { yaml_event_delete(&raw) }
    let range = TextRange(byte(raw.start_mark), byte(raw.end_mark))
    switch raw.type {
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, range: range)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, range: range)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(Self.text(raw.data.alias.anchor) ?? ""), range: range)
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let value = YAMLScalar(
        text: String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      return YAMLEvent(
        kind: .scalar(value), range: range, anchor: Self.text(scalar.anchor), tag: Self.text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = raw.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, range: range, anchor: Self.text(start.anchor), tag: Self.text(start.tag))
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, range: range)
    case YAML_MAPPING_START_EVENT:
      let start = raw.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, range: range, anchor: Self.text(start.anchor), tag: Self.text(start.tag))
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, range: range)
    default: return YAMLEvent(kind: .streamEnd, range: range)
    }
  }

  private func byte(_ mark: yaml_mark_t) -> Int {
    Int(offsets.byte(atCodePoint: UInt32(clamping: mark.index))) + markLength
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
