/// Works on many items at once and hands the results on in the order of the items.
enum OrderedWork {
  /// Runs `work` for every item, at most `inFlight` of them at once or waiting for their turn, and calls `consume`
  /// with each result in order. Memory is bounded by `inFlight` results.
  ///
  /// When `consume` returns false the rest is not started.
  static func forEach<Item: Sendable, Result: Sendable>(
    _ items: [Item], inFlight: Int, work: @escaping @Sendable (Item) -> Result,
    consume: (Result) async -> Bool
  ) async {
    if inFlight <= 1 || items.count <= 1 {
      for item in items {
        guard await consume(work(item)) else { return }
      }
      return
    }
    await withTaskGroup(of: (Int, Result).self) { group in
      var started = 0
      var waiting: [Int: Result] = [:]
      var next = 0
      func start() {
        guard started < items.count else { return }
        let index = started
        let item = items[index]
        group.addTask { (index, work(item)) }
        started += 1
      }
      for _ in 0..<inFlight { start() }
      while let (index, result) = await group.next() {
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: next) {
          next += 1
          guard await consume(ready) else {
            group.cancelAll()
            return
          }
          start()
        }
      }
    }
  }
}
