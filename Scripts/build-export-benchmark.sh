#!/bin/sh
# Builds the benchmark of exporters in release mode as .build-benchmark/release/ExportBenchmark. It has the test kit in it,
# which needs Swift's own libraries beside it, so it is built apart from the program, which has them inside.
set -eu
cd "$(dirname "$0")/.."
echo "building the benchmark of exporters (release)"
log=.build/build-export-benchmark.log
mkdir -p .build
if ! swift build -c release --product ExportBenchmark --scratch-path .build-benchmark >"$log" 2>&1; then
  grep -E 'error' "$log" | sort -u | head -n 40 >&2 || tail -n 40 "$log" >&2
  echo "the build failed; all of its words are in $log" >&2
  exit 1
fi
