#!/usr/bin/env bash
# Measures the parts of Muragat by themselves, with Google Benchmark: parse, cut, match, diff, codec, commit,
# seek, rebuild.
# Usage: bench/parts.sh [--build DIR] [ARGUMENT OF Google Benchmark…]
# Example: bench/parts.sh --benchmark_filter='diff|match' --benchmark_min_time=0.05
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

folder=$top/build/bench
arguments=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --help)
      sed -n '2,5s/^# //p' "$top/bench/parts.sh"
      exit 0
      ;;
    --build)
      [ $# -gt 1 ] || { echo "parts: --build needs a folder" >&2; exit 2; }
      folder=$2
      shift
      ;;
    --build=*) folder=${1#*=} ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
exec "$folder/bench/parts" --benchmark_counters_tabular=true "${arguments[@]}"
