"""Made-up histories."""

import collections
import io
import itertools
import unittest

import shape_corpora
from support import dates


def bodies(shape, scale):
    return [state["body"] for state in shape_corpora.SHAPES[shape](scale)]


class Shapes(unittest.TestCase):
    def test_the_same_arguments_give_the_same_bytes(self):
        for shape in shape_corpora.SHAPES:
            first, second = io.BytesIO(), io.BytesIO()
            shape_corpora.write(shape, 0.01, first)
            shape_corpora.write(shape, 0.01, second)
            self.assertEqual(first.getvalue(), second.getvalue(), shape)

    def test_dates_rise_and_are_dates(self):
        for shape in shape_corpora.SHAPES:
            firsts = [dates.parse(state["date"])[0] for state in shape_corpora.SHAPES[shape](0.01)]
            self.assertEqual(firsts, sorted(firsts), shape)

    def test_a_wiki_page_changes_a_little_each_time_and_sometimes_goes_back(self):
        texts = bodies("wiki-page", 0.04)
        self.assertEqual(len(texts), 600)
        self.assertTrue(60_000 < len(texts[0]) < 90_000, len(texts[0]))
        self.assertEqual(texts[0].count("\n## "), 60)
        changed = [sum((collections.Counter(b.split("\n")) - collections.Counter(a.split("\n"))).values())
                   for a, b in itertools.pairwise(texts)]
        self.assertGreater(changed.count(1), 450)
        self.assertGreater(len(texts) - len(set(texts)), 15)

    def test_a_long_text_has_no_headings_and_changes_in_many_places(self):
        texts = bodies("long-text", 1)
        self.assertEqual(len(texts), 51)
        self.assertTrue(1_900_000 < len(texts[0]) < 2_300_000, len(texts[0]))
        self.assertNotIn("#", texts[0])
        changed = set(texts[1].split("\n\n")) - set(texts[0].split("\n\n"))
        self.assertTrue(40 <= len(changed) <= 50, len(changed))

    def test_one_reform_changes_every_document(self):
        states = list(shape_corpora.one_reform(0.01))
        self.assertEqual(len(states), 200)
        self.assertEqual({state["reform"] for state in states[100:]}, {"Renaming of a ministry"})
        for before, after in zip(states[:100], states[100:]):
            self.assertEqual(before["document"], after["document"])
            self.assertNotEqual(before["body"], after["body"])

    def test_two_texts_alternate(self):
        texts = bodies("two-texts", 0.02)
        self.assertEqual(len(texts), 20)
        self.assertEqual(set(texts[::2]), {texts[0]})
        self.assertEqual(set(texts[1::2]), {texts[1]})
        self.assertNotEqual(texts[0], texts[1])


if __name__ == "__main__":
    unittest.main()
