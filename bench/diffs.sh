#!/usr/bin/env bash
# Compares Muragat's word diff with wikidiff2 and git in time, and with `diff -d` in changed words.
# Usage: bench/diffs.sh [--pairs N] [--rounds N] [--markdown] [--json FILE]      (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/diffs.py" "$@"
