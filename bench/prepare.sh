# What the scripts of this folder share; to be sourced with their arguments. Builds the programs with the
# preset `bench`, unless they are asked for help or given a build folder. Ends in the folder of the caller.
# shellcheck shell=bash

called_from=$PWD
# shellcheck source-path=SCRIPTDIR source=../scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../scripts/common.sh"

needs_no_build() {
  local argument
  for argument in "$@"; do
    case "$argument" in -h | --help | --build | --build=*) return 0 ;; esac
  done
  return 1
}

if ! needs_no_build "$@"; then
  {
    bash scripts/setup.sh bench
    quietly 'configuring the benchmarks' cmake --preset bench
    build 'building the benchmarks (a few minutes the first time)' build/bench muragat_benchmarks
  } >&2
fi
cd "$called_from" || exit
