/// Guesses which outlet pasted text comes from: from its rights line, its invitations and the page's first line.
enum PastedPublisher {
  /// How many lines at either end are looked at.
  private static let reach = 80

  /// The outlet, as the page itself spells it; nil if nothing names one.
  static func guess(
    in lines: [PastedLine], title: Int?, credits: Credits, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    var votes: [(name: String, weight: Int)] = []
    func vote(_ name: String?, _ weight: Int) {
      guard let name, (2...50).contains(name.count), name.split(separator: " ").count <= 6 else { return }
      votes.append((name, weight))
    }
    // Outlets are named at the head and the foot of a page.
    let lines = lines.count <= 2 * reach ? lines : Array(lines.prefix(reach) + lines.suffix(reach))
    let title = title.flatMap { $0 < lines.count ? $0 : nil }
    func text(_ line: PastedLine) -> String { String(decoding: start(of: line, bytes), as: UTF8.self) }
    for line in lines where line.guess == .furniture || line.guess == .open {
      let words = text(line)
      vote(rightsHolder(words), 3)
      vote(invited(words), 2)
    }
    if let title {
      for index in lines.indices.prefix(min(title, 3)) {
        let line = lines[index]
        let isName = line.features.words <= 6 && line.features.separators == 0 && !line.features.endsSentence
        guard isName, line.features.classes.isEmpty else { continue }
        let name = text(line)
        if name.first?.isUppercase == true { vote(name, 1) }
      }
    }
    if let origin = credits.translationOf { vote(Self.withoutEdition(origin), 1) }
    // A name counts as often as lines outside the body repeat it.
    var best: (name: String, score: Int)?
    for (name, weight) in votes {
      // "Ward & Ledger Media" speaks for "Ward & Ledger".
      var score = weight + votes.filter { $0.name.hasPrefix(name) }.reduce(0) { $0 + $1.weight }
      let bytesOfName = Array(name.utf8)
      for line in lines where line.guess != .prose {
        if holds(start(of: line, bytes), more: bytesOfName) { score += 1 }
      }
      if score > best?.score ?? 2 || (score == best?.score && name.count < (best?.name.count ?? 0)) {
        best = (name, score)
      }
    }
    return best?.name
  }

  /// As much of a line as is looked at.
  private static func start(of line: PastedLine, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Slice<UnsafeBufferPointer<UInt8>>
  {
    bytes[line.range].prefix(400)
  }

  /// Whether a line has a name and something besides.
  private static func holds(_ line: Slice<UnsafeBufferPointer<UInt8>>, more name: [UInt8]) -> Bool {
    guard line.count > name.count, let first = name.first else { return false }
    let last = line.endIndex - name.count
    return (line.startIndex...last).contains { line[$0] == first && line[$0...].starts(with: name) }
  }

  /// `© 2024 Ward & Ledger Media. Privacy` names its holder.
  private static func rightsHolder(_ text: String) -> String? {
    guard let mark = text.unicodeScalars.firstIndex(of: "©") else { return nil }
    let rest = text[text.index(after: mark)...].drop {
      $0.isWhitespace || $0.isNumber || $0 == "-" || $0 == "–"
    }
    let name = rest.prefix { !".,|–—-•·()0123456789".contains($0) }
    return trimmed(name)
  }

  /// "Likez Forbes sur Facebook", "Follow Wired on X", "Newsletter quotidienne Forbes" name the outlet.
  private static func invited(_ text: String) -> String? {
    let verbs: Set<String> = ["likez", "suivez", "rejoignez", "retrouvez", "follow", "like", "join"]
    let ends: Set<String> = ["sur", "on", "dans", "via"]
    let words = text.utf8.split { $0 <= 0x20 }.map(Substring.init)
    if let verb = words.firstIndex(where: { $0.utf8.count < 12 && verbs.contains($0.lowercased()) }),
      let end = words[(verb + 1)...].firstIndex(where: { ends.contains($0.lowercased()) }), end > verb + 1,
      end - verb <= 5,
      words[(verb + 1)..<end].contains(where: { $0.first?.isUppercase == true })
    {
      return trimmed(Substring(words[(verb + 1)..<end].joined(separator: " ")))
    }
    if let letter = words.count <= 6 ? words.firstIndex(where: { $0.lowercased() == "newsletter" }) : nil,
      letter + 1 < words.count
    {
      let name = words[(letter + 1)...].drop { $0.first?.isUppercase != true }
      return name.isEmpty ? nil : trimmed(Substring(name.joined(separator: " ")))
    }
    return nil
  }

  /// "Forbes US" is an edition of Forbes.
  private static func withoutEdition(_ name: String) -> String {
    let editions: Set<Substring> = ["US", "UK", "USA", "France", "International", "English"]
    let words = name.split(separator: " ")
    return words.count > 1 && editions.contains(words[words.count - 1])
      ? words.dropLast().joined(separator: " ") : name
  }

  private static func trimmed(_ text: Substring) -> String? {
    let name = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    return name.isEmpty ? nil : String(name)
  }
}
