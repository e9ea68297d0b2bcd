"""Compares the check of an archive with git's of the same history, and measures proofs. Started by proof.sh.

A process opens the archive for each proof, which takes most of its time.
"""

import json
import os
import sys

from support import corpus, repository, table
from support.archive import Archive
from support.child import median
from support.questions import address_of
from support.session import main, parser, say

_PROOFS = 20


def options_of(arguments):
    """The command line."""
    made = parser("Fills an archive and a git repository with the same history, compacts the archive, and lets\n"
                  "`muragat verify` and `git fsck --full` take turns. Then makes and checks proofs of documents\n"
                  "from all over the archive, and runs the program for nothing (--version) in between.",
                  "bench/proof.sh fr-everything --times 3")
    made.add_argument("corpus", nargs="?", default="site-policy", metavar="CORPUS",
                      help="what fills both (default: site-policy)")
    made.add_argument("--times", type=int, default=3, metavar="N",
                      help="how often each checks; the median counts (default 3)")
    return made.parse_args(arguments)


def fill(session, path):
    """The archive, compacted, and the repository as `git fast-import` leaves it, in one pack."""
    archive = Archive(session.muragat, session.path("archive"), session.runner)
    archive.fill(path)
    archive.compact()
    git = repository.Repository(session.path("bare.git"), session.runner)
    stream = session.path("stream")
    repository.write_stream(path, stream, session.runner)
    git.fill(stream)
    os.remove(stream)
    return archive, git


def measure_proofs(session, archive):
    """(the largest proof in bytes, {step: Usage}), the median of each step, a process each."""
    listed = session.runner.output_of(archive.command("documents", "--json")).splitlines()
    chosen = listed[::max(1, len(listed) // _PROOFS)][:_PROOFS]
    proof, key, largest = session.path("proof"), os.path.join(archive.path, "vkey"), 0
    steps = {"nothing": [], "prove": [], "verify-proof": []}
    for line in chosen:
        document = json.loads(line)
        address, date = address_of(document["document"]) + "#s1", document["first"]
        steps["nothing"].append(session.runner.run([archive.program, "--version"]))
        steps["prove"].append(session.runner.run(archive.command("prove", address, "--as-of", date,
                                                                      "--force", "-o", proof)))
        steps["verify-proof"].append(session.runner.run(archive.command("verify-proof", proof, "--key", key)))
        largest = max(largest, os.path.getsize(proof))
    return largest, {step: median(usages) for step, usages in steps.items()}


def work(session):
    """Fills, takes turns, prints. Returns the figures."""
    path = corpus.find(session.options.corpus)
    archive, git = fill(session, path)
    checks = {"muragat verify": archive.command("verify"), "git fsck --full": git.check()}
    used = {name: [] for name in checks}
    for number in range(max(session.options.times, 1)):
        say(f"check {number + 1} of {session.options.times}")
        for name, command in checks.items():
            used[name].append(session.runner.run(command))
    figures = {name: median(usages) for name, usages in used.items()}
    largest, proofs = measure_proofs(session, archive)
    figures.update(proofs)
    rows = [[name, f"{usage.wall_s * 1e3:,.1f}", f"{usage.cpu_s * 1e3:,.1f}", f"{usage.peak_bytes / 1e6:,.0f}"]
            for name, usage in figures.items()]
    ours, theirs = figures["muragat verify"], figures["git fsck --full"]
    session.heading("proofs", f"{path.name.split('.')[0]}: fsck ÷ verify is {theirs.wall_s / ours.wall_s:.2f} in "
                              f"wall, {theirs.cpu_s / ours.cpu_s:.2f} in CPU; the largest of {_PROOFS} proofs has "
                              f"{largest:,} bytes")
    session.table(table.lay_out(["", "wall ms", "CPU ms", "MB"], rows, "lrrr", session.options.markdown))
    steps = {name: {"wall_s": usage.wall_s, "cpu_s": usage.cpu_s} for name, usage in figures.items()}
    return {"proof_bytes": largest, **steps}


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
