"""Compares search with git's and SQLite's, and says what its index costs. Started by search.sh."""

import json
import pathlib
import statistics
import sys

import shape_corpora
from shapes import write_corpus
from support import corpus, dates, files, table
from support.archive import Archive
from support.child import Failed, median
from support.session import main, parser, say
from support.side_by_side import SideBySide

SEED = 107
FEW_INTERVALS = 100
MANY_SECTIONS = (9_000, 14_000)
MANY_INTERVALS = (8_000, 15_000)
KINDS = {"word": "one word", "both": "two words", "beginning": "a beginning"}


def options_of(arguments):
    """The command line."""
    made = parser("Fills a bare git repository and two archives from the same corpus, one with the index of words,\n"
                  "and compares: phrases with `git log -S`; hits and the best ten of questions with SQLite's FTS5,\n"
                  "fed with the same words of one date's texts; size and CPU of an import with the index and without.",
                  "bench/search.sh fr-everything")
    made.add_argument("corpora", nargs="*", metavar="CORPUS", default=["fr-everything"],
                      help="a .jsonl or .jsonl.zst file, or the name of a corpus (default: fr-everything)")
    made.add_argument("--phrases", type=int, default=1000, metavar="N", help="phrases drawn (default 1000)")
    made.add_argument("--git-phrases", type=int, default=7, metavar="N",
                      help="how many of them git is asked for, and of the frequent ones a third (default 7)")
    made.add_argument("--questions", type=int, default=500, metavar="N", help="questions to FTS5 (default 500)")
    made.add_argument("--date", default="2010-01-01", metavar="DATE", help="of the texts (default 2010-01-01)")
    made.add_argument("--passes", type=int, default=5, metavar="N", help="of warm phrases (default 5)")
    made.add_argument("--runs", type=int, default=3, metavar="N", help="of the imports (default 3)")
    made.add_argument("--quick", action="store_true", help="skip `git gc --aggressive` and the large document")
    return made.parse_args(arguments)


