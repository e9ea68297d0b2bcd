#!/usr/bin/env bash
# Installs, by apt, what a part of the work needs and this machine does not have yet.
#
#   scripts/setup.sh [demo|test|ci|bench|browser]
#
#   demo     compiler, build tools and libraries: enough for the program
#   test     (default) the same and the test libraries
#   ci       the same and clang, its sanitizers, clang-format and clang-tidy, and python3 for the checks of bench/
#   bench    what demo installs, and what the benchmarks (bench/) need
#   browser  Chromium, fonts and Java, for the tests that look at an exported page, and, by npm where it is
#            there, what drives and checks them (tests/pages/); they skip without it
#
# Exit: 0 everything is there; 1 something is missing and could not be installed (it says what); 2 usage.
# Asks nothing, downloads nothing when nothing is missing.
set -euo pipefail

export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
export PATH="${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin" # dpkg wants ldconfig

demo_packages=(
  g++ cmake ninja-build ccache
  librocksdb-dev libzstd-dev libcli11-dev libicu-dev libssl-dev libsimdjson-dev libxxhash-dev
  nlohmann-json3-dev libmd4c-dev libmd4c-html0-dev libgumbo-dev libpugixml-dev
  zlib1g-dev libbz2-dev liblzma-dev libexpat1-dev libgit2-dev libstemmer-dev libarchive-dev
)
test_packages=(libgtest-dev librapidcheck-dev git libxml2-utils zstd)
ci_packages=(clang libclang-rt-14-dev clang-format clang-tidy python3)
bench_packages=(libbenchmark-dev libsqlite3-dev diffutils git php-cli php-wikidiff2 python3 time zstd hugo)
browser_packages=(chromium fonts-noto-core fonts-noto-cjk default-jre-headless)

part=${1:-test}
case "$part" in
  demo) packages=("${demo_packages[@]}") ;;
  test) packages=("${demo_packages[@]}" "${test_packages[@]}") ;;
  ci) packages=("${demo_packages[@]}" "${test_packages[@]}" "${ci_packages[@]}") ;;
  bench) packages=("${demo_packages[@]}" "${bench_packages[@]}") ;;
  browser) packages=("${browser_packages[@]}") ;;
  *)
    echo "setup: '$part' is none of: demo, test, ci, bench, browser" >&2
    exit 2
    ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "setup: this is no Debian (no dpkg-query or apt-get); going on with what is here." >&2
  echo "setup: on Debian it would see to: ${packages[*]}" >&2
  exit 0
fi

# Prints the packages that are not installed, one a line.
missing_packages() {
  local installed package
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null || true)
  for package in "${packages[@]}"; do
    grep -qxF "installed $package" <<<"$installed" || echo "$package"
  done
}

pages=$(dirname "${BASH_SOURCE[0]}")/../tests/pages
if [ "$part" = browser ] && command -v npm >/dev/null && [ ! -d "$pages/node_modules/vnu-jar" ]; then
  npm ci --prefix "$pages" --no-audit --no-fund --silent >&2 ||
    echo "setup: npm could not install what tests/pages/package.json names; the tests that need it skip" >&2
fi

mapfile -t missing < <(missing_packages)
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  elif command -v sudo >/dev/null && [ -t 0 ] && [ -t 2 ]; then
    as_root=(sudo) # somebody is there to type a password
  else
    echo "setup: missing packages: ${missing[*]}" >&2
    echo "setup: neither root nor a sudo that asks nothing; run as root: apt-get update && apt-get install ${missing[*]}" >&2
    exit 1
  fi
fi

log=$(mktemp "${TMPDIR:-/tmp}/muragat-setup.XXXXXX")
trap 'rm -f "$log"' EXIT
echo "setup: installing with apt: ${missing[*]}" >&2

# apt as root, quietly; env because sudo drops variables.
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH="$PATH" \
    apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1
}

# A repository of somebody else's that cannot be reached must not stop us: what counts is the install.
apt update || echo "setup: apt-get update had errors; trying with the lists as they are" >&2
if ! apt install --yes --no-install-recommends "${missing[@]}"; then
  tail -n 20 "$log" >&2
  echo "setup: apt-get could not install: ${missing[*]}" >&2
  echo "setup: see above; then run as root: apt-get update && apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "setup: done" >&2
