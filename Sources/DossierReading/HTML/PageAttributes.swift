/// Goes through the attributes of a start tag (HTML, section 13.2.5.33 and following).
struct PageAttributes {
  private let page: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var name = 0..<0
  private var valueRange = 0..<0
  private var seen: UInt32 = 0
  /// Whether the tag ends with `/>`.
  private(set) var isSelfClosing = false

  /// Starts behind the tag's name.
  init(_ page: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.page = page
    position = start
  }

  /// The offset behind the tag; known when `next` has given false.
  var end: Int { position }

  /// The value of the current attribute, without quotation marks.
  var value: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: page[valueRange]) }

  /// The offset behind a tag whose attributes are of no interest.
  static func skip(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var attributes = PageAttributes(page, from: start)
    while attributes.next() {}
    return attributes.end
  }

  /// Goes to the next attribute; false at the end of the tag.
  mutating func next() -> Bool {
    isSelfClosing = false
    while position < page.count, page[position] <= 0x20 || page[position] == UInt8(ascii: "/") {
      isSelfClosing = page[position] == UInt8(ascii: "/")
      position += 1
    }
    guard position < page.count else { return false }
    if page[position] == UInt8(ascii: ">") {
      position += 1
      return false
    }
    let nameStart = position
    position += 1
    while position < page.count, !isEndOfName(page[position]) { position += 1 }
    name = nameStart..<position
    valueRange = position..<position
    var ahead = position
    while ahead < page.count, page[ahead] <= 0x20 { ahead += 1 }
    guard ahead < page.count, page[ahead] == UInt8(ascii: "=") else { return true }
    position = ahead + 1
    while position < page.count, page[position] <= 0x20 { position += 1 }
    guard position < page.count else { return true }
    readValue()
    return true
  }

  private mutating func readValue() {
    let quote = page[position]
    var start = position
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start += 1
      position = start
      while position < page.count, page[position] != quote { position += 1 }
      valueRange = start..<position
      position = min(position + 1, page.count)
    } else {
      while position < page.count, page[position] > 0x20, page[position] != UInt8(ascii: ">") {
        position += 1
      }
      valueRange = start..<position
    }
  }

  private func isEndOfName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// Whether the current attribute is used of such an element; each counts once in a tag.
  mutating func isWanted(by tag: PageTag) -> Bool {
    guard let attribute = PageAttribute.named(page, name) else { return false }
    let bit = UInt32(1) << UInt32(attribute.rawValue)
    guard seen & bit == 0 else { return false }
    seen |= bit
    switch attribute {
    case .href: return tag == .link
    case .style: return hidesElement
    case .name, .httpEquiv: return tag == .meta
    default: return true
    }
  }

  /// Whether a `style` hides its element.
  private var hidesElement: Bool {
    var index = valueRange.lowerBound
    while index < valueRange.upperBound {
      if PageScan.matches("display", page, at: index) {
        var next = index + 7
        while next < valueRange.upperBound, page[next] <= 0x20 || page[next] == UInt8(ascii: ":") {
          next += 1
        }
        return PageScan.matches("none", page, at: next)
      }
      index += 1
    }
    return false
  }

  /// Writes the attribute with its value in quotation marks, at most 4,096 bytes of it.
  func copy(to bytes: inout [UInt8]) {
    bytes.append(0x20)
    bytes.append(contentsOf: page[name])
    guard !valueRange.isEmpty else { return }
    var end = min(valueRange.upperBound, valueRange.lowerBound + 4096)
    while end < valueRange.upperBound, end > valueRange.lowerBound, page[end] & 0xC0 == 0x80 { end -= 1 }
    let value = page[valueRange.lowerBound..<end]
    let quote = value.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    bytes.append(UInt8(ascii: "="))
    bytes.append(quote)
    for byte in value where byte != quote { bytes.append(byte == 0 ? 0x20 : byte) }
    bytes.append(quote)
  }
}

/// The attributes that reading uses.
enum PageAttribute: Int, CaseIterable {
  case `class`, id, role, itemprop, itemtype, itemscope, name, content, property, href, rel, lang, xmlLang,
    datetime,
    hidden, ariaHidden, style, httpEquiv

  private var spelling: StaticString {
    switch self {
    case .class: "class"
    case .id: "id"
    case .role: "role"
    case .itemprop: "itemprop"
    case .itemtype: "itemtype"
    case .itemscope: "itemscope"
    case .name: "name"
    case .content: "content"
    case .property: "property"
    case .href: "href"
    case .rel: "rel"
    case .lang: "lang"
    case .xmlLang: "xml:lang"
    case .datetime: "datetime"
    case .hidden: "hidden"
    case .ariaHidden: "aria-hidden"
    case .style: "style"
    case .httpEquiv: "http-equiv"
    }
  }

  private static let ofLength = (0...11).map { length in
    allCases.filter { $0.spelling.utf8CodeUnitCount == length }
  }

  /// The attribute whose name stands in `range`, in any case.
  static func named(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> PageAttribute? {
    guard range.count >= 2, range.count <= 11 else { return nil }
    for attribute in ofLength[range.count]
    where PageScan.matches(attribute.spelling, page, at: range.lowerBound) {
      return attribute
    }
    return nil
  }
}
