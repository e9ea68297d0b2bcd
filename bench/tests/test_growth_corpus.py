"""Corpora made larger."""

import hashlib
import io
import json
import os
import tempfile
import unittest

import growth_corpus
from support import corpus
from support.truth import Truth
from tests.sample import line

RULES = ("---\ntitle: A rule that is long enough to be running text\n---\n"
         "# A heading that is long enough too\n\nEverybody may read what the archive holds.\n\nShort.\n")
LINES = (line("rules", "1900", RULES),
         line("law", "2000-01-01", "The council has twelve members now.\n"),
         line("rules", "2001-06", None),
         line("law", "2000-01-01", "The council has fourteen members now.\n", "Again"),
         line("law", "1850-01-01T00:00:00Z", "The council has nine members, as of old.\n"))


class Grow(unittest.TestCase):
    def setUp(self):
        with tempfile.NamedTemporaryFile(suffix=".jsonl", delete=False) as file:
            file.write(b"".join(LINES))
        self.addCleanup(os.remove, file.name)
        self.base = growth_corpus.Base(file.name)

    def grow(self, revisions, documents):
        out, questions = io.BytesIO(), io.StringIO()
        growth_corpus.grow(self.base, revisions, documents, out, questions)
        return out.getvalue(), questions.getvalue()

    def test_once_is_the_corpus_itself_at_other_dates_in_the_same_order(self):
        grown = [json.loads(one) for one in self.grow(1, 1)[0].splitlines()]
        self.assertEqual([(one["document"], one["body"]) for one in grown],
                         [(json.loads(one)["document"], json.loads(one)["body"]) for one in LINES])
        self.assertEqual([one["date"] for one in grown],
                         ["1900-01-01T06:00:00Z", "1900-01-01T12:00:00Z", "1900-01-01T18:00:00Z",
                          "1900-01-01T12:00:00Z", "1900-01-01T00:00:00Z"])

    def test_the_same_arguments_give_the_same_bytes(self):
        self.assertEqual(self.grow(3, 2), self.grow(3, 2))

    def test_a_later_turn_numbers_running_text_and_nothing_else(self):
        grown = [json.loads(one) for one in self.grow(2, 1)[0].splitlines()]
        self.assertEqual(len(grown), 10)
        self.assertEqual(grown[5]["body"],
                         RULES.replace("the archive holds.", "the archive holds. (1)"))
        self.assertEqual(grown[5]["date"], "1900-01-02T06:00:00Z")
        self.assertIsNone(grown[7]["body"])

    def test_a_copy_has_names_and_words_of_its_own_and_the_same_headings(self):
        grown = [json.loads(one) for one in self.grow(1, 2)[0].splitlines()]
        self.assertEqual(grown[5]["document"], "copy-1/rules")
        self.assertEqual(grown[5]["date"], grown[0]["date"])
        self.assertEqual(grown[5]["body"].splitlines()[:5], RULES.splitlines()[:5])
        self.assertNotIn("archive", grown[5]["body"])
        self.assertEqual(len(grown[5]["body"]), len(RULES))

    def test_every_question_is_one_of_a_text_that_stands(self):
        states, questions = self.grow(2, 2)
        with tempfile.NamedTemporaryFile(suffix=".jsonl", delete=False) as file:
            file.write(states)
        self.addCleanup(os.remove, file.name)
        read = corpus.read_states(file.name)
        truth = Truth(read)
        asked = [one.split("\t") for one in questions.splitlines()]
        self.assertEqual(len(asked), 12)  # three texts, two turns, two copies
        for document, date, _, size, digest in asked:
            found = truth.ask(document, growth_corpus.dates.parse(date)[2])
            self.assertEqual((found.size_bytes, found.sha256.hex()), (int(size), digest))
        self.assertEqual(read[1].sha256, hashlib.sha256(b"The council has twelve members now.\n").digest())


if __name__ == "__main__":
    unittest.main()
