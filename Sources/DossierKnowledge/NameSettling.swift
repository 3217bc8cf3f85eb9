public import DossierText

/// A name that stands in a text and is not asserted.
public struct UnsettledName: Sendable, Hashable {
  /// The name.
  public var name: NameMatch
  /// Why it is not asserted, in words.
  public var reason: String
}

extension Matches {
  /// These matches without names that their surroundings do not support; those that stay count as settled.
  public func settled(in bytes: [UInt8], tokens: [Token], table: KnowledgeTable) -> Matches {
    settling(in: bytes, tokens: tokens, table: table).settled
  }

  /// These matches without names that their surroundings do not support, and these names with the reason.
  ///
  /// Where the words around a name make it another thing (*Jordan Smith*, *the novel Sandworm*), it is not asserted. An
  /// ambiguous name of a threat actor, malware or tool needs a word like *gang*, *ransomware* or *groupe* beside it, other
  /// names a place where a capital tells something; or the same text must use the name without doubt elsewhere. States
  /// stand unless another thing of their name is in the text. Linear.
  public func settling(
    in bytes: [UInt8], tokens: [Token], table: KnowledgeTable
  ) -> (settled: Matches, unsettled: [UnsettledName]) {
    let needsContext = names.map { name -> Bool in
      if name.isAmbiguous { return true }
      switch table.kind(of: name.entry) {
      case .group, .malware, .tool, .campaign: return true
      default: return false
      }
    }
    guard needsContext.contains(true) else { return (self, []) }
    let context = NameContext(self, bytes: bytes, tokens: tokens, table: table)
    var certain: Set<UInt32> = []
    var supported: Set<UInt32> = []
    var refuted: Set<UInt32> = []
    var evidence: [NameContext.Evidence] = []
    for (index, name) in names.enumerated() {
      let found = needsContext[index] ? context.evidence(name) : .support
      evidence.append(found)
      switch found {
      case .support:
        certain.insert(name.entry)
        supported.insert(name.entry)
      case .likely: certain.insert(name.entry)
      case .none: if !name.isAmbiguous { certain.insert(name.entry) }
      case .against: refuted.insert(name.entry)
      }
    }
    // “Lazarus” is who “Lazarus Group” was.
    var shortened: [UInt32: UInt32] = [:]
    for (name, needs) in zip(names, needsContext) where needs && context.isTelling(name) {
      shortened[tokens[Int(name.first)].fold] = name.entry
    }
    var result = self
    result.names = []
    var unsettled: [UnsettledName] = []
    for (name, evidence) in zip(names, evidence) {
      var name = name
      var reason: String?
      switch evidence {
      case .support: break
      case .likely:
        if refuted.contains(name.entry), !supported.contains(name.entry) {
          reason = "something else of that name is in the text, and nothing says that this is meant"
        }
      case .against(let words): reason = words
      case .none(let words):
        let isDoubted = refuted.contains(name.entry) && !supported.contains(name.entry)
        if isDoubted {
          reason = "something else of that name is in the text, and nothing says that this is meant"
        } else if name.isAmbiguous, !words.isEmpty, !certain.contains(name.entry) {
          let isShort = name.end - name.first == 1 && table.kind(of: name.entry) == .group
          if isShort, let whole = shortened[tokens[Int(name.first)].fold] {
            name.entry = whole
          } else {
            reason = words
          }
        }
      }
      if let reason {
        unsettled.append(UnsettledName(name: name, reason: reason))
      } else {
        name.isAmbiguous = false
        result.names.append(name)
      }
    }
    return (result, unsettled)
  }
}
