#!/usr/bin/env python3
"""Agreement with another tool's cases of indicators (txt2stix, Apache-2.0): a text each, and whether it holds one of a type.

usage: Scripts/measure/indicators.py FILE.jsonl [DOSSIER]

Lines have `type`, `text` and `positive`. Only types that we have kinds for are counted. A case that is positive wants an
indicator of the kind anywhere in the text, one that is not wants none. Every disagreement is shown.
"""

import collections
import json
import subprocess
import sys

KINDS = {
    "ipv4_address_only": ["ipv4-addr"], "ipv4_address_cidr": ["ipv4-addr"], "ipv4_address_port": ["ipv4-addr"],
    "ipv6_address_only": ["ipv6-addr"], "ipv6_address_cidr": ["ipv6-addr"], "ipv6_address_port": ["ipv6-addr"],
    "domain_name_only": ["domain-name"], "domain_name_subdomain": ["domain-name"], "url": ["url"], "url_file": ["url"],
    "url_path": ["url"], "file_name": ["file-name"], "directory_windows": ["file-path"],
    "directory_windows_with_file": ["file-path"], "directory_unix": ["file-path"], "directory_unix_file": ["file-path"],
    "file_hash_md5": ["md5"], "file_hash_sha_1": ["sha-1"], "file_hash_sha_256": ["sha-256"], "file_hash_sha_512": ["sha-512"],
    "email_address": ["email-addr"], "mac_address": ["mac-addr"], "windows_registry_key": ["windows-registry-key"],
    "user_agent": ["user-agent"], "autonomous_system_number": ["autonomous-system"],
    "cryptocurrency_btc_wallet": ["bitcoin-address"], "cryptocurrency_eth_wallet": ["ethereum-address"],
    "cryptocurrency_xmr_wallet": ["monero-address"], "cve_id": ["cve"], "cpe_uri": ["cpe"], "mitre_capec": ["capec"],
    "mitre_cwe": ["cwe"],
}


def main():
    program = sys.argv[2] if len(sys.argv) > 2 else ".build/release/dossier"
    counts = collections.Counter()
    for line in open(sys.argv[1], encoding="utf-8"):
        case = json.loads(line)
        kinds = KINDS.get(case["type"].removeprefix("generic_"))
        if kinds is None:
            continue
        done = subprocess.run(
            [program, "extract", "--scope", "all", "--format", "json", "-"], input=case["text"].encode(), capture_output=True)
        report = json.loads(done.stdout) if done.returncode == 0 and done.stdout else {}
        found = [(i["kind"], i["value"]) for i in report.get("indicators", [])]
        agrees = any(kind in kinds for kind, _ in found) == case["positive"]
        counts[agrees] += 1
        if not agrees:
            print(f"{case['id']}: {case['text']!r} {'wanted' if case['positive'] else 'not wanted'}, found {found}")
    print(f"agreement {counts[True] / max(counts.total(), 1):.3f}  ({counts[True]} of {counts.total()} cases)")


main()
