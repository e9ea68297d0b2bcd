"""Fills archives that are ten and a hundred times as large and says what grows. Started by growth.sh."""

import contextlib
import json
import subprocess
import sys

import growth_corpus
from support import corpus, table
from support.archive import Archive
from support.child import Failed
from support.session import main, parser, say

BASES = ("site-policy", "code-civil")
# (title, revisions, documents)
SIZES = (("1×", 1, 1), ("10× revisions", 10, 1), ("100× revisions", 100, 1), ("10× documents", 1, 10))


def options_of(arguments):
    """The command line."""
    made = parser("Fills archives with 10 and 100 times the revisions and with 10 times the documents of a\n"
                  "corpus and prints bytes a revision, CPU a revision and reads, each against 1×.",
                  "bench/growth.sh code-civil --max 10")
    made.add_argument("corpora", nargs="*", default=BASES, metavar="CORPUS",
                      help="what to repeat (default: site-policy and code-civil)")
    made.add_argument("--max", type=int, default=100, metavar="N",
                      help="no more than N times as much (default 100)")
    return made.parse_args(arguments)


@contextlib.contextmanager
def generator(path, revisions, documents, questions):
    """The running generator, whose output is the corpus. Raises Failed where it fails."""
    command = [sys.executable, "-B", growth_corpus.__file__, path, "--revisions", str(revisions),
               "--documents", str(documents), "--questions", questions]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            yield process.stdout
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        raise Failed(f"the generator ended with {process.returncode}")


def measure(session, path, revisions, documents):
    """The figures of one size: {name: (figure, unit)}."""
    archive = Archive(session.muragat, session.path("archive"), session.runner)
    questions = session.path("questions.tsv")
    with generator(path, revisions, documents, questions) as states:
        imported = archive.fill_from(states)
    compacted = archive.compact()
    statistics = archive.statistics()
    command = [session.program("read_side_by_side"), archive.path, questions]
    read = json.loads(session.runner.output_of(command))["muragat"]
    made = statistics["revisions"]
    cpu_s = imported.cpu_s + compacted.cpu_s
    return {
        "states": (statistics["editions"], table.COUNT),
        "revisions": (made, table.COUNT),
        "longest chain": (statistics["longest_chain"], table.COUNT),
        "text": (statistics["raw_bytes"], table.BYTES),
        "bytes on disk, packed": (archive.size_bytes(), table.BYTES),
        "bytes a revision, packed": (archive.size_bytes() / made, table.BYTES),
        "fill: CPU": (imported.cpu_s, table.SECONDS),
        "fill: CPU a revision": (imported.cpu_s / made * 1e6, table.MICROSECONDS),
        "fill and pack: CPU a revision": (cpu_s / made * 1e6, table.MICROSECONDS),
        "fill: peak memory": (imported.peak_bytes, table.BYTES),
        "text, first time: p50": (read["first"]["p50_us"], table.MICROSECONDS),
        "text, warm: p50": (read["warm"]["p50_us"], table.MICROSECONDS),
        "text, warm: p99": (read["warm"]["p99_us"], table.MICROSECONDS),
    }


def write_cell(figure, unit, first):
    """A figure, and how many times the one at 1× it is."""
    text = table.write_figure(figure, unit)
    return text if first is None or not first else f"{text} ({figure / first:.2f}×)"


def work(session):
    """Grows each corpus. Returns the figures by corpus and size."""
    figures = {}
    sizes = [size for size in SIZES if max(size[1:]) <= session.options.max]
    for name in session.options.corpora:
        path = corpus.find(name)
        measured = []
        for title, revisions, documents in sizes:
            say(f"{name}: {title}")
            measured.append(measure(session, path, revisions, documents))
        rows = [[row, *(write_cell(*one[row], first=measured[0][row][0] if i else None)
                        for i, one in enumerate(measured))] for row in measured[0]]
        session.heading(f"{path.name.split('.')[0]}, grown", "in brackets: times the figure at 1×")
        session.table(table.lay_out(["", *(size[0] for size in sizes)], rows, "l" + "r" * len(sizes),
                                    session.options.markdown))
        figures[name] = {size[0]: {row: one[row][0] for row in one} for size, one in zip(sizes, measured)}
    return figures


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
