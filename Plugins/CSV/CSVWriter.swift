import DossierText

/// Writes cells and rows as RFC 4180 has them: CRLF, and quotation marks where they are needed.
struct CSVWriter {
  private var bytes: ByteBuffer
  private let delimiter: UInt8
  private let joiner: [UInt8]
  /// The bytes that get a backslash within one of several values: the first of the joiner, and the backslash.
  private let joinerStart: UInt8
  private let isGuarded: Bool
  private var isFirstInRow = true
  private var cellStart = 0
  private var isFirstInCell = true

  init(delimiter: UInt8, joiner: String, isGuarded: Bool, bom: Bool) {
    self.delimiter = delimiter
    self.joiner = Array(joiner.utf8)
    joinerStart = joiner.utf8.first ?? 0x5C
    self.isGuarded = isGuarded
    bytes = ByteBuffer(reserving: 1 << 12)
    if bom { bytes.append("\u{FEFF}") }
  }

  /// Writes one cell; `write` appends its values.
  mutating func cell(_ write: (inout CSVWriter) -> Void) {
    beginCell()
    write(&self)
    endCell()
  }

  /// Starts a cell; what is appended until its end are its values.
  mutating func beginCell() {
    if !isFirstInRow { bytes.append(delimiter) }
    isFirstInRow = false
    isFirstInCell = true
    cellStart = bytes.count
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append("\r\n")
    isFirstInRow = true
  }

  /// Takes out what has been written.
  mutating func take() -> [UInt8] { bytes.take() }

  // MARK: Values of a cell

  /// Appends a text as the cell's only value.
  mutating func text(_ text: String) { bytes.append(text) }

  /// Appends a text, if there is one.
  mutating func text(_ text: String?) { if let text { bytes.append(text) } }

  /// Appends a whole number, if there is one.
  mutating func number(_ number: Int?) { if let number { bytes.append(decimal: number) } }

  /// Appends one of several values; a joiner, or a backslash, within a value gets a backslash before it.
  mutating func value(_ text: String) {
    if !isFirstInCell { bytes.append(joiner) }
    isFirstInCell = false
    text.withUTF8Bytes { text in
      guard text.holds(anyOf: 0x5C, joinerStart) else { return bytes.append(text) }
      bytes.append(room: 2 * text.count) { place in
        var count = 0
        for byte in text {
          if byte == 0x5C || byte == joinerStart {
            place[count] = 0x5C
            count += 1
          }
          place[count] = byte
          count += 1
        }
        return count
      }
    }
  }

  /// Appends several values.
  mutating func values(_ texts: [String]) { for text in texts { value(text) } }

  /// Appends the values that parts of a list have.
  mutating func values<Part>(_ parts: [Part], _ text: (Part) -> String) {
    for index in parts.indices { value(text(parts[index])) }
  }

  /// Appends a place in a source as one of several values: `s1:75-80`, in code points.
  mutating func place(_ source: String, _ start: Int, _ end: Int) {
    // What is written here may need the backslash too where the joiner starts with such a sign.
    guard joinerStart > 0x3A || joinerStart < 0x2D else { return value("\(source):\(start)-\(end)") }
    value(source)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: start)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(decimal: end)
  }

  // MARK: Quoting

  /// Ends a cell: guards and quotes what was written since its start.
  mutating func endCell() {
    if bytes.count == cellStart { return }
    let isFormula = isGuarded && startsFormula()
    guard isFormula || bytes.withBytes(from: cellStart, needsQuotes) else { return }
    let quotes = bytes.withBytes(from: cellStart) { $0.reduce(0) { $0 + ($1 == 0x22 ? 1 : 0) } }
    quote(quotes: quotes, front: isFormula ? 2 : 1)
    if isFormula { bytes[cellStart + 1] = UInt8(ascii: "'") }
  }

  /// Whether a cell has a quotation mark, a line break or a delimiter, or a space at either end.
  private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.first == 0x20 || cell.last == 0x20 || cell.holds(anyOf: 0x22, 0x0A, 0x0D, delimiter)
  }

  /// Puts the cell in quotation marks, of which it holds so many itself, and leaves room after the first one.
  private mutating func quote(quotes: Int, front: Int) {
    // Backwards, so that each byte finds its place free.
    var from = bytes.count
    bytes.append(0, times: quotes + front + 1)
    var place = bytes.count - 1
    bytes[place] = 0x22
    while from > cellStart {
      from -= 1
      place -= 1
      let byte = bytes[from]
      bytes[place] = byte
      if byte == 0x22 {
        place -= 1
        bytes[place] = 0x22
      }
    }
    bytes[cellStart] = 0x22
  }

  /// Whether a spreadsheet would run the cell (OWASP, CSV injection), or it looks like one that was guarded.
  @inline(__always)
  private func startsFormula() -> Bool {
    // Nearly all cells start with a letter or a digit and end here.
    let first = bytes[cellStart]
    if first >= 0x30 && first < 0x3A || first > 0x40 && first < 0x7F { return false }
    return bytes.withBytes(from: cellStart) { Self.isFormula($0.drop { $0 == UInt8(ascii: "'") }) }
  }

  private static func isFormula(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch cell.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    // The full-width forms of = + - (U+FF1D, U+FF0B, U+FF0D) and of @ (U+FF20), which some spreadsheets take for them.
    case 0xEF:
      cell.dropFirst().first == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(cell.dropFirst(2).first)
    default: false
    }
  }
}
