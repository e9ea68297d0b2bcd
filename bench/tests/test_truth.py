"""What a corpus says as of a date."""

import unittest

from support import dates
from support.side_by_side import is_right
from support.truth import Truth
from tests.sample import state


def seconds(text):
    return dates.parse(text)[0]


class Ask(unittest.TestCase):
    def setUp(self):
        self.later = state("law", "2020-01-01T00:00:00Z", b"later", 0)
        self.back_dated = state("law", "2010-01-01T00:00:00Z", b"back-dated", 1)
        self.removal = state("law", "2021-01-01T00:00:00Z", None, 2)
        self.other = state("other", "2000", b"other", 3)
        self.truth = Truth([self.later, self.back_dated, self.removal, self.other])

    def test_the_last_date_before_the_question_counts_whatever_came_first(self):
        self.assertIsNone(self.truth.ask("law", seconds("2009-12-31T23:59:59Z")))
        self.assertIs(self.truth.ask("law", seconds("2010-01-01T00:00:00Z")), self.back_dated)
        self.assertIs(self.truth.ask("law", seconds("2019-12-31T23:59:59Z")), self.back_dated)
        self.assertIs(self.truth.ask("law", seconds("2020-06-01T00:00:00Z")), self.later)
        self.assertIs(self.truth.ask("law", seconds("2022-01-01T00:00:00Z")), self.removal)

    def test_of_one_moment_the_later_line_counts_and_the_finer_date(self):
        first, second = state("a", "2020-01-01", b"first", 0), state("a", "2020-01-01", b"second", 1)
        coarse = state("a", "2020", b"year", 2)
        truth = Truth([first, second, coarse])
        self.assertIs(truth.ask("a", seconds("2020-01-01")), second)
        self.assertFalse(truth.stands_at_its_date(first))
        self.assertTrue(truth.stands_at_its_date(second))
        self.assertFalse(truth.stands_at_its_date(coarse))

    def test_no_text_is_right_before_the_first_state_and_after_a_removal(self):
        self.assertTrue(is_right(None, None))
        self.assertTrue(is_right(self.removal, None))
        self.assertFalse(is_right(self.removal, b""))
        self.assertFalse(is_right(self.later, None))


if __name__ == "__main__":
    unittest.main()
