"""Fills git and Muragat with made-up histories and prints them beside each other. Started by shapes.sh."""

import subprocess
import sys

import shape_corpora
from support import table
from support.child import Failed
from support.session import main, parser, say
from support.side_by_side import SideBySide


def options_of(arguments):
    """The command line."""
    made = parser("Fills a bare git repository and an archive with histories that the corpora do not hold,\n"
                  "compares answers with them, and prints bytes, seconds and memory.",
                  "bench/shapes.sh one-reform two-texts")
    made.add_argument("shapes", nargs="*", metavar="SHAPE", choices=[*shape_corpora.SHAPES, []],
                      help=f"some of: {', '.join(shape_corpora.SHAPES)} (default: all)")
    made.add_argument("--scale", type=float, default=1.0, metavar="F", help="F times as much (default 1)")
    made.add_argument("--runs", type=int, default=3, metavar="N",
                      help="how often a fill of under 10 s is repeated; the median counts (default 3)")
    return made.parse_args(arguments)


def write_corpus(shape, scale, path):
    """Writes a shape's states, compressed."""
    generator = [sys.executable, "-B", shape_corpora.__file__, shape, "--scale", str(scale)]
    zstd = ["zstd", "-q", "-3", "--long=27", "-c"]
    with open(path, "wb") as out, subprocess.Popen(generator, stdout=subprocess.PIPE) as made, \
            subprocess.Popen(zstd, stdin=made.stdout, stdout=out) as compressor:
        made.stdout.close()
        compressor.wait()
        if made.wait() != 0 or compressor.returncode != 0:
            raise Failed(f"the shape {shape} could not be made")


def work(session):
    """Measures each shape. Returns the figures by shape."""
    figures = {}
    for shape in session.options.shapes or shape_corpora.SHAPES:
        say(f"{shape}: making the states")
        path = session.path(f"{shape}.jsonl.zst")
        write_corpus(shape, session.options.scale, path)
        sides = SideBySide(session, shape, path)
        rows = sides.fill(max(session.options.runs, 1))
        checked = sides.check()
        session.heading(shape, f"{sides.describe()}; {checked:,} answers compared")
        session.table(table.compare_table(rows, session.options.markdown))
        figures[shape] = table.rows_as_json(rows)
    return figures


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
