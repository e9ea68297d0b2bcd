"""Compares exports with what others are used for: git archive for a snapshot, Hugo for pages. Started by exports.sh."""

import json
import os
import sys

from support import corpus, dates, files, repository, table
from support.archive import Archive
from support.child import Failed, median
from support.session import main, parser, say

# What Hugo is given beside the texts: a page holds its title, its place, its text and a link to the list.
_CONFIG = """baseURL = "/"
title = "Archive"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "section"]
"""
_PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }}</title><style>{{ partial "page.css" . | safeCSS }}</style></head>
<body><a href="/">All documents</a><p>{{ .File.Path }}</p><h1>{{ .Title }}</h1><main>{{ .Content }}</main></body></html>
"""
_INDEX = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></body></html>
"""
_STYLE = os.path.join(corpus.TOP, "src", "muragat", "render", "page.css")


def options_of(arguments):
    """The command line."""
    made = parser("Writes the texts of one day as one stream beside `git archive`, and as a page a document\n"
                  "beside Hugo, each in turns.", "bench/exports.sh fr-everything --as-of 2015-01-01")
    made.add_argument("corpus", nargs="?", metavar="CORPUS", default="fr-everything",
                      help="by name or path (default fr-everything)")
    made.add_argument("--as-of", metavar="DATE", default="2015-01-01", help="the day (default 2015-01-01)")
    made.add_argument("--documents", type=int, default=20000, metavar="N",
                      help="make pages of one document in every so many that about N are left (default 20000)")
    made.add_argument("--times", type=int, default=3, metavar="N", help="runs; the median counts (default 3)")
    return made.parse_args(arguments)


def in_turns(session, jobs):
    """The median Usage of each job, a function that returns one."""
    used = [[] for _ in jobs]
    for turn in range(session.options.times):
        for taken, (name, job) in zip(used, jobs):
            say(f"run {turn + 1}: {name}")
            taken.append(job())
    return [median(usages) for usages in used]


def row_of(name, unit, peer, ours, aim):
    """Cells of a row; the ratio is Muragat's figure by the other's."""
    return [name, table.write_figure(peer, unit), table.write_figure(ours, unit), f"{ours / peer:.3g}", aim]


class Stream:
    """A snapshot as one stream: a line of JSON a document, or a member of a tar file a document."""

    def __init__(self, session, path):
        self.session, self.runner = session, session.runner
        self.archive = Archive(session.muragat, session.path("archive"), self.runner)
        self.git = repository.Repository(session.path("repository.git"), self.runner)
        say("filling both")
        self.archive.fill(path)
        stream = session.path("stream")
        repository.write_stream(path, stream, self.runner)
        self.git.fill(stream)
        os.remove(stream)
        self.commit = self.git.commit_before(dates.parse(session.options.as_of)[2])
        if not self.commit:
            raise Failed("git has no commit that is so old")

    def rows(self):
        """Texts a second of both."""
        command = self.archive.command("export", "--to", "jsonl", "--as-of", self.session.options.as_of)
        git = ["git", "-C", self.git.path, "archive", "--format=tar", self.commit]
        ours = self.runner.output_of(command).count(b"\n")
        listing = self.runner.output_of(["git", "-C", self.git.path, "ls-tree", "-r", "-z", self.commit])
        theirs = listing.count(b"\0")
        git_used, used = in_turns(self.session, [("git archive", lambda: self._write(git)),
                                                 ("export --to jsonl", lambda: self._write(command))])
        yield row_of("a snapshot, one stream: texts", table.COUNT, theirs, ours, "")
        yield row_of("… wall: texts", table.RATE, theirs / git_used.wall_s, ours / used.wall_s, "at least 2")
        yield row_of("… CPU: texts", table.RATE, theirs / git_used.cpu_s, ours / used.cpu_s, "")
        yield row_of("… peak memory", table.BYTES, git_used.peak_bytes, used.peak_bytes, "")

    def _write(self, command):
        with open(self.session.path("written"), "wb") as out:
            return self.runner.run(command, stdout=out)


