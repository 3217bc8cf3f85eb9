/// A table from words' hashes to values: open addressing, since the keys are hashes already.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt32]
  private var slots: [Int32]
  private var values: [Value] = []
  private let mask: Int

  /// A table of these entries; of equal keys the last counts.
  init(_ entries: [UInt32: Value]) {
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    mask = size - 1
    keys = [UInt32](repeating: 0, count: size)
    slots = [Int32](repeating: -1, count: size)
    for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
      var slot = Int(key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      slots[slot] = Int32(values.count)
      values.append(value)
    }
  }

  /// The value of a word.
  @inline(__always)
  subscript(_ key: UInt32) -> Value? {
    var slot = Int(key) & mask
    while slots[slot] >= 0 {
      if keys[slot] == key { return values[Int(slots[slot])] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
