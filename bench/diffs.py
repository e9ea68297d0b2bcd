"""Compares Muragat's word diff with wikidiff2, git and `diff -d`. Started by diffs.sh."""

import json
import os
import shutil
import statistics
import sys

import diff_texts
from support import table
from support.child import Failed, ProgramFailed
from support.session import main, parser, say

_NO_WIKIDIFF2 = 3  # exit status of diffs/wikidiff2.php
_DIFFERENT = (0, 1)  # exit statuses of git and diff: no difference, some


def options_of(arguments):
    """The command line."""
    made = parser("Takes the time of Muragat's word diff, made readable, beside wikidiff2 (both within their\n"
                  "processes) and git diff --word-diff (both as processes), and counts the words that are\n"
                  "changed beside `diff -d`.",
                  "bench/diffs.sh --pairs 50")
    made.add_argument("--pairs", type=int, default=200, metavar="N",
                      help="neighbouring editions of each corpus whose words are counted; 0: all (default 200)")
    made.add_argument("--rounds", type=int, default=5, metavar="N",
                      help="how often each side diffs two texts in each of five turns (default 5)")
    made.add_argument("--corpora", nargs="*", default=diff_texts.CORPORA, metavar="CORPUS",
                      help=f"whose words are counted (default: {' '.join(diff_texts.CORPORA)})")
    return made.parse_args(arguments)


class Timer:
    """Diffs pairs of files with everybody in turn."""

    TURNS = 5

    def __init__(self, session):
        self._session, self._runner = session, session.runner
        self._program = session.program("diff_two_texts")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "diffs", "wikidiff2.php")
        self._wikidiff2 = ["php", script] if shutil.which("php") else None

    def _ask_wikidiff2(self, *arguments):
        """The rounds of wikidiff2, or None where it is missing."""
        if self._wikidiff2 is None:
            return None
        try:
            return json.loads(self._runner.output_of([*self._wikidiff2, *arguments]))
        except ProgramFailed as failure:
            if failure.exit_status != _NO_WIKIDIFF2:
                raise
            self._wikidiff2 = None
            return None

    def take(self, pair):
        """Seconds of all rounds by side."""
        paths = self._session.path("older.txt"), self._session.path("newer.txt")
        for path, text in zip(paths, (pair.older, pair.newer)):
            with open(path, "wb") as file:
                file.write(text)
        taken = {name: [] for name in ("muragat", "table", "inline", "git process", "muragat process")}
        rounds = str(max(self._session.options.rounds, 1))
        for _ in range(self.TURNS):
            own = json.loads(self._runner.output_of([self._program, "time", *paths, rounds]))
            taken["muragat"] += own["readable"]
            for name, seconds in (self._ask_wikidiff2(*paths, rounds) or {}).items():
                taken[name] += seconds
            git = ["git", "--no-pager", "diff", "--no-index", "--no-color", "--word-diff", "--", *paths]
            for name, command in (("git process", git), ("muragat process", [self._program, "show", *paths])):
                for _ in range(3):
                    taken[name].append(self._runner.run(command, exits=_DIFFERENT).wall_s)
        return {name: {"median_s": statistics.median(seconds), "least_s": min(seconds)}
                for name, seconds in taken.items() if seconds}


def _cells(pair, taken):
    """A row of the table of times."""
    def write(name):
        return table.write_figure(1000 * taken[name]["median_s"], table.MILLISECONDS) if name in taken else "skipped"

    def times(name, own):
        return f"{taken[name]['median_s'] / taken[own]['median_s']:.1f}×" if name in taken else "–"

    sizes = f"{len(pair.older) / 1000:,.0f} → {len(pair.newer) / 1000:,.0f} KB"
    return [pair.name, sizes, write("muragat"), write("table"), times("table", "muragat"), write("inline"),
            times("inline", "muragat"), write("muragat process"), write("git process"),
            times("git process", "muragat process")]


def time_all(session):
    """Prints the table of times. Returns the figures by pair."""
    timer, rows, figures = Timer(session), [], {}
    for pair in diff_texts.timed_pairs(diff_texts.histories("ota-pga")):
        say(f"taking the time of: {pair.name}")
        taken = timer.take(pair)
        rows.append(_cells(pair, taken))
        figures[pair.name] = {"older_bytes": len(pair.older), "newer_bytes": len(pair.newer), **taken}
    head = ["", "texts", "Muragat", "wikidiff2", "times", "wikidiff2 inline", "times", "Muragat, process",
            "git, process", "times"]
    session.heading("time of a diff", "medians")
    session.table(table.lay_out(head, rows, "llrrrrrrrr", session.options.markdown))
    return figures


def _minimal_words(session, path):
    """How many lines `diff -d` changes between two files of one word a line."""
    answer = session.runner.output_of(["diff", "-d", path + ".older.words", path + ".newer.words"], exits=_DIFFERENT)
    return sum(line[:1] in (b"<", b">") for line in answer.split(b"\n"))


def _spread(pairs, count):
    """`count` of the pairs, evenly spread; 0: all."""
    if count <= 0 or count >= len(pairs):
        return pairs
    return [pairs[place * len(pairs) // count] for place in range(count)]


def count_words(session, name, texts):
    """The figures of one corpus."""
    pairs = _spread(diff_texts.neighbours(texts), session.options.pairs)
    folder = session.path(f"words-{name}")
    os.mkdir(folder)
    say(f"{name}: counting the changed words of {len(pairs)} pairs")
    for place, pair in enumerate(pairs):
        for end, text in ((".older", pair.older), (".newer", pair.newer)):
            with open(os.path.join(folder, f"{place}{end}"), "wb") as file:
                file.write(text)
    answer = session.runner.output_of([session.program("diff_two_texts"), "count", folder, str(len(pairs))])
    own = [[int(figure) for figure in line.split()] for line in answer.splitlines()]
    if len(own) != len(pairs):
        raise Failed(f"{len(own)} answers to {len(pairs)} pairs")
    minimal = [_minimal_words(session, os.path.join(folder, str(place))) for place in range(len(pairs))]
    shutil.rmtree(folder)
    ratios = [changed / least for (changed, _, _), least in zip(own, minimal) if least]
    return {"pairs": len(pairs), "words": sum(words for _, _, words in own), "minimal": sum(minimal),
            "muragat": sum(changed for changed, _, _ in own), "readable": sum(words for _, words, _ in own),
            "worst_pair": max(ratios, default=1), "over_103": sum(ratio > 1.03 for ratio in ratios)}


def count_all(session):
    """Prints the table of changed words. Returns the figures by corpus."""
    rows, figures = [], {}
    for name in session.options.corpora:
        texts = diff_texts.histories(name)
        if texts is None:
            rows.append([name, "skipped", *[""] * 7])
            continue
        got = figures[name] = count_words(session, name, texts)
        rows.append([name, *(f"{got[key]:,}" for key in ("pairs", "words", "minimal", "muragat")),
                     f"{got['muragat'] / max(got['minimal'], 1):.4f}", f"{got['worst_pair']:.3f}",
                     str(got["over_103"]), f"{got['readable'] / max(got['minimal'], 1):.2f}"])
    head = ["", "pairs", "words of both", "diff -d", "Muragat", "ratio", "worst pair", "pairs over 1.03",
            "readable, ratio"]
    session.heading("changed words", "deleted and inserted tokens, white space and signs among them")
    session.table(table.lay_out(head, rows, "lrrrrrrrr", session.options.markdown))
    return figures


def work(session):
    """Both tables."""
    return {"time": time_all(session), "words": count_all(session)}


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
