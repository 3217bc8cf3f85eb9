"""Writes catalogues/states.tsv: names of states from CLDR (package Babel), the rest from states.tsv beside this file."""

import pathlib
import sys

from babel import Locale

here = pathlib.Path(__file__).parent
OWN_NAMES = {"hk": "Hong Kong", "mo": "Macao", "ps": "Palestine"}
OWN_FRENCH = {"hk": ["Hong Kong"], "mo": ["Macao"], "ps": ["Palestine"]}
LANGUAGES = ["fr", "de", "es", "it"]
# Names that are other things too and need context.
AMBIGUOUS = {"Georgia", "Géorgie", "Jordan", "Chad", "Turkey", "Granada", "Maurice", "Dominica", "Grenade", "Grenada", "Island"}


def flagged(name):
    return name + "?" if name in AMBIGUOUS else name


def variants(name):
    """Short names that CLDR writes with brackets or an ampersand or an SAR suffix."""
    out = [name]
    for tail in (" SAR China", " (R.A.S. chinoise de)", "R.A.S. chinoise de ", " SAR"):
        if tail in name:
            out = [name.replace(tail, "").strip()]
    name = out[0]
    if " & " in name:
        out = [name.replace(" & ", " and "), name]
    if "’" in name:
        out = [n.replace("’", "'") for n in out]
    if "(" in name:
        head = name.split("(")[0].strip()
        inner = name.split("(")[1].rstrip(")")
        out = [head, inner] if head not in ("Congo", "Myanmar") else [head + "?" if head == "Congo" else head]
    return out


def main(output):
    locales = {language: Locale(language) for language in ["en"] + LANGUAGES}
    rows = []
    for line in (here / "states.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = (line.split("\t") + [""] * 6)[:6]
        code, demonyms_en, demonyms_fr, metonyms, aliases, acronyms = cells
        names = {}
        for language, locale in locales.items():
            if code in ("hk", "mo", "ps"):
                names[language] = []
            else:
                names[language] = [flagged(n) for n in variants(locale.territories[code.upper()])]
        name = names["en"][0] if names["en"] else ""
        if code in OWN_NAMES:
            name, names["en"], names["fr"] = OWN_NAMES[code], [], OWN_FRENCH[code]
        if code == "tr":
            name = "Türkiye"
        if code == "cd":
            name, names["en"], names["fr"] = "Democratic Republic of the Congo", [], ["République démocratique du Congo"]
        if code == "cg":
            name, names["en"], names["fr"] = "Republic of the Congo", ["Congo?"], ["République du Congo"]
        if code == "mm":
            name, names["en"], names["fr"] = "Myanmar", [], ["Birmanie", "Myanmar"]
        if code == "us":
            names["en"] = ["United States", "United States of America"]
        row = {
            "id": f"state.{code}", "kind": "state", "name": name, "en": "|".join(n for n in names["en"] if n != name),
            **{language: "|".join(names[language]) for language in LANGUAGES}, "aliases": aliases, "acronyms": acronyms,
            "metonyms": metonyms, "demonyms_en": demonyms_en, "demonyms_fr": demonyms_fr,
            "identifiers": f"iso-3166-1:{code.upper()}" if code != "xk" else "",
        }
        rows.append(row)
    columns = ["id", "kind", "name", "en"] + LANGUAGES + [
        "aliases", "acronyms", "metonyms", "demonyms_en", "demonyms_fr", "identifiers"]
    rows.sort(key=lambda row: row["id"])
    with open(output, "w", encoding="utf-8") as out:
        out.write("# States: made by Scripts/knowledge.sh from CLDR and Scripts/knowledge/states.tsv; not to be edited by hand\n")
        out.write("\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(row[column] for column in columns).rstrip("\t") + "\n")


main(sys.argv[1])
