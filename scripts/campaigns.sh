#!/usr/bin/env bash
# Runs a campaign against an archive's integrity at full length; what each does, and what came out, is in
# doc/campaigns.md. The short ones are among the tests.
#
#   scripts/campaigns.sh [power-loss|bits|files|operations|kills|readers|verifiers|all]
#
# MURAGAT_SEED repeats one. Ends with 1 where a campaign found anything.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

name=${1:-all}
bash scripts/setup.sh test
quietly 'configuring' cmake --preset dev
build 'building the campaigns' build/dev integrity_test tools_test
build 'building the program' build/dev muragat_program

# run FILTER [VARIABLE=VALUE…]; of the tests in $tests
tests=integrity_test
run() {
  local filter=$1 began=$SECONDS
  shift
  echo "== $filter $*"
  env "$@" "build/dev/tests/$tests" --gtest_brief=1 --gtest_filter="$filter"
  echo "== $((SECONDS - began)) s"
}

power_loss() { run '*PowerLoss*' MURAGAT_CRASH_STATES="${MURAGAT_CRASH_STATES:-100000}"; }
bits() { run '*FlippedBits*' MURAGAT_ALL_BITS=1; }
files() { run 'Damage*'; }
operations() { run '*FailingOperation*'; }
kills() { run '*Kills*' MURAGAT_KILLS="${MURAGAT_KILLS:-10000}"; }
# More than a minute of imports, and ten races.
readers() { run 'Readers*' MURAGAT_READER_IMPORTS="${MURAGAT_READER_IMPORTS:-300}" MURAGAT_WRITER_ROUNDS=10; }
# Both verifiers on proofs of so many random archives, and on damaged proofs of trees of all sizes up to 64.
verifiers() {
  tests=tools_test run 'SecondVerifier.*' MURAGAT_RANDOM_ARCHIVES="${MURAGAT_RANDOM_ARCHIVES:-500}" MURAGAT_PROOF_LEAVES=64
}

case "$name" in
  power-loss) power_loss ;;
  bits | files | operations | kills | readers | verifiers) "$name" ;;
  all) power_loss; bits; files; operations; kills; readers; verifiers ;;
  *)
    echo "campaigns: '$name' is none of: power-loss, bits, files, operations, kills, readers, verifiers, all" >&2
    exit 2
    ;;
esac
