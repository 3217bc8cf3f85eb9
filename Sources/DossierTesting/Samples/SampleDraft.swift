import DossierModel
import DossierText

/// A source's text under construction, from which places are taken by their words.
struct SampleDraft {
  let id: String
  let text: String
  private let scalars: [Unicode.Scalar]

  init(_ id: String, _ text: String) {
    self.id = id
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  /// The source, with the text's length and hash.
  func source(
    _ title: String, language: String, publisher: String? = nil, authors: [String] = [],
    published: String? = nil,
    url: String? = nil, translationOf: String? = nil, mediaType: String = "text/plain",
    reliability: String? = nil
  ) -> Source {
    Source(
      id: id, title: title, publisher: publisher, authors: authors, published: published, language: language,
      url: url, translationOf: translationOf, mediaType: mediaType, sha256: SHA256.hex(of: Array(text.utf8)),
      length: scalars.count, reliability: reliability)
  }

  /// The text, as the validator takes it.
  var sourceText: SourceText { SourceText(name: id, text) }

  /// Where `words` stand, from code point `start` on; an empty span where they do not, which no validator accepts.
  func span(_ words: String, from start: Int = 0) -> Span {
    let wanted = Array(words.unicodeScalars)
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return Span(0, 0) }
    var index = start
    while index <= scalars.count - wanted.count {
      if scalars[index] == wanted[0], scalars[index..<(index + wanted.count)].elementsEqual(wanted) {
        return Span(index, index + wanted.count)
      }
      index += 1
    }
    return Span(0, 0)
  }

  /// A mention of `words`.
  func mention(_ words: String, from start: Int = 0) -> Mention {
    let place = span(words, from: start)
    return Mention(source: id, start: place.start, end: place.end, text: words)
  }

  /// Evidence of `words`, with its parts found inside.
  func evidence(
    _ words: String, speaker: [String] = [], cue: [String] = [], content: [String] = [], xpath: String? = nil
  ) -> Evidence {
    let place = span(words)
    let inside = { (words: String) in span(words, from: place.start) }
    return Evidence(
      source: id, start: place.start, end: place.end, exact: words,
      prefix: around(place.start - 16, place.start),
      suffix: around(place.end, place.end + 16), xpath: xpath, speaker: speaker.map(inside),
      cue: cue.map(inside),
      content: content.map(inside))
  }

  private func around(_ start: Int, _ end: Int) -> String {
    let range = max(0, start)..<max(0, min(scalars.count, end))
    return String(String.UnicodeScalarView(scalars[range]))
  }
}
