#!/usr/bin/env bash
# Compares the import of one state into a filled archive with what RocksDB alone takes to write as much.
# Usage: bench/one_state.sh [CORPUS] [--times N] [--markdown] [--json FILE]      (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/one_state.py" "$@"
