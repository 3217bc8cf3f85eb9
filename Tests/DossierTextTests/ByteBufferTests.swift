import DossierText
import Testing

@Suite("Bytes being written")
struct ByteBufferTests {
  private func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test("Whole numbers of every length, with their bounds")
  func decimals() {
    var values = [0, 1, -1, 7, -7, .max, .min, .max - 1, .min + 1]
    var power = 1
    while true {
      values += [power - 1, power, power + 1, -power, -power - 1, 1 - power]
      let (next, isOver) = power.multipliedReportingOverflow(by: 10)
      if isOver { break }
      power = next
    }
    for value in values { #expect(written { $0.append(decimal: value) } == String(value)) }
    // 20 bytes: the longest there is, where the room is just enough.
    #expect(written { $0.append(decimal: .min) } == "-9223372036854775808")
    #expect(
      written { for _ in 0..<40 { $0.append(decimal: .min) } } == String(repeating: "\(Int.min)", count: 40))
  }

  @Test("Pieces of every length come out as they went in, whatever room there was")
  func pieces() {
    for capacity in [0, 1, 7, 255, 256, 4096] {
      var buffer = ByteBuffer(reserving: capacity)
      var expected: [UInt8] = []
      for length in 0..<600 {
        let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
        buffer.append(piece)
        buffer.append(UInt8(truncatingIfNeeded: length))
        buffer.append(0x2D, times: length % 5)
        expected += piece + [UInt8(truncatingIfNeeded: length)] + [UInt8](repeating: 0x2D, count: length % 5)
      }
      #expect(buffer.count == expected.count && buffer.bytes == expected, "capacity \(capacity)")
      #expect(buffer.withBytes(from: 1000) { Array($0) } == Array(expected[1000...]))
      #expect(buffer.take() == expected)
      #expect(buffer.count == 0 && buffer.bytes.isEmpty)
    }
  }

  @Test("A buffer that was taken from, or cut back, goes on")
  func reuse() {
    var buffer = ByteBuffer(reserving: 8)
    buffer.append("first" as String)
    #expect(buffer.take() == Array("first".utf8))
    #expect(buffer.take() == [])
    buffer.append("second")
    buffer.truncate(to: 3)
    buffer.truncate(to: 99)
    buffer.truncate(to: 3)
    buffer[0] = UInt8(ascii: "S")
    #expect(buffer.bytes == Array("Sec".utf8))
    buffer.truncate(to: -1)
    buffer.append("" as String)
    buffer.append([UInt8]())
    #expect(buffer.count == 0)
  }

  @Test("A text holds another where its bytes stand in it, as a plain search finds them")
  func search() {
    let texts = [
      "", "a", "aa", "aab", "abcabcabd", "é", "e\u{301}", "l’État", "État", "’", "abd", "abcabd", "b", "bd",
    ]
    for text in texts {
      for part in texts {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        let isThere = (0...bytes.count).contains { bytes[$0...].starts(with: wanted) }
        #expect(text.holds(part) == isThere, "'\(part)' in '\(text)'")
      }
    }
  }
}
