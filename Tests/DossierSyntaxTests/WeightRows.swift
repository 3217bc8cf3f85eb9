import Testing

@testable import DossierSyntax

/// Weights that are added sixteen at a time add up to what they add up to one by one.
@Suite struct WeightRows {
  @Test(arguments: [1, 15, 16, 17, 42, 69, 114, 255]) func rowsAddUpAsTheirWeightsDo(classes: Int) throws {
    let row = WeightRow(classes: classes)
    var bytes = [UInt8](repeating: 0, count: row.blocks * 8 * 3)
    var sums = [Int](repeating: 7, count: classes)
    let starts = [0, row.blocks * 2, row.blocks]
    for (place, start) in starts.enumerated() {
      for number in 0..<classes {
        let weight = Int8(truncatingIfNeeded: number * 37 + place * 101 + 3)
        bytes[start * 8 + WeightRow.place(of: number)] = UInt8(bitPattern: weight)
        sums[number] += Int(weight)
      }
    }
    // The last of the list lies outside and is read as the last row there is.
    var list = starts.map(UInt32.init) + [.max]
    for number in 0..<classes {
      sums[number] += Int(Int8(bitPattern: bytes[row.blocks * 16 + WeightRow.place(of: number)]))
    }
    var scores = [Int16](repeating: 7, count: ClassScores.room)
    let blocks = bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
    list.withUnsafeMutableBufferPointer { list in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let list = list.baseAddress, let scores = scores.baseAddress else { return }
        row.add(list, count: 4, of: blocks, blockCount: blocks.count, to: scores)
      }
    }
    #expect(scores.prefix(classes).map(Int.init) == sums)
  }

  @Test func theFirstOfEqualsIsTheBest() {
    var scores = [Int16](repeating: -9, count: ClassScores.room)
    scores[0] = 40
    scores[11] = 12
    scores[23] = 12
    scores[25] = 13
    scores.withUnsafeMutableBufferPointer { scores in
      guard let scores = scores.baseAddress else { return }
      #expect(ClassScores.best(scores, from: 1, count: 25) == 11)
    }
  }
}
