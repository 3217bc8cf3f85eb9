import DossierModel
import DossierReading
import DossierText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The reader under test: the raw value of a format, or nothing to let the content decide.
private let format = getenv("DOSSIER_FUZZ_FORMAT").flatMap { InputFormat(rawValue: String(cString: $0)) }

/// libFuzzer's entry: reads the bytes and checks that what came out is sound.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Input(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  guard let result = try? ArticleReader.read(input, as: format, maximumBytes: 1 << 20) else { return 0 }
  for document in result.documents { check(document) }
  if let claims = result.claims {
    var decoder = DataDecoder(source: claims.source, scope: "report")
    for root in claims.roots { _ = ReportReader.read(root, decoder: &decoder) }
  }
  return 0
}

/// Blocks lie in order within a text of valid UTF-8, are not empty and cut no character.
private func check(_ document: Document) {
  let bytes = document.text.bytes
  precondition(UTF8Validation.firstInvalid(in: bytes) == nil, "the text is not valid UTF-8")
  var last: UInt32 = 0
  for block in document.blocks {
    precondition(!block.range.isEmpty, "a block is empty")
    precondition(block.range.start >= last && block.range.end <= bytes.count, "blocks overlap or lie outside")
    for edge in [block.range.start, block.range.end] where edge < bytes.count {
      precondition(bytes[Int(edge)] & 0xC0 != 0x80, "a block cuts a character")
    }
    last = block.range.end
  }
}
