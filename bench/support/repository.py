"""git's side: a bare repository filled from a stream, packed, and asked."""

import os
import sys

import jsonl_to_fast_import
from support import corpus, files
from support.child import Failed, ProgramFailed


def version(runner):
    """Such as 2.39.5."""
    return runner.output_of(["git", "--version"]).decode().split()[-1]


def write_stream(corpus_path, stream_path, runner):
    """Writes the corpus as a fast-import stream. By the corpora's own converter where it is there and can."""
    peer = corpus.find_peer()
    if peer:
        try:
            with corpus.Lines(corpus_path) as lines, open(stream_path, "wb") as out:
                runner.run([sys.executable, peer], stdin=lines, stdout=out)
            return
        except Failed:
            pass  # it reads no coarse dates; ours does
    with corpus.Lines(corpus_path) as lines, open(stream_path, "wb") as out:
        jsonl_to_fast_import.convert(lines, out)


class Repository:
    """A bare repository at `path`."""

    def __init__(self, path, runner):
        self.path = path
        self._runner = runner

    def _git(self, *arguments):
        return ["git", "-C", self.path, *arguments]

    def _ids(self, *arguments):
        return self._runner.output_of(self._git(*arguments)).decode().split()

    def fill(self, stream_path):
        """Makes it anew from a stream. Returns what `git fast-import` took."""
        files.remove(self.path)
        self._runner.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", self.path])
        return self.add(stream_path)

    def add(self, stream_path):
        """Adds a stream's commits. Returns what `git fast-import` took."""
        with open(stream_path, "rb") as stream:
            return self._runner.run(self._git("fast-import", "--quiet", "--done"), stdin=stream)

    def pack(self):
        """Runs `git gc --aggressive`. Returns what that took."""
        return self._runner.run(self._git("gc", "--quiet", "--aggressive", "--prune=now"))

    def size_bytes(self):
        """Of the folder `objects`."""
        return files.size_of(os.path.join(self.path, "objects"))

    def commits(self):
        """The commits from the first one on: the n-th is that of the n-th run of the corpus."""
        return self._ids("rev-list", "--reverse", "--first-parent", "main")

    def check(self):
        """The command that checks every object."""
        return self._git("fsck", "--full")

    def batch(self):
        """The command that answers `COMMIT:PATH` lines, as fast as git can: it flushes only full buffers."""
        return self._git("cat-file", "--batch", "--buffer")

    def show(self, commit, document):
        """The command that prints one file."""
        return self._git("show", f"{commit}:{document}")

    def commit_before(self, seconds):
        """The commit that `git rev-list -1 --before=DATE` names, or None.

        Dates before 1970, which git cannot say, are asked as the first second that it can.
        """
        found = self._ids("rev-list", "-1", f"--before=@{max(seconds, 1)} +0000", "main")
        return found[0] if found else None

    def text(self, commit, document):
        """The file's bytes, or None where the commit has none of that path."""
        try:
            return self._runner.output_of(self._git("cat-file", "blob", f"{commit}:{document}"))
        except ProgramFailed as failure:
            if failure.exit_status == 128:
                return None
            raise


def parse_batch(answers):
    """Yields what `git cat-file --batch` answered: bytes, or None where there was no such file."""
    place = 0
    while place < len(answers):
        end = answers.index(b"\n", place)
        header = answers[place:end]
        if header.endswith(b" missing"):
            yield None
            place = end + 1
            continue
        size = int(header.rsplit(b" ", 1)[1])
        yield answers[end + 1:end + 1 + size]
        place = end + 2 + size
