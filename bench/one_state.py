"""Compares the import of one state with what RocksDB alone takes for it. Started by one_state.sh."""

import datetime
import os
import re
import shutil
import sys

from jsonl_to_fast_import import quote
from support import corpus, files, repository, table
from support.archive import Archive, is_captured
from support.child import ProgramFailed, median
from support.session import main, parser, say
from support.side_by_side import SideBySide

_SYNC = re.compile(rb"\b(?:fsync|fdatasync)\(")


def options_of(arguments):
    """The command line."""
    made = parser("Imports one state into a filled archive, and beside it lets a bare RocksDB program open\n"
                  "a copy of the same database, put as many keys of the same sizes in one synced batch, and\n"
                  "close it. git adds a commit of the same text. All take turns.",
                  "bench/one_state.sh site-policy --times 20")
    made.add_argument("corpus", nargs="?", default="site-policy", metavar="CORPUS",
                      help="what fills the archive (default: site-policy)")
    made.add_argument("--times", type=int, default=20, metavar="N",
                      help="how often; the median counts (default 20)")
    return made.parse_args(arguments)


class OneState:
    """The three sides, each of which adds the same texts to a copy of its own."""

    def __init__(self, session, sides):
        self._session, self._runner = session, session.runner
        self._program = session.program("bare_write")
        self._filled, self._packed = sides.archive.path, sides.git.path
        self.archive = Archive(session.muragat, session.path("archive-one"), self._runner)
        self._bare = session.path("archive-bare")
        self.git = repository.Repository(session.path("one.git"), self._runner)
        self._sizes = session.path("sizes.tsv")
        texts = [s for s in sides.states
                 if not s.removed and sides.truth.stands_at_its_date(s) and not is_captured(s.document)]
        chosen = sorted(texts, key=lambda s: (s.size_bytes, s.line))[len(texts) // 2]
        self.document, self.size_bytes = chosen.document, chosen.size_bytes
        self._text = sides.archive.ask([(chosen.document, chosen.last)])[0]
        year = 1970 + max(0, max(s.last for s in sides.states)) // (365 * 86_400)
        self._first_day = datetime.date(min(year + 1, 9000), 1, 1)

    def renew(self):
        """Makes each side a fresh copy, and lets the disk come to rest."""
        files.copy(self._filled, self.archive.path)
        files.copy(self._filled, self._bare)
        files.copy(self._packed, self.git.path)
        os.sync()

    def find_sizes(self):
        """Which keys one state brings. Returns (how many, bytes of keys and values)."""
        self.renew()
        self.muragat(0)
        self._runner.run([self._program, "keys", os.path.join(self._filled, "db"),
                          os.path.join(self.archive.path, "db"), self._sizes])
        with open(self._sizes, encoding="utf-8") as file:
            sizes = [line.split("\t") for line in file]
        return len(sizes), sum(int(key) + int(value) for _, key, value in sizes)

    def _next_text(self, number):
        middle = self._text.find(b"\n", len(self._text) // 2) + 1
        added = f"Amended for the {number + 1}th time, as the council resolved.\n".encode()
        return self._text[:middle] + added + self._text[middle:]

    def muragat(self, number, wrap=()):
        """Imports the state `number`, a file of one document. `wrap` comes before the command."""
        path = self._session.path("state.md")
        with open(path, "wb") as file:
            file.write(self._next_text(number))
        date = self._first_day + datetime.timedelta(days=number)
        command = self.archive.command("import", path, "--no-index", "--format", "markdown",
                                       "--document", self.document,
                                       "--date", date.isoformat(), "--reform", f"Amendment {number + 1}")
        return self._runner.run([*wrap, *command])

    def rocksdb(self, number, wrap=()):
        """Puts as much into the bare copy."""
        return self._runner.run([*wrap, self._program, "put", os.path.join(self._bare, "db"), self._sizes,
                                 str(number + 1)])

    def commit(self, number, wrap=()):
        """Adds the same text to git, as one commit."""
        text, path = self._next_text(number), self._session.path("state.stream")
        message, seconds = f"Amendment {number + 1}".encode(), 4_000_000_000 + number
        with open(path, "wb") as stream:
            stream.write(b"commit refs/heads/main\ncommitter a <a@example.org> %d +0000\ndata %d\n%b\n"
                         b"from refs/heads/main^0\nM 100644 inline %b\ndata %d\n%b\ndone\n"
                         % (seconds, len(message), message, quote(self.document), len(text), text))
        with open(path, "rb") as stream:
            return self._runner.run([*wrap, "git", "-C", self.git.path, "fast-import", "--quiet", "--done"],
                                    stdin=stream)


SIDES = ("muragat", "rocksdb", "commit")


def take_turns(one, times, fresh):
    """The median Usage of each side. `fresh`: each time on a new copy, else one after the other on one."""
    used = {side: [] for side in SIDES}
    one.renew()
    for number in range(1, times + 1):
        if fresh and number > 1:
            one.renew()
        for side in SIDES:
            used[side].append(getattr(one, side)(number))
    return {side: median(usages) for side, usages in used.items()}


def count_syncs(session, one):
    """How often each side calls fsync or fdatasync for one state; None where strace cannot say."""
    if not shutil.which("strace"):
        return dict.fromkeys(SIDES)
    one.renew()
    counts, path = {}, session.path("calls.txt")
    for side in SIDES:
        try:
            getattr(one, side)(1, ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", path])
        except ProgramFailed:
            return dict.fromkeys(SIDES)
        with open(path, "rb") as calls:
            counts[side] = len(_SYNC.findall(calls.read()))
    return counts


def rows_of(title, medians):
    """(name, unit, {side: figure}) of one way of taking turns."""
    yield f"{title}: wall", table.MILLISECONDS, {side: medians[side].wall_s * 1e3 for side in SIDES}
    yield f"{title}: CPU", table.MILLISECONDS, {side: medians[side].cpu_s * 1e3 for side in SIDES}
    yield f"{title}: peak memory", table.BYTES, {side: medians[side].peak_bytes for side in SIDES}


def work(session):
    """Fills, takes turns, prints. Returns the figures."""
    path = corpus.find(session.options.corpus)
    sides = SideBySide(session, path.name.split(".")[0], path)
    sides.fill(1)
    one = OneState(session, sides)
    keys, key_bytes = one.find_sizes()
    rows = []
    for title, fresh in (("on a fresh copy", True), ("one after the other", False)):
        say(f"{session.options.times} states, {title}")
        rows += rows_of(title, take_turns(one, max(session.options.times, 1), fresh))
    rows.append(("fsync and fdatasync", table.COUNT, count_syncs(session, one)))
    printed = []
    for name, unit, figures in rows:
        ratio = figures["muragat"] / figures["rocksdb"] if figures["rocksdb"] else None
        printed.append([name, *(table.write_figure(figures[side], unit) for side in SIDES),
                        f"{ratio:.2f}" if ratio else "–"])
    session.heading("one state",
                    f"{sides.name}: a document of {one.size_bytes:,} bytes; one state brings {keys} keys, "
                    f"{key_bytes:,} bytes; median of {session.options.times}")
    head = ["", "Muragat", "RocksDB alone", "git commit", "Muragat ÷ RocksDB"]
    session.table(table.lay_out(head, printed, "lrrrr", session.options.markdown))
    return {name: {"unit": unit, **figures} for name, unit, figures in rows}


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
