"""Corpora in the exchange format: where they are, and what their lines say."""

import dataclasses
import hashlib
import json
import os
import pathlib
import subprocess
from typing import Optional

from support import dates
from support.child import Failed

TOP = pathlib.Path(__file__).resolve().parents[2]
# In the order in which `all` takes them: the small ones first.
ALL = ("code-civil", "site-policy", "kz-laws", "ota-pga", "dc-html-title1", "za-by-laws-akn", "fr-everything")


def _folders(name):
    given = os.environ.get("MURAGAT_CORPORA")
    top = pathlib.Path(given) if given else TOP.parent / "shared"
    return [top / name, top] if given else [top / name]


def find(name):
    """The path of a corpus: a path that is there, or a bare name in the corpora's folder. Raises Failed."""
    if os.path.isfile(name):
        return pathlib.Path(name).resolve()
    for folder in _folders("corpora"):
        path = folder / f"{name}.jsonl.zst"
        if path.is_file():
            return path
    raise Failed(f"there is no corpus {name}: give a file, or set MURAGAT_CORPORA to the folder that holds "
                 "`corpora`")


def find_peer():
    """The path of the corpora's own converter for git, or None."""
    for folder in _folders("peers"):
        path = folder / "jsonl-to-fast-import"
        if path.is_file():
            return path
    return None


def _is_compressed(path):
    with open(path, "rb") as file:
        return file.read(4) == b"\x28\xb5\x2f\xfd"


class Lines:
    """The lines of a corpus, decompressed by the program zstd where need be. A context manager."""

    def __init__(self, path):
        self._path = path
        self._process = None

    def __enter__(self):
        if not _is_compressed(self._path):
            self.file = open(self._path, "rb")
            return self.file
        command = ["zstd", "-dcq", "--long=27", "--", self._path]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.file = self._process.stdout
        return self.file

    def __exit__(self, kind, *_):
        self.file.close()
        if self._process and self._process.wait() != 0 and kind is None:
            raise Failed(f"{self._path} could not be decompressed")


@dataclasses.dataclass(slots=True)
class State:
    """One line of a corpus; of its text only size and SHA-256."""

    line: int  # 0 …
    run: int  # which run of equal (date, reform) it belongs to, 0 …: the commit in git
    document: str
    date: str
    first: int  # of its date, seconds since 1970
    precision: int
    last: int
    size_bytes: int
    sha256: Optional[bytes]  # None: the document is removed

    @property
    def removed(self):
        return self.sha256 is None


def read_states(path):
    """All states of a corpus. Raises Failed where a line is none."""
    states, run, current = [], -1, None
    with Lines(path) as lines:
        for number, line in enumerate(lines):
            try:
                fields = json.loads(line)
                key = (fields["date"], fields["reform"])
                first, precision, last = dates.parse(fields["date"])
                body = fields["body"]
                document = fields["document"]
            except (ValueError, KeyError, TypeError) as error:
                raise Failed(f"{path} line {number + 1} is no state: {error}") from error
            if key != current:
                current, run = key, run + 1
            encoded = b"" if body is None else body.encode()
            states.append(State(number, run, document, fields["date"], first, precision, last, len(encoded),
                                None if body is None else hashlib.sha256(encoded).digest()))
    if not states:
        raise Failed(f"{path} holds no state")
    return states
