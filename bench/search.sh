#!/usr/bin/env bash
# Compares `muragat phrase` with `git log -S`, `muragat search` with SQLite's FTS5, and an import with and
# without the index of words. Usage: bench/search.sh [CORPUS…] [--quick] [--markdown] (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/search.py" "$@"
