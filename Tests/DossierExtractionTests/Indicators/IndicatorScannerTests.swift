import DossierModel
import DossierText
import Testing

@testable import DossierExtraction

/// Indicators in small texts: what is found, as `kind value`, and what must not be.
@Suite struct IndicatorScannerTests {
  static func scan(_ text: String) -> [FoundIndicator] {
    let bytes = Array(text.utf8)
    return IndicatorScanner.scan(bytes, in: [TextRange(0, bytes.count)])
  }

  static func found(_ text: String) -> [String] {
    scan(text).map { "\($0.kind.rawValue) \($0.value)" }
  }

  @Test(arguments: [
    ("connects to 45.67.229[.]10 on port 443", ["ipv4-addr 45.67.229.10"]),
    ("185.12.45(.)9:8080 and 45[dot]77[dot]10[dot]3", ["ipv4-addr 185.12.45.9", "ipv4-addr 45.77.10.3"]),
    ("scans 91.240.118.0/24, not 91.240.118.7/24", ["ipv4-addr 91.240.118.0/24", "ipv4-addr 91.240.118.7"]),
    ("2a02:6b8::2:242 or [2a02:6b8::2:243]:443", ["ipv6-addr 2a02:6b8::2:242", "ipv6-addr 2a02:6b8::2:243"]),
    ("evil[.]example-c2[.]top.", ["domain-name evil.example-c2.top"]),
    ("at update-srv [.] top", ["domain-name update-srv.top"]),
    ("bad-host dot com is bad", ["domain-name bad-host.com"]),
    (
      "evil\u{200B}-site.com and evil\u{AD}site.com",
      ["domain-name evil-site.com", "domain-name evilsite.com"]
    ),
    ("evil．site．com", ["domain-name evil.site.com"]),
    (
      "hxxps[:]//cdn-evil[.]net/a/b.php?x=1).",
      ["url https://cdn-evil.net/a/b.php?x=1", "domain-name cdn-evil.net"]
    ),
    ("hXXp://198.23.4[.]5/x", ["url http://198.23.4.5/x", "ipv4-addr 198.23.4.5"]),
    ("(see https://news.site.org/a_(b))", ["url https://news.site.org/a_(b)", "domain-name news.site.org"]),
    (
      "https://a.site.org/x,https://b.site.org/y",
      [
        "url https://a.site.org/x", "domain-name a.site.org", "url https://b.site.org/y",
        "domain-name b.site.org",
      ]
    ),
    (
      "write to john.doe[at]mail-host[.]ru today",
      ["email-addr john.doe@mail-host.ru", "domain-name mail-host.ru"]
    ),
    ("desk AT agency dot org", ["email-addr desk@agency.org", "domain-name agency.org"]),
    ("пример.рф", ["domain-name пример.рф"]),
    ("xn--e1afmkfd.xn--p1ai", ["domain-name xn--e1afmkfd.xn--p1ai"]),
    ("d41d8cd98f00b204e9800998ecf8427e", ["md5 d41d8cd98f00b204e9800998ecf8427e"]),
    ("SHA1: DA39A3EE5E6B4B0D3255BFEF95601890AFD80709", ["sha-1 da39a3ee5e6b4b0d3255bfef95601890afd80709"]),
    ("imphash: f34d5f2d4577ed6d9ceec516c1f5a744", ["imphash f34d5f2d4577ed6d9ceec516c1f5a744"]),
    ("JA3 e7d705a3286e19ea42f587b344ee6865", ["ja3 e7d705a3286e19ea42f587b344ee6865"]),
    ("JA4 t13d1516h2_8daaf6152771_b186095e22b6", ["ja4 t13d1516h2_8daaf6152771_b186095e22b6"]),
    (
      "CVE‑2021‑26855, cve-2024-3400 et CWE-79, CAPEC-66",
      ["cve CVE-2021-26855", "cve CVE-2024-3400", "cwe CWE-79", "capec CAPEC-66"]
    ),
    ("00-B0-D0-63-C2-26 or 00:b0:d0:63:c2:27", ["mac-addr 00:b0:d0:63:c2:26", "mac-addr 00:b0:d0:63:c2:27"]),
    ("AS15169 and ASN 53453", ["autonomous-system AS15169", "autonomous-system AS53453"]),
    (
      #"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Run"#,
      [#"windows-registry-key HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\Run"#]
    ),
    (
      #"drops C:\Program Files (x86)\Acme\svc.exe and %APPDATA%\x\y.dll."#,
      [#"file-path C:\Program Files (x86)\Acme\svc.exe"#, #"file-path %APPDATA%\x\y.dll"#]
    ),
    ("reads /etc/passwd and ~/.ssh/id_rsa", ["file-path /etc/passwd", "file-path ~/.ssh/id_rsa"]),
    ("runs loader_v2.exe and invoice.pdf.lnk", ["file-name loader_v2.exe", "file-name invoice.pdf.lnk"]),
    (
      #"a mutex named Global\MsWinZonesCacheCounterMutexA0"#, [#"mutex Global\MsWinZonesCacheCounterMutexA0"#]
    ),
    ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ["bitcoin-address 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"]),
    (
      "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
      ["bitcoin-address bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"]
    ),
    (
      "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
      ["ethereum-address 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"]
    ),
    (
      "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
      [
        "monero-address 44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
      ]
    ),
    (
      "https://t.me/evil_channel",
      ["url https://t.me/evil_channel", "domain-name t.me", "telegram-handle @evil_channel"]
    ),
    (
      "the Telegram channel @salt_lamp and @heron_ops on Telegram",
      ["telegram-handle @salt_lamp", "telegram-handle @heron_ops"]
    ),
    ("la chaîne Telegram « @salt_lamp ».", ["telegram-handle @salt_lamp"]),
    (
      "cpe:2.3:a:vendor:app:3.9.2:*:*:*:*:wordpress:*:*",
      ["cpe cpe:2.3:a:vendor:app:3.9.2:*:*:*:*:wordpress:*:*"]
    ),
    (
      "\"Mozilla/5.0 (Windows NT 6.1; rv:1.6) Gecko/20040113\"",
      ["user-agent Mozilla/5.0 (Windows NT 6.1; rv:1.6) Gecko/20040113"]
    ),
    ("3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C", ["ssdeep 3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C"]),
    (
      "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion",
      ["domain-name duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion"]
    ),
  ])
  func finds(text: String, expected: [String]) {
    #expect(Self.found(text) == expected)
  }

  @Test(arguments: [
    "version 4.2.1.0 of the product", "Firefox 3.6.12.1 and 3.6.12.2", "v10.0.0.1", "see section 2.4.1.3",
    "§ 1.2.3.4",
    "versions 8.0.0.1, 8.0.0.2 and 8.0.0.3", "1.2.3.4.5.6", "300.1.2.3", "curl/7.64.1.2",
    "at 10:30:45 on 12.03.2021", "std::string::size", "a::b", "System.Net and ASP.NET", "Node.js", "setup.Py",
    "il le nie.il faut", "la fin.Le groupe", "com.android.vending", "foo.bar.run()", "e.g. i.e. etc.",
    "and/or TCP/IP",
    "4f1e2d3c4b5a69788796a5b4c3d2e1f04", "00000000000000000000000000000000",
    "commit 1f2e3d4c5b6a79880716253443526170aabbccdd",
    "CVE-19999-0000", "CVE-2022-000012", "AS400", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "http://www.w3.org/2001/XMLSchema", "00-B0-D0-63-C2",
    "@someone.else", "Telegram said @me too", "write to @salt_lamp on X", "Telegram: a@b_cdefg",
    "a@com", "banana..com", "http://:", "York……..my", "550e8400-e29b-41d4-a716-446655440000",
    "$3.50 and 250.000.000",
  ])
  func ignores(text: String) {
    #expect(Self.found(text).isEmpty)
  }

  @Test func fileNamesUnderCountryDomains() {
    #expect(
      Self.found("run setup.py, then install.sh and main.rs") == [
        "file-name setup.py", "file-name install.sh", "file-name main.rs",
      ])
  }

