"""Writes sets/warning-list.txt: domains, addresses and hashes of the MISP warning lists that many reports hold and that tell
little by themselves: services that everybody uses, shorteners of links, vendors' own sites, hashes of empty files."""

import re
import sys

from pymispwarninglists import WarningLists

LISTS = (
    "List of LOTS (Living Off Trusted Sites) Project Domains", "List of known URL Shorteners domains",
    "List of known link in Bio domains", "List of known domains to know external IP", "List of known google domains",
    "List of known microsoft domains", "List of known security providers/vendors blog domain",
    "List of known domains used by automated malware analysis services & security vendors",
    "List of known Office 365 URLs", "List of known Windows 10 connection endpoints", "Captive Portal Detection Hostnames",
    "List of known hashes for empty files",
    "List of known hashes with common false-positives (based on Florian Roth input list)",
    "List of hashes for EICAR test virus",
)
# Resolvers of the domain name system that everybody may use.
RESOLVERS = """8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220 4.2.2.1 4.2.2.2 94.140.14.14
94.140.15.15 76.76.2.0 76.76.10.0 77.88.8.8 114.114.114.114 2001:4860:4860::8888 2001:4860:4860::8844 2606:4700:4700::1111
2606:4700:4700::1001 2620:fe::fe 2620:fe::9""".split()

words = set(RESOLVERS)
for name, warning_list in WarningLists().items():
    if name not in LISTS:
        continue
    for value in warning_list.list:
        value = value.lower().strip().removeprefix("*.").strip(".")
        is_domain = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", value)
        if is_domain or re.fullmatch(r"[0-9a-f]{32,128}", value):
            words.add(value)
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("# Domains, addresses and hashes that tell little by themselves, from the MISP warning lists. Made by\n")
    out.write("# Scripts/knowledge.sh, not to be edited by hand\n")
    out.write("\n".join(sorted(words)) + "\n")
