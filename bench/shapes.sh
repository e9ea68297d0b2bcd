#!/usr/bin/env bash
# Fills git and Muragat with histories that the corpora do not hold, the same every time: bytes and CPU.
# Usage: bench/shapes.sh [SHAPE…] [--scale F] [--markdown] [--json FILE]      (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/shapes.py" "$@"
