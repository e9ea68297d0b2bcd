#!/usr/bin/env bash
# Builds everything and runs every test.
# Usage: scripts/test.sh [ARGUMENT OF ctest…]      on Debian 12, as root or with sudo if packages are missing.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

bash scripts/setup.sh test

quietly 'configuring the tests' cmake --preset dev "-DMURAGAT_WARNINGS_AS_ERRORS=${CI:+ON}"
build 'building the tests (several minutes the first time)' build/dev all
run_tests build/dev "$@"
