import DossierModel

/// What happened according to the claims, what was said and what was published, in the order of time.
package struct Timeline: Sendable {
  /// What an entry is about.
  package enum Subject: Sendable, Hashable {
    /// The event of this number is said to have happened.
    case event(Int)
    /// The claim of this number was made.
    case claim(Int)
    /// The source of this number was published.
    case publication(Int)
  }

  /// A time and what it is of.
  package struct Entry: Sendable {
    /// When, in the briefing's language.
    package let when: String
    /// The source's words for the time; empty where a date says it all.
    package let words: String
    /// What it is of.
    package let subject: Subject
    fileprivate let key: String
  }

  /// The entries; those without a date come last.
  package let entries: [Entry]

  /// The timeline of a report.
  package init(_ index: ReportIndex) {
    var entries: [Entry] = []
    let report = index.report
    let words = index.words
    func add(_ time: TimeInterval, _ subject: Subject) {
      entries.append(
        Entry(
          when: words.interval(time) ?? "", words: time.words, subject: subject,
          key: time.earliest ?? time.latest ?? "~"))
    }
    for number in report.events.indices {
      if let time = report.events[number].time { add(time, .event(number)) }
    }
    for number in report.claims.indices {
      if let time = report.claims[number].time { add(time, .claim(number)) }
    }
    for number in report.sources.indices {
      guard let published = report.sources[number].published, let when = words.date(published) else {
        continue
      }
      entries.append(Entry(when: when, words: "", subject: .publication(number), key: published))
    }
    self.entries = entries.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element)
  }
}
