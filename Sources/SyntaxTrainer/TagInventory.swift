import DossierSyntax

/// The classes of a tagger: the pairs of part of speech and morphology that the training sentences hold often enough.
struct TagInventory {
  /// Pairs seen less often count as the nearest pair with the same part of speech.
  private static let least = 12

  /// The classes, the most frequent first.
  private(set) var classes: [ModelTable.TagClass] = []
  private var numbers: [Pair: UInt8] = [:]

  private struct Pair: Hashable {
    var tag: PartOfSpeech
    var morphology: Morphology
  }

  /// Counts the samples' pairs.
  init(_ samples: [Sample]) {
    var counts: [Pair: Int] = [:]
    for sample in samples {
      for (tag, morphology) in zip(sample.tags, sample.morphology) {
        counts[Pair(tag: tag, morphology: morphology), default: 0] += 1
      }
    }
    let order = counts.sorted {
      ($1.value, $0.key.tag.rawValue, $0.key.morphology.rawValue)
        < ($0.value, $1.key.tag.rawValue, $1.key.morphology.rawValue)
    }
    var parserTags: [Pair: UInt8] = [:]
    var seen: Set<PartOfSpeech> = []
    for (pair, count) in order
    where (count >= Self.least || !seen.contains(pair.tag)) && classes.count < ModelTable.classLimit {
      seen.insert(pair.tag)
      let seenByParser = Pair(tag: pair.tag, morphology: pair.morphology.intersection(.structural))
      let parserTag = parserTags[seenByParser] ?? UInt8(parserTags.count)
      parserTags[seenByParser] = parserTag
      numbers[pair] = UInt8(classes.count)
      classes.append(ModelTable.TagClass(tag: pair.tag, parserTag: parserTag, morphology: pair.morphology))
    }
    for (pair, _) in order where numbers[pair] == nil {
      let near = classes.indices.filter { classes[$0].tag == pair.tag }.min {
        Self.distance(classes[$0].morphology, pair.morphology)
          < Self.distance(classes[$1].morphology, pair.morphology)
      }
      numbers[pair] = UInt8(near ?? 0)
    }
  }

  /// The class of a pair.
  func number(_ tag: PartOfSpeech, _ morphology: Morphology) -> UInt8 {
    numbers[Pair(tag: tag, morphology: morphology)]
      ?? UInt8(classes.firstIndex { $0.tag == tag } ?? 0)
  }

  private static func distance(_ left: Morphology, _ right: Morphology) -> Int {
    left.symmetricDifference(right).rawValue.nonzeroBitCount
  }
}
