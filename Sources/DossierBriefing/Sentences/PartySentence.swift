import DossierModel

/// Tells who names a party as responsible, at which level, and who contests it.
package struct PartySentence {
  private let index: ReportIndex
  private let party: BottomLine.Party

  /// The sentence about a party of the bottom line.
  package init(_ party: BottomLine.Party, in index: ReportIndex) {
    self.party = party
    self.index = index
  }

  /// Writes what follows the party's name and a colon: "by A (a state [c1]) and B (level not stated [c2])".
  package func writeClaimants(to sink: inout some ProseSink) {
    let words = index.words
    sink.words(words.labels.by)
    for (place, naming) in party.claimants.enumerated() {
      if place > 0 {
        let isLast = place + 1 == party.claimants.count && party.furtherClaimants == 0
        sink.words(isLast ? words.typography.and : ", ")
      }
      index.write(naming.claimant, to: &sink)
      sink.words(" (")
      for (number, group) in naming.levels.enumerated() {
        if number > 0 { sink.words(", ") }
        sink.words(words.levels[group.level]?.label ?? "")
        sink.references(group.claims)
      }
      sink.words(")")
    }
    if party.furtherClaimants > 0 {
      sink.words(words.typography.and)
      sink.words(words.labels.more(party.furtherClaimants))
    }
    sink.words(".")
  }

  /// Writes who contests it, as a sentence; nothing if nobody does.
  package func writeContesting(to sink: inout some ProseSink) {
    guard !party.contesting.isEmpty else { return }
    sink.words(" ")
    sink.words(index.words.labels.contestedBy)
    sink.list(party.contesting, index.words) { sink, claim in
      ClaimSentence(claim, in: index).writeSpeakers(to: &sink, capitalised: false)
      sink.words(" ")
      sink.reference(claim)
    }
    sink.words(".")
  }
}

extension ReportIndex {
  /// Writes a claimant within a sentence.
  package func write(_ claimant: ClaimMatrix.Claimant, to sink: inout some ProseSink) {
    switch claimant {
    case .entity(let number):
      if !forms[number].base.isEmpty { sink.words(forms[number].base) }
      sink.name(number)
    case .open(let text):
      sink.words(words.labels.openSpeaker.uncapitalised)
      sink.words(" (")
      sink.words(words.typography.openQuote)
      sink.sourceText(text)
      sink.words(words.typography.closeQuote)
      sink.words(")")
    case .article: sink.words(words.labels.article.uncapitalised)
    }
  }

  /// Writes a claimant by itself, as in the head of a row.
  package func writeAlone(_ claimant: ClaimMatrix.Claimant, to sink: inout some ProseSink) {
    switch claimant {
    case .entity(let number): sink.name(number)
    case .open(let text):
      sink.words(words.typography.openQuote)
      sink.sourceText(text)
      sink.words(words.typography.closeQuote)
    case .article: sink.words(words.labels.article)
    }
  }
}
