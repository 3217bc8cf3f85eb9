#!/bin/sh
# Shows what the program writes for the examples to the outside judges.
set -eu
cd "$(dirname "$0")/.."
out=.build/judged
rm -rf "$out"
mkdir -p "$out"
for exporter in $(.build/release/dossier exporters list | cut -d ' ' -f 1); do
  .build/release/dossier export --quiet --format "$exporter" --to "$out/$exporter/" examples/articles
done
for judge in Scripts/judges/*.sh; do
  [ -e "$judge" ] || continue
  echo "judge: $(basename "$judge" .sh)"
  "$judge" "$out"
done
