/// Tells the lines of pasted text apart: first each by itself, then by where it stands.
struct PastedScoring {
  private(set) var lines: [PastedLine]
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether frequent words can be counted on: the text's language is one that we know.
  private let knowsLanguage: Bool

  init(_ lines: [PastedLine], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.lines = lines
    self.bytes = bytes
    let words = lines.reduce(0) { $0 + $1.features.words }
    let frequent = lines.reduce(0) { $0 + $1.features.frequentWords }
    knowsLanguage = frequent * 8 >= words
  }

  /// Fills in every line's guess.
  ///
  /// - Parameter known: The headline, where it is known: the first line that starts with it.
  mutating func run(title known: String? = nil) {
    for index in lines.indices { lines[index].guess = firstGuess(index) }
    for index in lines.indices.dropLast() where isBareNames(index) { lines[index].guess = .byline }
    let given = known.flatMap { known in
      known.isEmpty ? nil : lines.prefix(20).firstIndex { bytes[$0.range].elementsEqual(known.utf8) }
    }
    if let given { lines[given].guess = .title }
    guard let start = bodyStart else {
      withoutProse()
      return
    }
    let title = given ?? PastedTitle.index(in: lines, body: start, bytes)
    if let title { lines[title].guess = .title }
    let end = bodyEnd(from: start)
    settleHead(title: title, start: start)
    settleMiddle(from: start, to: end)
    settleTail(from: end)
  }

  private func firstGuess(_ index: Int) -> PastedLine.Guess {
    let line = lines[index]
    let features = line.features
    if line.kind == .indicator { return .prose }
    if features.classes.contains(.credit), features.words <= 60 { return .caption }
    if isByline(line) { return .byline }
    if features.classes.intersects(LineClass.furniture) { return .furniture }
    if isPrice(line) { return .furniture }
    return isProse(features) ? .prose : .open
  }

  private func isProse(_ features: LineFeatures) -> Bool {
    guard features.words >= 6, features.separators < 3 else { return false }
    if knowsLanguage, features.frequency < 0.15 { return false }
    return features.endsSentence || features.words >= 25 || (features.endsWithColon && features.words >= 10)
  }

  private func isByline(_ line: PastedLine) -> Bool {
    let features = line.features
    guard features.words <= 24 else { return false }
    let credits = Credits.read(bytes, line.range)
    if credits.isEmpty {
      return features.classes.contains(.translated) && features.words <= 8 && !features.endsSentence
    }
    if credits.translationOf != nil { return true }
    // A sentence that holds a date or begins with "By" is no byline.
    if features.endsSentence, features.words > 8 {
      return features.classes.intersects([.published, .updated])
    }
    if !credits.authors.isEmpty { return features.words <= 16 || features.separators > 0 }
    return features.classes.intersects(LineClass.byline) || features.words <= 8
      || Credits.introduces(bytes, line.range)
  }

  /// Whether a line is nothing but persons' names, with the date of the article right below.
  private func isBareNames(_ index: Int) -> Bool {
    let line = lines[index]
    let below = lines[index + 1]
    guard line.guess == .open, (2...6).contains(line.features.words), below.guess == .byline,
      !below.opensGroup
    else { return false }
    let names = PersonName.names(in: String(decoding: bytes[line.range], as: UTF8.self))
    let named = names.reduce(0) { $0 + $1.utf8.split(separator: 0x20).count }
    // Between two names stands one word; an outlet may stand behind.
    if bytes[line.range].contains(UInt8(ascii: ",")), named >= 2,
      line.features.capitals == line.features.words
    {
      return true
    }
    return !names.isEmpty && named + names.count - 1 >= line.features.words
  }

  /// An amount of money and a span of time in a short line sell something.
  private func isPrice(_ line: PastedLine) -> Bool {
    guard line.features.words <= 25, line.features.digits > 0, !line.features.endsSentence else {
      return false
    }
    let text = String(decoding: bytes[line.range], as: UTF8.self)
    let hasMoney = text.contains("€") || text.contains("$") || text.contains("£")
    let terms = [
      " an,", " mois", "par an", "numéros", "a month", "per month", "/month", "/mois", "a year", "TTC",
    ]
    return hasMoney && terms.contains { text.contains($0) }
  }

  /// The first line of running text: a long sentence, or a short one with more to follow.
  private var bodyStart: Int? {
    let prose = lines.indices.filter { lines[$0].guess == .prose && lines[$0].kind != .indicator }
    return prose.indices.first { place in
      lines[prose[place]].features.words >= 14
        || place + 1 < prose.count && prose[place + 1] <= prose[place] + 3
    }.map { prose[$0] } ?? prose.first ?? lines.indices.first { lines[$0].guess == .prose }
  }

