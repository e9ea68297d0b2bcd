// What bench/diffs.py asks of Muragat's diff.
//
//   diff_two_texts time OLDER NEWER ROUNDS   the readable diff: the seconds of each round, as JSON
//   diff_two_texts show OLDER NEWER          one readable diff, as `git diff --word-diff` writes it
//   diff_two_texts count FOLDER PAIRS        for each pair of files N.older and N.newer (0 … PAIRS - 1):
//   writes
//                                            their words as numbers, one a line, to N.older.words and
//                                            N.newer.words, and prints how many words the script changes, how
//                                            many the readable one does, and how many both texts have
//
// Texts are files in UTF-8. Exit: 0; 1 a file cannot be read or written, or a script is wrong; 2 usage.
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "bench/diffs/count.h"
#include "bench/diffs/show.h"
#include "bench/diffs/time.h"

int main(int argc, char** argv) {
  using namespace muragat::bench;
  const std::string_view verb = argc > 1 ? argv[1] : "";
  muragat::Status status;
  if (verb == "time" && argc == 5) {
    status = TimeDiff(argv[2], argv[3], std::atoi(argv[4]), std::cout);
  } else if (verb == "show" && argc == 4) {
    status = ShowDiff(argv[2], argv[3], std::cout);
  } else if (verb == "count" && argc == 4) {
    status = CountDiffs(argv[2], std::atoi(argv[3]), std::cout);
  } else {
    std::cerr << "usage: diff_two_texts time|show OLDER NEWER [ROUNDS], or: count FOLDER PAIRS\n";
    return 2;
  }
  if (status.ok() && std::cout.flush()) return 0;
  std::cerr << "diff_two_texts: " << status.message() << '\n';
  return 1;
}
