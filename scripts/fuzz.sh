#!/usr/bin/env bash
# Fuzzes the readers of outside formats, of stored records and of proofs under AddressSanitizer and
# UndefinedBehaviorSanitizer, each for some seconds, as many at a time as there are cores, beginning with its
# seeds. Builds first, with clang. Ends with the executions of each reader; exit 1 if one of them was broken:
# what broke it is in build/fuzz/findings.
# Usage: scripts/fuzz.sh [SECONDS [READER...]]      (default: 20, all of tests/fuzz/seeds)
# Example: scripts/fuzz.sh 3600 html warc
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case "${1:-}" in
  -h | --help)
    sed -n '2,7s/^# //p' scripts/fuzz.sh
    exit 0
    ;;
esac

seconds=${1:-20}
readers=("${@:2}")
[ ${#readers[@]} -gt 0 ] || mapfile -t readers < <(ls tests/fuzz/seeds)
bash scripts/setup.sh ci
quietly 'configuring the fuzzer' cmake --preset fuzz
build 'building the fuzzer' build/fuzz muragat_fuzz
mkdir -p build/fuzz/findings

# fuzz READER: leaves its log, and a line in READER.result.
fuzz() {
  local reader=$1 corpus=build/fuzz/corpus/$1 log=build/fuzz/$1.log word=ok
  mkdir -p "$corpus"
  MURAGAT_FUZZ_TARGET=$reader build/fuzz/tests/muragat_fuzz -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$reader-" \
    "$corpus" "tests/fuzz/seeds/$reader" >"$log" 2>&1 || word="BROKEN, see $log"
  printf '%-14s %12s executions  %s\n' "$reader" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$word" >"build/fuzz/$reader.result"
}

running=0
for reader in "${readers[@]}"; do
  rm -f "build/fuzz/$reader.result"
  [ "$running" -lt "$jobs" ] || { wait -n; running=$((running - 1)); }
  fuzz "$reader" &
  running=$((running + 1))
done
wait
results=("${readers[@]/#/build/fuzz/}")
results=("${results[@]/%/.result}")
cat "${results[@]}"
! grep -q BROKEN "${results[@]}"
