/// Names of encodings as pages write them (WHATWG Encoding, section 4.2, the ones in use).
enum EncodingLabel {
  /// The label in small letters; a name of Latin-1 or ASCII is `windows-1252`, which browsers take for both.
  static func canonical(_ label: String) -> String {
    let name = String(label.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" })
    switch name {
    case "utf8", "utf-8", "unicode-1-1-utf-8": return "utf-8"
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252", "windows-1252",
      "x-cp1252", "ansi":
      return "windows-1252"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80": return "gb18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji": return "cp932"
    case "ks_c_5601-1987", "euc-kr", "korean": return "cp949"
    case "iso-8859-9", "latin5": return "windows-1254"
    case "cp1251": return "windows-1251"
    case "cp1250": return "windows-1250"
    // Sixteen-bit encodings cannot be declared within the page: what reads the declaration is ASCII.
    case "utf-16", "utf-16le", "utf-16be", "unicode", "ucs-2": return "utf-8"
    default: return name
    }
  }
}
