import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What the text has been talking about, for pronouns and definite descriptions.
struct Discourse: Sendable {
  /// Parties in focus, the latest last.
  struct Focus: Sendable {
    var entities: [Int]
    var isSpeaker: Bool
    var isPlural: Bool
    var gender: EntityRegistry.Gender?
    /// The sentence that brought them in.
    var sentence = 0
  }

  private(set) var focus: [Focus] = []
  /// The sentence being read.
  var sentence = 0
  /// Who puts the text out, where that is a body that it may speak of: its publisher, or whose name heads a statement.
  var publisher: Int?
  /// Who speaks in the first person outside quotations: the publisher, else the first body that spoke, or those that did together.
  var authors: [Int] = []
  /// Entities that were blamed so far, in the order blamed.
  private(set) var accused: [Int] = []

  /// The two of whom "the former" was said, which "the latter" goes on with.
  var pair: (entities: [Int], sentence: Int)?

  /// Who was said to stand behind attackers that have no name.
  var sponsors: [Int: [Int]] = [:]

  /// Puts parties into focus.
  mutating func push(
    _ entities: [Int], isSpeaker: Bool, isPlural: Bool = false, in registry: EntityRegistry
  ) {
    guard !entities.isEmpty else { return }
    let isPlural = isPlural || entities.count > 1 || registry[entities[0]].isPlural
    let gender = entities.count == 1 ? registry[entities[0]].gender : nil
    if let last = focus.last, last.entities == entities, last.isSpeaker || !isSpeaker { return }
    focus.append(
      Focus(
        entities: entities, isSpeaker: isSpeaker, isPlural: isPlural, gender: gender, sentence: sentence))
    if focus.count > 64 { focus.removeFirst(32) }
  }

  /// Who was blamed together, the latest last.
  private(set) var accusations: [[Int]] = []

  /// Who blamed or condemned whom, the latest last.
  private(set) var blames: [(speakers: [Int], blamed: [Int])] = []

  /// How many blames are remembered: beyond any article, and a bound for looking back through them at each claim.
  private static let memory = 256

  /// Remembers who blamed or condemned whom.
  mutating func blame(_ blamed: [Int], by speakers: [Int]) {
    guard !blamed.isEmpty, !speakers.isEmpty else { return }
    blames.append((speakers, blamed))
    if blames.count > Self.memory { blames.removeFirst(Self.memory / 2) }
  }

  /// Whom somebody has blamed last.
  func blamed(by speakers: [Int]) -> [Int]? {
    blames.last { $0.speakers.contains(where: speakers.contains) }?.blamed
  }

  /// Remembers who was blamed.
  mutating func accuse(_ entities: [Int]) {
    if !entities.isEmpty, accusations.last != entities { accusations.append(entities) }
    if accusations.count > Self.memory { accusations.removeFirst(Self.memory / 2) }
    for entity in entities where !accused.contains(entity) { accused.append(entity) }
  }

  /// The latest focus for which `test` holds; within one sentence its speakers come before mere mentions if
  /// `prefersSpeaker`.
  func latest(prefersSpeaker: Bool, where test: (Focus) -> Bool) -> Focus? {
    var found: Focus?
    for item in focus.reversed() {
      if let found, !prefersSpeaker || item.sentence < found.sentence || found.isSpeaker { break }
      if test(item), found == nil || item.isSpeaker { found = item }
    }
    return found
  }
}
