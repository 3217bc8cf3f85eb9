"""Writes catalogues/states.tsv: names of states from CLDR (package Babel), the rest from states.tsv beside this file."""

import pathlib
import sys

from babel import Locale
from wordfreq import zipf_frequency

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


def german(adjectives, inhabitants):
    forms = [stem + ending for stem in adjectives for ending in ("", "e", "er", "es", "en", "em")]
    return forms + inhabitants


def spanish(word):
    if word.endswith("o"):
        return [word, word[:-1] + "a", word + "s", word[:-1] + "as"]
    if word.endswith(("és", "án", "ón")):
        stem = word[:-2] + {"é": "e", "á": "a", "ó": "o"}[word[-2]] + word[-1]
        return [word, stem + "a", stem + "es", stem + "as"]
    if word.endswith("ol"):
        return [word, word + "a", word + "es", word + "as"]
    return [word, word + "s"] if word else []


def italian(word):
    if word.endswith(("sco", "eco", "rco")):
        return [word, word[:-1] + "a", word[:-1] + "hi", word[:-1] + "he"] if word != "greco" else [word, "greca", "greci", "greche"]
    if word.endswith("co"):
        return [word, word[:-1] + "a", word[:-1] + "i", word[:-1] + "he"]
    if word.endswith("o"):
        return [word, word[:-1] + "a", word[:-1] + "i", word[:-1] + "e"]
    if word.endswith("a"):
        return [word, word[:-1] + "i", word[:-1] + "e"]
    return [word, word[:-1] + "i"] if word else []


def is_ordinary(word):
    """Whether a word of another language is one of English or French too: chinos are trousers."""
    return word in ("chinos", "chinas") or max(zipf_frequency(word, "en"), zipf_frequency(word, "fr")) >= 2.8


def listed(cell):
    return [item for item in cell.split("|") if item]


def demonyms():
    """Forms by language, and names of capitals, by the state's code; words of English and French are left out."""
    result = {}
    for line in (here / "demonyms.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        code, adjectives, inhabitants, es, it, capitals = (line.split("\t") + [""] * 6)[:6]
        forms = {
            "de": german(listed(adjectives), listed(inhabitants)),
            "es": [form for word in listed(es) for form in spanish(word)],
            "it": [form for word in listed(it) for form in italian(word)],
        }
        for language, words in forms.items():
            forms[language] = [word for word in words if not is_ordinary(word)]
        result[code] = (forms, capitals)
    return result


def main(output):
    others = demonyms()
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
            "metonyms": "|".join(dict.fromkeys(listed(metonyms) + listed(others.get(code, ({}, ""))[1]))),
            "demonyms_en": demonyms_en, "demonyms_fr": demonyms_fr,
            **{f"demonyms_{language}": "|".join(others.get(code, ({}, ""))[0].get(language, [])) for language in LANGUAGES[1:]},
            "identifiers": f"iso-3166-1:{code.upper()}" if code != "xk" else "",
        }
        rows.append(row)
    columns = ["id", "kind", "name", "en"] + LANGUAGES + [
        "aliases", "acronyms", "metonyms", "demonyms_en", "demonyms_fr", "demonyms_de", "demonyms_es", "demonyms_it",
        "identifiers"]
    rows.sort(key=lambda row: row["id"])
    with open(output, "w", encoding="utf-8") as out:
        out.write("# States: made by Scripts/knowledge.sh from CLDR and Scripts/knowledge/states.tsv; not to be edited by hand\n")
        out.write("\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(row[column] for column in columns).rstrip("\t") + "\n")


main(sys.argv[1])
