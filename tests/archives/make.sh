#!/usr/bin/env bash
# Makes the archive that is kept for a version of the format, and what it must answer for ever.
#
#   tests/archives/make.sh PROGRAM tests/archives/vN
#
# Run once, when a version of the format is first written; what is there is never made anew. The archive holds
# every kind of record, in tables that were compacted and in some that were not.
set -euo pipefail

program=$(realpath "$1")
[ ! -e "$2" ] || { echo "make.sh: $2 is there already, and frozen" >&2; exit 2; }
mkdir -p "$2"
out=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export MURAGAT_KEY=$work/key XDG_DATA_HOME=$work MURAGAT_ARCHIVE=$out/archive
muragat() { "$program" -q "$@" >/dev/null; }

muragat init --origin example.org/frozen

cat >1995.md <<'END'
# Parliament

The Parliament has two chambers.

## Article 50. Majilis

The Majilis has 67 deputies, elected for four years in single-member districts of about equal size.

## Article 51. Senate

Senators serve six years. Half of them are replaced every three years.
END
muragat import 1995.md --document kz/parliament --date 1995-08-30 --language en \
  --reform "Constitution of 1995" --author Archivist --source https://example.org/parliament
{ sed 's/67/77/; s/four/five/' 1995.md; printf '\n## Article 52. Laws\n\nThe Parliament makes the laws.\n'; } >1998.md
muragat import 1998.md --document kz/parliament --date 1998-10-07 --language en --reform "Amendments of 1998"
sed 's/Article 52/Article 49/; s/makes/adopts/' 1998.md >2007.md
muragat import 2007.md --document kz/parliament --date 2007-05 --language en --reform "Amendments of 2007"
sed 's/67/66/' 1995.md >1996.md # found later than what came after it
muragat import 1996.md --document kz/parliament --date 1996 --language en --reform "Found later"

printf '%s\n\n' '# Парламент' '## Статья 50. Мажилис' 'Мажилис состоит из 67 депутатов.' \
  '## 51-бап. Сенат' 'Сенаторлар алты жылға сайланады.' '## 第五十条 下院' '下院有67名议员。' >other.md
muragat import other.md --document kz/парламент --date 1995-08-30 --language ru --reform "Constitution of 1995"

printf '<!DOCTYPE html><html lang="fr"><title>Sénat</title><main><h1>Sénat</h1>%s</main></html>' \
  '<p>Les sénateurs sont élus pour six ans.</p><h2>Lecture</h2><p>Le texte est lu...</p>' >senate.html
muragat import senate.html --document fr/sénat --date 1804-03-21 --source https://example.org/senat \
  --captured 2021-05-04T10:00:00Z
muragat compact

muragat import other.md --document kz/mistake --date 2001-02-03 --reform "A misprint"
muragat withdraw kz/mistake 2001-02-03 --because "never printed"
muragat remove fr/sénat --date 1852-01-14 --reform "Constitution de 1852"
muragat reform add "Referendum of 5 June 2022" --date 2022-06-08
printf '# Tax\n\n## Rates\n\nA tenth of what grows.\n' >2000.md
printf '# Tax\n\n## Excise\n\nFuel and spirits are taxed by the litre.\n' >2001.md
muragat import 2000.md --document kz/tax --date 2000 --language en
muragat import 2001.md --document kz/tax --date 2001 --language en
muragat link 'kz/tax#s3' 'kz/tax#s2' --because "the same duty by another name"
printf '%s\n' '{"document":"law/one","date":"2000","reform":"Act 1","body":"# One\n\nThe text of one law.\n"}' \
  '{"document":"law/one","date":"2001","reform":"Act 2","body":"# One\n\nAnother text of it.\n"}' \
  '{"document":"law/one","date":"2002","reform":"Act 3","body":"# One\n\nThe text of one law.\n"}' |
  muragat import -
muragat verify

"$program" export --to jsonl --history >"$out/states.jsonl"
"$program" log --json >"$out/log.jsonl"
"$program" lineage kz/parliament --json >"$out/lineage.jsonl"
"$program" blame kz/parliament --json >"$out/blame.jsonl"
"$program" show fr/sénat --as-of 1804 --capture | cmp - senate.html
