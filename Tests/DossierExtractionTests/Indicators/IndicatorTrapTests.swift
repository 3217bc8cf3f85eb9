import DossierText
import Testing

@testable import DossierExtraction

/// What looks like an indicator and is none, and what stands beside such things and is one.
@Suite("Indicator traps")
struct IndicatorTrapTests {
  /// A text, and the values that are to be found in it, in order; the host of a URL or address is one of its own.
  struct Trap: Sendable, CustomTestStringConvertible {
    var text: String
    var values: [String]
    var testDescription: String { text }

    init(_ text: String, _ values: String...) {
      self.text = text
      self.values = values
    }
  }

  /// Numbers with dots and colons that are no addresses.
  static let numbers: [Trap] = [
    Trap("The fix is in version 1.2.3.4 of the agent."),
    Trap("Upgrade to v10.0.19041.1 at once."),
    Trap("Firmware 7.4.2.1 and later are safe, versions 7.4.2.2 too."),
    Trap("La version 4.8.0.2 corrige la faille."),
    Trap("See section 3.2.1 of the report."),
    Trap("Voir la section 4.1.2.3 du rapport."),
    Trap("Voir la section 3.1.4.1 et l'annexe 2.1.0.0."),
    Trap("The call came at 12:45:30 on Monday."),
    Trap("Le communiqué est tombé à 08:15."),
    Trap("The ratio was 3:1 and the score 2:0."),
    Trap("It cost 1.250.000 euros."),
    Trap("On 12.03.2021 the ministry spoke."),
    Trap("The address 999.1.1.1 cannot exist."),
    Trap("Read Luke 10:25 again."),
    Trap("The server 45.77.12.9 answered.", "45.77.12.9"),
    Trap("The server 45[.]77[.]12[.]9 answered.", "45.77.12.9"),
    Trap("It listened on 45.77.12.9:8080.", "45.77.12.9"),
    Trap("Call std::move before a::b::c."),
    Trap("The time was 10::30."),
    Trap("The build 2.18.12.15.14 and .18.12.15.14 were old."),
    Trap("It cost 1.01.1.1 and 0001.1.1.1."),
  ]

  /// Words with dots that are no domains.
  static let words: [Trap] = [
    Trap("The site ran on ASP.NET and Node.js."),
    Trap("They edited setup.py and main.rs by hand.", "setup.py", "main.rs"),
    Trap("La fin.Le ministre a nié."),
    Trap("Il a nié.Il reviendra demain."),
    Trap("Rien n'est sûr.En revanche, tout est lent."),
    Trap("Il le nie.il ment."),
    Trap("Il l'a dit.de fait, tout est lent."),
    Trap("The shop heise.de wrote it.", "heise.de"),
    Trap("The end.The start."),
    Trap("U.S. officials and U.K. officials agreed at 5 p.m. on Monday."),
    Trap("Dr. Smith et al. wrote it, e.g. here, i.e. there."),
    Trap("The class java.util.HashMap is harmless."),
    Trap("The package com.android.vending is the store."),
    Trap("It calls os.path.join(a, b) and print(x.y)."),
    Trap("The namespace System.IO.Compression was loaded."),
    Trap("The method socket.connect() was hooked."),
    Trap("It said this... and then that."),
    Trap("etc.et ainsi de suite."),
    Trap("Yahoo! and Booking were named."),
    Trap("The T.I.M.E. magazine wrote it."),
    Trap("J.-C. Dupont a parlé."),
    Trap("MM. Durand et Dubois ont parlé."),
    Trap("Sites such as ‘evil.lamp-offers.com, and others, steal data.", "evil.lamp-offers.com"),
    Trap(
      "Sites such as “evil.lamp-offers.com” and …evil-lamp.com steal.", "evil.lamp-offers.com",
      "evil-lamp.com"),
    Trap("Les serveurs d’evil-lamp.com et «lamp-evil.com» répondent.", "evil-lamp.com", "lamp-evil.com"),
    Trap("The hosts bücher-lamp.com and ☃-lamp.com answer.", "bücher-lamp.com", "☃-lamp.com"),
    Trap("The domain evil[.]com was seized.", "evil.com"),
    Trap("The domain evil(dot)com was seized.", "evil.com"),
    Trap("Write to john[at]evil[.]com now.", "john@evil.com", "evil.com"),
    Trap("The page hxxps://evil[.]com/a.php was up.", "https://evil.com/a.php", "evil.com"),
  ]

