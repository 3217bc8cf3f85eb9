import DossierSyntax
import FoundationEssentials

/// A syntactic word of a treebank and where it stands in its sentence's text.
struct GoldWord {
  /// First byte in the text, and the one after the last. Words of one contraction (`du`) share a range.
  var start: Int
  var end: Int
  var tag: PartOfSpeech
  var morphology: Morphology
  /// Index of the head; -1 for the root.
  var head: Int
  var relation: DependencyRelation
}

/// A sentence of a treebank.
struct GoldSentence {
  var text: [UInt8]
  var words: [GoldWord]
}

/// Why a treebank could not be read.
struct TreebankError: Error, CustomStringConvertible {
  var path: String
  var line: Int
  var reason: String
  var description: String { "\(path):\(line): \(reason)" }
}

/// Reads CoNLL-U (https://universaldependencies.org/format.html).
enum Treebank {
  /// The sentences of several files, in their order.
  static func sentences(files paths: [String]) throws -> [GoldSentence] {
    try paths.flatMap { try sentences(String(contentsOfFile: $0, encoding: .utf8), path: $0) }
  }

  /// The sentences of a file, in its order.
  static func sentences(_ content: String, path: String) throws -> [GoldSentence] {
    var sentences: [GoldSentence] = []
    var text = ""
    var rows: [[Substring]] = []
    var number = 0
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.hasPrefix("# text = ") {
        text = String(line.dropFirst(9))
      } else if line.hasPrefix("#") {
        continue
      } else if line.isEmpty {
        if !rows.isEmpty {
          guard let sentence = sentence(text: text, rows: rows) else {
            throw TreebankError(
              path: path, line: number, reason: "the sentence before does not match its text")
          }
          sentences.append(sentence)
        }
        rows = []
      } else {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 10 else {
          throw TreebankError(path: path, line: number, reason: "\(columns.count) columns instead of 10")
        }
        rows.append(columns)
      }
    }
    return sentences
  }

  /// Puts the rows of a sentence together; nil if a form is not in the text.
  private static func sentence(text: String, rows: [[Substring]]) -> GoldSentence? {
    let bytes = Array(text.utf8)
    var words: [GoldWord] = []
    var cursor = 0
    var shared: (last: Int, start: Int, end: Int, forms: [Substring])?
    for (index, row) in rows.enumerated() {
      if row[0].contains(".") { continue }
      if let dash = row[0].firstIndex(of: "-"), let first = Int(row[0][..<dash]),
        let last = Int(row[0][row[0].index(after: dash)...])
      {
        guard let range = locate(row[1], in: bytes, from: cursor) else { return nil }
        cursor = range.upperBound
        let parts = rows[(index + 1)...].prefix(last - first + 1).map { $0[1] }
        if parts.joined() == row[1] {
          cursor = range.lowerBound
        } else {
          shared = (last, range.lowerBound, range.upperBound, parts)
        }
        continue
      }
      guard let id = Int(row[0]), let head = Int(row[6]) else { return nil }
      let range: Range<Int>
      if let held = shared, id <= held.last {
        range = held.start..<held.end
      } else {
        guard let found = locate(row[1], in: bytes, from: cursor) else { return nil }
        range = found
        cursor = found.upperBound
      }
      words.append(
        GoldWord(
          start: range.lowerBound, end: range.upperBound, tag: Labels.tag(row[3]),
          morphology: Labels.morphology(row[5]), head: head - 1, relation: Labels.relation(row[7])))
    }
    return GoldSentence(text: bytes, words: words)
  }

  /// Where a form stands, past white space; a space in the form stands for any white space.
  private static func locate(_ form: Substring, in text: [UInt8], from cursor: Int) -> Range<Int>? {
    let start = skipSpace(text, cursor)
    var index = start
    for byte in form.utf8 {
      if byte == 0x20 {
        index = skipSpace(text, index)
        continue
      }
      guard index < text.count, text[index] == byte else { return nil }
      index += 1
    }
    return start..<index
  }

  /// The first byte from `cursor` on that is no space, tab or no-break space.
  private static func skipSpace(_ text: [UInt8], _ cursor: Int) -> Int {
    var index = cursor
    while index < text.count {
      if text[index] == 0x20 || text[index] == 0x09 {
        index += 1
      } else if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    return index
  }
}
