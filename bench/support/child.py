"""Runs a program and measures it: wall and CPU seconds, peak memory."""

import contextlib
import dataclasses
import os
import signal
import statistics
import subprocess
import tempfile


class Failed(Exception):
    """A program of a benchmark failed, or an answer was wrong: no figures can be given."""


class ProgramFailed(Failed):
    """A program ended with an exit status that was not expected."""

    def __init__(self, message, exit_status):
        super().__init__(message)
        self.exit_status = exit_status


@dataclasses.dataclass(frozen=True)
class Usage:
    """What one run took. CPU is user and system time of the child and of the children that it waited for."""

    wall_s: float
    cpu_s: float
    peak_bytes: int  # the largest resident set of any one of these processes

    def __add__(self, other):
        """Two runs, one after the other."""
        return Usage(self.wall_s + other.wall_s, self.cpu_s + other.cpu_s,
                     max(self.peak_bytes, other.peak_bytes))


def median(usages):
    """The median of each figure by itself."""
    return Usage(statistics.median(u.wall_s for u in usages), statistics.median(u.cpu_s for u in usages),
                 int(statistics.median(u.peak_bytes for u in usages)))


class Runner:
    """Runs programs through the program `measure`, with nobody's settings and `home` as their home folder."""

    def __init__(self, measure, home):
        self.home = home
        self._measure = measure

    def _environment(self):
        names = ("PATH", "TMPDIR", "LD_LIBRARY_PATH")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        return {**kept, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": self.home, "GIT_CONFIG_NOSYSTEM": "1"}

    @contextlib.contextmanager
    def _started(self, arguments, stdin, stdout, exits=(0,)):
        """Yields the process and a list that holds its Usage when this is left; raises ProgramFailed."""
        used = []
        with tempfile.TemporaryFile(dir=self.home) as errors, \
                tempfile.NamedTemporaryFile(dir=self.home) as figures:
            process = subprocess.Popen([self._measure, figures.name, *arguments],
                                       stdin=stdin or subprocess.DEVNULL, stdout=stdout or subprocess.DEVNULL,
                                       stderr=errors, env=self._environment(), bufsize=0,
                                       start_new_session=True)
            try:
                yield process, used
                process.wait()
            except BaseException:
                os.killpg(process.pid, signal.SIGKILL)  # the program too, not `measure` alone
                process.wait()
                raise
            if process.returncode not in exits:
                errors.seek(0)
                said = " / ".join(errors.read().decode("utf-8", "replace").strip().splitlines()[-3:])
                name = " ".join(str(argument) for argument in arguments[:6])
                raise ProgramFailed(f"`{name}` ended with {process.returncode}: {said or 'it said nothing'}",
                                    process.returncode)
            wall, cpu, peak = figures.read().split()
            used.append(Usage(float(wall), float(cpu), int(peak)))

    def run(self, arguments, stdin=None, stdout=None, exits=(0,)):
        """Runs a program to its end; returns its Usage. `stdin` and `stdout`: open files; None: nothing.

        Raises ProgramFailed, with the end of what it said on standard error, where it does not exit with one
        of `exits`.
        """
        with self._started(arguments, stdin, stdout, exits) as (_, used):
            pass
        return used[0]

    def run_reading(self, arguments, stdin, consume):
        """As run, with standard output read through a pipe; `consume` gets it in pieces of up to 1 MiB."""
        with self._started(arguments, stdin, subprocess.PIPE) as (process, used), process.stdout as pipe:
            while piece := pipe.read(1 << 20):
                consume(piece)
        return used[0]

    def output_of(self, arguments, stdin=None, exits=(0,)):
        """What a program writes to standard output, in bytes. Raises ProgramFailed as run does."""
        with tempfile.TemporaryFile(dir=self.home) as out:
            self.run(arguments, stdin=stdin, stdout=out, exits=exits)
            out.seek(0)
            return out.read()
