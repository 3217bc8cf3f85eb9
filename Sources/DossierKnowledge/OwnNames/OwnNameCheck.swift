import DossierText

/// Checks users' names against each other and against a table.
package struct OwnNameCheck {
  /// More mistakes than these are not said one by one.
  package static let mostMistakes = 50
  /// The longest form, in bytes.
  static let longestForm = 400
  /// The most forms of all lists together: what a table of a few hundred megabytes holds.
  static let mostForms = 500_000

  private struct Form {
    var written: WrittenForm
    var usage: NameUsage
  }

  private struct Entry {
    var value: KnowledgeEntry
    var forms: [Form]
    var name: OwnNames.Text
    var partOf: OwnNames.Text?
    var list: Int
  }

  private struct Place {
    /// The entry; -1 for a stop-name.
    var entry: Int
    var text: OwnNames.Text
    var list: Int
  }

  private let base: KnowledgeTable
  private var sources: [SourceText] = []
  private var entries: [Entry] = []
  private var stops: [WrittenForm] = []
  private var forms: [[UInt8]: Place] = [:]
  private var byID: [String: Int] = [:]
  private var formCount = 0
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var work = 0

  init(over base: KnowledgeTable) { self.base = base }

  private var isFull: Bool { diagnostics.count > Self.mostMistakes }

  private mutating func say(
    _ id: String, _ summary: String, _ text: OwnNames.Text, _ list: Int, notes: [String] = [],
    help: String? = nil, severity: Diagnostic.Severity = .error
  ) {
    guard !isFull else { return }
    if diagnostics.count == Self.mostMistakes {
      diagnostics.append(
        Diagnostic(
          "names.too-many-mistakes", .error, "there are more mistakes than the \(Self.mostMistakes) above",
          at: Diagnostic.Location(file: sources[list].name), help: "correct these and check again"))
      return
    }
    diagnostics.append(
      Diagnostic(
        "names.\(id)", severity, summary, at: Diagnostic.Location(text.range, in: sources[list]),
        notes: notes, help: help))
  }

  // MARK: Names

  /// Takes the names of a list.
  mutating func add(_ list: OwnNames) {
    let number = sources.count
    sources.append(list.source)
    for name in list.names {
      guard !isFull, hasRoom(for: 1 + name.aliases.count, at: name.name, number) else { return }
      add(name, number)
    }
    for stop in list.stops {
      guard !isFull, hasRoom(for: 1, at: stop, number) else { return }
      let written = WrittenForm(stop.value, usage: .name, rule: .anyCase)
      if claim(written, stop, for: -1, number) { stops.append(written) }
    }
  }

  private mutating func hasRoom(for count: Int, at text: OwnNames.Text, _ list: Int) -> Bool {
    formCount += count
    guard formCount > Self.mostForms else { return true }
    say(
      "too-many", "there are more than \(Self.mostForms) names and aliases", text, list,
      help: "keep the names that your texts can hold")
    return false
  }

  private mutating func add(_ name: OwnNames.Name, _ list: Int) {
    let first = WrittenForm(name.name.value, usage: .name)
    guard claim(first, name.name, for: entries.count, list) else { return }
    var forms = [Form(written: first, usage: .name)]
    for alias in name.aliases {
      let written = WrittenForm(alias.value, usage: name.kind.aliasUsage)
      if claim(written, alias, for: entries.count, list) {
        forms.append(Form(written: written, usage: name.kind.aliasUsage))
      }
    }
    var value: KnowledgeEntry
    if let known = knownEntry(first.text, name.kind), byID[known.id] == nil {
      value = known
    } else {
      let key = (try? FormWords(first.text)).map { first.rule == .exact ? $0.written : $0.folded } ?? []
      value = KnowledgeEntry(
        id: "own.\(name.kind.word).\(String(decoding: key, as: UTF8.self))", kind: name.kind, name: first.text
      )
    }
    value.aliases += forms.dropFirst().map(\.written.text)
    byID[value.id] = entries.count
    entries.append(Entry(value: value, forms: forms, name: name.name, partOf: name.partOf, list: list))
  }

  /// Whether a form is good and nobody else's; it is the entry's from now on.
  private mutating func claim(
    _ written: WrittenForm, _ text: OwnNames.Text, for entry: Int, _ list: Int
  ) -> Bool {
    guard text.value.utf8.count <= Self.longestForm else {
      say("bad-form", "the form is longer than \(Self.longestForm) bytes", text, list)
      return false
    }
    let words: FormWords
    do throws(TableBuilder.FormProblem) {
      words = try FormWords(written.text)
    } catch {
      let why = error.explanation.prefix(1).lowercased() + error.explanation.dropFirst()
      say("bad-form", "\(why): '\(written.text)'", text, list)
      return false
    }
    guard words.gapBefore < 0, !words.followsHyphen else {
      say(
        "bad-form", "a name has no gap (*) and does not begin with a hyphen: '\(written.text)'", text, list)
      return false
    }
    work += words.bytes.count
    let key = written.rule == .exact ? words.written : words.folded
    if let first = forms[key] {
      // Only so many are said, so finding the first one's line, which is linear, stays bounded.
      if !isFull {
        let line = sources[first.list].position(at: first.text.range.start).line
        let other = "\(sources[first.list].name):\(line)"
        if first.entry == entry {
          say(
            "duplicate", "'\(written.text)' stands twice", text, list, notes: ["the first is at \(other)"],
            help: "delete one", severity: .warning)
        } else {
          say(
            "conflict",
            entry < 0 || first.entry < 0
              ? "'\(written.text)' cannot be a name and a stop-name"
              : "'\(written.text)' already names another thing",
            text, list, notes: ["the other is at \(other)"],
            help: "a form names one thing: delete one, or join the two with 'aliases'")
        }
      }
      return false
    }
    forms[key] = Place(entry: entry, text: text, list: list)
    return true
  }

  /// The one entry of the table's that a name as a whole names as a thing of this kind.
  private func knownEntry(_ name: String, _ kind: NameKind?) -> KnowledgeEntry? {
    let bytes = Array(name.utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    var found: UInt32?
    for match in base.matches(in: bytes, tokens: tokens).names
    where match.first == 0 && Int(match.end) == tokens.count
      && (kind == nil || base.kind(of: match.entry) == kind)
      && match.usage != .metonym && match.usage != .demonym
    {
      guard found == nil || found == match.entry else { return nil }
      found = match.entry
    }
    return found.flatMap { base.entry($0) }
  }

  // MARK: Owners

  /// Finds what each entry is part of, and refuses circles.
  mutating func resolveOwners() {
    for index in entries.indices {
      guard !isFull, let owner = entries[index].partOf else { continue }
      let written = WrittenForm(owner.value, usage: .name)
      let words = try? FormWords(written.text)
      let place = words.flatMap { forms[$0.written] ?? forms[$0.folded] }
      if let place, place.entry >= 0, place.entry < entries.count {
        entries[index].value.partOf = entries[place.entry].value.id
      } else if let known = knownEntry(written.text, nil) {
        entries[index].value.partOf = known.id
      } else {
        say(
          "unknown-owner", "nothing is called '\(written.text)'", owner, entries[index].list,
          help: "add it to the names, or write its name as the catalogues have it")
        entries[index].value.partOf = nil
      }
    }
    refuseCircles()
  }

  private mutating func refuseCircles() {
    // 0: not seen; n: seen on the way from entry n - 1; Int.max: leads to an end.
    var state = [Int](repeating: 0, count: entries.count)
    for start in entries.indices where state[start] == 0 {
      var way: [Int] = []
      var next: Int? = start
      while let here = next, state[here] == 0 {
        work += 1
        state[here] = start + 1
        way.append(here)
        next = ownOwner(of: here)
      }
      if let here = next, state[here] == start + 1 {
        let circle = way[(way.firstIndex(of: here) ?? 0)...].map { entries[$0].value.name }
        let entry = entries[here]
        say(
          "circle", "'\(entry.value.name)' is part of itself", entry.partOf ?? entry.name, entry.list,
          notes: [(circle.prefix(8) + [entry.value.name]).joined(separator: " is part of ")],
          help: "take one 'part_of' away")
        entries[here].value.partOf = nil
      }
      for passed in way { state[passed] = .max }
    }
  }

  /// The entry of the user's that an entry leads to first, over entries of the table.
  private func ownOwner(of index: Int) -> Int? {
    var owner = entries[index].value.partOf
    for _ in 0..<16 {
      guard let id = owner else { return nil }
      if let own = byID[id] { return own }
      owner = base.entry(id: id)?.partOf
    }
    return nil
  }

  // MARK: The table

  /// Gives all that is right to a table.
  func give(to builder: inout TableBuilder) {
    for entry in entries {
      let number = builder.add(entry.value)
      for form in entry.forms {
        // Each form was cut into words before, so none is refused here.
        try? builder.add(
          name: form.written.text, of: number, usage: form.usage, rule: form.written.rule,
          flags: form.written.flags)
      }
    }
    guard !stops.isEmpty else { return }
    let nothing = builder.add(KnowledgeEntry(id: "own.nothing", kind: .place, name: ""))
    for stop in stops {
      try? builder.add(
        name: stop.text, of: nothing, usage: .name, rule: stop.rule, flags: [.stopped])
    }
  }
}
