"""A small corpus for tests."""

import json

from support import dates
from support.corpus import State


def line(document, date, body, reform="Reform"):
    """One line of the exchange format, in bytes."""
    state = {"document": document, "date": date, "reform": reform, "author": "council", "body": body}
    return json.dumps(state, ensure_ascii=False).encode() + b"\n"


def state(document, date, text, number=0):
    """A state whose SHA-256 is its text, so that a test can read it."""
    first, precision, last = dates.parse(date)
    return State(number, 0, document, date, first, precision, last, len(text or b""), text)
