#!/usr/bin/env bash
# Builds the program and shows what it does, on examples/. Leaves the archive and its pages in out/demo.
# Usage: scripts/demo.sh        on Debian 12, as root or with sudo if packages are missing.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

bash scripts/setup.sh demo
quietly 'configuring a release' cmake --preset release -DMURAGAT_BUILD_TESTS=OFF
build 'building the program (a few minutes the first time)' build/release muragat_program

muragat=$top/build/release/muragat
out=out/demo
rm -rf "$out"
mkdir -p "$out"
export MURAGAT_ARCHIVE=$out/archive XDG_DATA_HOME=$top/$out/data # where the key of the archive lies

# Prints a command as one would type it, then runs it.
show() {
  local word line='$ muragat'
  for word in "$@"; do
    case "$word" in
      '' | *[!a-zA-Z0-9_./:=,@%+-]*) line+=" '${word//\'/\'\\\'\'}'" ;;
      *) line+=" $word" ;;
    esac
  done
  printf '\n%s\n' "$line"
  "$muragat" "$@"
}

say() { printf '\n-- %s\n' "$1"; }

say "An empty archive, then every snapshot of examples/snapshots.tsv: one state of a document each."
show init
while IFS=$'\t' read -r file document date reform language source <&3; do
  case "$file" in '' | '#'*) continue ;; esac
  show import "examples/$file" --document "$document" --date "$date" --reform "$reform" \
    --language "$language" --source "$source"
done 3<examples/snapshots.tsv

say "What there is, and the sections of one document."
show documents
show tree kz/elections-and-political-reforms

say "What a section says today, and what it said twenty years ago."
show show 'kz/parliament#Majilis'
show show 'kz/parliament#Majilis' --as-of 2002

say "Its history, and what changed between two days."
show log 'kz/parliament#Majilis'
show diff kz/parliament 2022-06-01 2022-12-31

say "A section that was renamed and moved keeps its history."
show log 'kz/parliament#National Kurultai'

say "The reforms, and all that one of them changed."
show reform list
show reform show 2022-06-05/referendum-of-5-june-2022

say "Is every text what it was? And how big is it all?"
show verify
show stats

say "Pages to read, print and hand on."
show export --to html -o "$out/html"
show export --to html --reform 2022-06-05/referendum-of-5-june-2022 -o "$out/referendum.html"

page=$out/html/index.html
[ -f "$page" ] || { echo "demo: the export left no $page" >&2; exit 1; }
printf '\nDone. Open this page in a browser:\n%s\n' "$top/$page"
