"""Pairs of texts that diffs are measured on: of corpora where they are there, else made up; always the same."""

import collections
import dataclasses
import json
import random
import re

from shape_corpora import Author
from support import corpus
from support.child import Failed

SEED = 18
CORPORA = ("site-policy", "ota-pga", "code-civil", "kz-laws")
_LEAST_BYTES, _MOST_BYTES = 98_000, 134_000
_WORD = re.compile(rb"[^\W\d_]{4,}", re.ASCII)


@dataclasses.dataclass(frozen=True)
class Pair:
    """An old text and a new one, in bytes."""

    name: str
    older: bytes
    newer: bytes


def histories(name):
    """The texts of each document of a corpus, in the order of its lines; None where it is not there."""
    try:
        path = corpus.find(name)
    except Failed:
        return None
    found = collections.defaultdict(list)
    with corpus.Lines(path) as lines:
        for line in lines:
            state = json.loads(line)
            if state["body"] is not None:
                found[state["document"]].append(state["body"].encode())
    return dict(found)


def neighbours(texts):
    """All pairs of neighbouring editions that differ."""
    return [Pair(document, older, newer) for document, editions in texts.items()
            for older, newer in zip(editions, editions[1:]) if older != newer]


def _made_up(size_bytes, seed):
    """A text of paragraphs."""
    author, parts, size = Author(seed), [], 0
    while size < size_bytes:
        parts.append(" ".join(author.paragraph(600)).encode() + b"\n\n")
        size += len(parts[-1])
    return b"".join(parts)


def _joined(texts, size_bytes):
    """Different documents one after the other, cut at a line end; made up where there are too few."""
    latest = [editions[-1] for _, editions in sorted((texts or {}).items())]
    random.Random(SEED).shuffle(latest)
    joined = b"\n\n".join(latest)
    if len(joined) < size_bytes:
        joined += _made_up(size_bytes - len(joined), SEED)
    return joined[:joined.index(b"\n", size_bytes - 1) + 1 if b"\n" in joined[size_bytes - 1:] else size_bytes]


def change_lines(text, count):
    """`text` with one word changed in each of `count` lines, evenly spread."""
    lines = text.split(b"\n")
    able = [i for i, line in enumerate(lines) if len(_WORD.findall(line)) > 3]
    for place in range(count):
        at = able[place * len(able) // count]
        found = list(_WORD.finditer(lines[at]))
        word = found[len(found) // 2]
        lines[at] = lines[at][:word.start()] + b"otherwise" + lines[at][word.end():]
    return b"\n".join(lines)


def scatter(text, count):
    """`text` with `count` words, anywhere, replaced, taken out or doubled."""
    rng = random.Random(SEED)
    words = list(_WORD.finditer(text))
    parts, at = [], 0
    for place in sorted(rng.sample(range(len(words)), count)):
        word = words[place]
        new = (b"otherwise", b"", word.group() + b" moreover")[rng.randrange(3)]
        parts += [text[at:word.start()], new]
        at = word.end()
    return b"".join([*parts, text[at:]])


def _in_range(text):
    return _LEAST_BYTES <= len(text) <= _MOST_BYTES


def _changed_lines(pair):
    return sum((collections.Counter(pair.older.split(b"\n"))
                - collections.Counter(pair.newer.split(b"\n"))).values())


def _policies(texts):
    """Texts of 98 to 134 KB: next editions with many and with few changes, and editions far from each other."""
    if texts is None:
        older = _made_up(98_000, SEED)
        return [Pair("made up, scattered", older, scatter(older, 300)),
                Pair("made up, 98 → 134 KB", older, scatter(older, 300) + _made_up(36_000, SEED + 1))]
    pairs = [pair for pair in neighbours(texts) if _in_range(pair.older) and _in_range(pair.newer)]
    pairs.sort(key=lambda pair: (_changed_lines(pair), pair.name))
    chosen = [("few changes", pairs[len(pairs) // 2]), ("many changes", pairs[len(pairs) * 9 // 10]),
              ("most changes", pairs[-1])]
    far = [Pair(document, min(within, key=len), max(within, key=len)) for document, editions in texts.items()
           if (within := [text for text in editions if _in_range(text)])]
    chosen.append(("far apart", max(far, key=lambda pair: len(pair.newer) - len(pair.older))))
    return [Pair(f"{pair.name.removesuffix('.md')}, {what}", pair.older, pair.newer) for what, pair in chosen]


def timed_pairs(texts):
    """What time is taken of; `texts` are the histories of ota-pga, or None."""
    middle, long = _joined(texts, 300_000), _joined(texts, 2_000_000)
    return [*_policies(texts), Pair("300 KB, 18 lines changed", middle, change_lines(middle, 18)),
            Pair("2 MB, 1,000 words changed", long, scatter(long, 1000)),
            Pair("2 MB, 10,000 words changed", long, scatter(long, 10_000))]
