public import DossierText

extension KnowledgeTable {
  /// This table with the names of users in front of its own.
  ///
  /// A name that this table knows as the same kind of thing gets the aliases added; any other is a new entry. What is
  /// wrong is said as `names.…`, in the order written and at most `OwnNameCheck.mostMistakes` times; names that are
  /// wrong are left out. Linear in the length of all forms, but for the sorting of ids.
  public func adding(_ lists: [OwnNames], saying diagnostics: inout [Diagnostic]) -> KnowledgeTable {
    var work = 0
    return adding(lists, saying: &diagnostics, work: &work)
  }

  /// As `adding`, counting the steps that it takes.
  func adding(
    _ lists: [OwnNames], saying diagnostics: inout [Diagnostic], work: inout Int
  ) -> KnowledgeTable {
    guard lists.contains(where: { !$0.names.isEmpty || !$0.stops.isEmpty }) else { return self }
    var check = OwnNameCheck(over: self)
    for list in lists { check.add(list) }
    check.resolveOwners()
    diagnostics += check.diagnostics
    var builder = TableBuilder()
    check.give(to: &builder)
    work += builder.work + check.work
    guard let own = KnowledgeTable(compiled: builder.build()) else { return self }
    return joined(with: own)
  }
}
