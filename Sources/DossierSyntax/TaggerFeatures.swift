/// The feature templates of the tagger. Any change makes trained models useless: raise `ModelTable.version`.
package enum TaggerFeatures {
  /// Number of templates.
  package static let count = 34
  /// Class number that stands before the sentence's first token.
  package static let noClass: UInt8 = 255

  /// Writes the features of the token at `index`. `forms` has two elements of padding at either end; `last` and
  /// `secondLast` are the classes given to the tokens before.
  @inline(__always)
  package static func collect(
    _ forms: UnsafePointer<WordForm>, _ index: Int, last: UInt8, secondLast: UInt8,
    of slots: SlotPlace,
    into identities: UnsafeMutablePointer<UInt32>
  ) {
    let here = forms + index
    let before = here - 1
    let after = here + 1
    let word = UInt64(here.pointee.word)
    let shape = UInt64(here.pointee.shape)
    let suffix3 = UInt64(here.pointee.suffixes.2)
    let wordBefore = UInt64(before.pointee.word)
    let wordAfter = UInt64(after.pointee.word)
    let suffixAfter = UInt64(after.pointee.suffixes.2)
    let shapeBefore = UInt64(before.pointee.shape)
    let shapeAfter = UInt64(after.pointee.shape)
    let tag1 = UInt64(last)
    let tag2 = UInt64(secondLast)

    var list = FeatureList(identities, of: slots)
    list.add(0)
    list.add(word)
    list.add(word | (shape & 31) << 32)
    list.add(UInt64(here.pointee.suffixes.0))
    list.add(UInt64(here.pointee.suffixes.1))
    list.add(suffix3)
    list.add(UInt64(here.pointee.suffixes.3))
    list.add(UInt64(here.pointee.suffixes.4))
    list.add(UInt64(here.pointee.prefixes.0))
    list.add(UInt64(here.pointee.prefixes.1))
    list.add(UInt64(here.pointee.prefixes.2))
    list.add(UInt64(here.pointee.prefixes.3))
    list.add(shape)
    list.add(shape & 127 | (shapeBefore & 127) << 16 | (shapeAfter & 127) << 32)
    list.add(suffix3 | (shape & 31) << 32)
    list.add(UInt64(here.pointee.suffixes.1) | tag1 << 32)
    list.add(tag1)
    list.add(tag1 | tag2 << 8)
    list.add(word | tag1 << 32)
    list.add(word | tag1 << 32 | tag2 << 40)
    list.add(suffix3 | tag1 << 32 | (shape & 15) << 40)
    list.add(wordAfter | tag1 << 32)
    list.add(wordBefore)
    list.add(wordAfter)
    list.add(wordBefore, word)
    list.add(word, wordAfter)
    list.add(wordBefore, wordAfter)
    list.add(UInt64(here.pointee.suffixes.1) | (shape & 15) << 32, suffixAfter)
    list.add(suffixAfter | (shapeAfter & 127) << 32)
    list.add(UInt64(before.pointee.suffixes.2))
    list.add(UInt64((here - 2).pointee.word))
    list.add(UInt64((here + 2).pointee.word))
    list.add(UInt64((here + 2).pointee.suffixes.2), suffixAfter)
    list.add(wordAfter, UInt64((here + 2).pointee.word))
  }
}
