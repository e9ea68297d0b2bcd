"""Muragat's side: an archive filled by the program, compacted, and asked."""

import json
import os

from support import dates, files
from support.child import Failed, ProgramFailed
from support.questions import address_of

_REFUSED = (2, 6)  # exit statuses of `muragat import`: nothing usable, some states refused
_NOTHING = 3  # exit status of `muragat show`: no text on that date


class Refused(Failed):
    """The program has no reader for this corpus, or did not take all of its states."""


def is_captured(document):
    """Whether a document's text is drawn out of what was received, so that the corpus holds its capture."""
    return document.endswith((".html", ".htm", ".xml"))


class Archive:
    """An archive in the folder `path`, worked on by the program `program`."""

    def __init__(self, program, path, runner):
        self.program, self.path = program, path
        self._runner = runner

    def command(self, *arguments):
        """The program's command line for a verb with its arguments."""
        return [self.program, "-C", self.path, "-q", *arguments]

    def version(self):
        """Such as 0.1.0."""
        return self._runner.output_of([self.program, "--version"]).decode().split()[1].rstrip(",")

    def fill(self, corpus_path):
        """Makes it anew from a corpus. Returns what `muragat import` took. Raises Refused."""
        files.remove(self.path)
        return self.add("--format", "jsonl", corpus_path)

    def fill_from(self, stream):
        """The same from an open file, such as the end of a pipe."""
        files.remove(self.path)
        return self.add("--format", "jsonl", "-", stdin=stream)

    def add(self, *arguments, stdin=None):
        """Runs `muragat import` with these arguments, without the index of words. Returns what that took.

        Raises Refused.
        """
        try:
            return self._runner.run(self.command("import", "--no-index", *arguments), stdin=stdin)
        except ProgramFailed as failure:
            if failure.exit_status in _REFUSED:
                raise Refused(str(failure)) from failure
            raise

    def compact(self):
        """Runs `muragat compact`. Returns what that took."""
        return self._runner.run(self.command("compact"))

    def size_bytes(self):
        """Of the whole folder."""
        return files.size_of(self.path)

    def statistics(self):
        """What `muragat stats --json` says."""
        return json.loads(self._runner.output_of(self.command("stats", "--json")))

    def batch(self):
        """The command that answers `ADDRESS TAB DATE` lines."""
        return self.command("cat", "--batch")

    def show(self, document, date, form="--raw"):
        """The command that prints one document as of a date, as its text or (`--capture`) as received."""
        return self.command("show", address_of(document), "--as-of", date, form)

    def ask(self, questions):
        """The answers to (document, second) pairs, each bytes or None: what a corpus holds for them.

        All texts come from one run of `cat --batch`; captures, which that does not give, from a process each.
        """
        if any(is_captured(document) for document, _ in questions):
            return [self._ask_for_capture(document, dates.write(at)) for document, at in questions]
        path = os.path.join(self._runner.home, "asked.txt")
        with open(path, "wb") as file:
            for document, at in questions:
                file.write(f"{address_of(document)}\t{dates.write(at)}\n".encode())
        with open(path, "rb") as file:
            return list(parse_batch(self._runner.output_of(self.batch(), stdin=file)))

    def _ask_for_capture(self, document, date):
        try:
            return self._runner.output_of(self.show(document, date, "--capture"))
        except ProgramFailed as failure:
            if failure.exit_status == _NOTHING:
                return None
            raise


def parse_batch(answers):
    """Yields what `muragat cat --batch` answered: bytes, or None for `missing`."""
    place = 0
    while place < len(answers):
        end = answers.index(b"\n", place)
        header = answers[place:end]
        if header == b"missing":
            yield None
            place = end + 1
            continue
        size = int(header)
        yield answers[end + 1:end + 1 + size]
        place = end + 2 + size
