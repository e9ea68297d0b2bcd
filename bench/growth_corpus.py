"""Makes a corpus ten or a hundred times as large: the same every time.

Usage: growth_corpus.py CORPUS (--revisions N | --documents N) [--questions FILE] >states.jsonl

--revisions N repeats the history of every document N times, at later dates: each time every line of running
text ends in another number, so that the sections have nearly N times as many texts; what one state changes
against the one before it stays the same. --documents N repeats all documents under other names, each time in
words of its own (letters are exchanged for others), so that no copy can be stored as a difference from
another. Headings and front matter stay as they are. Dates become moments six hours apart, in the order of the
corpus' own: a hundred histories of two centuries would not fit before the year 9999. With N = 1 the texts are
the corpus' own.
"""

import argparse
import hashlib
import json
import random
import re
import sys

from support import corpus, dates

SEED = 100
QUESTIONS = 5000
BEGIN_S = -2_208_988_800  # 1900-01-01, in seconds since 1970
STEP_S = 6 * 3600
_UNDERLINE = re.compile(r"(=+|-+)\s*\Z")
_RUNNING_TEXT = re.compile(r"[-*+>\d.\s]*[^\W\d_].{19,}")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


def renumber(line, turn):
    """A line as it stands in a turn of its history: in the first as it is, then with the turn's number."""
    return f"{line} ({turn})" if turn else line


def disguise(line, copy):
    """A line in the words of a copy: vowels and consonants exchanged among themselves."""
    return line.translate(_alphabet(copy)) if copy else line


_alphabets = {}


def _alphabet(copy):
    if copy not in _alphabets:
        rng = random.Random(SEED + copy)
        vowels, consonants = list(_VOWELS), list(_CONSONANTS)
        rng.shuffle(vowels)
        rng.shuffle(consonants)
        lower, others = _VOWELS + _CONSONANTS, "".join(vowels + consonants)
        _alphabets[copy] = str.maketrans(lower + lower.upper(), others + others.upper())
    return _alphabets[copy]


def _may_change(lines):
    """For each line, whether it is running text: no heading, no front matter, nothing short."""
    begins = 0  # behind the front matter
    if lines[0].rstrip() == "---":
        begins = next((i + 1 for i in range(1, len(lines)) if lines[i].rstrip() == "---"), 0)
    for i, line in enumerate(lines):
        underlined = i + 1 < len(lines) and _UNDERLINE.match(lines[i + 1])
        yield i >= begins and not underlined and bool(_RUNNING_TEXT.match(line))


class Base:
    """A corpus in memory, its lines kept once each."""

    def __init__(self, path):
        self._places = {}  # (line, whether it may change) → place in the tables below
        self.lines = []
        self.changing = []
        self.states = []  # (document, rank of the date, reform, author, places of its lines or None)
        self.winners = []  # for each state, whether it is the text as of its own date
        raw, moments = [], set()
        with corpus.Lines(path) as lines:
            for line in lines:
                state = json.loads(line)
                moment = dates.parse(state["date"])[:2]
                moments.add(moment)
                raw.append((state["document"], moment, state["reform"], state.get("author", ""),
                            self._intern(state["body"])))
        ranks = {moment: rank for rank, moment in enumerate(sorted(moments))}
        self.moments = len(ranks)
        last = {}
        for document, moment, *rest in raw:
            last[document, moment] = len(self.states)
            self.states.append((document, ranks[moment], *rest))
        self.winners = [last[document, moment] == i and places is not None
                        for i, (document, moment, _, _, places) in enumerate(raw)]

    def _intern(self, body):
        if body is None:
            return None
        lines = body.split("\n")
        places = []
        for key in zip(lines, _may_change(lines)):
            if key not in self._places:
                self._places[key] = len(self.lines)
                self.lines.append(key[0])
                self.changing.append(key[1])
            places.append(self._places[key])
        return places

    def table(self, change):
        """The lines, those that may change being given to `change`."""
        return [change(line) if may else line for line, may in zip(self.lines, self.changing)]


def grow(base, revisions, documents, out, questions=None):
    """Writes `revisions` turns of `documents` copies and draws questions. Returns how many states."""
    count = sum(base.winners) * revisions * documents
    drawn = set(random.Random(SEED).sample(range(count), min(QUESTIONS, count))) if questions else set()
    written = standing = 0
    for turn in range(revisions):
        for copy in range(documents):
            table = base.table(lambda line: disguise(renumber(line, turn), copy))
            for (document, rank, reform, author, places), wins in zip(base.states, base.winners):
                state = {"document": f"copy-{copy}/{document}" if copy else document,
                         "date": dates.write(BEGIN_S + (turn * base.moments + rank) * STEP_S),
                         "reform": f"{reform} ({turn})" if turn else reform, "author": author,
                         "body": None if places is None else "\n".join([table[place] for place in places])}
                out.write(json.dumps(state, ensure_ascii=False).encode() + b"\n")
                written += 1
                if wins:
                    if standing in drawn:
                        body = state["body"].encode()
                        questions.write(f"{state['document']}\t{state['date']}\t-\t{len(body)}\t"
                                        f"{hashlib.sha256(body).hexdigest()}\n")
                    standing += 1
    return written


def main(arguments):
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("corpus", metavar="CORPUS")
    made.add_argument("--revisions", type=int, default=1, metavar="N")
    made.add_argument("--documents", type=int, default=1, metavar="N")
    made.add_argument("--questions", metavar="FILE")
    options = made.parse_args(arguments)
    base = Base(corpus.find(options.corpus))
    if not options.questions:
        grow(base, options.revisions, options.documents, sys.stdout.buffer)
        return
    with open(options.questions, "w", encoding="utf-8") as questions:
        grow(base, options.revisions, options.documents, sys.stdout.buffer, questions)


if __name__ == "__main__":
    main(sys.argv[1:])
