"""The stream for git."""

import io
import unittest

import jsonl_to_fast_import
from tests.sample import line


class Convert(unittest.TestCase):
    def convert(self, *lines):
        out = io.BytesIO()
        self.commits = jsonl_to_fast_import.convert(lines, out)
        return out.getvalue()

    def test_a_run_of_equal_date_and_reform_is_one_commit(self):
        stream = self.convert(line("a.md", "1970-01-02T00:00:00Z", "Ä\n"),
                              line("b.md", "1970-01-02T00:00:00Z", ""),
                              line("a.md", "1970-01-03T00:00:00Z", None))
        self.assertEqual(self.commits, 2)
        head = b"commit refs/heads/main\ncommitter archivist <archivist@example.org> "
        self.assertEqual(stream,
                         head + b"86400 +0000\ndata 6\nReform\n"
                         b'M 100644 inline "a.md"\ndata 3\n\xc3\x84\n\n'
                         b'M 100644 inline "b.md"\ndata 0\n\n' +
                         head + b"172800 +0000\ndata 6\nReform\n"
                         b'D "a.md"\ndone\n')

    def test_a_date_before_1970_is_one_second_after_the_epoch(self):
        self.assertIn(b"> 1 +0000\n", self.convert(line("a", "1803-03-14", "x")))

    def test_a_path_is_quoted(self):
        self.assertEqual(jsonl_to_fast_import.quote('a "b"\\é'), b'"a \\"b\\"\\\\\xc3\xa9"')


if __name__ == "__main__":
    unittest.main()
