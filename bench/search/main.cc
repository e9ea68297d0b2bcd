// What bench/search.py asks of Muragat's search, and of SQLite's FTS5 beside it. Prints JSON, an object a
// line.
//
//   search_in_process draw ARCHIVE COUNT SEED       phrases of one to eight words, from texts drawn at
//   random:
//                                                   words, their bytes in that text, document
//   search_in_process common ARCHIVE LEAST MOST COUNT   words that so many sections ever held
//   search_in_process phrases ARCHIVE PASSES        asks for each phrase, a line of standard input: how many
//                                                   intervals, the first time, the median of the passes
//   search_in_process boundaries ARCHIVE            looks for the bytes that are each line of standard input
//                                                   (JSON strings): documents and dates where they came or
//                                                   went
//   search_in_process answers ARCHIVE DATE COUNT SEED   COUNT questions, each of one word, of two and of a
//                                                   beginning, drawn from the texts of that date, asked of
//                                                   both
//
// Exit: 0; 1 something failed; 2 usage.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "bench/search/answers.h"
#include "bench/search/draw.h"
#include "bench/search/phrases.h"

int main(int argc, char** argv) {
  using namespace muragat::bench;
  const std::string_view verb = argc > 1 ? argv[1] : "";
  const auto number = [&](int place) {
    return static_cast<uint32_t>(std::strtoul(argv[place], nullptr, 10));
  };
  muragat::Status status;
  if (verb == "draw" && argc == 5) {
    status = DrawPhrases(argv[2], number(3), number(4), std::cout);
  } else if (verb == "common" && argc == 6) {
    status = ListCommonWords(argv[2], number(3), number(4), number(5), std::cout);
  } else if (verb == "phrases" && argc == 4) {
    status = TimePhrases(argv[2], number(3), std::cin, std::cout);
  } else if (verb == "boundaries" && argc == 3) {
    status = ListBoundaries(argv[2], std::cin, std::cout);
  } else if (verb == "answers" && argc == 6) {
    status = CompareAnswers(argv[2], argv[3], number(4), number(5), std::cout);
  } else {
    std::cerr << "usage: search_in_process draw|common|phrases|boundaries|answers ARCHIVE …\n";
    return 2;
  }
  if (status.ok() && std::cout.flush()) return 0;
  std::cerr << "search_in_process: " << status.message() << '\n';
  return 1;
}
