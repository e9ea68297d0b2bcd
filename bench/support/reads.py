"""Reads as of a date, of git and of Muragat, in turns."""

import hashlib
import statistics

from support import child, dates, questions, table
from support.archive import is_captured, parse_batch
from support.child import Failed
from support.questions import address_of
from support.repository import parse_batch as parse_git_batch
from support.session import say
from support.side_by_side import is_right
from support.table import Row

TEXTS = 10_000  # questions for whole texts
ONE_SHOTS = 50
DATES = 2000
GIT_DATES = 200
PIPE_RUNS = 3
GIT_EPOCH_ENDS = 366 * 86_400  # the converters put what is before 1970 into that year


class Reads:
    """Measures the reads of a filled SideBySide. Methods give rows, and raise Failed on a wrong answer."""

    def __init__(self, side_by_side):
        self._sides = side_by_side
        self._runner = side_by_side.runner
        self._asked = questions.draw_texts(side_by_side.states, side_by_side.truth, TEXTS)
        self._sections_path = side_by_side.session.path("sections.tsv")
        self._commit_of = {id(state): side_by_side.commits[state.run] for state in self._asked}
        self._captured = any(is_captured(state.document) for state in self._asked)

    def all(self):
        """All rows, in the order of the table."""
        rows = self.in_process()
        if not self._captured:  # `cat --batch` gives texts, and these corpora hold captures
            rows += self.through_a_pipe()
        return rows + self.one_shot() + self.by_date()

    def check_in_process(self, count):
        """Compares `count` answers of both with the corpus, and measures nothing."""
        repository = self._sides.git.path
        self._sides.read_in_process(self._asked[:count], "--repository", repository, "--passes", "1")

    def in_process(self):
        """Both libraries in one process, on one thread."""
        self._say("texts in one process")
        found = self._sides.read_in_process(self._asked, "--repository", self._sides.git.path,
                                            "--sections", self._sections_path)
        git, muragat, sections = found["git"], found["muragat"], found["sections"]
        what = "capture" if found["captures"] else "text"
        rows = []
        for state, label in (("first", "first time"), ("warm", "warm")):
            rows += self._latencies(f"{what} in process, {label}", git[state], muragat[state],
                                    f"{found['questions']:,} questions, libgit2 {found['libgit2']}")
        return rows + self._latencies("section in process, warm", git["warm"], sections["warm"],
                                      f"{sections['questions']:,} sections; git: whole texts")

    @staticmethod
    def _latencies(name, git, muragat, note):
        return [
            Row(f"{name}: reads", table.RATE, git["per_second"], muragat["per_second"], note),
            Row(f"{name}: p50", table.MICROSECONDS, git["p50_us"], muragat["p50_us"]),
            Row(f"{name}: p99", table.MICROSECONDS, git["p99_us"], muragat["p99_us"]),
        ]

    def through_a_pipe(self):
        """`muragat cat --batch` and `git cat-file --batch`: all questions at once, answers are counted."""
        self._say("texts and sections through a pipe")
        git_path, path = self._write_pipe_questions()
        git = self._sides.git.batch(), git_path, self._expected()
        whole = self._sides.archive.batch(), path, self._expected()
        sections_path, expected_sections = self._write_section_questions()
        sections = self._sides.archive.batch(), sections_path, expected_sections
        self._check_pipe(git, parse_git_batch)
        self._check_pipe(whole, parse_batch)
        self._check_pipe(sections, parse_batch)
        used = {"git": [], "whole": [], "sections": []}
        for _ in range(PIPE_RUNS):
            for name, pipe in (("git", git), ("whole", whole), ("sections", sections)):
                used[name].append(self._run_pipe(pipe))
        medians = {name: child.median(usages) for name, usages in used.items()}
        answered = table.write_figure(sum(state.size_bytes for state in self._asked), table.BYTES)
        rows = self._pipe_rows("texts through a pipe", medians["git"], medians["whole"],
                               f"{len(self._asked):,} questions, {answered}")
        return rows + self._pipe_rows("sections through a pipe", medians["git"], medians["sections"],
                                      f"{len(expected_sections):,} sections; git: whole texts")

    @staticmethod
    def _pipe_rows(name, git, muragat, note):
        return [Row(f"{name}: wall", table.SECONDS, git.wall_s, muragat.wall_s, note),
                Row(f"{name}: CPU", table.SECONDS, git.cpu_s, muragat.cpu_s),
                Row(f"{name}: peak memory", table.BYTES, git.peak_bytes, muragat.peak_bytes)]

    def _expected(self):
        return [(state.size_bytes, state.sha256) for state in self._asked]

    def _write_pipe_questions(self):
        git_path, path = self._sides.session.path("pipe-git.txt"), self._sides.session.path("pipe.txt")
        with open(git_path, "w", encoding="utf-8") as for_git, \
                open(path, "w", encoding="utf-8") as for_muragat:
            for state in self._asked:
                for_git.write(f"{self._commit_of[id(state)]}:{state.document}\n")
                for_muragat.write(f"{address_of(state.document)}\t{state.date}\n")
        return git_path, path

    def _write_section_questions(self):
        path, expected = self._sides.session.path("pipe-sections.txt"), []
        with open(self._sections_path, encoding="utf-8") as drawn, open(path, "w", encoding="utf-8") as asked:
            for line in drawn:
                address, date, size, digest = line.rstrip("\n").split("\t")
                asked.write(f"{address}\t{date}\n")
                expected.append((int(size), bytes.fromhex(digest)))
        return path, expected

    def _check_pipe(self, pipe, parse):
        command, path, expected = pipe
        answers = bytearray()
        with open(path, "rb") as asked:
            self._runner.run_reading(command, asked, answers.extend)
        count = 0
        for (size, digest), answer in zip(expected, parse(bytes(answers))):
            count += 1
            if answer is None or len(answer) != size or hashlib.sha256(answer).digest() != digest:
                raise Failed(f"a wrong answer through a pipe: `{command[0]}`, question {count} of {path}")
        if count != len(expected):
            raise Failed(f"{count} answers to {len(expected)} questions: {path}")

    def _run_pipe(self, pipe):
        command, path, expected = pipe
        total = [0]

        def count(piece):
            total[0] += len(piece)

        with open(path, "rb") as asked:
            used = self._runner.run_reading(command, asked, count)
        if total[0] < sum(size for size, _ in expected):
            raise Failed(f"only {total[0]} bytes were answered: `{command[0]}`")
        return used

    def one_shot(self):
        """One process a text."""
        self._say("one process a text")
        git, muragat = [], []
        for state in self._asked[:ONE_SHOTS]:
            commit = self._commit_of[id(state)]
            for usages, command in ((git, self._sides.git.show(commit, state.document)),
                                    (muragat, self._show(state))):
                path = self._sides.session.path("shown")
                with open(path, "wb") as out:
                    usages.append(self._runner.run(command, stdout=out))
                with open(path, "rb") as shown:
                    if not is_right(state, shown.read()):
                        raise Failed(f"a wrong answer of `{command[0]}`: {state.document} as of {state.date}")
        git, muragat = child.median(git), child.median(muragat)
        note = f"median of {min(ONE_SHOTS, len(self._asked))}"
        name = "text, one process"
        return [Row(f"{name}: wall", table.MILLISECONDS, git.wall_s * 1e3, muragat.wall_s * 1e3, note),
                Row(f"{name}: CPU", table.MILLISECONDS, git.cpu_s * 1e3, muragat.cpu_s * 1e3),
                Row(f"{name}: peak memory", table.BYTES, git.peak_bytes, muragat.peak_bytes)]

    def _show(self, state):
        form = "--capture" if self._captured else "--raw"
        return self._sides.archive.show(state.document, state.date, form)

    def by_date(self):
        """Any document on any date: who answers rightly. Muragat must, always."""
        self._say("any document as of any date")
        drawn = questions.draw_dates(self._sides.states, self._sides.truth, DATES)
        answers = self._sides.archive.ask([(document, at) for document, at, _ in drawn])
        right = [is_right(state, answer) for (_, _, state), answer in zip(drawn, answers)]
        if len(right) != len(drawn) or not all(right):
            document, at, _ = drawn[right.index(False)] if False in right else drawn[-1]
            raise Failed(f"a wrong answer: {document} as of {dates.write(at)}")
        since_1971 = []
        by_git = []
        for document, at, state in drawn[:GIT_DATES]:
            commit = self._sides.git.commit_before(at)
            answer = self._sides.git.text(commit, document) if commit else None
            by_git.append(is_right(state, answer))
            if at >= GIT_EPOCH_ENDS:
                since_1971.append(by_git[-1])
        note = f"{len(drawn):,} questions; git: {len(by_git)}, rev-list --before"
        if len(since_1971) < len(by_git):
            share = statistics.mean(since_1971) if since_1971 else 0
            note += f"; of the {len(since_1971)} after 1970 {table.write_figure(share, table.SHARE)}"
        return [Row("any document as of any date: right", table.SHARE, statistics.mean(by_git), 1.0, note)]

    def _say(self, what):
        say(f"{self._sides.name}: {what}")
