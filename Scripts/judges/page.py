#!/usr/bin/env python3
"""Judge of pages: their structure holds only what we write, and a real browser opens them without complaint.

usage: page.py FILE.html [FILE.html ...]

Structure: no script, no event handler, no address but anchors of the page that exist, unique ids, headings that skip
no level, landmarks of different names, heads of tables with a scope, pictures with a title. Browser: headless Chromium logs no message of the console (a
violated Content-Security-Policy would be one), and its tree has the same elements that the file has. Exit status 0: all
well; 1: a finding, which is printed; 77: the structure is well, but there is no Chromium to try.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

TAGS = set(
    "html head meta title style body a main article header p h1 h2 h3 h4 span bdi code nav ul ol li section strong "
    "blockquote div table thead tbody tr th td br mark details summary footer b svg rect path text".split())
ATTRIBUTES = set(
    "lang charset http-equiv content name class href id role tabindex aria-label aria-labelledby scope dir viewbox x y "
    "width height rx d text-anchor".split())


class Structure(HTMLParser):
    def __init__(self):
        super().__init__()
        self.findings, self.ids, self.targets = [], set(), []
        self.level, self.elements = 0, 0
        self.landmarks, self.names, self.heading = [], {}, None

    def handle_starttag(self, tag, attributes):
        self.elements += 1
        if tag not in TAGS:
            self.findings.append(f"<{tag}>")
        for name, value in attributes:
            if name not in ATTRIBUTES:
                self.findings.append(f"<{tag} {name}={value!r}>")
            if name == "href":
                if not value.startswith("#"):
                    self.findings.append(f"address {value!r}")
                self.targets.append(value[1:])
            if name == "id":
                if value in self.ids:
                    self.findings.append(f"id {value} stands twice")
                self.ids.add(value)
        if tag in ("h1", "h2", "h3", "h4"):
            if int(tag[1]) > self.level + 1:
                self.findings.append(f"<{tag}> after level {self.level}")
            self.level = int(tag[1])
            self.heading = dict(attributes).get("id")
        named = dict(attributes)
        if tag in ("section", "nav") or named.get("role") == "region":
            self.landmarks.append(named.get("aria-labelledby", named.get("id")))
        if "aria-label" in named and "id" in named:
            self.names[named["id"]] = named["aria-label"]
        if tag == "th" and not dict(attributes).get("scope"):
            self.findings.append("<th> without scope")
        if tag == "svg" and not dict(attributes).get("aria-labelledby"):
            self.findings.append("<svg> without a name")

    def handle_endtag(self, tag):
        if tag in ("h1", "h2", "h3", "h4"):
            self.heading = None

    def handle_data(self, text):
        if self.heading:
            self.names[self.heading] = self.names.get(self.heading, "") + text

    def handle_comment(self, text):
        self.findings.append(f"comment {text!r}")


def structure(text):
    parser = Structure()
    parser.feed(text)
    parser.findings += [f"no element has the id {target}" for target in parser.targets if target not in parser.ids]
    names = [" ".join(parser.names.get(part, "") for part in (name or "").split()) for name in parser.landmarks]
    twice = sorted({name for name in names if not name or names.count(name) > 1})
    parser.findings += [f"two landmarks are called {name!r}, or one has no name" for name in twice]
    return parser


def browse(browser, name):
    """The tree that the browser makes of a page, and what it logs."""
    with tempfile.TemporaryDirectory() as profile:
        run = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             f"--user-data-dir={profile}", "--enable-logging=stderr", "--v=0", "--dump-dom",
             "file://" + os.path.abspath(name)],
            capture_output=True, timeout=120)
    log = run.stderr.decode("utf-8", "replace").splitlines()
    return run.stdout.decode("utf-8", "replace"), [line for line in log if "CONSOLE" in line]


def main(names):
    browser = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
    wrong = 0
    for name in names:
        with open(name, encoding="utf-8") as file:
            text = file.read()
        written = structure(text)
        findings = list(written.findings)
        if browser:
            tree, messages = browse(browser, name)
            findings += messages
            seen = structure(tree)
            if seen.elements != written.elements:
                findings.append(f"the browser has {seen.elements} elements, the file {written.elements}")
        for finding in findings[:20]:
            print(f"{name}: {finding}")
        wrong += len(findings)
    if wrong:
        return 1
    if not browser:
        print("no Chromium to open pages in")
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
