"""Makes histories of shapes that the corpora do not hold: the same every time.

Usage: shape_corpora.py SHAPE [--scale F] >states.jsonl

Shapes: wiki-page      one document of 70 KB in 60 sections with 15,000 states: a few sentences of one section
                       are edited each time; some states go back to an earlier one, some are vandalism that
                       the next one takes back
        long-text      one document of 2 MB in one section; 50 states that each change it in 50 places
        one-reform     10,000 documents of 2 KB, all of them changed by one reform
        two-texts      one document of 20 KB that alternates between two texts 1,000 times
        long-law       one document of 224 KB in 200 sections with 19,801 states: each changes one sentence
                       of one section

--scale F makes F times as many states (wiki-page, two-texts, long-law), changes (long-text) or documents (one-reform).
"""

import argparse
import itertools
import json
import random
import sys

from support import dates

SEED = 60
_BEGIN_S = 1_000_000_000  # 2001-09-09, in seconds since 1970
_SYLLABLES = "ba den ka lor mi na po ra sen ti u ver zha qo ri stan".split()


class Author:
    """Writes sentences in a language of 4,000 words, of which some are frequent, as in any language."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        words = set()
        while len(words) < 4000:
            words.add("".join(self.rng.choice(_SYLLABLES) for _ in range(self.rng.randint(1, 5))))
        self._words = sorted(words)
        self.rng.shuffle(self._words)
        self._words.sort(key=len)  # short words are the frequent ones
        self._weights = list(itertools.accumulate(1 / (place + 3) for place in range(len(self._words))))

    def words(self, count):
        """A list of words."""
        return self.rng.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self):
        """Eight to thirty words with a full stop."""
        return " ".join(self.words(self.rng.randint(8, 30))).capitalize() + "."

    def title(self):
        """A few long words."""
        return " ".join(self.rng.choices(self._words[2000:], k=self.rng.randint(2, 4))).title()

    def paragraph(self, size_bytes):
        """Sentences of about so many bytes together, as a list."""
        sentences = []
        while sum(len(sentence) + 1 for sentence in sentences) < size_bytes:
            sentences.append(self.sentence())
        return sentences

    def edit(self, sentences):
        """Changes one sentence: some of its words, or all of it, or adds one behind it, or takes it away."""
        place = self.rng.randrange(len(sentences))
        kind = self.rng.random()
        if kind < 0.6:
            words = sentences[place].split(" ")
            begin = self.rng.randrange(len(words))
            words[begin:begin + self.rng.randint(1, 3)] = self.words(self.rng.randint(1, 3))
            sentences[place] = " ".join(words)
        elif kind < 0.75:
            sentences[place] = self.sentence()
        elif kind < 0.875 or len(sentences) < 3:
            sentences.insert(place + 1, self.sentence())
        else:
            del sentences[place]


def _state(document, number, reform, body, author="archivist"):
    date = dates.write(_BEGIN_S + number * 3 * 3600)
    return {"document": document, "date": date, "reform": reform, "author": author, "body": body}


def _page(sections):
    return "# Page\n\n" + "".join(f"## {title}\n\n{' '.join(sentences)}\n\n" for title, sentences in sections)


def wiki_page(scale):
    """The life of a wiki page."""
    author = Author(SEED)
    rng = author.rng
    sections = [[author.title(), author.paragraph(1120)] for _ in range(60)]
    earlier, spoilt = [], False
    for number in range(round(15_000 * scale)):
        kind, body = rng.random(), None
        if spoilt:  # taken back: the text of before
            spoilt = False
        elif number and kind < 0.04:
            spoilt = True
            body = _vandalise(author, sections)
        elif number > 20 and kind < 0.08:
            sections = [[title, list(sentences)] for title, sentences in rng.choice(earlier[-10:])]
        elif number:
            chosen = rng.choice(sections)[1]
            for _ in range(rng.randint(1, 3)):
                author.edit(chosen)
        user = f"user {rng.randrange(500)}"
        yield _state("wiki/page.md", number, f"Edit {number}", body or _page(sections), user)
        earlier = earlier[-9:] + [[[title, list(sentences)] for title, sentences in sections]]


def _vandalise(author, sections):
    kind, place = author.rng.random(), author.rng.randrange(len(sections))
    if kind < 0.2:
        return author.sentence() + "\n"  # the whole page is gone
    title, sentences = sections[place]
    nonsense = [author.sentence()] if kind < 0.6 else sentences + author.paragraph(300)
    return _page([*sections[:place], [title, nonsense], *sections[place + 1:]])


def long_text(scale):
    """A long text without headings."""
    author = Author(SEED + 1)
    paragraphs = [author.paragraph(800) for _ in range(2_450)]
    for number in range(51):
        for _ in range(round(50 * scale) if number else 0):
            author.edit(author.rng.choice(paragraphs))
        body = "\n\n".join(" ".join(sentences) for sentences in paragraphs) + "\n"
        yield _state("long/text.md", number, f"Amendment {number}", body)


def one_reform(scale):
    """Many documents that one reform changes."""
    author = Author(SEED + 2)
    laws = [[[author.title(), author.paragraph(380)] for _ in range(5)] for _ in range(round(10_000 * scale))]
    old, new = author.title(), author.title()
    for number in range(2):
        for place, law in enumerate(laws):
            ministry = f"The {new if number else old} is in charge, by decree {place + number * 7}."
            body = _page([*law[:4], [law[4][0], [*law[4][1], ministry]]])
            yield _state(f"law/{place:05}.md", number, ("Adoption", "Renaming of a ministry")[number], body)


def two_texts(scale):
    """A document that flips."""
    author = Author(SEED + 3)
    first = [[author.title(), author.paragraph(1960)] for _ in range(10)]
    second = [[title, list(sentences)] for title, sentences in first]
    for place in (1, 4, 8):
        for _ in range(3):
            author.edit(second[place][1])
    for number in range(round(1000 * scale)):
        yield _state("two/texts.md", number, f"Update {number}", _page((first, second)[number % 2]))


def long_law(scale):
    """A law that is amended for centuries."""
    author = Author(SEED + 4)
    sections = [[f"Article {number + 1}", author.paragraph(1050)] for number in range(200)]
    for number in range(round(19_801 * scale)):
        if number:
            author.edit(author.rng.choice(sections)[1])
        yield _state("law/long.md", number, f"Reform {number}", _page(sections))


SHAPES = {"wiki-page": wiki_page, "long-text": long_text, "one-reform": one_reform, "two-texts": two_texts,
          "long-law": long_law}


def write(shape, scale, out):
    """Writes the JSON lines of a shape."""
    for state in SHAPES[shape](scale):
        out.write(json.dumps(state, ensure_ascii=False).encode() + b"\n")


def main(arguments):
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("shape", choices=SHAPES)
    made.add_argument("--scale", type=float, default=1.0, metavar="F")
    options = made.parse_args(arguments)
    write(options.shape, options.scale, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
