#!/bin/sh
# judge-stix.sh [REPORTS]: shows STIX bundles at scale to stix2-validator (strict, references enforced), python stix2
# (nothing custom) and the extension's own schema: every example, every gold text that may be looked at (the others are
# for scores alone), and so many generated reports (1000), with everything that a report can have, these also in the
# profile for OpenCTI with sightings. Then reads all generated bundles back and compares them with the reports. Fails if
# a judge objects or a report is another.
set -eu
cd "$(dirname "$0")/.."
count=${1:-1000}
Scripts/build-release.sh dossier
Scripts/build-export-benchmark.sh
out=.build/judged-stix
rm -rf "$out"
mkdir -p "$out"
.build/release/dossier export --quiet --format stix --to "$out/" examples/articles 2>/dev/null
for texts in development manners-open; do
  .build/release/dossier export --quiet --format stix --to "$out/$texts/" Tests/Gold/"$texts"/*.txt 2>/dev/null
done
.build-benchmark/release/ExportBenchmark write stix 1 "$count" each >"$out/generated"
.build-benchmark/release/ExportBenchmark write json 1 "$count" together >.build/judged-stix.json
.build/release/dossier export --quiet --format stix --option stix.profile=opencti --option stix.sightings=true \
  --to "$out/opencti/{id}.json" .build/judged-stix.json
for judge in stix stix_extension; do
  echo "judge $judge: examples, gold texts and $count generated reports in both profiles"
  find "$out" -type f | sort | xargs -d '\n' .venv/bin/python "Scripts/judges/$judge.py"
done
echo "read back: $count generated reports"
.build/release/dossier export --format stix --quiet .build/judged-stix.json |
  .build/release/dossier export --format json --quiet - | cmp - .build/judged-stix.json
