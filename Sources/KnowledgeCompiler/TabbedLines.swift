import DossierText

/// A cell of a tab-separated file with its place.
struct Cell {
  let text: String
  let range: TextRange

  /// The parts between `|`, without white space at their ends; empty ones are left out.
  var parts: [Cell] {
    var result: [Cell] = []
    var start = range.start
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let end = start + UInt32(part.utf8.count)
      let lead = part.utf8.prefix { $0 == 0x20 }.count
      let trimmed = part.trimmingSpaces
      if !trimmed.isEmpty {
        let first = start + UInt32(lead)
        result.append(Cell(text: trimmed, range: TextRange(first, first + UInt32(trimmed.utf8.count))))
      }
      start = end + 1
    }
    return result
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    var bytes = Array(utf8)[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 || bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A line of a tab-separated file.
struct TabbedLine {
  let cells: [Cell]
  let range: TextRange

  /// The cell at a position; an empty one after the last.
  subscript(index: Int) -> Cell {
    index < cells.count ? cells[index] : Cell(text: "", range: TextRange(range.end, range.end))
  }

  /// The lines of a text, without empty ones and those that begin with `#`.
  static func lines(of source: SourceText) -> [TabbedLine] {
    var result: [TabbedLine] = []
    var start = 0
    let bytes = source.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start, bytes[start] != UInt8(ascii: "#"), bytes[start] != 0x0D {
        var cells: [Cell] = []
        var cell = start
        while cell <= end {
          let stop = bytes[cell..<end].firstIndex(of: 0x09) ?? end
          let range = TextRange(cell, stop)
          cells.append(Cell(text: source[range].trimmingSpaces, range: range))
          cell = stop + 1
        }
        result.append(TabbedLine(cells: cells, range: TextRange(start, end)))
      }
      start = end + 1
    }
    return result
  }
}
