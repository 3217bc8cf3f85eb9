import DossierModel
import DossierText

/// An indicator that the text holds.
struct FoundIndicator: Sendable, Hashable {
  /// Its kind: the STIX observable's type where there is one, else a name of the same style.
  var kind: IndicatorKind
  /// The value without its disguise, in the form in which two mentions of one thing are equal.
  var value: String
  /// The bytes as written.
  var range: TextRange
  /// The part it plays in the text.
  var role: IndicatorRole
}

/// What looks like an indicator and is none.
struct RefusedIndicator: Sendable, Hashable {
  /// What it looks like.
  var kind: IndicatorKind
  /// The bytes as written.
  var range: TextRange
  /// Why it is none, in words.
  var reason: String
}

/// What an indicator is.
enum IndicatorKind: String, Sendable, Hashable, CaseIterable {
  case ipv4 = "ipv4-addr"
  case ipv6 = "ipv6-addr"
  case domain = "domain-name"
  case url
  case email = "email-addr"
  case mac = "mac-addr"
  case autonomousSystem = "autonomous-system"
  case registryKey = "windows-registry-key"
  case fileName = "file-name"
  case filePath = "file-path"
  case mutex
  case userAgent = "user-agent"
  case md5
  case sha1 = "sha-1"
  case sha224 = "sha-224"
  case sha256 = "sha-256"
  case sha384 = "sha-384"
  case sha512 = "sha-512"
  case ssdeep, tlsh, imphash, ja3, ja4
  case cve, cwe, capec, cpe
  case bitcoin = "bitcoin-address"
  case ethereum = "ethereum-address"
  case monero = "monero-address"
  case litecoin = "litecoin-address"
  case dogecoin = "dogecoin-address"
  case tron = "tron-address"
  case zcash = "zcash-address"
  case bitcoinCash = "bitcoin-cash-address"
  case dash = "dash-address"
  case ripple = "ripple-address"
  case cardano = "cardano-address"
  case tezos = "tezos-address"
  case telegram = "telegram-handle"
  /// A package of software, as a package URL.
  case package
  /// A whole detection rule.
  case yara = "yara-rule"
  case sigma = "sigma-rule"
}
