#!/usr/bin/env python3
"""Turns states in the exchange format into a stream for `git fast-import`.

Usage: jsonl_to_fast_import.py <states.jsonl >stream

Each run of lines with equal date and reform becomes one commit of the branch main; a state whose body is null
deletes the document's file. Git 2.39 has no dates before 1970: such become one second after the epoch.
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from support import dates  # noqa: E402  (the folder of this file must be on the path first)

WHO = b"archivist <archivist@example.org>"
_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n"}


def quote(path):
    """A path as fast-import reads it between quotation marks."""
    return b'"' + path.translate(_ESCAPES).encode() + b'"'


def data(content):
    """A counted block of bytes."""
    return b"data %d\n%b\n" % (len(content), content)


def convert(lines, out):
    """Writes the stream of `lines` to `out`. Returns how many commits it makes."""
    commits, current = 0, None
    for line in lines:
        state = json.loads(line)
        run = (state["date"], state["reform"])
        if run != current:
            current = run
            commits += 1
            seconds = max(dates.parse(state["date"])[0], 1)
            out.write(b"commit refs/heads/main\ncommitter %b %d +0000\n" % (WHO, seconds))
            out.write(data(state["reform"].encode()))
        if state["body"] is None:
            out.write(b"D %b\n" % quote(state["document"]))
        else:
            out.write(b"M 100644 inline %b\n" % quote(state["document"]))
            out.write(data(state["body"].encode()))
    out.write(b"done\n")
    return commits


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(__doc__.strip())
        sys.exit(0 if sys.argv[1] in ("-h", "--help") else 2)
    convert(sys.stdin.buffer, sys.stdout.buffer)
