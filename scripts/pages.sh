#!/usr/bin/env bash
# Looks at many exported pages as readers do (tests/pages/audit.mjs) and checks their HTML: the example's, those
# of the corpus site-policy, and 500 of fr-everything; what corpora are not there is passed over. Leaves pages
# and photographs in out/pages. Builds first, then takes some minutes; the tests look at a handful.
# Usage: scripts/pages.sh        on Debian 12, as root or with sudo if packages are missing.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

bash scripts/setup.sh browser
bash scripts/setup.sh demo
quietly 'configuring a release' cmake --preset release -DMURAGAT_BUILD_TESTS=OFF
build 'building the program' build/release muragat_program

muragat=$top/build/release/muragat
out=out/pages
rm -rf "$out"
mkdir -p "$out"
corpora=${MURAGAT_CORPORA:-../shared}/corpora
status=0

# audit NAME: checks the pages in out/pages/NAME, 200 at a time.
audit() {
  local name=$1 screens=$out/$1-screens
  mkdir -p "$screens"
  echo "== $name: $(find "$out/$name" -name '*.html' | wc -l) pages"
  find "$PWD/$out/$name" -name '*.html' | sort >"$out/$name.txt"
  xargs -d '\n' -n 200 node tests/pages/audit.mjs "$screens" <"$out/$name.txt" || status=1
  java -jar tests/pages/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html "$out/$name" || status=1
}

while IFS=$'\t' read -r file document date reform language source; do
  case "$file" in '' | '#'*) continue ;; esac
  "$muragat" -q -C "$out/archive" import "examples/$file" --document "$document" --date "$date" --reform "$reform" \
    --language "$language" --source "$source" >/dev/null
done <examples/snapshots.tsv
"$muragat" -q -C "$out/archive" export --to html -o "$out/example"
"$muragat" -q -C "$out/archive" export --to html --history kz/parliament -o "$out/example/every-date.html"
audit example

for corpus in site-policy fr-everything; do
  if [ ! -f "$corpora/$corpus.jsonl.zst" ]; then
    echo "skipped: no corpus $corpus"
    continue
  fi
  quietly "importing $corpus" "$muragat" -q -C "$out/$corpus-archive" import --format jsonl "$corpora/$corpus.jsonl.zst"
  # Up to 500 documents, evenly chosen.
  mapfile -t documents < <("$muragat" -q -C "$out/$corpus-archive" documents --json --as-of 2020 | node -e '
    const ids = require("fs").readFileSync(0, "utf8").trim().split("\n").map(line => JSON.parse(line).document);
    const step = Math.max(1, ids.length / 500);
    for (let at = 0; at < ids.length; at += step) console.log(ids[Math.floor(at)]);')
  "$muragat" -q -C "$out/$corpus-archive" export --to html --as-of 2020 -o "$out/$corpus" -- "${documents[@]}"
  audit "$corpus"
  rm -rf "$out/$corpus-archive"
done
exit "$status"
