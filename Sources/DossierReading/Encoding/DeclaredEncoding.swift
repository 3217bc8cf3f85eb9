/// The encoding that a page declares within itself.
enum DeclaredEncoding {
  /// The label in the first 2,048 bytes: of a `meta` element or an XML declaration.
  static func find(in bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
      let head = UnsafeBufferPointer(rebasing: buffer.prefix(2048))
      for pattern in ["charset", "encoding"] as [StaticString] {
        var position = PageScan.find(pattern, head, from: 0)
        while position < head.count {
          while position < head.count, [0x20, 0x3D, 0x22, 0x27].contains(head[position]) { position += 1 }
          var end = position
          while end < head.count, PageScan.isNameByte(head[end]) { end += 1 }
          if end > position + 2 { return String(decoding: head[position..<end], as: UTF8.self) }
          position = PageScan.find(pattern, head, from: end)
        }
      }
      return nil
    }
  }
}
