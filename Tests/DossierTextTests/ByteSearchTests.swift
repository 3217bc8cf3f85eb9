import DossierText
import Testing

@Suite("Search for bytes")
struct ByteSearchTests {
  @Test("A byte is found at every place of texts of every length, and none that is not there")
  func everyPlace() {
    let sought: [UInt8] = [0x22, 0x0A, 0x0D, 0xFF]
    for length in 0...40 {
      // Neighbours of what is sought: a carry from one byte to the next would take them for it.
      var bytes = (0..<length).map { [0x21, 0x23, 0x0B, 0x0C, 0x80, 0xFE][$0 % 6] as UInt8 }
      #expect(!holds(bytes))
      for place in 0..<length {
        for byte in sought {
          let before = bytes[place]
          bytes[place] = byte
          #expect(holds(bytes), "\(byte) at \(place) of \(length)")
          bytes[place] = before
        }
      }
    }
  }

  @Test("Of two bytes either is found")
  func two() {
    let text = Array("a|b".utf8)
    text.withUnsafeBufferPointer {
      #expect($0.holds(anyOf: 0x5C, 0x7C))
      #expect($0.holds(anyOf: 0x7C, 0x5C))
      #expect(!$0.holds(anyOf: 0x5C, 0x7D))
    }
  }

  private func holds(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { $0.holds(anyOf: 0x22, 0x0A, 0x0D, 0xFF) }
  }
}
