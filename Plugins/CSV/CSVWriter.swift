import DossierText

/// Writes cells and rows as RFC 4180 has them: CRLF, and quotation marks where they are needed.
struct CSVWriter {
  var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let joiner: String
  private let isGuarded: Bool
  private var isFirstInRow = true
  private var cellStart = 0
  private var isFirstInCell = true

  init(delimiter: UInt8, joiner: String, isGuarded: Bool, bom: Bool) {
    self.delimiter = delimiter
    self.joiner = joiner
    self.isGuarded = isGuarded
    bytes.reserveCapacity(1 << 16)
    if bom { bytes += [0xEF, 0xBB, 0xBF] }
  }

  /// Writes one cell; `write` appends its values.
  mutating func cell(_ write: (inout CSVWriter) -> Void) {
    if !isFirstInRow { bytes.append(delimiter) }
    isFirstInRow = false
    isFirstInCell = true
    cellStart = bytes.count
    write(&self)
    close()
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirstInRow = true
  }

  // MARK: Values of a cell

  /// Appends a text as the cell's only value.
  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends a text, if there is one.
  mutating func text(_ text: String?) { if let text { bytes.append(contentsOf: text.utf8) } }

  /// Appends a whole number, if there is one.
  mutating func number(_ number: Int?) { if let number { bytes.append(contentsOf: String(number).utf8) } }

  /// Appends one of several values; a joiner, or a backslash, within a value gets a backslash before it.
  mutating func value(_ text: String) {
    if !isFirstInCell { bytes.append(contentsOf: joiner.utf8) }
    isFirstInCell = false
    guard text.utf8.contains(where: { $0 == 0x5C || $0 == joiner.utf8.first }) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      if byte == 0x5C || byte == joiner.utf8.first { bytes.append(0x5C) }
      bytes.append(byte)
    }
  }

  /// Appends several values.
  mutating func values(_ texts: some Sequence<String>) { for text in texts { value(text) } }

  // MARK: Quoting

  /// Guards and quotes what was written since the cell's start.
  private mutating func close() {
    let isFormula = isGuarded && startsFormula()
    var quotes = 0
    var needsQuotes = isFormula
    for index in cellStart..<bytes.count {
      let byte = bytes[index]
      if byte == 0x22 { quotes += 1 }
      if byte == 0x22 || byte == 0x0A || byte == 0x0D || byte == delimiter { needsQuotes = true }
    }
    if cellStart < bytes.count, bytes[cellStart] == 0x20 || bytes[bytes.count - 1] == 0x20 {
      needsQuotes = true
    }
    if !needsQuotes { return }
    let cell = Array(bytes[cellStart...])
    bytes.removeSubrange(cellStart...)
    bytes.reserveCapacity(bytes.count + cell.count + quotes + 3)
    bytes.append(0x22)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in cell {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Whether a spreadsheet would run the cell (OWASP, CSV injection), or it looks like one that was guarded.
  private func startsFormula() -> Bool {
    var index = cellStart
    while index < bytes.count, bytes[index] == UInt8(ascii: "'") { index += 1 }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    // The full-width forms of = + - (U+FF1D, U+FF0B, U+FF0D) and of @ (U+FF20), which some spreadsheets take for them.
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC:
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[index + 2])
    default: return false
    }
  }
}
