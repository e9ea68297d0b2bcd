"""Fills git and Muragat with the same corpora and prints them beside each other. Started by compare.sh."""

import sys

from support import corpus, table
from support.archive import Refused
from support.child import Failed
from support.reads import Reads
from support.session import main, parser, say
from support.side_by_side import SideBySide

QUICK_QUESTIONS = 200


def options_of(arguments):
    """The command line."""
    made = parser("Fills a bare git repository and an archive from the same corpus, asks both the same\n"
                  "questions, compares every answer with the corpus, and prints bytes, seconds, memory and\n"
                  "reads a second.",
                  "bench/compare.sh site-policy")
    made.add_argument("corpora", nargs="+", metavar="CORPUS",
                      help="a .jsonl or .jsonl.zst file, the name of a corpus, or `all` for those that are "
                           "there and that the program can read")
    made.add_argument("--quick", action="store_true", help="skip `git gc --aggressive` and the reads")
    made.add_argument("--runs", type=int, default=3, metavar="N",
                      help="how often a fill of under 10 s is repeated; the median counts (default 3)")
    return made.parse_args(arguments)


def corpora_of(names):
    """(name, path, whether it may be left out) of each corpus that is asked for."""
    found = []
    for name in names:
        if name != "all":
            path = corpus.find(name)
            found.append((path.name.removesuffix(".zst").removesuffix(".jsonl"), path, False))
            continue
        for one in corpus.ALL:
            try:
                found.append((one, corpus.find(one), True))
            except Failed:
                say(f"{one}: not on this machine")
    if not found:
        raise Failed("there is no corpus: set MURAGAT_CORPORA to the folder that holds `corpora`")
    return found


def compare(session, name, path):
    """The rows of one corpus, printed."""
    sides = SideBySide(session, name, path)
    rows = sides.fill(max(session.options.runs, 1), pack_git=not session.options.quick)
    checked = sides.check()
    reads = Reads(sides)
    if session.options.quick:
        reads.check_in_process(QUICK_QUESTIONS)
    else:
        rows += reads.all()
    session.heading(name, f"{sides.describe()}; {checked:,} answers compared")
    session.table(table.compare_table(rows, session.options.markdown))
    return table.rows_as_json(rows)


def work(session):
    """Compares each corpus. Returns the figures by corpus."""
    figures = {}
    for name, path, may_be_left_out in corpora_of(session.options.corpora):
        try:
            figures[name] = compare(session, name, path)
        except Refused as refused:
            if not may_be_left_out:
                raise
            say(f"{name}: left out, the program does not read it: {refused}")
    return figures


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
