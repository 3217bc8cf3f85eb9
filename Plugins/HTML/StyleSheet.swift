import DossierModel

/// The page's style sheet, and the policy that allows it and nothing else.
enum StyleSheet {
  /// The policy for the page's `<meta>`: no script, no frame, no image, no network, no form.
  static let policy: String = {
    var hash = SHA256()
    hash.update(text)
    let digest = hash.finalize()
    let bytes = Base64.encode(digest.indices.map { digest[$0] })
    return "default-src 'none'; style-src 'sha256-\(bytes)'; base-uri 'none'; form-action 'none'"
  }()

  static let text = """

    :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --faint: #565f6b; --line: #c9d0d8;
      --shade: #f3f5f8; --link: #0b4fa8; --mark: #fff2b8; --denial: #9c1c1c; --focus: #b35900; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14171b; --ink: #e6e9ed; --faint: #a7b0bb; --line: #3a424c; --shade: #1d2228;
        --link: #8fbdff; --mark: #4a4216; --denial: #ff9d94; --focus: #ffb366; }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; max-width: 68rem; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    h1 { font-size: 1.75rem; line-height: 1.25; margin: .75rem 0 .25rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.3rem; margin: 2.25rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.08rem; margin: 1.5rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 0; }
    p, li, td, th, blockquote { overflow-wrap: anywhere; }
    a { color: var(--link); }
    a.ref { text-decoration: none; white-space: nowrap; }
    a.ref:hover { text-decoration: underline; }
    a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--focus);
      outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
    .tlp { display: inline-block; margin: 0; padding: .15rem .6rem; background: #000; color: #fff; font-weight: 700;
      letter-spacing: .02em; }
    .tlp-green { color: #33ff00; } .tlp-amber { color: #ffc000; } .tlp-red { color: #ff2b2b; }
    .meta, .faint, .place { color: var(--faint); font-size: .9rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: .75rem 0; list-style: none; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .94rem; }
    th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: start; vertical-align: top;
      min-width: 6rem; }
    th { background: var(--shade); }
    .denies { color: var(--denial); }
    blockquote { margin: .5rem 0; padding: .35rem .9rem; border-inline-start: 4px solid var(--line); }
    mark { background: var(--mark); color: inherit; }
    .speaker { font-weight: 700; } .cue { text-decoration: underline; text-underline-offset: .2em; }
    .content { font-style: italic; }
    .claim { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .4rem; }
    .claim p { margin: .25rem 0; } .claim ul { margin: .25rem 0; }
    .claim:target, .passage:target { outline: 3px solid var(--focus); }
    .timeline { list-style: none; padding: 0; margin: 0; border-inline-start: 3px solid var(--line); }
    .timeline li { padding: .25rem 0 .75rem 1rem; } .timeline b { display: block; }
    code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .92em;
      overflow-wrap: anywhere; }
    svg { width: 100%; height: auto; min-width: 40rem; }
    svg rect { fill: var(--shade); stroke: var(--line); } svg text { fill: var(--ink); font-size: 14px; }
    svg path { fill: none; stroke: var(--faint); stroke-width: 1.5; }
    svg path.denies { stroke: var(--denial); stroke-dasharray: 6 4; }
    svg .ids { font-size: 11px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
    @media print {
      :root { --paper: #fff; --ink: #000; --faint: #333; --line: #999; --shade: #eee; --link: #000; --mark: #eee;
        --denial: #000; }
      body { max-width: none; padding: 0; font-size: 10pt; } nav, .skip { display: none; }
      .claim, tr, blockquote { break-inside: avoid; } h2, h3 { break-after: avoid; }
      .tlp { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .scroll { overflow: visible; }
    }

    """
}
