import DossierSyntax

/// Writes a model's table: rounds the weights to bytes, drops those that round to little, lays out the parts.
struct TableWriter {
  /// What to keep.
  struct Settings {
    /// Share of the weights, by size, that fit into a byte; the rest are cut to its range.
    var fitting = 0.9995
    /// Weights of the tagger and of the relations that round to less are dropped.
    var smallest = 5
    /// The most weights that a feature of the tagger or the relations keeps.
    var mostWeights = 60
    /// Binary logarithm of the slots of the tagger's and the relations' tables.
    var sparseBits: UInt32 = 19
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
    writer.appendSparse(model.tagger, classes: model.classes.count)
    writer.appendMoves(model.moves)
    writer.appendSparse(model.relations, classes: RelationFeatures.classCount)
    let size = UInt32(writer.bytes.count)
    withUnsafeBytes(of: size.littleEndian) { writer.bytes.replaceSubrange(12..<16, with: $0) }
    return writer.bytes
  }

  /// Two features a pair of slots: where more meet, the heavier stay.
  private mutating func appendSparse(_ weights: LearntWeights, classes: Int) {
    let bits = settings.sparseBits
    struct Row {
      var check: UInt32
      var mass: Int
      var weights: [(number: UInt8, value: Int8)]
    }
    var kept: [Int: [Row]] = [:]
    for feature in weights.rounded(fitting: settings.fitting) {
      let large = feature.weights.filter { abs(Int($0.value)) >= settings.smallest }
      guard !large.isEmpty else { continue }
      let heaviest = large.sorted { (abs(Int($1.value)), $0.number) < (abs(Int($0.value)), $1.number) }
        .prefix(settings.mostWeights)
      let place = SparseWeights.place(feature.identity, bits: bits)
      let row = Row(
        check: place.check, mass: heaviest.reduce(0) { $0 + abs(Int($1.value)) },
        weights: heaviest.sorted { $0.number < $1.number })
      var rows = kept[place.slot, default: []]
      if let same = rows.firstIndex(where: { $0.check == row.check }) {
        if rows[same].mass < row.mass { rows[same] = row }
      } else {
        rows.append(row)
        if rows.count > 2 { rows.sort { ($1.mass, $0.check) < ($0.mass, $1.check) } }
      }
      kept[place.slot] = Array(rows.prefix(2))
    }

    var slots = [UInt32](repeating: 0, count: 1 << Int(bits))
    var blocks: [UInt8] = []
    let rowBlocks = WeightRow(classes: classes).blocks
    for (slot, rows) in kept.sorted(by: { $0.key < $1.key }) {
      for (place, row) in rows.enumerated() {
        let size = (row.weights.count + SparseWeights.blockWeights - 1) / SparseWeights.blockWeights
        slots[slot + place] = row.check << 22 | UInt32(blocks.count / 8)
        if size <= SparseWeights.featureBlockLimit {
          slots[slot + place] |= UInt32(size) << 18
          blocks += row.weights.flatMap { [$0.number, UInt8(bitPattern: $0.value)] }
          while blocks.count % 8 != 0 { blocks.append(0) }
        } else {
          slots[slot + place] |= SparseWeights.rowBit
          let start = blocks.count
          blocks += [UInt8](repeating: 0, count: rowBlocks * 8)
          for weight in row.weights {
            blocks[start + WeightRow.place(of: Int(weight.number))] = UInt8(bitPattern: weight.value)
          }
        }
      }
    }
    // Room for one row, which a reader may look at wherever the blocks end.
    while blocks.count < rowBlocks * 8 { blocks.append(0) }
    precondition(blocks.count / 8 <= SparseWeights.blockLimit, "too many weights for 18 bits")
    append(bits)
    append(UInt32(blocks.count / 8))
    append(0)
    append(0)
    for slot in slots { append(slot) }
    bytes += blocks
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

}