  @Test(arguments: [
    ("«45[.]67[.]229[.]10»", IndicatorRole.malicious), ("«203.0.113.9»", .example),
    ("«www.example.com»", .example),
    ("read «https://www.microsoft.com/security»", .reference), ("C2 «45.67.229.10»", .malicious),
    ("the sinkhole «45.67.229.10»", .sinkhole), ("the host «45.67.229.10»", .unknown),
  ])
  func roles(marked: String, role: IndicatorRole) throws {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let start = marked.utf8.prefix(while: { $0 != 0xC2 }).count
    let indicator = try #require(Self.scan(text).first)
    #expect(indicator.role == role)
    #expect(Int(indicator.range.start) == start)
    #expect(Int(indicator.range.end) == text.utf8.count)
  }

  @Test func serviceOfADefangedLinkIsNotTheAttackers() {
    let roles = Self.scan("from hxxps://github[.]com/heron/lamp and evil-host[.]top").map(\.role)
    #expect(roles == [.malicious, .reference, .malicious])
  }

  @Test func rangesHoldTheWrittenForm() {
    let text = "x hxxp[:]//evil[.]com/a and john[at]mail-host[.]ru."
    let source = SourceText(name: "t", text)
    let written = Self.scan(text).map { source[$0.range] }
    #expect(written == ["hxxp[:]//evil[.]com/a", "evil[.]com", "john[at]mail-host[.]ru", "mail-host[.]ru"])
  }

  /// Hostile input: the work grows with the text, and every range lies in it.
  @Test(arguments: [
    ".", ":", "a", "f0", "/", "1.", "::", "[.]", "\\", "a.", "@", "http://", " dot ", "(at)", "%", "é.",
  ])
  func longRuns(unit: String) {
    let bytes = [UInt8](repeatElement(Array(unit.utf8), count: 30_000).joined())
    for indicator in IndicatorScanner.scan(bytes, in: [TextRange(0, bytes.count)]) {
      #expect(indicator.range.count > 0 && indicator.range.end <= bytes.count)
    }
  }

  @Test func anyBytes() {
    var state: UInt64 = 3
    let parts: [[UInt8]] =
      [
        "a", ".", "[.]", "://", "http", "@", "1", "f", ":", "\\", "/", "com", " ", "-", "(", ")", "é", "%",
        "C:", "AS", "CVE-",
      ]
      .map { Array($0.utf8) } + [[0xC3], [0xFF], [0xE2, 0x80]]
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += parts[Int(state >> 33) % parts.count]
      }
      for indicator in IndicatorScanner.scan(bytes, in: [TextRange(0, bytes.count)]) {
        #expect(indicator.range.count > 0 && indicator.range.end <= bytes.count)
      }
    }
  }
}
