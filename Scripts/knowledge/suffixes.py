"""Writes sets/public-suffixes.txt: the rules of the Public Suffix List's ICANN part, in Unicode and in Punycode."""

import pathlib
import sys

import publicsuffixlist

source = pathlib.Path(publicsuffixlist.__file__).parent / "public_suffix_list.dat"
version, icann, rules = "", False, []
for line in source.read_text(encoding="utf-8").splitlines():
    if line.startswith("// VERSION:"):
        version = line.split(": ")[1]
    if "===BEGIN ICANN DOMAINS===" in line:
        icann = True
    if "===END ICANN DOMAINS===" in line:
        icann = False
    if not icann or not line or line.startswith("//"):
        continue
    rule = line.split()[0]
    rules.append(rule)
    plain = ".".join(label if label.isascii() else "xn--" + label.lstrip("!").encode("punycode").decode() for label in rule.split("."))
    if plain != rule:
        rules.append(plain)
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("# Public Suffix List (publicsuffix.org), ICANN part, " + version + ". This Source Code Form is subject to the terms of the\n")
    out.write("# Mozilla Public License, v. 2.0, https://mozilla.org/MPL/2.0/. Made by Scripts/knowledge.sh, not to be edited by hand\n")
    out.write("\n".join(sorted(set(rules))) + "\n")
