// Times the blame of a document's latest text in one process. Usage: blame_in_process ARCHIVE DOCUMENT TIMES
// Prints one JSON object: first_ms, warm_ms (the median), words.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <span>
#include <vector>

#include "muragat/store/archive.h"
#include "muragat/store/blame_reader.h"
#include "muragat/text/words.h"

namespace muragat::bench {
namespace {

int Fail(std::string_view what) {
  std::cerr << "blame_in_process: " << what << '\n';
  return EXIT_FAILURE;
}

int Run(const std::string& path, const std::string& id, size_t times) {
  const auto archive = Archive::Open(path, Archive::Access::kRead);
  if (!archive.ok()) return Fail(archive.status().message());
  const Reader& reader = (*archive)->reader();
  const auto document = reader.FindDocument(id);
  if (!document.ok() || !*document) return Fail("there is no such document");
  NoProgress progress;
  std::vector<double> taken_ms;
  size_t words = 0;
  for (size_t i = 0; i <= times; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto blame = ReadBlame(reader, **document, {.at = Instant::Last()}, progress);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    if (!blame.ok()) return Fail(blame.status().message());
    taken_ms.push_back(taken.count());
    words = 0;
    for (const SectionBlame& section : blame->sections) {
      const std::string text = section.section.section.Text();
      for (const BlameSpan& span : section.spans)
        words += CountWords(std::string_view(text).substr(span.begin, span.end - span.begin));
    }
  }
  const double first_ms = taken_ms.front();
  taken_ms.erase(taken_ms.begin());
  std::sort(taken_ms.begin(), taken_ms.end());
  std::cout << "{\"first_ms\": " << first_ms << ", \"warm_ms\": " << taken_ms[taken_ms.size() / 2]
            << ", \"words\": " << words << "}\n";
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace muragat::bench

int main(int count, char** arguments) {
  const std::span<char*> all(arguments, static_cast<size_t>(count));
  if (all.size() != 4) return muragat::bench::Fail("usage: blame_in_process ARCHIVE DOCUMENT TIMES");
  return muragat::bench::Run(all[1], all[2], std::max(std::strtoul(all[3], nullptr, 10), 1UL));
}
