"""Questions drawn from a corpus, the same in every run."""

import random

from support import dates

SEED = 2022


def draw_texts(states, truth, count):
    """Up to `count` states with a text that stands at their own date, in random order."""
    asked = [state for state in states if not state.removed and truth.stands_at_its_date(state)]
    return random.Random(SEED).sample(asked, min(count, len(asked)))


def draw_any(states, truth, count):
    """Up to `count` states, removals among them, that stand at their own date, in random order."""
    asked = [state for state in states if truth.stands_at_its_date(state)]
    return random.Random(SEED + 1).sample(asked, min(count, len(asked)))


def draw_dates(states, truth, count):
    """`count` random (document, second, state that stands then or None).

    Half of the dates are within a day of the date of some state, of any document; half are anywhere between
    the first date and two years after the last that is not in a far future (95 of 100 dates are before it).
    """
    rng = random.Random(SEED + 2)
    firsts = sorted(state.first for state in states)
    begin, end = firsts[0], firsts[len(firsts) * 95 // 100] + 2 * 366 * 86_400
    documents = truth.documents
    drawn = []
    for _ in range(count):
        document = rng.choice(documents)
        beside = rng.random() < 0.5
        at = rng.choice(firsts) + rng.randint(-86_400, 86_400) if beside else rng.randint(begin, end)
        at = min(max(at, -62_135_596_800), dates.LAST_SECOND)
        drawn.append((document, at, truth.ask(document, at)))
    return drawn


def address_of(document):
    """A document's address for `muragat`: # and % are written %23 and %25."""
    return document.replace("%", "%25").replace("#", "%23")
