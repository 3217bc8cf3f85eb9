import DossierSyntax

/// Writes a model's table: rounds the weights to bytes, drops those that round to nothing, lays out the parts.
struct TableWriter {
  private(set) var bytes: [UInt8] = []

  /// A whole table.
  static func table(
    classes: [ModelTable.TagClass], tagger: LinearTrainer, parser: LinearTrainer, settings: Settings
  ) -> [UInt8] {
    var writer = TableWriter()
    writer.append(ModelTable.magic)
    writer.append(ModelTable.version)
    writer.append(UInt32(classes.count))
    writer.append(0)
    for tagClass in classes {
      writer.bytes += [tagClass.tag.rawValue, tagClass.parserTag, 0, 0]
      writer.append(tagClass.morphology.rawValue)
    }
    writer.append(tagger.averaged(), settings, bits: settings.taggerBits)
    writer.append(parser.averaged(), settings, bits: settings.parserBits)
    let size = UInt32(writer.bytes.count)
    withUnsafeBytes(of: size.littleEndian) { writer.bytes.replaceSubrange(12..<16, with: $0) }
    return writer.bytes
  }

  /// What to keep.
  struct Settings {
    /// Share of the weights, by size, that fit into a byte; the rest are cut to its range.
    var fitting = 0.9995
    /// Weights that round to less are dropped.
    var smallest = 2
    /// Binary logarithm of the slots of the tagger's table, and of the parser's.
    var taggerBits: UInt32 = 20
    var parserBits: UInt32 = 21
  }

  private mutating func append(
    _ features: [(identity: UInt32, weights: [LinearTrainer.Weight])], _ settings: Settings, bits: UInt32
  ) {
    let sizes = features.flatMap { $0.weights.map { abs($0.value) } }.sorted()
    let largest = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, Int(Double(sizes.count) * settings.fitting))]
    let scale = 127 / largest

    // One row a slot: where two features meet, the heavier stays.
    var kept: [Int: (check: UInt32, mass: Int, pairs: [UInt8])] = [:]
    for feature in features {
      var pairs: [UInt8] = []
      var mass = 0
      for weight in feature.weights {
        let rounded = Int((weight.value * scale).rounded())
        let value = Int8(max(-127, min(127, rounded)))
        guard abs(Int(value)) >= settings.smallest else { continue }
        pairs += [weight.number, UInt8(bitPattern: value)]
        mass += abs(Int(value))
      }
      guard !pairs.isEmpty else { continue }
      let place = SparseWeights.place(feature.identity, bits: bits)
      if let other = kept[place.slot], other.mass >= mass { continue }
      kept[place.slot] = (place.check, mass, pairs)
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

  private mutating func append(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }

  private mutating func pad() {
    while bytes.count % 8 != 0 { bytes.append(0) }
  }
}
