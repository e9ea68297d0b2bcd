"""What all benchmarks' command lines have in common: where they work, what they run, what they print."""

import argparse
import contextlib
import os
import pathlib
import shlex
import shutil
import signal
import sys
import tempfile

from support import machine, table
from support.child import Failed, Runner
from support.corpus import TOP


def parser(description, example):
    """An argument parser with the options that all benchmarks have."""
    made = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter,
        prog=pathlib.Path(sys.argv[0]).stem + ".sh",
        epilog=f"Example:\n  {example}\n\nExit: 0; 1 something failed or an answer was wrong; 2 usage.\n"
               "doc/benchmarks.md says what each row means.")
    made.add_argument("--build", metavar="DIR",
                      help="use the programs of this build folder and build nothing")
    made.add_argument("--json", metavar="FILE", help="also write the figures, not rounded, to a file")
    made.add_argument("--markdown", action="store_true",
                      help="print tables in Markdown, with machine and command")
    made.add_argument("--keep", action="store_true", help="leave the working folder, and say where it is")
    return made


class Session:
    """One run of a benchmark: its working folder, its programs, its output."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        build = pathlib.Path(options.build).resolve() if options.build else TOP / "build" / "bench"
        self.muragat = str(build / "muragat")
        self._programs = build / "bench"
        if not os.path.isfile(self.muragat):
            raise Failed(f"there is no program {self.muragat}")
        self.runner = Runner(self.program("measure"), folder)

    def program(self, name):
        """The path of a program that the folder bench/ builds."""
        path = self._programs / name
        if not path.is_file():
            raise Failed(f"there is no program {path}")
        return str(path)

    def path(self, name):
        """A path in the working folder."""
        return os.path.join(self.folder, name)

    def heading(self, title, versions):
        """Prints what the next table is of."""
        if self.options.markdown:
            print(f"### {title}\n\n{versions}\n")
        else:
            print(f"{title}  ({versions})")

    def table(self, text):
        """Prints a table."""
        print(text)
        sys.stdout.flush()


def say(text):
    """Progress, on standard error."""
    print(f"   {text}", file=sys.stderr, flush=True)


def _shown(arguments):
    """The command line without what says nothing about the figures: paths of this machine."""
    shown, skipped = [], False
    for argument in arguments:
        if not skipped and argument.split("=")[0] not in ("--build", "--json"):
            shown.append(argument)
        skipped = argument in ("--build", "--json")
    return shlex.join(shown)


def _stop(number, _frame):
    sys.exit(128 + number)


@contextlib.contextmanager
def _working_folder(keep):
    folder = tempfile.mkdtemp(prefix="muragat-bench-")
    try:
        yield folder
    finally:
        if keep:
            say(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def main(options, work):
    """Runs `work(session)`, which returns what --json writes; turns failures into exit codes."""
    signal.signal(signal.SIGTERM, _stop)  # so that the working folder goes
    name = pathlib.Path(sys.argv[0]).stem
    try:
        with _working_folder(options.keep) as folder:
            session = Session(options, folder)
            if options.markdown:
                print(f"Machine: {machine.describe()}\n\n    bench/{name}.sh {_shown(sys.argv[1:])}\n")
            figures = work(session)
            if options.json:
                table.write_json(options.json, {"machine": machine.describe(), "figures": figures})
    except (Failed, OSError) as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0
