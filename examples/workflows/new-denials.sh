#!/bin/sh
# new-denials.sh OLD NEW: shows what NEW denies and OLD does not; each side is a report, an article or a folder of them.
# Ends with 0 if there is no new denial, with 1 if there is one, with 2 if a side cannot be read. Needs jq.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
status=0
dossier diff "$1" "$2" --format json >"$folder/changes" || status=$?
[ "$status" -le 1 ] || exit 2
# A denial is new, or it is a claim that was affirmed before.
jq -r '
  .added[], (.changed[] | select(any(.fields[]; .field == "polarity")) | .claim)
  | select(.polarity == "deny")
  | "\(.speakers | join(", ")): \(.evidence[0].exact | gsub("\\s+"; " "))"' "$folder/changes" >"$folder/denials"
cat "$folder/denials"
[ ! -s "$folder/denials" ]
