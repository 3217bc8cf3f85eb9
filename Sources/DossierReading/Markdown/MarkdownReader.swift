import DossierModel
import DossierText

/// Reads Markdown (CommonMark with tables) and its front matter, to plain text.
struct MarkdownReader: FormatReader {
  static let format = InputFormat.markdown

  static func recognises(_ preview: Preview) -> Bool {
    let bytes = Array(preview.text.utf8)
    if FrontMatter.range(of: bytes) != nil { return true }
    var signs = 0
    var rest = bytes[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      signs += Self.signs(in: line)
    }
    return signs >= 3
  }

  /// How much a line looks like Markdown: a heading counts twice; a fence, a quotation, a link or strong words once.
  private static func signs(in line: ArraySlice<UInt8>) -> Int {
    var signs = 0
    let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(hashes), line.dropFirst(hashes).first == 0x20 { signs += 2 }
    if line.starts(with: "```".utf8) || line.starts(with: "> ".utf8) { signs += 1 }
    for index in line.indices {
      let isStrong = line[index] == UInt8(ascii: "*") && line[(index + 1)...].first == UInt8(ascii: "*")
      if isStrong || line[index] == UInt8(ascii: "]") && line[index...].starts(with: "](http".utf8) {
        return signs + 1
      }
    }
    return signs
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let text = try source.text()
    var lines = text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    if lines.first?.unicodeScalars.first == "\u{FEFF}" { lines[0].unicodeScalars.removeFirst() }
    let metadata = FrontMatter.take(from: &lines, of: text)
    var parser = MarkdownParser()
    parser.parse(lines)
    return ReadResult(documents: [document(parser, metadata, source: source, name: text.name)])
  }

  private static func document(
    _ parser: MarkdownParser, _ known: DocumentMetadata, source: ReaderSource, name: String
  ) -> Document {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    var metadata = known
    // The first heading is the headline, unless the front matter has another.
    let headline = parser.blocks.first { $0.kind == .heading }?.text
    if metadata.title.isEmpty { metadata.title = headline ?? "" }
    func add(_ text: String, _ kind: Block.Kind, _ role: Block.Role, level: Int) {
      if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      blocks.append(Block(range: TextRange(start, bytes.count), kind: kind, role: role, level: level))
    }
    if !metadata.title.isEmpty { add(metadata.title, .heading, .title, level: 1) }
    for block in parser.blocks where block.text != metadata.title || block.kind != .heading {
      add(block.text, block.kind, block.kind == .caption ? .caption : .body, level: block.level)
    }
    mark(&blocks, bytes, &metadata)
    var document = source.document(SourceText(name: name, bytes: bytes), mediaType: "text/markdown")
    document.blocks = blocks
    document.metadata = metadata
    document.settleLanguage(declared: metadata.language)
    document.noteUnknownLanguage()
    return document
  }

  /// Bylines and furniture are told as in pasted text.
  private static func mark(_ blocks: inout [Block], _ bytes: [UInt8], _ metadata: inout DocumentMetadata) {
    bytes.withUnsafeBufferPointer { bytes in
      var scratch: [UInt32] = []
      var credits = Credits()
      for index in blocks.indices where blocks[index].role == .body {
        let range = blocks[index].range.indices
        let features = LineFeatures(bytes, range, scratch: &scratch)
        let found = features.words <= 24 && !features.endsSentence ? Credits.read(bytes, range) : Credits()
        if blocks[index].kind == .paragraph, !found.isEmpty {
          blocks[index].role = .byline
          credits.merge(found)
        } else if features.classes.intersects(LineClass.furniture), blocks[index].kind != .code {
          blocks[index].role = .boilerplate
        }
      }
      if metadata.authors.isEmpty { metadata.authors = credits.authors }
      metadata.published = metadata.published ?? credits.published
      metadata.translationOf = metadata.translationOf ?? credits.translationOf
      metadata.agencies += credits.agencies
    }
  }
}
