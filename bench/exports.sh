#!/usr/bin/env bash
# Compares the export of a snapshot with `git archive`, and that of pages with Hugo, on the same texts.
# Usage: bench/exports.sh [CORPUS] [--as-of DATE] [--documents N] [--times N] [--markdown]    (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/exports.py" "$@"