class Pages:
    """A page a document, from a sample of the documents."""

    def __init__(self, session, path):
        self.session, self.runner = session, session.runner
        self.archive = Archive(session.muragat, session.path("sample"), self.runner)
        self.site = session.path("hugo")
        say("choosing documents")
        sample = session.path("sample.jsonl")
        self._choose(path, sample)
        self.archive.fill(sample)
        self._write_site()

    def _choose(self, path, sample):
        with corpus.Lines(path) as lines:
            documents = list(dict.fromkeys(json.loads(line)["document"] for line in lines))
        step = max(1, len(documents) // self.session.options.documents)
        chosen = set(documents[::step])
        with corpus.Lines(path) as lines, open(sample, "wb") as out:
            out.writelines(line for line in lines if json.loads(line)["document"] in chosen)

    def _export(self, form, folder, *options):
        files.remove(folder)
        return self.runner.run(self.archive.command("export", "--to", form, "--as-of", self.session.options.as_of,
                                                    "-o", folder, *options))

    def _write_site(self):
        self._export("markdown", os.path.join(self.site, "content"))
        for folder, _, names in os.walk(os.path.join(self.site, "content")):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8", newline="") as file:
                    text = file.read()
                with open(path, "w", encoding="utf-8", newline="") as file:
                    file.write(f"---\ntitle: {json.dumps(name.removesuffix('.md'))}\n---\n{text}")
        with open(_STYLE, encoding="utf-8") as file:
            style = file.read()
        for name, text in (("config.toml", _CONFIG), ("layouts/_default/single.html", _PAGE),
                           ("layouts/index.html", _INDEX), ("layouts/partials/page.css", style)):
            path = os.path.join(self.site, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def _hugo(self):
        files.remove(os.path.join(self.site, "public"))
        return self.runner.run(["hugo", "--quiet", "--source", self.site])

    def rows(self):
        """Pages a second of both."""
        ours = self.session.path("pages")
        hugo, all_cores, one = in_turns(self.session, [
            ("Hugo", self._hugo), ("export --to html", lambda: self._export("html", ours)),
            ("export --to html --jobs 1", lambda: self._export("html", ours, "--jobs", "1"))])
        count = _count(ours)
        if count != _count(os.path.join(self.site, "public")):
            raise Failed("Hugo made another number of pages")
        yield row_of("a page a document: pages", table.COUNT, count, count, "")
        yield row_of("… wall: pages", table.RATE, count / hugo.wall_s, count / all_cores.wall_s, "at least 3")
        yield row_of("… wall, Muragat on one core: pages", table.RATE, count / hugo.wall_s, count / one.wall_s, "")
        yield row_of("… CPU", table.SECONDS, hugo.cpu_s, all_cores.cpu_s, "at most 0.1")
        yield row_of("… peak memory", table.BYTES, hugo.peak_bytes, all_cores.peak_bytes, "")


def _count(folder):
    """How many pages a folder holds."""
    return sum(name.endswith(".html") for _, _, names in os.walk(folder) for name in names)


def work(session):
    """Measures both. Returns the rows."""
    path = corpus.find(session.options.corpus)
    rows = [*Stream(session, path).rows(), *Pages(session, path).rows()]
    hugo = session.runner.output_of(["hugo", "version"]).decode().split()[1].split("+")[0]
    session.heading(f"exports of {session.options.corpus} as of {session.options.as_of}",
                    f"git {repository.version(session.runner)}, Hugo {hugo}, "
                    f"{os.cpu_count()} cores, {session.options.times} runs, the median")
    session.table(table.lay_out(["", "git archive, Hugo", "Muragat", "ratio", "aim"], rows, "lrrrl",
                                session.options.markdown))
    return rows


if __name__ == "__main__":
    sys.exit(main(options_of(sys.argv[1:]), work))