  /// Hexadecimal that is no hash, and ids that are none.
  static let codes: [Trap] = [
    Trap("The blob d41d8cd98f00b204e9800998ecf8427e00 is longer than a hash."),
    Trap("The hash d41d8cd98f00b204e9800998ecf8427e is of nothing.", "d41d8cd98f00b204e9800998ecf8427e"),
    Trap("The filler deadbeefdeadbeefdeadbeefdeadbeef and 0xdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef."),
    Trap("A zero hash 00000000000000000000000000000000 says nothing."),
    Trap("The id 550e8400-e29b-41d4-a716-446655440000 is random."),
    Trap("commit da39a3ee5e6b4b0d3255bfef95601890afd80709 mended it."),
    Trap("The number 12345678901234567890123456789012 is only digits."),
    Trap("CVE-1998-0001 is too old, CVE-2021-123 too short."),
    Trap("CVE-2021-26855 was used.", "CVE-2021-26855"),
    Trap("The colour is #deadbe."),
    Trap("The card 4111-1111-1111-1111 is a sample."),
    Trap("Call +33 1 23 45 67 89 at once."),
    Trap("ISBN 978-3-16-148410-0 is a book."),
    Trap("ISO/IEC 27001:2022 asks for it."),
    Trap("RFC 2606 and NIST SP 800-53 say so."),
    Trap("The wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3 has a wrong checksum."),
    Trap(
      "The wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 has a right one.", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"),
    Trap("The handle was tweeted by @analyst."),
    Trap("AS A RESULT, AS 10 firms said, nothing happened."),
  ]

  /// Slashes and backslashes that are no paths.
  static let slashes: [Trap] = [
    Trap("Use and/or either/or as you like."),
    Trap("Le client/serveur et le oui/non."),
    Trap("In 2020/2021 the TCP/IP stack was fine."),
    Trap("It works 24/7 for w/o pay."),
    Trap("It was 1/3 of 2/3."),
    Trap("The file /etc/passwd was read.", "/etc/passwd"),
    Trap("N/A was written under A/B."),
    Trap("km/h and MB/s are units."),
  ]

  /// Forms of other tools' cases that are right, with the ends that those ask for.
  static let forms: [Trap] = [
    Trap(
      "See [https://a.evil.com/x](https://a.evil.com/x) now.", "https://a.evil.com/x", "a.evil.com",
      "https://a.evil.com/x", "a.evil.com"),
    Trap("get('https://evil[.]com/r.ps1');g", "https://evil.com/r.ps1", "evil.com"),
    Trap("url,https://evil.com/g/foo,Malicious", "https://evil.com/g/foo", "evil.com"),
    Trap("(see https://evil.com/a), and", "https://evil.com/a", "evil.com"),
    Trap("https://evil.com/wiki/A_(b) is one.", "https://evil.com/wiki/A_(b)", "evil.com"),
    Trap("smtp.mailfrom=john@evil.com passed", "john@evil.com", "evil.com"),
    Trap("-----john@evil.com wrote", "john@evil.com", "evil.com"),
    Trap("Write to john @evil[.]com now", "john@evil.com", "evil.com"),
    Trap("Follow @evil.com there"),
    Trap("HKLM:\\Software\\Evil was set", "HKEY_LOCAL_MACHINE\\Software\\Evil"),
    Trap("<HKCU>\\Software\\Evil was set", "HKEY_CURRENT_USER\\Software\\Evil"),
    Trap("abcde:\\foo\\bar is nothing"),
    Trap("%APPDATA%\\e\\run.dll and \\\\srv\\share\\x.doc", "%APPDATA%\\e\\run.dll", "\\\\srv\\share\\x.doc"),
    Trap("C:\\Program Files\\Evil App\\run.exe ran", "C:\\Program Files\\Evil App\\run.exe"),
    Trap("hxxp:\\\\evil[.]com\\x fell", "http://evil.com/x", "evil.com"),
    Trap("meow://evil[.]com/a fell", "http://evil.com/a", "evil.com"),
    Trap("ftx://evil[.]com/a fell", "ftp://evil.com/a", "evil.com"),
    Trap("h00ps://evil[.]com/a fell", "https://evil.com/a", "evil.com"),
    Trap("http[s]://evil[.]com/a fell", "https://evil.com/a", "evil.com"),
    Trap("10[[[[.]]]]10[[[.]]10[.10 fell", "10.10.10.10"),
    Trap("10.10.10.)))10 fell", "10.10.10.10"),
    Trap("evil[.]com/gate.php fell", "evil.com/gate.php", "evil.com"),
    Trap("evil[.]com/worse[.]com fell", "evil.com"),
    Trap("evil.com/worse.com fell", "evil.com"),
    Trap("t.me/evilchannel is shut", "t.me", "@evilchannel"),
    Trap("The MAC 001a.2b3c.4d5e was seen", "00:1a:2b:3c:4d:5e"),
    Trap("The words cafe.babe.feed are none"),
    Trap("CVE 2021-44229 and CVE: 2021-44230 were used", "CVE-2021-44229", "CVE-2021-44230"),
    Trap("In 2021-44229 cases nothing"),
    Trap("User-Agent: EvilBot/1.0 came", "EvilBot/1.0"),
    Trap("The agent was EvilBot/1.0 then"),
  ]

  /// Wallets of further currencies, with a right checksum and with a wrong one.
  static let wallets: [Trap] = [
    Trap("to rMQ98K56yXJbDGv49ZSmW51sLn94Xe1mu1 now", "rMQ98K56yXJbDGv49ZSmW51sLn94Xe1mu1"),
    Trap("to rMQ98K56yXJbDGv49ZSmW51sLn94Xe1mu2 now"),
    Trap("to qqeht8vnwag20yv8dvtcrd4ujx09fwxwsqqqw93w88 now", "qqeht8vnwag20yv8dvtcrd4ujx09fwxwsqqqw93w88"),
    Trap("to qqeht8vnwag20yv8dvtcrd4ujx09fwxwsqqqw93w89 now"),
    Trap("to XdAUmwtig27HBG6WfYyHAzP8n6XC9jESEw now", "XdAUmwtig27HBG6WfYyHAzP8n6XC9jESEw"),
    Trap("to tz1Lc2qBKEWCBeDU8npG6zCeCqpmaegRi6Jg now", "tz1Lc2qBKEWCBeDU8npG6zCeCqpmaegRi6Jg"),
    Trap(
      "to addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8 now",
      "addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8"),
    Trap("to addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl9 now"),
  ]

  @Test(
    "A trap gives what it holds and nothing else",
    arguments: numbers + words + codes + slashes + forms + wallets)
  func trap(_ trap: Trap) {
    let bytes = Array(trap.text.utf8)
    let found = IndicatorScanner.scan(bytes, in: [TextRange(0, bytes.count)])
    #expect(found.map(\.value) == trap.values)
  }
}
