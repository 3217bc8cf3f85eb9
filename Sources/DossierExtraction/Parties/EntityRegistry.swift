import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// The entities of a report as they are found: one draft for each party or thing, with all its mentions.
///
/// Entities meet only by knowledge (one catalogue entry) or by the text's own names (a surname, an acronym that it
/// defines); never by guess.
struct EntityRegistry: Sendable {
  /// An entity being put together.
  struct Draft: Sendable {
    var kind: EntityKind
    var name: String
    var names: [String: String] = [:]
    var aliases: [String] = []
    var partOf: Int?
    var role: String?
    /// What a person is, by the lexicon: minister, lawyer.
    var office: RoleWord?
    var identifiers: [Identifier] = []
    /// Places in order, each once.
    fileprivate(set) var mentions: [TextRange] = []
    /// Stable key: a catalogue id, or kind and folded name.
    var key: String
    /// Whether the text gives no name.
    var isUnnamed = false
    /// Whether an unnamed one is told by a nation's adjective: "pro-Russian hackers", "un groupe russophone".
    var isTold = false
    /// Whether it stands for several (allies, hackers).
    var isPlural = false
    /// Grammatical or natural gender, if the text showed it.
    var gender: Gender?
  }

  enum Gender: Sendable { case masculine, feminine }

  private(set) var drafts: [Draft] = []
  private var byKey: [String: Int] = [:]
  private var bySurname: [String: Int] = [:]
  /// By the first word of their names: Chinese and Korean surnames stand there, too. Negative where several have it.
  private var byForename: [String: Int] = [:]
  /// Organisations by the first word of their names; -1 where several begin with it.
  private var byFirstWord: [String: Int] = [:]
  /// Whether a group, an agency or a programme has been named: those who may be "the hackers" of a later sentence.
  private(set) var namesAttackers = false

  subscript(_ entity: Int) -> Draft {
    get { drafts[entity] }
    set {
      drafts[entity] = newValue
      noteKind(of: newValue)
    }
  }

  /// The entity with this key, if there is one.
  func find(_ key: String) -> Int? { byKey[key] }

  /// The person whose surname this is, if exactly such a one was named.
  func person(surname: String) -> Int? { bySurname[TextFolding.fold(surname)] }

  /// The one person whose name of several words begins with this word: "Guan" after "Guan Tianfeng".
  func person(firstWord: String) -> Int? {
    byForename[TextFolding.fold(firstWord)].flatMap { $0 < 0 ? nil : $0 }
  }

  /// Whether these are bodies that speak for themselves, and there is one at least.
  func areBodies(_ entities: [Int]) -> Bool {
    !entities.isEmpty && entities.allSatisfy { drafts[$0].kind.isBody }
  }

  /// Whether these are such bodies that the text gives the names of.
  func areNamedBodies(_ entities: [Int]) -> Bool {
    areBodies(entities) && entities.allSatisfy { !drafts[$0].isUnnamed }
  }

  /// The one company or organisation whose name of several words begins with this word: "MGM" after "MGM Resorts".
  func organisation(firstWord: String) -> Int? {
    byFirstWord[TextFolding.fold(firstWord)].flatMap { $0 < 0 ? nil : $0 }
  }

  /// The entity with the draft's key, made from the draft if there is none.
  mutating func insert(_ draft: Draft) -> Int {
    if let known = byKey[draft.key] { return known }
    let index = drafts.count
    drafts.append(draft)
    byKey[draft.key] = index
    noteKind(of: draft)
    noteName(of: draft, index)
    return index
  }

  /// Gives a name to an entity that had none, unless another already bears it.
  mutating func introduce(_ entity: Int, as draft: Draft) {
    guard drafts[entity].isUnnamed, byKey[draft.key] == nil else { return }
    var named = draft
    named.mentions = drafts[entity].mentions
    named.partOf = draft.partOf ?? drafts[entity].partOf
    named.gender = drafts[entity].gender
    drafts[entity] = named
    byKey[draft.key] = entity
    noteKind(of: named)
    noteName(of: named, entity)
  }

  /// Gives the name of a catalogue entry to an entity that had none.
  mutating func introduce(_ entity: Int, as entry: KnowledgeEntry, from table: KnowledgeTable) {
    guard byKey[entry.id] == nil else { return }
    introduce(entity, as: draft(of: entry, from: table))
  }

