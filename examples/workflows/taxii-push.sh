#!/bin/sh
# taxii-push.sh BUNDLE...: adds the objects of STIX bundles to a collection of a TAXII 2.1 server. TAXII_COLLECTION is
# the collection's address, as https://taxii.example/api1/collections/91a7b528-80eb-42ed-a74d-c6fbd5a26116/, TAXII_USER
# and TAXII_PASSWORD who may write there. Needs curl and jq.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for bundle; do
  # TAXII takes an envelope, not a bundle (TAXII 2.1, sections 3.7 and 5.5).
  jq '{objects: .objects}' "$bundle" >"$folder/envelope"
  # The password goes in by the standard input, so that no list of processes shows it.
  curl -fsS --max-time 120 --config - \
    --header 'Content-Type: application/taxii+json;version=2.1' --header 'Accept: application/taxii+json;version=2.1' \
    --data-binary "@$folder/envelope" "${TAXII_COLLECTION%/}/objects/" <<EOF >"$folder/status"
user = "$TAXII_USER:$TAXII_PASSWORD"
EOF
  jq -r '"\(.status): \(.success_count) of \(.total_count) objects added, \(.failure_count) refused"' "$folder/status"
  jq -e '.failure_count == 0' "$folder/status" >/dev/null
done
