"""Tests of the benchmarks' own Python: `python3 -m unittest discover -s bench -t bench`."""
