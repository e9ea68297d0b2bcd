#!/usr/bin/env bash
# Shows Muragat beside git on the same corpora: bytes, seconds, memory, reads a second, right answers.
# Usage: bench/compare.sh CORPUS…|all [--quick] [--runs N] [--markdown] [--json FILE]   (more with --help)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
exec python3 -B "$top/bench/compare.py" "$@"
