import DossierKnowledge
import DossierModel
import DossierText

/// What is to be known of an indicator before it is used: that it is a well-known service's, or written to deceive.
enum IndicatorMarks {
  /// The marks of an indicator with its written form, in the order of `IndicatorMark`.
  static func marks(_ kind: IndicatorKind, _ value: String, written: String) -> [IndicatorMark] {
    var marks: [IndicatorMark] = []
    let host = host(of: kind, value)
    if isWellKnown(kind, value, host: host) { marks.append(.wellKnown) }
    if !host.isEmpty, isLookAlike(host) { marks.append(.lookAlike) }
    if changesDirection(written) { marks.append(.mixedDirection) }
    return marks
  }

  // MARK: Warning lists

  private static func isWellKnown(_ kind: IndicatorKind, _ value: String, host: String) -> Bool {
    switch kind {
    case .url, .domain, .email, .ipv4, .ipv6:
      let bytes = Array((host.isEmpty ? value : host).utf8)
      return HostNames.isListed(bytes, in: .wellKnownDomains) || HostNames.isListed(bytes, in: .warningList)
    case .md5, .sha1, .sha224, .sha256, .sha384, .sha512:
      return KnowledgeTable.embedded.contains(value.utf8, in: .warningList)
    default: return false
    }
  }

  private static func host(of kind: IndicatorKind, _ value: String) -> String {
    switch kind {
    case .domain: value
    case .email: value.split(separator: "@").last.map(String.init) ?? ""
    case .url: String(decoding: IndicatorRoles.host(of: kind, Array(value.utf8)), as: UTF8.self)
    default: ""
    }
  }

  // MARK: Letters of other scripts

  /// Whether a host is written with letters that pass for others: Latin mixed with another alphabet in one label, a
  /// label of another alphabet that reads as Latin under a Latin top-level domain, or a well-known name so imitated.
  private static func isLookAlike(_ host: String) -> Bool {
    let labels = host.split(separator: ".").map { Punycode.decoded($0) }
    let isPlain = host.utf8.allSatisfy { $0 < 0x80 } && !host.contains("xn--")
    if !isPlain {
      for label in labels.dropLast() {
        let scripts = Set(label.unicodeScalars.compactMap(Script.init))
        if scripts.count > 1, !scripts.isSubset(of: Script.japanese) { return true }
        let isForeign = !scripts.contains(.latin) && !scripts.isEmpty
        let topIsLatin = labels.last.map { $0.utf8.allSatisfy { $0 < 0x80 } } ?? false
        if isForeign, topIsLatin, label.unicodeScalars.allSatisfy({ latin(like: $0) != nil || $0.isASCII }) {
          return true
        }
      }
    }
    return imitates(labels)
  }

  /// Whether the name is no well-known one but reads as one: `paypa1.com`, `rnicrosoft.com`.
  private static func imitates(_ labels: [String]) -> Bool {
    let plain = labels.joined(separator: ".")
    guard labels.count >= 2, !HostNames.isListed(Array(plain.utf8), in: .wellKnownDomains) else {
      return false
    }
    let last = labels.suffix(2).joined(separator: ".")
    let read = [false, true].map { isLast in
      last.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append(latin(like: $1, isLast: isLast) ?? $1) }
    }
    let forms = read + read.map { $0.replacing("rn", with: "m") } + read.map { $0.replacing("vv", with: "w") }
    return forms.contains { form in
      form != last && KnowledgeTable.embedded.contains(form.utf8, in: .wellKnownDomains)
    }
  }

  /// The first or last Latin letter that a letter of another script or a digit is taken for; nil if there is none.
  private static func latin(like scalar: Unicode.Scalar, isLast: Bool = false) -> Unicode.Scalar? {
    if scalar.isASCII, scalar.value >= 0x3A { return nil }
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).filter { letter in
      KnowledgeTable.embedded.contains(
        Array(String(Character(scalar)).utf8) + [letter], in: .confusableLetters)
    }
    return (isLast ? letters.last : letters.first).map { Unicode.Scalar($0) }
  }

  private enum Script: Hashable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, kana, han, hangul, cherokee, other

    static let japanese: Set<Script> = [.latin, .kana, .han]

    /// The script of a letter; nil for digits and marks.
    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x61...0x7A, 0x41...0x5A, 0xC0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0xFF21...0xFF5A:
        self = .latin
      case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
      case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
      case 0x531...0x58F: self = .armenian
      case 0x590...0x5FF: self = .hebrew
      case 0x600...0x6FF, 0x750...0x77F: self = .arabic
      case 0x3040...0x30FF: self = .kana
      case 0x3400...0x9FFF: self = .han
      case 0xAC00...0xD7AF, 0x1100...0x11FF: self = .hangul
      case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
      case 0x80...:
        guard LetterFolding.classify(scalar.value) == .letter else { return nil }
        self = .other
      default: return nil
      }
    }
  }

  // MARK: Direction

  /// Whether the written form turns the direction of reading, or mixes letters of both.
  private static func changesDirection(_ written: String) -> Bool {
    guard written.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    var leftward = false
    var rightward = false
    for scalar in written.unicodeScalars {
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: return true
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: leftward = true
      case 0x41...0x5A, 0x61...0x7A: rightward = true
      default: break
      }
    }
    return leftward && rightward
  }
}
