"""One corpus in git and in Muragat: filled in turns, packed, and compared with the corpus itself."""

import hashlib
import json
import os

from support import child, files, questions, repository, table
from support.archive import Archive
from support.child import Failed
from support.corpus import read_states
from support.session import say
from support.table import Row
from support.truth import Truth

REPEAT_BELOW_S = 10  # a side whose fill takes longer is filled once
CHECKED = 2000


class _Fills:
    """What filling and packing one side took, run by run."""

    def __init__(self):
        self.fills, self.packs = [], []
        self.filled_bytes = self.packed_bytes = None

    @property
    def fill(self):
        """The median of the fills."""
        return child.median(self.fills)

    @property
    def both(self):
        """The median of fill and pack together, or None where nothing was packed."""
        return child.median([a + b for a, b in zip(self.fills, self.packs)]) if self.packs else None

    def take(self, side, source, pack):
        """One more run."""
        self.fills.append(side.fill(source))
        self.filled_bytes = side.size_bytes()
        if pack is not None:
            self.packs.append(pack())
            self.packed_bytes = side.size_bytes()

    def wants_more(self, runs):
        """Whether another run is worth its time."""
        last_s = sum(usage.wall_s for usage in self.fills[-1:] + self.packs[-1:])
        return len(self.fills) < runs and last_s < REPEAT_BELOW_S


class SideBySide:
    """A corpus, a repository and an archive of it in the session's working folder."""

    def __init__(self, session, name, corpus_path):
        self.session, self.name, self.corpus_path = session, name, corpus_path
        self.runner = session.runner
        self.git = repository.Repository(session.path("repository.git"), self.runner)
        self.archive = Archive(session.muragat, session.path("archive"), self.runner)
        self._stream = session.path("stream")
        say(f"{name}: reading the corpus")
        self.states = read_states(corpus_path)
        self.truth = Truth(self.states)
        self.raw_bytes = sum(state.size_bytes for state in self.states)
        self.commits = []

    def describe(self):
        """One line for the table's heading."""
        return (f"{len(self.truth.documents):,} documents, {len(self.states):,} states, "
                f"{table.write_figure(self.raw_bytes, table.BYTES)} of text; "
                f"git {repository.version(self.runner)}, Muragat {self.archive.version()}")

    def fill(self, runs, pack_git=True):
        """Fills and packs both, taking turns, up to `runs` times each. Returns rows; both stay filled."""
        git, muragat = _Fills(), _Fills()
        while not git.fills or git.wants_more(runs) or muragat.wants_more(runs):
            # Muragat goes first: what it refuses is not packed by git in vain.
            if not muragat.fills or muragat.wants_more(runs):
                files.warm(self.corpus_path)
                say(f"{self.name}: Muragat, run {len(muragat.fills) + 1}")
                muragat.take(self.archive, self.corpus_path, self.archive.compact)
            if not git.fills:
                say(f"{self.name}: writing the stream for git")
                repository.write_stream(self.corpus_path, self._stream, self.runner)
            if not git.fills or git.wants_more(runs):
                files.warm(self._stream)
                say(f"{self.name}: git, run {len(git.fills) + 1}")
                git.take(self.git, self._stream, self.git.pack if pack_git else None)
        os.remove(self._stream)
        self.commits = self.git.commits()
        if len(self.commits) != self.states[-1].run + 1:
            raise Failed(f"git has {len(self.commits)} commits for {self.states[-1].run + 1} runs of states")
        return self._fill_rows(git, muragat)

    @staticmethod
    def _fill_rows(git, muragat):
        note = f"runs: {len(git.fills)} and {len(muragat.fills)}, the median"
        rows = [
            Row("bytes on disk, filled", table.BYTES, git.filled_bytes, muragat.filled_bytes),
            Row("bytes on disk, packed", table.BYTES, git.packed_bytes, muragat.packed_bytes,
                "" if git.packs else "git was not packed"),
            Row("fill: CPU", table.SECONDS, git.fill.cpu_s, muragat.fill.cpu_s, note),
            Row("fill: wall", table.SECONDS, git.fill.wall_s, muragat.fill.wall_s),
            Row("fill: peak memory", table.BYTES, git.fill.peak_bytes, muragat.fill.peak_bytes),
        ]
        for name, unit, figure in (("CPU", table.SECONDS, "cpu_s"), ("wall", table.SECONDS, "wall_s"),
                                   ("peak memory", table.BYTES, "peak_bytes")):
            rows.append(Row(f"fill and pack: {name}", unit, getattr(git.both, figure, None),
                            getattr(muragat.both, figure)))
        return rows

    def check(self):
        """Asks the archive for a sample of texts and removals. Raises Failed where an answer is wrong."""
        say(f"{self.name}: comparing answers with the corpus")
        asked = questions.draw_any(self.states, self.truth, CHECKED)
        answers = self.archive.ask([(state.document, state.last) for state in asked])
        if len(answers) != len(asked):
            raise Failed(f"{len(answers)} answers to {len(asked)} questions")
        for state, answer in zip(asked, answers):
            if not is_right(state, answer):
                raise Failed(f"a wrong answer: {state.document} as of {state.date} (line {state.line + 1})")
        return len(asked)

    def write_questions(self, asked):
        """Writes states as questions for read_side_by_side. Returns the file's path."""
        path = self.session.path("questions.tsv")
        with open(path, "w", encoding="utf-8") as file:
            for state in asked:
                commit = self.commits[state.run] if self.commits else "-"
                answer = f"{state.size_bytes}\t{state.sha256.hex()}"
                file.write(f"{state.document}\t{state.date}\t{commit}\t{answer}\n")
        return path

    def read_in_process(self, asked, *options):
        """What read_side_by_side says of these states: every answer is right, or Failed is raised."""
        path = self.write_questions(asked)
        command = [self.session.program("read_side_by_side"), self.archive.path, path, *options]
        return json.loads(self.runner.output_of(command))


def is_right(state, answer):
    """Whether `answer` (bytes, or None for no text) is what `state` (None: before the first) says."""
    if state is None or state.removed or answer is None:
        return answer is None and (state is None or state.removed)
    return len(answer) == state.size_bytes and hashlib.sha256(answer).digest() == state.sha256
