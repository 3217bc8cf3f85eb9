import Testing

@testable import DossierModel

@Suite("SHA-256 and SHA-1")
struct HashingTests {
  /// FIPS 180-4 examples: no byte, one block, two blocks.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func sha256(_ text: String, _ expected: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == expected)
  }

  @Test("A million letters a, in pieces of every size", arguments: [false, true])
  func pieces(isPortable: Bool) {
    var hash = SHA256(isPortable: isPortable)
    var left = 1_000_000
    var size = 0
    while left > 0 {
      size = min(left, (size + 37) % 211)
      hash.update([UInt8](repeating: 0x61, count: size))
      left -= size
    }
    let digest = hash.finalize()
    #expect(
      HexadecimalDigits.string(count: 32) { digest[$0] }
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("The processor's instructions give what the plain words of the standard give")
  func instructions() {
    if !SHA256.isAccelerated { print("SKIPPED: this processor has no instructions for SHA-256") }
    var bytes: [UInt8] = []
    for count in 0..<520 {
      var (one, other) = (SHA256(), SHA256(isPortable: true))
      one.update(bytes)
      other.update(bytes)
      #expect(one.finalize() == other.finalize(), "\(count) bytes")
      bytes.append(UInt8(truncatingIfNeeded: count &* 167 &+ 13))
    }
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func sha1(_ text: String, _ expected: String) {
    let digest = SHA1.digest(of: Array(text.utf8))
    #expect(HexadecimalDigits.string(count: 20) { digest[$0] } == expected)
  }
}
