#!/usr/bin/env bash
# Fills archives with 10 and 100 times the revisions of a corpus, and 10 times its documents: what grows?
# Usage: bench/growth.sh [CORPUS…] [--max N] [--markdown] [--json FILE]      (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/growth.py" "$@"
