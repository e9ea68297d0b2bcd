#!/usr/bin/env bash
# Makes an archive for each code of `verify`, named after it, in which one thing is wrong: folders to look at,
# and to run the program on. What is wrong with each is in tests/integrity/bad_archive.cc; the tests make
# their own.
#
#   tests/archives/make_bad.sh INTEGRITY_TEST DIR
#   tests/archives/make_bad.sh build/dev/tests/integrity_test /tmp/bad
set -euo pipefail

[ ! -e "$2" ] || { echo "make_bad.sh: $2 is there already" >&2; exit 2; }
mkdir -p "$2"
MURAGAT_BAD_ARCHIVES=$(realpath "$2") "$1" --gtest_brief=1 --gtest_filter='Every/BadArchiveOf.*'
echo "made in $2, to be told apart by \`verify\`; V018 by \`verify --against\` the checkpoint beside it"
