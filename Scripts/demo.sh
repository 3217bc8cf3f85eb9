#!/bin/sh
# Exports the example articles by examples/dossier.yaml, names the files and shows the first screen of a briefing.
set -eu
cd "$(dirname "$0")/.."
rm -rf examples/out
echo "dossier export --config examples/dossier.yaml"
.build/release/dossier export --config examples/dossier.yaml
echo
briefing=$(find examples/out -name '*.md' | sort | head -n 1)
if [ -n "$briefing" ]; then
  echo "the first screen of $briefing:"
  echo
  head -n 40 "$briefing"
  echo
fi
echo "files written:"
find examples/out -type f | sort
