# What the scripts share; to be sourced. Goes to the top of the checkout, whose path is then in $top.

export LC_ALL=C.UTF-8
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

# ccache has nowhere to keep its files where there is no home folder to write in.
if [ ! -w "${CCACHE_DIR:-${HOME:-/nonexistent}}" ]; then
  export CCACHE_DISABLE=1
fi

# One folder's objects serve another, where the commands are the same.
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CCACHE_BASEDIR:-$top}

jobs=$(nproc 2>/dev/null || echo 2)

# quietly WHAT COMMAND…: runs a command with its output in build/log/, says WHAT and how long it took.
# Prints the output's end and gives the command's status if it fails.
quietly() {
  local what=$1 began=$SECONDS status=0
  shift
  mkdir -p build/log
  local log="build/log/${what//[^a-zA-Z0-9]/-}.txt"
  printf '== %s ...' "$what"
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -eq 0 ]; then
    printf ' done in %d s\n' $((SECONDS - began))
    return 0
  fi
  printf ' failed (exit %d); the end of %s:\n' "$status" "$log"
  tail -n 60 "$log"
  return "$status"
}

# build WHAT FOLDER TARGET…: builds; on a terminal ninja shows its one line, elsewhere it is quiet.
build() {
  local what=$1 folder=$2
  shift 2
  if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; then
    echo "== $what"
    NINJA_STATUS='   [%f/%t, %es] ' cmake --build "$folder" --parallel "$jobs" --target "$@"
  else
    quietly "$what" cmake --build "$folder" --parallel "$jobs" --target "$@"
  fi
}

# run_tests FOLDER [ARGUMENT OF ctest…]: runs the tests of a build folder, says how many skipped and why.
# Gives ctest's status, or 1 where a test skipped for want of a corpus though the corpora are there.
run_tests() {
  local folder=$1 status=0 log skipped without_corpus
  shift
  ctest --test-dir "$folder" --parallel "$jobs" --output-on-failure --no-tests=error "$@" || status=$?
  log=$folder/Testing/Temporary/LastTest.log
  # A test that skips prints its reason once and "[  SKIPPED ] Name (n ms)" once more in the summary.
  skipped=$(grep -c '^\[  SKIPPED \] .* ms)$' "$log" || true)
  without_corpus=$(grep -c 'no corpus' "$log" || true)
  echo "tests skipped: $skipped, for want of a corpus: $without_corpus"
  if [ "$without_corpus" -gt 0 ] && [ -d ../shared/corpora ]; then
    echo "tests skipped for want of a corpus although ../shared/corpora is there" >&2
    status=1
  fi
  return "$status"
}
