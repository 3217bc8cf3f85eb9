import DossierSyntax

/// Writes a model's table: rounds the weights to bytes, drops those that round to little, lays out the parts.
struct TableWriter {
  /// What to keep.
  struct Settings {
    /// Share of the weights, by size, that fit into a byte; the rest are cut to its range.
    var fitting = 0.9995
    /// Weights of the tagger and of the relations that round to less are dropped.
    var smallest = 5
    /// Binary logarithm of the slots of the tagger's and the relations' tables.
    var sparseBits: UInt32 = 20
    /// Binary logarithm of the slots of the moves' table.
    var moveBits: UInt32 = 18
  }

  private let settings: Settings
  private var bytes: [UInt8] = []

  private init(_ settings: Settings) { self.settings = settings }

  /// A whole table, as `ModelTable` describes it.
  static func table(_ model: LearntModel, settings: Settings) -> [UInt8] {
    var writer = TableWriter(settings)
    writer.append(ModelTable.magic)
    writer.append(ModelTable.version)
    writer.append(UInt32(model.classes.count))
    writer.append(0)
    for tagClass in model.classes {
      writer.bytes += [tagClass.tag.rawValue, tagClass.parserTag, 0, 0]
      writer.append(tagClass.morphology.rawValue)
    }
    writer.appendSparse(model.tagger)
    writer.appendMoves(model.moves)
    writer.appendSparse(model.relations)
    let size = UInt32(writer.bytes.count)
    withUnsafeBytes(of: size.littleEndian) { writer.bytes.replaceSubrange(12..<16, with: $0) }
    return writer.bytes
  }

  /// One row a slot: where two features meet, the heavier stays.
  private mutating func appendSparse(_ weights: LearntWeights) {
    let bits = settings.sparseBits
    var kept: [Int: (check: UInt32, mass: Int, pairs: [UInt8])] = [:]
    for feature in weights.rounded(fitting: settings.fitting) {
      let large = feature.weights.filter { abs(Int($0.value)) >= settings.smallest }
      guard !large.isEmpty else { continue }
      let mass = large.reduce(0) { $0 + abs(Int($1.value)) }
      let place = SparseWeights.place(feature.identity, bits: bits)
      if let other = kept[place.slot], other.mass >= mass { continue }
      kept[place.slot] = (place.check, mass, large.flatMap { [$0.number, UInt8(bitPattern: $0.value)] })
    }

    let order = kept.sorted { $0.key < $1.key }
    let pairCount = order.reduce(0) { $0 + $1.value.pairs.count / 2 }
    precondition(pairCount < 1 << 24, "too many weights for 24 bits")
    append(bits)
    append(UInt32(order.count))
    append(UInt32(pairCount))
    append(0)
    var masks = [UInt32](repeating: 0, count: 1 << (bits - 5))
    for (slot, _) in order { masks[slot >> 5] |= 1 << UInt32(slot & 31) }
    var before: UInt32 = 0
    for mask in masks {
      append(mask)
      append(before)
      before += UInt32(mask.nonzeroBitCount)
    }
    var pair: UInt32 = 0
    for (_, row) in order {
      append(row.check << 24 | pair)
      pair += UInt32(row.pairs.count / 2)
    }
    append(pair)
    pad()
    for (_, row) in order { bytes += row.pairs }
    pad()
  }

  /// One feature a slot: where two meet, the one that says more stays.
  private mutating func appendMoves(_ weights: LearntWeights) {
    let bits = settings.moveBits
    var slots = [UInt8](repeating: 0, count: 4 << bits)
    var masses = [Int](repeating: 0, count: 1 << bits)
    for feature in weights.rounded(fitting: settings.fitting) {
      var values = [0, 0, 0]
      for weight in feature.weights { values[Int(weight.number)] = Int(weight.value) }
      let mass = max(values[0], values[1], values[2]) - min(values[0], values[1], values[2])
      let (slot, check) = MoveWeights.place(feature.identity, bits: bits)
      guard mass > masses[slot] else { continue }
      masses[slot] = mass
      for index in 0..<3 { slots[slot * 4 + index] = UInt8(bitPattern: Int8(values[index])) }
      slots[slot * 4 + 3] = check
    }
    append(bits)
    append(0)
    bytes += slots
  }

  private mutating func append(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }

  private mutating func pad() {
    while bytes.count % 8 != 0 { bytes.append(0) }
  }
}
