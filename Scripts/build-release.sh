#!/bin/sh
# Builds the program in release mode, with the Swift libraries inside, as .build/release/dossier. With names of products
# as arguments, these.
set -eu
cd "$(dirname "$0")/.."
echo "building the program (release)"
log=.build/build-release.log
mkdir -p .build
# The manifest of a package asks nothing of the user; only what the compiler says of an error is of interest.
for product in "${@:-dossier}"; do
  if ! swift build -c release --product "$product" --static-swift-stdlib >"$log" 2>&1; then
    grep -E 'error' "$log" | sort -u | head -n 40 >&2 || tail -n 40 "$log" >&2
    echo "the build failed; all of its words are in $log" >&2
    exit 1
  fi
done
