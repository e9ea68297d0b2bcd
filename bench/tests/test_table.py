"""Figures as they are printed, and answers of the two batch commands."""

import unittest

from support import archive, repository, table
from support.table import Row


class Figures(unittest.TestCase):
    def test_a_figure_has_three_digits_and_its_unit(self):
        self.assertEqual(table.write_figure(895_123, table.BYTES), "895 KB")
        self.assertEqual(table.write_figure(9_996_000, table.BYTES), "10.0 MB")
        self.assertEqual(table.write_figure(12, table.BYTES), "12 B")
        self.assertEqual(table.write_figure(1.2345, table.SECONDS), "1.23 s")
        self.assertEqual(table.write_figure(0.0456, table.SECONDS), "0.046 s")
        self.assertEqual(table.write_figure(103_302.4, table.RATE), "103,302/s")
        self.assertEqual(table.write_figure(None, table.RATE), "–")

    def test_a_share_is_all_only_where_nothing_is_missing(self):
        self.assertEqual(table.write_figure(1.0, table.SHARE), "100%")
        self.assertEqual(table.write_figure(0.885, table.SHARE), "88.5%")

    def test_less_is_better_but_for_rates_and_shares(self):
        self.assertEqual(Row("bytes", table.BYTES, 200, 100).verdict(), "Muragat 2.00×")
        self.assertEqual(Row("bytes", table.BYTES, 100, 250).verdict(), "git 2.50×")
        self.assertEqual(Row("reads", table.RATE, 100, 250).verdict(), "Muragat 2.50×")
        self.assertEqual(Row("right", table.SHARE, 1.0, 1.0).verdict(), "even")
        self.assertEqual(Row("reads", table.RATE, None, 250).verdict(), "–")

    def test_a_column_that_is_empty_is_left_out(self):
        self.assertEqual(table.lay_out(["", "a", "note"], [["x", "1", ""]], "lrl", True),
                         "|  | a |\n| --- | ---: |\n| x | 1 |\n")


class Batches(unittest.TestCase):
    def test_answers_of_muragat_are_cut_apart(self):
        self.assertEqual(list(archive.parse_batch(b"3\na\nb\nmissing\n0\n\n")), [b"a\nb", None, b""])

    def test_answers_of_git_are_cut_apart(self):
        answers = b"abc blob 3\na\nb\nmain:no such missing\nabc blob 0\n\n"
        self.assertEqual(list(repository.parse_batch(answers)), [b"a\nb", None, b""])


if __name__ == "__main__":
    unittest.main()
