"""Dates of the exchange format."""

import unittest

from support import dates


class Parse(unittest.TestCase):
    def test_a_second_begins_and_ends_with_itself(self):
        self.assertEqual(dates.parse("1970-01-02T00:00:01Z"), (86_401, 3, 86_401))

    def test_an_offset_is_applied(self):
        self.assertEqual(dates.parse("1970-01-01T05:00:00+05:00"), (0, 3, 0))
        self.assertEqual(dates.parse("1970-01-01T00:00:00-00:30"), (1800, 3, 1800))

    def test_a_day_a_month_and_a_year_last_to_their_last_second(self):
        self.assertEqual(dates.parse("1970-01-01"), (0, 2, 86_399))
        self.assertEqual(dates.parse("1972-02"), (65_750_400, 1, 68_255_999))
        self.assertEqual(dates.parse("1970"), (0, 0, 31_535_999))

    def test_what_is_no_date_is_refused(self):
        for text in ("", "70", "2022-02-31", "2022-06-08T12:00", "2022-06-08T12:00:00"):
            with self.assertRaises(ValueError, msg=text):
                dates.parse(text)


class Write(unittest.TestCase):
    def test_years_have_four_digits(self):
        self.assertEqual(dates.write(0), "1970-01-01T00:00:00Z")
        self.assertEqual(dates.write(-62_135_596_800), "0001-01-01T00:00:00Z")
        self.assertEqual(dates.write(dates.LAST_SECOND), "9999-12-31T23:59:59Z")


if __name__ == "__main__":
    unittest.main()
