#!/usr/bin/env bash
# Compiles the catalogues and lexicons to the table that the program embeds (Sources/CKnowledgeTable/table.bin).
#
# usage: Scripts/knowledge.sh [--catalogues]
#
# With --catalogues the generated catalogues are made anew first, from the packages in Scripts/knowledge/requirements.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = --catalogues ]; then
  python3 -m venv .venv/knowledge
  .venv/knowledge/bin/pip install --quiet --requirement Scripts/knowledge/requirements.txt
  .venv/knowledge/bin/python Scripts/knowledge/states.py Sources/DossierKnowledge/Data/catalogues/states.tsv
  .venv/knowledge/bin/python Scripts/knowledge/sectors.py Sources/DossierKnowledge/Data/catalogues/sectors.tsv
  .venv/knowledge/bin/python Scripts/knowledge/threats.py Sources/DossierKnowledge/Data/catalogues
  .venv/knowledge/bin/python Scripts/knowledge/techniques.py Sources/DossierKnowledge/Data/techniques/attack.tsv
  .venv/knowledge/bin/python Scripts/knowledge/suffixes.py Sources/DossierKnowledge/Data/sets/public-suffixes.txt
  .venv/knowledge/bin/python Scripts/knowledge/warning_lists.py Sources/DossierKnowledge/Data/sets/warning-list.txt
fi
swift build --product KnowledgeCompiler
.build/debug/KnowledgeCompiler Sources/DossierKnowledge/Data Sources/CKnowledgeTable/table.bin
