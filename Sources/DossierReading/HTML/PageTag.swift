/// The elements that reading a page tells apart.
enum PageTag: UInt8, CaseIterable {
  // Not elements.
  case text, other
  // The page.
  case html, head, body, title, meta, link, base, script
  // Parts of a page.
  case article, main, section, div, header, footer, nav, aside, center, details, dialog
  // Running text.
  case p, h1, h2, h3, h4, h5, h6, blockquote, pre, address, hgroup
  // Lists and tables.
  case ul, ol, li, dl, dt, dd, menu, table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
  // Pictures.
  case figure, figcaption, img, picture
  // Within text.
  case a, span, b, strong, i, em, u, s, small, sub, sup, font, q, cite, code, kbd, samp, abbr, time, mark, br,
    hr, wbr,
    summary, label, big, tt, ins, del, ruby, rt, rp
  // Forms and what is not text.
  case form, fieldset, legend, input, button, select, option, textarea, optgroup, iframe, object, embed,
    video, audio,
    canvas, noscript, style, svg, template, map, frameset, noframes

  /// Whether the element is set apart from the text around it.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .main, .section, .div, .header, .footer, .nav, .aside, .center, .details,
      .dialog, .p,
      .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .address, .hgroup, .ul, .ol, .li, .dl, .dt, .dd, .menu,
      .table,
      .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .figure, .figcaption, .form, .fieldset, .legend, .hr,
      .summary,
      .option:
      true
    default: false
    }
  }

  /// Whether the element's content is no text of the page.
  var isSkipped: Bool {
    switch self {
    case .script, .style, .svg, .template, .noscript, .iframe, .object, .embed, .video, .audio, .canvas,
      .select,
      .option, .textarea, .button, .input, .head, .map, .frameset, .rt, .rp, .dialog:
      true
    default: false
    }
  }

  private static let names = allCases.map { "\($0)" }
  /// The element's name, in small letters.
  var name: String { Self.names[Int(rawValue)] }

  /// Level of a heading; 0 for anything else.
  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  /// Whether an end tag may be missing, so that open tags do not mean depth.
  var endsByItself: Bool {
    switch self {
    case .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .option: true
    default: false
    }
  }

  /// Whether the element has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .meta, .link, .base, .img, .br, .hr, .wbr, .input, .col, .embed: true
    default: false
    }
  }
}

/// Names of elements by hash.
struct TagNames: Sendable {
  /// The names of `PageTag`.
  static let embedded = TagNames()

  private let tags: [UInt64: PageTag]

  private init() {
    var tags: [UInt64: PageTag] = [:]
    for tag in PageTag.allCases where tag != .text && tag != .other {
      var name = "\(tag)"
      name.withUTF8 { tags[Self.key($0)] = tag }
    }
    self.tags = tags
  }

  /// The element of this name, in any case.
  func tag(_ name: UnsafeBufferPointer<UInt8>) -> PageTag {
    name.count > 12 ? .other : tags[Self.key(name)] ?? .other
  }

  private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { key = (key ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
    return key
  }
}
