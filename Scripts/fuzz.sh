#!/usr/bin/env bash
# Fuzzes every reader under AddressSanitizer, each for FUZZ_SECONDS (30), starting from Tests/Fuzz/Corpus/FORMAT.
# With names of formats as arguments, only these. What it finds is left in .build/fuzz/FORMAT/.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${FUZZ_SECONDS:-30}
out=.build/fuzz
mkdir -p "$out"

# SwiftPM cannot link libFuzzer to a library, so the modules that reading needs are compiled here one after the other.
flags=(
  -O -parse-as-library -swift-version 6 -package-name dossier
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature InternalImportsByDefault -enable-experimental-feature Lifetimes
  -sanitize=fuzzer,address -I "$out" -I Sources/CLibYAML -I Sources/CLibXML2 -I Sources/CReadingData/include
  -I Sources/CHashing/include
)
for option in $(pkg-config --cflags-only-I libxml-2.0 yaml-0.1); do flags+=(-Xcc "$option"); done

for module in CReadingData CHashing; do
  printf 'module %s { header "%s/Sources/%s/include/%s.h" export * }\n' $module "$PWD" $module $module
done > "$out/module.modulemap"
clang -std=c2x -O1 -c Sources/CReadingData/data.c -I Sources/CReadingData/include -o "$out/CReadingData.o"
clang -std=c2x -O1 -c Sources/CHashing/sha256.c -I Sources/CHashing/include -o "$out/CHashing.o"
for module in DossierText DossierModel DossierYAML DossierReading; do
  echo "compiling $module"
  find "Sources/$module" -name '*.swift' -print0 | sort -z | xargs -0 swiftc "${flags[@]}" -whole-module-optimization \
    -emit-module -emit-module-path "$out/$module.swiftmodule" -module-name "$module" -c -o "$out/$module.o"
done
echo "linking"
swiftc "${flags[@]}" -module-name ReadingFuzzer Tests/Fuzz/ReadingFuzzer.swift "$out"/*.o -o "$out/reading-fuzzer" \
  -lxml2 -lyaml 2> >(grep -v 'Cannot export local symbol' >&2)

export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
formats=("$@")
if [ ${#formats[@]} -eq 0 ]; then
  for folder in Tests/Fuzz/Corpus/*/; do formats+=("$(basename "$folder")"); done
fi
failed=0
for format in "${formats[@]}"; do
  mkdir -p "$out/$format/found"
  echo "fuzzing $format for $seconds seconds"
  if ! DOSSIER_FUZZ_FORMAT=$format "$out/reading-fuzzer" -max_total_time="$seconds" -max_len=16384 -timeout=10 \
    -rss_limit_mb=2048 -artifact_prefix="$out/$format/" -print_final_stats=1 \
    "$out/$format/found" "Tests/Fuzz/Corpus/$format" > "$out/$format.log" 2>&1; then
    failed=1
    grep -E 'ERROR|SUMMARY|Fatal error|Test unit written' "$out/$format.log" || tail -5 "$out/$format.log"
  fi
  grep -E 'stat::number_of_executed_units|stat::average_exec_per_sec' "$out/$format.log" || true
done
exit $failed
