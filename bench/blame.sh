#!/usr/bin/env bash
# Compares `muragat blame` and `muragat log` with git's on a corpus's most revised document.
# Usage: bench/blame.sh [CORPUS|SHAPE…] [--times N] [--markdown] [--json FILE]      (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/blame.py" "$@"
