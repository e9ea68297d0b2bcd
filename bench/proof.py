"""Compares the check of an archive with git's of the same history, and measures proofs. Started by proof.sh.

A process opens the archive for each proof, which takes most of its time.
"""

import contextlib
import json
import os
import shutil
import sys

from support import corpus, files, repository, table
from support.archive import Archive
from support.child import median
from support.questions import address_of
from support.session import main, parser, say

_PROOFS = 20


def options_of(arguments):
    """The command line."""
    made = parser("Fills an archive and a git repository with the same history, and lets `muragat verify` of the\n"
                  "archive as it was filled, of the same compacted, and `git fsck --full` take turns. Then makes\n"
                  "and checks proofs of documents from all over the archive, and runs the program for nothing\n"
                  "(--version) in between. Last it imports in turns with and without the log.",
                  "bench/proof.sh fr-everything --times 3")
    made.add_argument("corpus", nargs="?", default="site-policy", metavar="CORPUS",
                      help="what fills both (default: site-policy)")
    made.add_argument("--times", type=int, default=3, metavar="N",
                      help="how often each checks; the median counts (default 3)")
    return made.parse_args(arguments)


def fill(session, path):
    """The archive as it was filled, the same compacted, and the repository as `git fast-import` leaves it."""
    filled = Archive(session.muragat, session.path("filled"), session.runner)
    filled.fill(path)
    archive = Archive(session.muragat, session.path("archive"), session.runner)
    shutil.copytree(filled.path, archive.path)
    archive.compact()
    git = repository.Repository(session.path("bare.git"), session.runner)
    stream = session.path("stream")
    repository.write_stream(path, stream, session.runner)
    git.fill(stream)
    os.remove(stream)
    return filled, archive, git


def fill_without_log(session, archive, path):
    """Fills an archive of format 1, which keeps no log. Returns what the import took."""
    files.remove(archive.path)
    session.runner.run(archive.command("init"))
    for name in ("checkpoint", "vkey"):
        with contextlib.suppress(FileNotFoundError):
            os.remove(os.path.join(archive.path, name))
    with open(os.path.join(archive.path, "MURAGAT"), "w", encoding="ascii") as marker:
        marker.write("muragat archive\nformat 1\n")
    return archive.add("--format", "jsonl", path)


def measure_log(session, path):
    """What the log costs: {figure: ratio} of imports with it and without it, in turns."""
    logged = Archive(session.muragat, session.path("logged"), session.runner)
    plain = Archive(session.muragat, session.path("plain"), session.runner)
    used, sizes = {"with": [], "without": []}, {}
    for number in range(max(session.options.times, 1)):
        say(f"import {number + 1} of {session.options.times}")
        used["with"].append(logged.fill(path))
        used["without"].append(fill_without_log(session, plain, path))
    for name, archive in (("with", logged), ("without", plain)):
        archive.compact()
        sizes[name] = archive.size_bytes()
    medians = {name: median(usages) for name, usages in used.items()}
    return {"cpu": medians["with"].cpu_s / medians["without"].cpu_s, "cpu_s": medians["with"].cpu_s,
            "size": sizes["with"] / sizes["without"]}


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
    filled, archive, git = fill(session, path)
    checks = {"muragat verify": archive.command("verify"), "muragat verify, as filled": filled.command("verify"),
              "git fsck --full": git.check()}
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
    theirs = figures["git fsck --full"]
    ratios = [f"{theirs.wall_s / figures[name].wall_s:.2f} in wall, {theirs.cpu_s / figures[name].cpu_s:.2f} in CPU"
              for name in list(checks)[:2]]
    session.heading("proofs", f"{path.name.split('.')[0]}: fsck ÷ verify is {ratios[0]}; as filled {ratios[1]}; the "
                              f"largest of {_PROOFS} proofs has {largest:,} bytes")
    session.table(table.lay_out(["", "wall ms", "CPU ms", "MB"], rows, "lrrr", session.options.markdown))
    said = json.loads(session.runner.output_of([session.program("prove_in_process"), archive.path, "1000"]))
    print(f"\nIn process, CPU, of {said['proofs']:,} proofs: made in {said['made_ms']:.2f} ms, the slowest in "
          f"{said['made_ms_max']:.2f}; checked in {said['checked_ms']:.3f} ms, the slowest in "
          f"{said['checked_ms_max']:.3f}; the largest has {said['bytes_max']:,} bytes.")
    log = measure_log(session, path)
    print(f"Import with the log ÷ without: {log['cpu']:.3f} in CPU ({log['cpu_s']:.1f} s with it), the archive, "
          f"compacted, {log['size']:.3f} in bytes.")
    steps = {name: {"wall_s": usage.wall_s, "cpu_s": usage.cpu_s} for name, usage in figures.items()}
    return {"proof_bytes": largest, **steps, "in_process": said, "log": log}


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