  /// The line after the last one of the article: what follows is cut where furniture begins after which little
  /// running text is left.
  private func bodyEnd(from start: Int) -> Int {
    var proseAfter = [Int](repeating: 0, count: lines.count + 1)
    for index in lines.indices.reversed() {
      let line = lines[index]
      let counts = line.guess == .prose && (line.features.words >= 12 || line.kind == .indicator)
      proseAfter[index] = proseAfter[index + 1] + (counts ? max(12, line.features.words) : 0)
    }
    let total = proseAfter[start]
    let closing: LineClasses = [
      .newsletter, .subscribe, .share, .comments, .copyright, .tags, .donate, .contact, .section, .related,
    ]
    for index in lines.indices where index > start {
      let line = lines[index]
      guard line.guess == .furniture || line.guess == .open, line.features.classes.intersects(closing),
        !isLinkAmongProse(index, closing)
      else { continue }
      // One offer within the text is an interruption; two in a row, or one with nothing but crumbs behind, end it.
      let before = total - proseAfter[index]
      if proseAfter[index] * 6 <= before { return index }
    }
    var last = lines.indices.last { lines[$0].guess == .prose } ?? start
    // A short sentence closes many an article: "The ministry denied it."
    while last + 1 < lines.count, isShortSentence(lines[last + 1]) { last += 1 }
    return last + 1
  }

  /// "READ MORE: Council tax to rise", and a sentence behind it: a link thrown into the text, which goes on.
  private func isLinkAmongProse(_ index: Int, _ closing: LineClasses) -> Bool {
    guard lines[index].features.classes.contains(.related), lines[index].features.words >= 5,
      index + 1 < lines.count
    else { return false }
    let next = lines[index + 1]
    return (next.guess == .prose || isShortSentence(next)) && !next.features.classes.intersects(closing)
  }

  private func isShortSentence(_ line: PastedLine) -> Bool {
    let features = line.features
    return line.guess == .open && features.endsSentence && features.words >= 4 && features.frequentWords > 0
      && features.separators == 0
  }

  private mutating func settleHead(title: Int?, start: Int) {
    // A short sentence that the running text follows at once, such as an interview's first question.
    var above = start - 1
    while above > title ?? start, lines[above].guess == .open, !lines[above + 1].opensGroup,
      lines[above].features.endsSentence, lines[above].features.words >= 3
    {
      lines[above].guess = .prose
      above -= 1
    }
    for index in lines.indices where index < start && lines[index].guess == .open {
      let features = lines[index].features
      if title.map({ index > $0 }) == true, endsWithCredit(lines[index].range) {
        lines[index].guess = .caption
        continue
      }
      let isStandfirst =
        title.map { index > $0 } == true && features.words >= 8 && features.separators < 2
        && (!knowsLanguage || features.frequency >= 0.2)
      lines[index].guess = isStandfirst ? .heading : .furniture
    }
    for index in lines.indices where index < start && lines[index].guess == .prose && index < (title ?? 0) {
      lines[index].guess = .furniture
    }
  }

  /// Whether a line ends with a short name in brackets, as captions credit their picture.
  private func endsWithCredit(_ range: Range<Int>) -> Bool {
    guard bytes[range.upperBound - 1] == UInt8(ascii: ")"),
      let open = range.last(where: { bytes[$0] == UInt8(ascii: "(") })
    else { return false }
    let length = range.upperBound - open
    return length >= 4 && length <= 60 && open > range.lowerBound && bytes[open + 1] & 0xE0 == 0x40
  }

  private mutating func settleMiddle(from start: Int, to end: Int) {
    var groupStart = start
    var index = start
    while index < end {
      var groupEnd = index + 1
      while groupEnd < end, !lines[groupEnd].opensGroup { groupEnd += 1 }
      groupStart = index
      let group = groupStart..<groupEnd
      let furniture = group.filter { lines[$0].guess == .furniture }.count
      let prose = group.filter { lines[$0].guess == .prose && lines[$0].features.words >= 20 }.count
      // What stands above the first such line of the group does not belong to it.
      let first = group.first { lines[$0].guess == .furniture } ?? groupEnd
      for member in group {
        settle(member, inFurniture: member > first && furniture >= prose && group.count > 1, end: end)
      }
      index = groupEnd
    }
  }

  private mutating func settle(_ index: Int, inFurniture: Bool, end: Int) {
    let line = lines[index]
    let previous = index > 0 ? lines[index - 1] : nil
    if line.guess == .prose, inFurniture, line.features.words < 20, line.kind == .plain {
      lines[index].guess = .furniture
      return
    }
    guard line.guess == .open else { return }
    if line.kind == .listItem || line.features.endsWithColon || line.features.endsSentence {
      lines[index].guess = inFurniture ? .furniture : .prose
      return
    }
    // The heading of a list of links has its links below.
    let followsLinks = previous?.guess == .furniture && previous?.features.classes.contains(.related) == true
    let next = index + 1 < end ? lines[index + 1] : nil
    let leadsOn = next.map { $0.guess == .prose || $0.kind != .plain } ?? false
    let isHeading = leadsOn && line.features.words <= 20 && line.features.separators < 2
    lines[index].guess = inFurniture || followsLinks || !isHeading ? .furniture : .heading
  }

  private mutating func settleTail(from end: Int) {
    for index in lines.indices where index >= end {
      if lines[index].guess != .byline { lines[index].guess = .furniture }
    }
  }

  /// A text of short lines only: a list, or a note. All that is not furniture is the text.
  private mutating func withoutProse() {
    var hasTitle = lines.contains { $0.guess == .title }
    for index in lines.indices where lines[index].guess == .open {
      let isTitle = !hasTitle && lines.count > 1 && lines[index].kind == .plain
      lines[index].guess = isTitle ? .title : .prose
      hasTitle = true
    }
  }
}
