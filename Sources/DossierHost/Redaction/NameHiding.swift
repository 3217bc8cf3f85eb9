import DossierModel
import DossierPluginKit

/// Hides names in values, and keeps account of what was hidden.
struct NameHiding {
  private(set) var losses: [Loss] = []
  /// Which of the names were there.
  var found: Set<Int> = []
  var parties: HiddenParties
  private var known: Set<Loss> = []
  private static let why = "a name that 'redact' hides stood there"

  init(_ parties: HiddenParties) { self.parties = parties }

  mutating func lose(_ subject: String?, _ what: String) {
    let loss = Loss(subject: subject, what: what, why: Self.why)
    if known.insert(loss).inserted { losses.append(loss) }
  }

  /// A text with bars for names, and which of its code points became bars.
  mutating func bars(
    _ text: String, hiding places: [Range<Int>] = [], cut: Bool = false
  ) -> (text: [Unicode.Scalar], isChanged: Bool) {
    let folded = FoldedWords(text)
    var scalars = folded.scalars
    var ranges = places
    for (range, number) in parties.search.find(in: folded, cut: cut) {
      found.insert(number)
      ranges.append(range)
    }
    for range in ranges {
      for place in range.clamped(to: scalars.indices) { scalars[place] = Redaction.bar }
    }
    return (scalars, !ranges.allSatisfy { $0.clamped(to: scalars.indices).isEmpty })
  }

  mutating func hide(_ text: inout String, _ subject: String?, _ what: String) {
    let (scalars, isChanged) = bars(text)
    guard isChanged else { return }
    text = String(scalars)
    lose(subject, what)
  }

  mutating func hide(_ text: inout String?, _ subject: String?, _ what: String) {
    guard var value = text else { return }
    hide(&value, subject, what)
    text = value
  }

  /// Takes out an address, an id or a path that holds a name: with bars in it, it would be none.
  mutating func drop(_ value: inout String?, _ subject: String?, _ what: String) {
    guard let text = value, let number = parties.search.owner(ofValue: text) else { return }
    found.insert(number)
    value = nil
    lose(subject, what)
  }

  mutating func hide(_ mentions: inout [Mention], _ subject: String, _ what: String) {
    for number in mentions.indices {
      let start = mentions[number].start
      let count = mentions[number].text.unicodeScalars.count
      let places = parties.places(in: mentions[number].source, from: start, count: count)
      let (scalars, isChanged) = bars(mentions[number].text, hiding: places)
      guard isChanged else { continue }
      mentions[number].text = String(scalars)
      lose(subject, what)
    }
  }
}

extension String {
  init(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }
}
