/// An averaged perceptron over sparse features (Freund and Schapire 1999): learns the weights of one classifier.
///
/// Weights are kept for the classes that a feature was ever updated for, as the table keeps them.
final class LinearTrainer {
  /// One class's weight of a feature.
  private struct Entry {
    var weight: Float = 0
    /// Sum of the weight over all steps up to `stamp`.
    var total: Double = 0
    var stamp: Int32 = 0
    var number: UInt8 = 0
  }

  /// A feature's run of entries.
  private struct Row {
    var identity: UInt32
    var start: Int32
    var count: UInt8
    var capacity: UInt8
    var updates: UInt16
  }

  private let bits = 24
  private var index: UnsafeMutablePointer<Int32>
  private var rows: [Row] = []
  private var entries: [Entry] = []
  /// Decisions taken so far.
  private(set) var steps: Int32 = 1

  /// Features with fewer updates have no say, in training as in the table.
  private let least: UInt16

  init(least: Int) {
    self.least = UInt16(clamping: least)
    index = .allocate(capacity: 1 << bits)
    index.initialize(repeating: -1, count: 1 << bits)
  }

  deinit { index.deallocate() }

  /// Counts a decision.
  func step() { steps += 1 }

  /// Adds the features' weights to `scores`.
  func add(_ features: UnsafePointer<UInt32>, count: Int, to scores: UnsafeMutablePointer<Float>) {
    rows.withUnsafeBufferPointer { rows in
      entries.withUnsafeBufferPointer { entries in
        for position in 0..<count {
          let found = Int(index[slot(of: features[position], rows)])
          guard found >= 0 else { continue }
          let row = rows[found]
          guard row.updates >= least else { continue }
          for place in Int(row.start)..<Int(row.start) + Int(row.count) {
            scores[Int(entries[place].number)] += entries[place].weight
          }
        }
      }
    }
  }

  /// Adds `change` to the class's weight of every feature.
  func update(_ features: UnsafePointer<UInt32>, count: Int, _ number: Int, by change: Float) {
    for position in 0..<count {
      let slot = rows.withUnsafeBufferPointer { self.slot(of: features[position], $0) }
      if index[slot] < 0 {
        precondition(rows.count < 1 << (bits - 1), "too many features: raise `bits`")
        index[slot] = Int32(rows.count)
        rows.append(
          Row(identity: features[position], start: Int32(entries.count), count: 0, capacity: 2, updates: 0))
        entries.append(contentsOf: [Entry(), Entry()])
      }
      self.change(Int(index[slot]), UInt8(number), by: change)
    }
  }

  private func change(_ row: Int, _ number: UInt8, by change: Float) {
    rows[row].updates = rows[row].updates &+ (rows[row].updates < .max ? 1 : 0)
    let start = Int(rows[row].start)
    let count = Int(rows[row].count)
    for place in start..<start + count where entries[place].number == number {
      entries[place].total += Double(entries[place].weight) * Double(steps - entries[place].stamp)
      entries[place].stamp = steps
      entries[place].weight += change
      return
    }
    if count == Int(rows[row].capacity) {
      let capacity = min(255, count * 2)
      let moved = entries.count
      // One by one: a slice of the array would make the array copy itself.
      for place in start..<start + count { entries.append(entries[place]) }
      for _ in count..<capacity { entries.append(Entry()) }
      rows[row].start = Int32(moved)
      rows[row].capacity = UInt8(capacity)
    }
    entries[Int(rows[row].start) + count] = Entry(weight: change, total: 0, stamp: steps, number: number)
    rows[row].count += 1
  }

  /// The features that were updated often enough, with their weights averaged over all decisions.
  func learnt() -> LearntWeights {
    var result = LearntWeights()
    for row in rows where row.updates >= least {
      var weights: [UInt8: Double] = [:]
      for entry in entries[Int(row.start)..<Int(row.start) + Int(row.count)] {
        let total = entry.total + Double(entry.weight) * Double(steps - entry.stamp)
        if total != 0 { weights[entry.number] = total / Double(steps) }
      }
      if !weights.isEmpty { result.features[row.identity] = weights }
    }
    return result
  }

  /// The place of an identity in the index, or the free place where it would go.
  @inline(__always)
  private func slot(of identity: UInt32, _ rows: UnsafeBufferPointer<Row>) -> Int {
    var slot = Int(identity) & ((1 << bits) - 1)
    while index[slot] >= 0, rows[Int(index[slot])].identity != identity {
      slot = (slot + 1) & ((1 << bits) - 1)
    }
    return slot
  }
}
