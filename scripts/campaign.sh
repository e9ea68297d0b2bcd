#!/usr/bin/env bash
# Runs the laws of the diff at length: a million random pairs of texts, and all neighbouring editions of the
# corpora, there and back; lineage and blame of 200 generated documents against their truth; and 2,000 phrases
# in each corpus against every edition. Builds first. Takes some minutes; scripts/test.sh runs a part of the same.
# Usage: scripts/campaign.sh [PAIRS [SEED]]      (default: 1000000, another seed each time)
# Example: scripts/campaign.sh 200000 7
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case "${1:-}" in
  -h | --help)
    sed -n '2,6s/^# //p' scripts/campaign.sh
    exit 0
    ;;
esac

export MURAGAT_PAIRS=${1:-1000000} MURAGAT_SEED=${2:-$RANDOM} MURAGAT_EVERY_EDITION=1
bash scripts/setup.sh test
quietly 'configuring the tests' cmake --preset dev
build 'building the tests' build/dev diff_test store_test search_test
echo "pairs: $MURAGAT_PAIRS, seed: $MURAGAT_SEED"
build/dev/tests/diff_test --gtest_filter='DiffLaws.*:*DiffOfCorpora*'
MURAGAT_GENERATED_DOCUMENTS=200 build/dev/tests/store_test --gtest_filter='LineageTruth.*:*BlameTruth.*'
build/dev/tests/search_test --gtest_filter='PhraseHistory.AgreesWith*:*PhraseCorpus*'
