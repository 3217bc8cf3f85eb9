extension RandomAccessCollection where Index == Int {
  /// The first position for which `test` holds, where it holds for all after it; the end where it holds for none.
  /// Logarithmic.
  func partitioningIndex(where test: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
