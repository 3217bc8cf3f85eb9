#!/bin/sh
# Everything that must hold, in the order of what is quickest to fail. Ends with one line that says how it went.
set -u
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH" DOSSIER_PYTHON="$PWD/.venv/bin/python3"
failed=""

step() {
  name=$1
  shift
  echo "== $name"
  if "$@"; then :; else
    failed="$failed $name"
    echo "== $name: FAILED"
  fi
}

tests() {
  log=.build/tests.log
  mkdir -p .build
  if swift test --skip-build >"$log" 2>&1; then status=0; else status=$?; fi
  grep -E '^(✘|↳)|SKIPPED|recorded an issue|error:|^score ' "$log" | head -n 200
  grep -E 'Test run with' "$log" | tail -n 1
  [ "$status" = 0 ] || echo "all words of the tests are in $log"
  return "$status"
}

# The exporter in a package of its own, built into the same place: only its own files are compiled.
example() (
  cd examples/custom-exporter || exit 1
  swift build --build-tests --scratch-path ../../.build >../../.build/example.log 2>&1 || {
    grep -E 'error' ../../.build/example.log | sort -u
    exit 1
  }
  swift test --skip-build --scratch-path ../../.build >>../../.build/example.log 2>&1 || {
    grep -E '^(✘|↳)|error:' ../../.build/example.log
    exit 1
  }
  grep -E 'Test run with [1-9]' ../../.build/example.log | tail -n 1
  ln -sf dossier-replies ../../.build/debug/dossier-export-replies
  ../../.build/debug/dossier exporters test ../../.build/debug/dossier-export-replies | grep -v '^kept' && exit 1
  ../../.build/debug/dossier-replies export --quiet ../articles/en-north-sea-ports.html --format replies \
    2>/dev/null | grep -q '^GRU: contested (c'
)

build() { swift build --build-tests >.build/build-tests.log 2>&1 || { grep -E 'error' .build/build-tests.log | sort -u; return 1; }; }

mkdir -p .build
step formatting swift format lint --strict -r Package.swift Sources Plugins Tests examples
step build build
case "$failed" in *build*) echo "make test: FAILED:$failed"; exit 1 ;; esac
step release Scripts/build-release.sh
step tests tests
step example example
step judges Scripts/judge.sh

if [ -n "$failed" ]; then
  echo "make test: FAILED:$failed"
  exit 1
fi
echo "make test: passed"