  /// Gives an unnamed office, told of in one place only, to another body than the one it was read to belong to.
  mutating func rehome(_ entity: Int, from owner: Int, to body: Int) {
    guard drafts[entity].partOf == owner, drafts[entity].mentions.count <= 1,
      !isSame(body, orPartOf: entity)
    else { return }
    drafts[entity].partOf = body
    drafts[entity].name = drafts[entity].name.replacing(
      drafts[owner].name, with: drafts[body].name, maxReplacements: 1)
    // Another of the owner's offices may be told of later, and is not this one.
    byKey[drafts[entity].key] = nil
    let key = drafts[entity].key + ":" + drafts[body].key
    drafts[entity].key = key
    byKey[key] = entity
  }

  private mutating func noteKind(of draft: Draft) {
    if !draft.isUnnamed, [.group, .agency, .malware].contains(draft.kind) { namesAttackers = true }
  }

  /// Remembers the parts of a name by which texts call its bearer later.
  private mutating func noteName(of draft: Draft, _ index: Int) {
    if draft.kind == .person, !draft.isUnnamed {
      let words = draft.name.split(separator: " ")
      if words.count > 1, let last = words.last { bySurname[TextFolding.fold(String(last))] = index }
      if words.count > 1, let first = words.first {
        let word = TextFolding.fold(String(first))
        byForename[word] = byForename[word] == nil ? index : -1
      }
    }
    if draft.kind == .company || draft.kind == .organisation, !draft.isUnnamed {
      let words = draft.name.split(separator: " ")
      if words.count > 1, let first = words.first, first.count > 2 {
        let word = TextFolding.fold(String(first))
        byFirstWord[word] = byFirstWord[word] == nil ? index : -1
      }
    }
  }

  /// The entity of a catalogue entry, made with the entries it is part of if there is none.
  mutating func insert(_ entry: KnowledgeEntry, from table: KnowledgeTable) -> Int {
    if let known = byKey[entry.id] { return known }
    // A name of one word that the text introduces is short for a longer one that stands before it: "MGM" for "MGM Resorts".
    if entry.id.hasPrefix("organisation:"), let known = organisation(firstWord: entry.name) { return known }
    return insert(draft(of: entry, from: table))
  }

  private mutating func draft(of entry: KnowledgeEntry, from table: KnowledgeTable) -> Draft {
    var draft = Draft(kind: EntityKind(entry.kind), name: entry.name, key: entry.id)
    draft.names = entry.names
    draft.aliases = entry.aliases
    draft.identifiers = entry.identifiers.sorted { $0.key < $1.key }.map {
      Identifier(scheme: $0.key, value: $0.value)
    }
    if let owner = entry.partOf, owner != entry.id, let parent = table.entry(id: owner) {
      draft.partOf = insert(parent, from: table)
    }
    return draft
  }

  /// Gives the entity another key, such as the acronym that the text defines for it.
  mutating func alias(_ key: String, to entity: Int) {
    if byKey[key] == nil { byKey[key] = entity }
  }

  /// Adds a mention; the same place is kept once. Logarithmic where texts are read forwards.
  mutating func mention(_ entity: Int, at range: TextRange) {
    let place = drafts[entity].mentions.partitioningIndex { $0 >= range }
    if place < drafts[entity].mentions.count, drafts[entity].mentions[place] == range { return }
    drafts[entity].mentions.insert(range, at: place)
  }

  /// The state an entity is or belongs to.
  func state(of entity: Int) -> Int? {
    var current: Int? = entity
    for _ in 0..<8 {
      guard let here = current else { return nil }
      if drafts[here].kind == .state { return here }
      current = drafts[here].partOf
    }
    return nil
  }

  /// Whether one entity is the other, or one of its parts.
  func isSame(_ entity: Int, orPartOf whole: Int) -> Bool {
    var current: Int? = entity
    for _ in 0..<8 {
      guard let here = current else { return false }
      if here == whole { return true }
      current = drafts[here].partOf
    }
    return false
  }
}

extension EntityKind {
  /// The report's kind for a catalogue's.
  init(_ kind: NameKind) {
    switch kind {
    case .state: self = .state
    case .agency: self = .agency
    case .organisation: self = .organisation
    case .company: self = .company
    case .person: self = .person
    case .group: self = .group
    case .malware: self = .malware
    case .tool: self = .tool
    case .vulnerability: self = .vulnerability
    case .product: self = .product
    case .sector: self = .sector
    case .place: self = .place
    case .campaign: self = .campaign
    }
  }

  /// Whether such an entity is a body that speaks for itself, the "we" of a text: no person, no attackers.
  var isBody: Bool {
    switch self {
    case .state, .agency, .organisation, .company: true
    default: false
    }
  }

  /// Whether such an entity can speak or be blamed.
  var isParty: Bool {
    switch self {
    case .state, .agency, .organisation, .company, .person, .group: true
    default: false
    }
  }
}
