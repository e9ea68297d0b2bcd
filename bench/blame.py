"""Compares blame and log of the most revised document with git's. Started by blame.sh."""

import collections
import json
import sys

import shape_corpora
from shapes import write_corpus
from support import corpus, table
from support.child import Failed, median
from support.session import main, parser, say
from support.side_by_side import SideBySide
from support.table import Row


def options_of(arguments):
    """The command line."""
    made = parser("Fills a bare git repository and an archive from the same history, and lets each tell of the\n"
                  "most revised document who brought what, and its log. git tells of lines, Muragat of words.",
                  "bench/blame.sh fr-everything long-law")
    made.add_argument("histories", nargs="*", metavar="CORPUS|SHAPE", default=["site-policy", "long-law"],
                      help="corpora by name or path, and shapes of shapes.sh (default: site-policy long-law)")
    made.add_argument("--times", type=int, default=15, metavar="N",
                      help="how often each is asked; the median counts (default 15)")
    return made.parse_args(arguments)


def find(session, name):
    """(title, path) of a corpus or a shape, which is made."""
    if name in shape_corpora.SHAPES:
        path = session.path(f"{name}.jsonl.zst")
        say(f"{name}: making the states")
        write_corpus(name, 1.0, path)
        return name, path
    path = corpus.find(name)
    return path.name.removesuffix(".zst").removesuffix(".jsonl"), path


def most_revised(states):
    """(document, how many texts it had) of the document that changed most often and has text at the end."""
    last = {state.document: state for state in states}
    counts = collections.Counter(state.document for state in states if not state.removed)
    left = [(count, document) for document, count in counts.items() if not last[document].removed]
    if not left:
        raise Failed("no document has text at the end")
    count, document = max(left)
    return document, count


def ask_in_turns(session, commands):
    """The median Usage of each command, asked in turns after one round that does not count."""
    used = [[] for _ in commands]
    for turn in range(session.options.times + 1):
        for taken, command in zip(used, commands):
            usage = session.runner.run(command)
            if turn:
                taken.append(usage)
    return [median(usages) for usages in used]


def rows_of(session, sides, document):
    """The rows of one document."""
    git = ["git", "-C", sides.git.path]
    names = ("blame", "log", "nothing")
    commands = [[*git, "blame", "main", "--", document], sides.archive.command("blame", document),
                [*git, "log", "main", "--", document], sides.archive.command("log", document),
                ["git", "--version"], [session.muragat, "--version"]]
    used = ask_in_turns(session, commands)
    rows = []
    for place, name in enumerate(names):
        theirs, ours = used[2 * place:2 * place + 2]
        rows.append(Row(f"{name}, one process: wall", table.MILLISECONDS, theirs.wall_s * 1e3, ours.wall_s * 1e3))
        rows.append(Row(f"{name}, one process: CPU", table.MILLISECONDS, theirs.cpu_s * 1e3, ours.cpu_s * 1e3))
    program = session.program("blame_in_process")
    said = json.loads(session.runner.output_of([program, sides.archive.path, document,
                                                str(max(session.options.times, 1))]))
    rows.append(Row("blame in process, first time", table.MILLISECONDS, None, said["first_ms"]))
    rows.append(Row("blame in process, warm", table.MILLISECONDS, None, said["warm_ms"]))
    rows.append(Row("words told of", table.COUNT, None, said["words"]))
    return rows


def work(session):
    """Measures each history. Returns the figures by name."""
    figures = {}
    for asked in session.options.histories:
        name, path = find(session, asked)
        sides = SideBySide(session, name, path)
        sides.fill(1)
        sides.check()
        document, count = most_revised(sides.states)
        rows = rows_of(session, sides, document)
        session.heading(f"{name}: {document}, {count:,} texts", sides.describe())
        session.table(table.compare_table(rows, session.options.markdown))
        figures[name] = table.rows_as_json(rows)
    return figures


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
