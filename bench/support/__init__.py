"""What the benchmarks share: measuring programs, reading corpora, filling git and Muragat, writing tables."""
