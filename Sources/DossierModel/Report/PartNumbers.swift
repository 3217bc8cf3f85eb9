/// Finds the parts of one of a report's lists by id.
///
/// Ids are nearly always a letter and the place in the list, such as `c12`. Then nothing is stored and a look-up reads
/// the digits; other ids are looked up in a dictionary. Of parts with one id the first is found.
package struct PartNumbers: Sendable {
  /// The letter of ids that tell their place; 0 where they do not.
  private let letter: UInt8
  private let count: Int
  private let numbers: [String: Int]

  /// The places of so many parts by the id that `id` tells of the one at each place; so it needs no copy of the part.
  /// Linear in their number.
  package init(count: Int, id: (Int) -> String) {
    self.count = count
    guard count > 0 else {
      (letter, numbers) = (0, [:])
      return
    }
    let letter = id(0).utf8.first ?? 0
    if (0..<count).allSatisfy({ Self.number(id($0), letter) == $0 }) {
      (self.letter, numbers) = (letter, [:])
      return
    }
    self.letter = 0
    var numbers = [String: Int](minimumCapacity: count)
    for number in 0..<count where numbers[id(number)] == nil { numbers[id(number)] = number }
    self.numbers = numbers
  }

  /// The place of the part with this id.
  package subscript(id: String) -> Int? {
    if letter == 0 { return numbers.isEmpty ? nil : numbers[id] }
    guard let number = Self.number(id, letter), number < count else { return nil }
    return number
  }

  /// The place that an id tells, counted from 0: its digits, less one.
  private static func number(_ id: String, _ letter: UInt8) -> Int? {
    var number = 0
    var isFirst = true
    for byte in id.utf8 {
      if isFirst {
        guard byte == letter else { return nil }
        isFirst = false
        continue
      }
      // No digit, a zero in front, or more digits than a place has: not such an id.
      guard byte >= 0x30, byte <= 0x39, number > 0 || byte != 0x30, number < 100_000_000 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number > 0 ? number - 1 : nil
  }
}
