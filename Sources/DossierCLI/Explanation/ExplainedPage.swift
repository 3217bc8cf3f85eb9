import DossierModel

/// Explained articles as one HTML page that needs nothing else: each claim's words are marked and lead to why it was read
/// so, and back. No script, no network; what the article holds stays text.
struct ExplainedPage {
  private(set) var html = ""
  /// How many pages' claims have stood before, so that ids of several articles stay apart.
  private var prefix = ""

  /// Writes the articles, in their order.
  init(_ articles: [ExplainedArticle], title: String) {
    html += "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
    html +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      + "style-src 'sha256-\(Self.styleHash)'; base-uri 'none'; form-action 'none'\">\n"
    html += "<meta name=\"viewport\" content=\"width=device-width\">\n"
    html += "<title>\(Self.escaped(title))</title>\n<style>\(Self.style)</style>\n</head>\n<body>\n"
    for (index, article) in articles.enumerated() {
      prefix = articles.count > 1 ? "a\(index + 1)-" : ""
      write(article)
    }
    html += "</body>\n</html>\n"
  }

  private mutating func write(_ article: ExplainedArticle) {
    html += "<article>\n"
    for paragraph in article.paragraphs {
      html += paragraph.isTitle ? "<h1>" : "<p>"
      write(paragraph.pieces)
      html += paragraph.isTitle ? "</h1>\n" : "</p>\n"
      for claim in paragraph.claims { write(claim) }
    }
    html += "</article>\n"
    guard !article.refused.isEmpty else { return }
    html += "<h2>Not taken for what it looks like</h2>\n<ul>\n"
    for candidate in article.refused {
      let words = "\(candidate.place) “\(candidate.words)” is not \(candidate.meaning)"
      html += "<li>\(Self.escaped(words)) <small>(\(Self.escaped(candidate.reason)))</small></li>\n"
    }
    html += "</ul>\n"
  }

  /// Evidence of claims may overlap: each run of words is marked for all claims that it is part of.
  private mutating func write(_ pieces: [ExplainedArticle.Piece]) {
    var open: [String] = []
    for piece in pieces {
      switch piece {
      case .words(let words):
        let text = Self.escaped(words)
        html += open.isEmpty ? text : "<mark title=\"\(open.joined(separator: " "))\">\(text)</mark>"
      case .opening(let claim): open.append(claim)
      case .closing(let claim):
        open.removeAll { $0 == claim }
        html += "<sup><a id=\"\(prefix)in-\(claim)\" href=\"#\(prefix)\(claim)\">\(claim)</a></sup>"
      }
    }
  }

  private mutating func write(_ claim: ExplainedArticle.ExplainedClaim) {
    html += "<section id=\"\(prefix)\(claim.id)\">\n"
    html +=
      "<h3><a href=\"#\(prefix)in-\(claim.id)\">\(claim.id)</a> \(Self.escaped(claim.head))</h3>\n<dl>\n"
    for row in claim.rows {
      html += "<dt>\(row.label)</dt><dd>\(Self.escaped(row.value))"
      html += row.note.isEmpty ? "</dd>\n" : " <small>(\(Self.escaped(row.note)))</small></dd>\n"
    }
    html += "</dl>\n</section>\n"
  }

  /// Text with the characters of markup escaped and controls, which HTML has no place for, replaced.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t": result.append(scalar)
      default: result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  private static let style = """
    body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}\
    mark{background:#fd66;color:inherit}section{margin:0 0 1rem 1rem;border-left:3px solid #fd6;padding-left:.8rem}\
    section:target{border-color:#e60}h3{font-size:1rem;margin:.5rem 0}dl{display:grid;grid-template-columns:7rem 1fr;margin:0}\
    dt{opacity:.7}dd{margin:0}
    """

  /// The style sheet's hash, by which the page's policy lets it in.
  private static var styleHash: String {
    var hash = SHA256()
    hash.update(style)
    let digest = hash.finalize()
    return Base64.encode(digest.indices.map { digest[$0] })
  }
}
