import DossierModel
import DossierText
import Foundation
import Testing

/// The writer looks for what needs an escape eight bytes at once: whatever needs one is tried at each place of such a
/// word and across its end.
@Suite("Escapes in JSON")
struct JSONWriterEscapeTests {
  /// A character and how it is written.
  private static let escapes: [(text: String, written: String)] =
    (0..<0x20).map { code in
      let text = String(UnicodeScalar(UInt8(code)))
      let short = [0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"]
      return (text, short[code] ?? "\\u00" + (code < 16 ? "0" : "") + String(code, radix: 16))
    } + [
      ("\"", "\\\""), ("\\", "\\\\"), ("\u{7F}", "\\u007f"), ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029"),
      // Neighbours of those above, which stand as they are.
      ("\u{20}", "\u{20}"), ("!", "!"), ("#", "#"), ("[", "["), ("]", "]"), ("~", "~"), ("\u{80}", "\u{80}"),
      ("\u{2027}", "\u{2027}"), ("\u{202A}", "\u{202A}"), ("\u{2128}", "\u{2128}"), ("’", "’"), ("é", "é"),
      ("\u{10FFFF}", "\u{10FFFF}"),
    ]

  private func json(_ text: String) -> String {
    var writer = JSONWriter(indent: 0)
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("At every place of a word, before and after text of every length")
  func places() {
    for (text, written) in Self.escapes {
      for before in 0..<18 {
        for after in [0, 1, 5, 7, 8, 9, 16] {
          let (head, tail) = (String(repeating: "a", count: before), String(repeating: "z", count: after))
          #expect(
            json(head + text + tail) == "\"\(head)\(written)\(tail)\"", "\(before) before, \(after) after")
        }
      }
    }
  }

  @Test("Two in one text, however far apart")
  func pairs() {
    for (first, firstWritten) in Self.escapes {
      for (second, secondWritten) in Self.escapes {
        for between in [0, 1, 6, 7, 8, 9] {
          let middle = String(repeating: "é", count: between / 2) + String(repeating: "b", count: between % 2)
          #expect(json(first + middle + second) == "\"\(firstWritten)\(middle)\(secondWritten)\"")
        }
      }
    }
  }

  @Test("Another reader of JSON reads the text back")
  func readBack() throws {
    for (first, _) in Self.escapes {
      let text = "…\(first)seven77\(first)\(first)8"
      let read = try JSONSerialization.jsonObject(with: Data(json(text).utf8), options: .fragmentsAllowed)
      #expect(read as? String == text)
    }
  }
}