def run_program(session, *arguments, lines=()):
    """The JSON objects that search_in_process prints."""
    path = session.path("asked.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    with open(path, "rb") as file:
        said = session.runner.output_of([session.program("search_in_process"), *map(str, arguments)], stdin=file)
    return [json.loads(line) for line in said.splitlines()]


def rank(values, share):
    """The value within which `share` of them are: the nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -int(-share * len(ordered) // 1) - 1))]


class Table:
    """Rows of: name, the peer's figure, ours, which peer, what is aimed at."""

    def __init__(self):
        self.rows, self.figures = [], []

    def add(self, name, unit, peer, ours, aim="", peer_name=""):
        """One row."""
        ratio = f"{ours / peer:.3g}" if peer and ours is not None else "–"
        self.rows.append([name, table.write_figure(peer, unit), table.write_figure(ours, unit), ratio, peer_name, aim])
        self.figures.append({"name": name, "unit": unit, "peer": peer, "muragat": ours, "peer_name": peer_name})

    def text(self, markdown):
        """For a terminal or in Markdown."""
        return table.lay_out(["", "peer", "Muragat", "ratio", "peer is", "aim"], self.rows, "lrrrll", markdown)


def unquote(name):
    """A path as git writes it: in quotation marks where a quotation mark or a backslash is in it."""
    return name[1:-1].replace('\\"', '"').replace("\\\\", "\\") if name.startswith('"') else name


class Git:
    """`git log -S` over a filled repository."""

    def __init__(self, session, sides):
        self._session = session
        self._git = ["git", "-C", sides.git.path, "-c", "core.quotePath=false", "log", "--format=%x00%H", "--name-only"]
        self._runs = {commit: run for run, commit in enumerate(sides.commits)}
        self._dates = {}
        for state in sides.states:
            self._dates[(state.run, state.document)] = (state.first, state.precision)

    def find(self, phrase, *options):
        """(CPU seconds, {(document, date)}) of the commits that change how often the bytes are there."""
        path = self._session.path("found.txt")
        with open(path, "wb") as out:
            taken = self._session.runner.run([*self._git, *options, f"-S{phrase}", "main"], stdout=out).cpu_s
        said = pathlib.Path(path).read_bytes()
        found = set()
        for block in said.decode("utf-8", "replace").split("\0")[1:]:
            commit, _, names = block.partition("\n")
            for name in map(unquote, names.strip().split("\n")):
                found.add((name, self._dates.get((self._runs[commit], name))))
        return taken, found


def in_order(states):
    """The documents whose states came in the order of their dates, one a date."""
    last, kept, dropped = {}, set(), set()
    for state in states:
        kept.add(state.document)
        if state.document in last and state.first <= last[state.document]:
            dropped.add(state.document)
        last[state.document] = state.first
    return kept - dropped


def check_boundaries(session, sides, indexed, asked):
    """Whether git finds each place where bytes came or went. `asked`: bytes and what git found.

    Where they went from one section to another they are in the document as often as before, and git is silent.
    Returns how many places git finds, and how many of that kind it does not.
    """
    ordered, compared, moved = in_order(sides.states), 0, 0
    answers = run_program(session, "boundaries", indexed.path, lines=[json.dumps(phrase) for phrase, _ in asked])
    for (phrase, found), answer in zip(asked, answers):
        for document, date, before, after in answer["at"]:
            if document not in ordered:
                continue
            if (document, dates.parse(date)[:2]) in found:
                compared += 1
            elif before == after:
                moved += 1
            else:
                raise Failed(f"git does not know that {phrase!r} came or went in {document} on {date}")
    return compared, moved


def phrases(session, sides, indexed, out):
    """Phrases beside `git log -S`."""
    options, git = session.options, Git(session, sides)
    say(f"{sides.name}: phrases")
    drawn = run_program(session, "draw", indexed.path, options.phrases, SEED)
    timed = run_program(session, "phrases", indexed.path, options.passes, lines=[one["words"] for one in drawn])
    few = [(one, drew) for one, drew in zip(timed, drawn) if one["intervals"] <= FEW_INTERVALS]
    warm = [one["warm_ms"] for one, _ in few]
    out.add(f"phrases of at most {FEW_INTERVALS} intervals: asked", table.COUNT, None, len(few))
    for name, share, aim in (("p50", 0.5, ""), ("p90", 0.9, "at most 5 ms"), ("p99", 0.99, ""),
                             ("longest", 1, "at most 50 ms")):
        out.add(f"… warm: {name}", table.MILLISECONDS, None, rank(warm, share), aim)
    out.add("… first time: p90", table.MILLISECONDS, None, rank([one["first_ms"] for one, _ in few], 0.9))
    others = [one["warm_ms"] for one in timed if one["intervals"] > FEW_INTERVALS]
    if others:
        out.add(f"phrases of more intervals, {len(others)}, warm: longest", table.MILLISECONDS, None, max(others))
    # No line ends, and nothing that a shell of git's could take for an option: only what both can be asked for.
    both = [pair for pair in few if "\n" not in pair[1]["bytes"]][:options.git_phrases]
    compare_with_git(session, git, both, "a phrase of those, warm: median", "at most 0.001", out)
    common = run_program(session, "common", indexed.path, *MANY_SECTIONS, max(options.git_phrases // 3, 1))
    if common:
        again = run_program(session, "phrases", indexed.path, options.passes, lines=[one["words"] for one in common])
        pairs = [(one, {"bytes": one["words"]}) for one in again]
        most = rank([one["intervals"] for one in again], 0.5)
        compare_with_git(session, git, pairs, f"a word of {most:,} intervals, warm: median", "at most 0.01", out)
    many = [pair for pair in zip(timed, drawn) if " " in pair[0]["words"] and "\n" not in pair[1]["bytes"]
            and MANY_INTERVALS[0] <= pair[0]["intervals"] <= MANY_INTERVALS[1]][:max(options.git_phrases // 3, 1)]
    if many:
        most = rank([one["intervals"] for one, _ in many], 0.5)
        compare_with_git(session, git, many, f"words of {most:,} intervals together, warm: median", "at most 0.01", out)
    say(f"{sides.name}: boundaries")
    # A file under another name is another document.
    asked = [(drew["bytes"], git.find(drew["bytes"], "--no-renames")[1]) for _, drew in both]
    compared, moved = check_boundaries(session, sides, indexed, asked)
    out.add("boundaries of --substring that git finds, too", table.COUNT, None, compared, "all but the next")
    out.add("… that are a move from one section to another", table.COUNT, None, moved)


def compare_with_git(session, git, pairs, name, aim, out):
    """One row: the medians of the same phrases."""
    say(f"{name}: {len(pairs)} times git log -S")
    theirs = [git.find(drew["bytes"])[0] * 1e3 for _, drew in pairs]
    ours = [one["warm_ms"] for one, _ in pairs]
    if theirs:
        out.add(name, table.MILLISECONDS, statistics.median(theirs), statistics.median(ours), aim, "git log -S")


def answers(session, indexed, out):
    """Questions beside FTS5."""
    options = session.options
    say("questions, beside FTS5")
    said = run_program(session, "answers", indexed.path, options.date, options.questions, SEED)
    head, asked = said[0], said[1:]
    wrong = [one for one in asked if one["count"] != one["fts5_count"]]
    if wrong:
        raise Failed(f"{len(wrong)} counts are not FTS5's, such as {wrong[0]}")
    out.add(f"questions to {head['texts']:,} texts: counts that are equal", table.COUNT, len(asked), len(asked), "all", "FTS5")
    for kind in (*KINDS, None):
        of_kind = [one for one in asked if kind in (one["kind"], None)]
        name = f"{len(of_kind)} questions" + (f", {KINDS[kind]}" if kind else "")
        if not of_kind:
            continue
        for figure, told in (("warm_ms", "the best ten"), ("since_when_warm_ms", "and since when they hold")):
            theirs, ours = [one["fts5_warm_ms"] for one in of_kind], [one[figure] for one in of_kind]
            aim = "at most 1" if figure == "warm_ms" else ""
            out.add(f"{name}, {told}: all", table.MILLISECONDS, sum(theirs), sum(ours), aim, "FTS5")
            out.add("… median", table.MILLISECONDS, statistics.median(theirs), statistics.median(ours), aim, "FTS5")


def costs(session, sides, indexed, rows, out):
    """What the index adds to an import and to its size."""
    plain, with_index = [], []
    for _ in range(session.options.runs):
        say(f"{sides.name}: imports without and with the index")
        files.warm(sides.corpus_path)
        plain.append(sides.archive.fill(sides.corpus_path))
        files.remove(indexed.path)
        with_index.append(session.runner.run(indexed.command("import", "--format", "jsonl", sides.corpus_path)))
    out.add("import: CPU, without the index and with it", table.SECONDS, median(plain).cpu_s, median(with_index).cpu_s,
            "at most 1.6", "no index")
    sides.archive.compact()
    indexed.compact()
    added = indexed.size_bytes() - sides.archive.size_bytes()
    packed = next(row.git for row in rows if row.name == "bytes on disk, packed")
    out.add("the index, compacted", table.BYTES, packed, added, "at most 0.18" if packed else "", "git, packed")


def large_document(session, out):
    """All intervals of phrases of a document of 200 sections and 20,000 revisions."""
    name = next(shape for shape in shape_corpora.SHAPES if shape == "long-law")
    path = session.path(f"{name}.jsonl.zst")
    write_corpus(name, 1.0, path)
    archive = Archive(session.muragat, session.path(name), session.runner)
    session.runner.run(archive.command("import", "--format", "jsonl", path))
    archive.compact()
    drawn = run_program(session, "draw", archive.path, 60, SEED)
    timed = run_program(session, "phrases", archive.path, session.options.passes, lines=[one["words"] for one in drawn])
    out.add(f"{len(timed)} phrases of a document of 20,000 texts, warm: median", table.MILLISECONDS, None,
            rank([one["warm_ms"] for one in timed], 0.5), "at most 20 ms")
    out.add(f"… longest, {max(one['intervals'] for one in timed):,} intervals at most", table.MILLISECONDS, None,
            max(one["warm_ms"] for one in timed), "at most 20 ms")


def work(session):
    """Measures each corpus. Returns the figures by name."""
    figures = {}
    for asked in session.options.corpora:
        path = corpus.find(asked)
        name = path.name.removesuffix(".zst").removesuffix(".jsonl")
        sides = SideBySide(session, name, path)
        rows = sides.fill(1, pack_git=not session.options.quick)
        indexed = Archive(session.muragat, session.path("indexed"), session.runner)
        out = Table()
        costs(session, sides, indexed, rows, out)
        phrases(session, sides, indexed, out)
        answers(session, indexed, out)
        if not session.options.quick:
            large_document(session, out)
        session.heading(name, sides.describe())
        session.table(out.text(session.options.markdown))
        figures[name] = out.figures
    return figures


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
