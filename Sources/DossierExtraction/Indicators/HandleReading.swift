import DossierText

extension PieceReader {
  /// Takes an account's name (`@salt_lamp`) where Telegram is named in the three words before it or the two after it.
  mutating func readHandle() {
    guard let at = piece.bytes.firstIndex(of: UInt8(ascii: "@")), !isAlphanumeric(at - 1), !taken[at] else {
      return
    }
    var end = at + 1
    while end < piece.bytes.count, isHandleByte(end), !taken[end] { end += 1 }
    guard (6...33).contains(end - at), piece.bytes[at + 1] >= 0x41, byte(end) != UInt8(ascii: "@"),
      byte(end) != UInt8(ascii: ".") || !isAlphanumeric(end + 1), !isAlphanumeric(end)
    else { return }
    guard wordsBefore(piece.places[at]).contains("telegram") || isFollowedByTelegram() else { return }
    add(.telegram, Array(piece.bytes[at..<end]), at..<end)
  }

  private func isHandleByte(_ index: Int) -> Bool {
    byte(index) < 0x80 && (isAlphanumeric(index) || byte(index) == UInt8(ascii: "_"))
  }

  /// Whether one of the two words after the piece on its line is Telegram.
  private func isFollowedByTelegram() -> Bool {
    var end = piece.end
    while end < text.count, end - piece.end < 24, text[end] != 0x0A { end += 1 }
    let words = text[min(piece.end, end)..<end].split { !Refanging.isPlain($0) }.prefix(2)
    return words.contains { $0.map(HostNames.lowered).elementsEqual("telegram".utf8) }
  }
}
