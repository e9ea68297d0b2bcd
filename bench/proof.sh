#!/usr/bin/env bash
# Compares `muragat verify` with `git fsck --full` of the same history, and says what a proof takes.
# Usage: bench/proof.sh [CORPUS] [--times N] [--markdown] [--json FILE]      (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/proof.py" "$@"
