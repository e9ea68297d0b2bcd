#include "tests/support/corpus.h"

#include <cstdint>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "import/json_lines.h"
#include "import/markdown.h"

namespace muragat::import {
namespace {

// What the corpora's own page says of each.
struct Corpus {
  const char* name;
  uint64_t states;
  uint64_t removals;
  uint64_t raw_bytes;
};

void PrintTo(const Corpus& corpus, std::ostream* out) { *out << corpus.name; }

// Real texts read without loss: every body's slices are as long as the body, and reading them again gives
// them again.
class CorpusTexts : public testing::TestWithParam<Corpus> {};

TEST_P(CorpusTexts, ComeBackByteForByte) {
  const Corpus& corpus = GetParam();
  const auto path = support::FindCorpus(corpus.name);
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  const int descriptor = open(path->c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_GE(descriptor, 0) << *path;
  const auto source = Decompress(ReadDescriptor(descriptor));
  JsonLinesReader reader(*source);
  uint64_t states = 0, removals = 0, raw_bytes = 0;
  while (true) {
    const Result<std::optional<JsonLinesReader::Line>> line = reader.ReadNext();
    ASSERT_TRUE(line.ok()) << line.status().message();
    if (!line->has_value()) break;
    const Result<State>& state = (*line)->state;
    ASSERT_TRUE(state.ok()) << (*line)->number << ": " << state.status().message();
    if (!state->content) {
      ++removals;
      continue;
    }
    ++states;
    const std::string text = state->content->Text();
    raw_bytes += text.size();
    const Result<Document> again = ReadMarkdown(text);
    ASSERT_TRUE(again.ok());
    ASSERT_EQ(again->Text(), text);
    ASSERT_EQ(again->sections, state->content->sections);
  }
  close(descriptor);
  EXPECT_EQ(states, corpus.states);
  EXPECT_EQ(removals, corpus.removals);
  EXPECT_EQ(raw_bytes, corpus.raw_bytes);
}

INSTANTIATE_TEST_SUITE_P(Corpora, CorpusTexts,
                         testing::Values(Corpus{"site-policy", 1177, 90, 20664394},
                                         Corpus{"code-civil", 4094, 0, 1807051},
                                         Corpus{"kz-laws", 46, 0, 506133},
                                         Corpus{"ota-pga", 4841, 1, 283556717}),
                         [](const auto& tested) {
                           std::string name = tested.param.name;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace muragat::import
