#!/usr/bin/env python3
"""Judge of Markdown briefings: what GitHub's own parser (cmarkgfm) makes of them holds only the structure we wrote.

usage: markdown.py FILE.md [FILE.md ...]

Refuses links, images, raw HTML, emphasis, strike-through and autolinks, which no briefing writes itself; more than
one title; and rows of a table that have more or fewer cells than its head. Exit status 0: all well; 1: a finding,
which is printed; 77: cmarkgfm is not installed.
"""
import sys
from html.parser import HTMLParser

try:
    import cmarkgfm
    from cmarkgfm.cmark import Options
except ImportError:
    print("cmarkgfm is not installed")
    sys.exit(77)

ALLOWED = {
    "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "strong", "code", "table", "thead", "tbody", "tr",
    "th", "td", "hr",
}


class Structure(HTMLParser):
    def __init__(self):
        super().__init__()
        self.findings = []
        self.titles = 0
        self.columns = 0
        self.cells = 0

    def handle_starttag(self, tag, attributes):
        if tag not in ALLOWED:
            self.findings.append(f"<{tag}> near line {self.getpos()[0]} of the HTML: {attributes}")
        if tag == "h1":
            self.titles += 1
        if tag == "table":
            self.columns = 0
        if tag == "tr":
            self.cells = 0
        if tag in ("td", "th"):
            self.cells += 1

    def handle_endtag(self, tag):
        if tag == "tr":
            if self.columns and self.cells != self.columns:
                self.findings.append(f"a row of {self.cells} cells in a table of {self.columns}")
            self.columns = self.columns or self.cells

    def handle_comment(self, text):
        self.findings.append(f"raw HTML: {text}")


def main(names):
    wrong = 0
    for name in names:
        with open(name, encoding="utf-8") as file:
            html = cmarkgfm.github_flavored_markdown_to_html(file.read(), Options.CMARK_OPT_UNSAFE)
        structure = Structure()
        structure.feed(html)
        if structure.titles != 1:
            structure.findings.append(f"{structure.titles} titles")
        for finding in structure.findings:
            print(f"{name}: {finding}")
        wrong += len(structure.findings)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
