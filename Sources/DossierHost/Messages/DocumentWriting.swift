public import DossierModel
public import DossierText

extension Document {
  /// Writes the article as it was read: what is known about it, its own words (`text`), and the blocks of the whole.
  ///
  /// Places count code points of the plain text, as evidence does.
  ///
  /// - Parameter explained: Also writes what each source within the input said of the metadata.
  public func write(to sink: inout some TreeSink, explained: Bool = false) {
    sink.beginObject()
    sink.key("title")
    sink.string(metadata.title)
    sink.key("text")
    sink.string(bodyText)
    sink.key("language")
    sink.string(metadata.language)
    sink.key("authors")
    sink.strings(metadata.authors)
    sink.key("publisher")
    sink.string(metadata.publisher)
    sink.key("published")
    sink.string(metadata.published)
    sink.key("modified")
    sink.string(metadata.modified)
    sink.key("url")
    sink.string(metadata.url)
    sink.key("section")
    sink.string(metadata.section)
    sink.key("translation_of")
    sink.string(metadata.translationOf)
    sink.key("agencies")
    sink.strings(metadata.agencies)
    if explained {
      sink.key("metadata_sources")
      sink.beginArray()
      for finding in metadataFindings { write(finding, to: &sink) }
      sink.endArray()
    }
    sink.key("media_type")
    sink.string(mediaType)
    sink.key("sha256")
    sink.string(sha256)
    let places = CodePointIndex(text.bytes)
    sink.key("length")
    sink.integer(Int(places.count))
    sink.key("blocks")
    sink.beginArray()
    for block in blocks { write(block, places: places, to: &sink) }
    sink.endArray()
    sink.endObject()
  }

  private func write(_ finding: MetadataFinding, to sink: inout some TreeSink) {
    sink.beginObject()
    sink.key("field")
    sink.string(finding.field)
    sink.key("source")
    sink.string(finding.source)
    sink.key("value")
    sink.string(finding.value)
    sink.key("used")
    sink.bool(finding.isUsed)
    sink.endObject()
  }

  private func write(_ block: Block, places: CodePointIndex, to sink: inout some TreeSink) {
    sink.beginObject()
    sink.key("role")
    sink.string(block.role.rawValue)
    sink.key("kind")
    sink.string(block.kind.rawValue)
    if block.level > 0 {
      sink.key("level")
      sink.integer(block.level)
    }
    sink.key("start")
    sink.integer(Int(places.codePoint(atByte: block.range.start)))
    sink.key("end")
    sink.integer(Int(places.codePoint(atByte: block.range.end)))
    if let language = block.language {
      sink.key("language")
      sink.string(language)
    }
    if let xpath = block.xpath {
      sink.key("xpath")
      sink.string(xpath)
    }
    sink.key("text")
    sink.string(text[block.range])
    sink.endObject()
  }
}
