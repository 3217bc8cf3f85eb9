"""Writes catalogues/sectors.tsv: sectors.tsv beside this file, with the ids of the MISP galaxy (CC0)."""

import pathlib
import sys

import pymispgalaxies

uuids = {value.value: value.uuid for value in pymispgalaxies.Clusters().get("sector").values()}
source = pathlib.Path(__file__).parent / "sectors.tsv"


def any_case(cell):
    return "|".join(form + "~" for form in cell.split("|") if form)


with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("# Sectors: made by Scripts/knowledge.sh from Scripts/knowledge/sectors.tsv; not to be edited by hand\n")
    out.write("id\tkind\tname\ten\tfr\tde\tes\tit\tidentifiers\n")
    for line in source.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        ident, value, *languages = line.split("\t")
        english = languages[0].split("|")
        cells = ["|".join(english[1:])] + languages[1:]
        cells = [f"sector.{ident}", "sector", english[0] + "~", *map(any_case, cells), f"misp-galaxy:{uuids[value]}"]
        out.write("\t".join(cells) + "\n")
